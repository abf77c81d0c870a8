import type { Carry } from '../../dispatch/carry';
import { carryAt } from '../../dispatch/carry-excerpt';
import { columnOf } from '../../dispatch/move';
import type { RowPoint } from '../../dispatch/move-book';
import type { Edit } from '../../job/port';
import type { CheckReport } from '../../job/report';
import type { Column } from '../../list/list';
import { listOf } from '../../list/registry';
import { describePlace } from '../../text/dispatch-move';

/** Rows of one edit that are looked at: who pastes many finds them under 流转. */
const mostRows = 5;

/** What can be carried into a row that the user (nobody else) has just typed into, the first there is. */
export function carryOfEdits(report: CheckReport, edits: readonly Edit[], declined: ReadonlySet<string>): Carry | null {
  const { entries, plan, lists } = report;
  for (const { sheet, area, remote } of [...edits].reverse()) {
    const own = Object.values(entries.lists).find(({ sheetName }) => sheetName === sheet);
    if (remote || area === null || own === undefined) continue;
    if (listOf(lists, own.list).kind !== 'project') continue;
    const first = Math.max(0, area.row - own.firstRow);
    const end = Math.min(own.rowCount, area.row + area.rows - own.firstRow, first + mostRows);
    for (let row = first; row < end; row++) {
      const carry = carryAt(entries, plan, lists, own.list, row);
      if (carry && !declined.has(carry.id)) return carry;
    }
  }
  return null;
}

/** The columns that a carry would fill. */
export function carriedColumns({ lists }: CheckReport, { row, cells }: Carry): Column[] {
  const list = listOf(lists, row.list);
  return cells.map(({ column }) => columnOf(list, column));
}

/** Tabs of the rows that it would be carried from, each once. */
export function carrySources(report: CheckReport, { cells }: Carry): string[] {
  const points = cells.flatMap(({ choices }) => choices.flatMap(({ sources }) => sources));
  return [...new Set(points.map(({ list }) => report.entries.lists[list]!.sheetName))];
}

/** 《5 未开工项目》第 12 行 */
export function describePoint({ entries }: CheckReport, { list, rowIndex }: RowPoint): string {
  const { sheetName, firstRow } = entries.lists[list]!;
  return describePlace(sheetName, firstRow + rowIndex + 1);
}
