import { formatArea } from '../sheet/address';
import { isSameArea } from '../sheet/area';
import { isSameName } from '../sheet/lay-sheet';
import type { Area, Change } from '../sheet/model';
import { HostError } from '../job/port';
import { sendRequest } from './request';
import type { Step } from './step';
import { askForExtent, type SheetExtent, type Survey, type TableExtent } from './survey';

/**
 * Stops the request, before it has touched anything, where a table is not exactly where it was seen: rows and columns
 * would be taken out in the wrong place. Excel refuses the intersection of ranges that have nothing in common, so each
 * edge of the table is held against the line where it was.
 */
export function placeStep(table: TableExtent): Step {
  const area = nativeArea(table);
  const first = { ...area, rows: 1 };
  const left = { ...area, columns: 1 };
  return {
    bytes: 2_000,
    run: (desk) => {
      const range = desk.table(table.name).getRange();
      range.getRow(0).getIntersection(formatArea(first));
      range.getLastRow().getIntersection(formatArea({ ...first, row: area.row + area.rows - 1 }));
      range.getColumn(0).getIntersection(formatArea(left));
      range.getLastColumn().getIntersection(formatArea({ ...left, column: area.column + area.columns - 1 }));
    },
  };
}

/** True where a table is elsewhere by now than it was seen, or gone. */
export async function haveTablesMoved(seen: ReadonlyMap<string, SheetExtent>, survey: Survey): Promise<boolean> {
  const laid = survey.sheets.flatMap((sheet) => {
    const extent = [...seen].find(([name]) => isSameName(name, sheet.name))?.[1];
    return extent ? [{ sheet, extent }] : [];
  });
  try {
    const asked = await sendRequest((desk) => laid.map(({ sheet, extent }) => ({ extent, now: askForExtent(desk, sheet) })));
    return asked.some(({ extent, now }) => {
      const { tables } = now();
      return extent.tables.some(({ area }, i) => !tables[i] || !isSameArea(tables[i].area, area));
    });
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    return cause.fault === 'notFound';
  }
}

/** As Excel counts it: without a header row that is switched off, with a totals row. */
function nativeArea({ area, hasHeaders, hasTotals }: TableExtent): Area {
  const above = hasHeaders || area.row === 0 ? 0 : 1;
  return { ...area, row: area.row + above, rows: area.rows - above + (hasTotals ? 1 : 0) };
}

/** True where tables of a sheet that is about to be laid are not where the job read them. */
export function hasMovedTable(changes: readonly Change[], extents: ReadonlyMap<string, SheetExtent>): boolean {
  return changes.some((change) => {
    if (change.kind !== 'laySheet' || !change.expects) return false;
    const { expects, sheet } = change;
    return extents.get(sheet.name)?.tables.some(({ name, area }) => {
      const read = expects.tables.find((table) => isSameName(table.name, name));
      return read !== undefined && !isSameArea(read.area, area);
    });
  });
}
