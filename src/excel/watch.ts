import { parseArea } from '../sheet/address';
import type { Edit } from '../job/port';
import { awaitAnswer } from './answer';
import { toHostError } from './fault';
import { sendRequest } from './request';

type Changed = Excel.WorksheetChangedEventArgs;

/**
 * Reports edits in any sheet, also in sheets added later, until the returned function is called. What the add-in
 * itself writes is left out. Excel gives no details for edits of many cells; the area comes from the address.
 */
export async function watchEdits(onEdit: (edit: Edit) => void): Promise<() => Promise<void>> {
  const names = new Map<string, string>();
  let isOver = false;

  const report = async (event: Changed): Promise<void> => {
    if (isOver || event.triggerSource === 'ThisLocalAddin') return;
    const sheet = await nameOf(event.worksheetId, names);
    if (sheet === null || isOver) return;
    onEdit({ sheet, area: parseArea(event.address), remote: event.source === 'Remote' });
  };

  const { registration, sheets } = await sendRequest(({ workbook: { worksheets } }) => {
    worksheets.load('items/id,items/name');
    return { registration: worksheets.onChanged.add(report), sheets: worksheets };
  }).catch((cause: unknown) => {
    // Where only the answer was lost, Excel reports all the same, and nobody could ever stop it.
    isOver = true;
    throw cause;
  });
  for (const { id, name } of sheets.items) names.set(id, name);
  return async () => {
    isOver = true;
    registration.remove();
    await awaitAnswer(registration.context.sync(), undefined).catch((cause: unknown) => {
      throw toHostError(cause);
    });
  };
}

/**
 * The sheet's name now: it may have been renamed since the last edit. While the user types on, Excel does not say;
 * then the name last known does. Null for a sheet that is gone.
 */
async function nameOf(id: string, names: Map<string, string>): Promise<string | null> {
  try {
    const sheet = await sendRequest(({ workbook }) => {
      const found = workbook.worksheets.getItemOrNullObject(id);
      found.load('name');
      return found;
    }, {}, 1);
    if (sheet.isNullObject) return null;
    names.set(id, sheet.name);
    return sheet.name;
  } catch (cause) {
    const known = names.get(id);
    if (known === undefined) throw cause;
    return known;
  }
}
