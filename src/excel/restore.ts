import { isSameName } from '../sheet/lay-sheet';
import type { SheetModel } from '../sheet/model';
import type { JobOptions } from '../job/port';
import { sendRequest } from './request';
import { VISIBILITY } from './set-up';
import { surveyWorkbook, type Survey } from './survey';

/** Puts back what a failed or stopped write left switched off; owed until it has worked. */
export type Restore = (patience: Patience) => Promise<void>;

export type Patience = Pick<JobOptions, 'onWaiting'>;

/**
 * Events as before, the protection of every sheet that had one and now has none, and hidden what was hidden; formulas
 * that a write kept from being calculated are calculated.
 */
export async function restoreState(before: Survey, patience: Patience): Promise<void> {
  const now = await surveyWorkbook(patience);
  const changed = before.sheets.flatMap(({ name, protection, visibility }) => {
    const sheet = now.sheets.find((other) => isSameName(other.name, name));
    if (!sheet) return [];
    return [{ name, protection: sheet.protection ? null : protection, hide: isMoreHidden(visibility, sheet.visibility) ? visibility : null }];
  });
  await sendRequest((desk) => {
    for (const { name, protection, hide } of changed) {
      if (hide !== null) desk.sheet(name).visibility = VISIBILITY[hide];
      if (protection) desk.sheet(name).protection.protect(protection);
    }
    desk.workbook.application.calculate('Recalculate');
    desk.context.runtime.enableEvents = before.enableEvents;
  }, patience);
}

function isMoreHidden(before: SheetModel['visibility'], now: SheetModel['visibility']): boolean {
  const order = ['visible', 'hidden', 'veryHidden'];
  return order.indexOf(before) > order.indexOf(now);
}
