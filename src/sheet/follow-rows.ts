import type { ListKey } from '../list/list';
import type { BuildInput, ListRows } from './build-input';
import { layList } from './layout';
import { shiftFormula, type RowShift } from './shift-row';
import type { WorkbookReading } from './read-workbook';

/**
 * How the user's own formulas read once the sheets are laid out anew: where rows were inserted above a header,
 * they go, and what stands below moves up. Formulas on a sheet that is laid later follow the host; those written
 * after the move have to be adjusted here, and all of them where the sheets stand anew already. `summary` are the moves on
 * 汇总, which is laid before every list and after 说明. Returns the formula as it
 * has to be written.
 */
export function rowFollower(reading: WorkbookReading, input: BuildInput, isLaid = false, summary: readonly RowShift[] = []): (formula: string, sheet: string) => string {
  const shifts = reading.lists.flatMap((list): RowShift[] => {
    const found = reading.readings[list.key];
    if (found === undefined) return [];
    const { headerRow } = layList(input.plan, list, input.scope, input.rows[list.key]);
    const count = headerRow - found.area.row;
    if (count === 0) return [];
    return [{ sheet: found.entries.sheetName, row: count > 0 ? found.area.row : headerRow, count }];
  });
  const order = reading.lists.map((list) => reading.readings[list.key]?.entries.sheetName ?? '');
  return (formula, sheet) => {
    const at = order.indexOf(sheet);
    // 说明 and 汇总 are laid before every list.
    const written = isLaid ? shifts : shifts.filter((shift) => order.indexOf(shift.sheet) <= at);
    const onSummary = isLaid || at >= 0 || summary.some((shift) => shift.sheet === sheet) ? summary : [];
    return [...onSummary, ...written].reduce((text, shift) => shiftFormula(text, sheet, shift), formula);
  };
}

/** The rows with every formula of the user's adjusted: those of added columns, and those typed into our cells. */
export function followRows(
  rows: Readonly<Record<ListKey, ListRows>>,
  tabOf: (list: ListKey) => string | undefined,
  follow: (formula: string, sheet: string) => string,
): Record<ListKey, ListRows> {
  return Object.fromEntries(
    Object.entries(rows).map(([key, list]) => {
      const tab = tabOf(key);
      if (tab === undefined) return [key, list];
      const adjust = (formulas: readonly (string | null)[]) => formulas.map((text) => (text === null ? null : follow(text, tab)));
      const order = list.order?.map((place) =>
        'key' in place ? place : { user: { ...place.user, formulas: adjust(place.user.formulas) } },
      );
      const formulas = Object.fromEntries(Object.entries(list.formulas ?? {}).map(([column, texts]) => [column, adjust(texts)]));
      return [key, { ...list, formulas, ...(order === undefined ? {} : { order }) }];
    }),
  );
}
