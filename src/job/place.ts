import type { Issue } from '../rule/issue';
import type { CheckReport, Place } from './report';

/** Where a click on an issue leads: the issue's own place, else its row's cell, else the list's header or sheet. */
export function placeOf(report: Pick<CheckReport, 'entries' | 'lists'>, issue: Issue): Place {
  if (issue.place !== undefined) {
    return { sheet: issue.place.sheetName, row: issue.place.row, column: issue.place.column };
  }
  const found = issue.list === null ? undefined : report.entries.lists[issue.list];
  if (found === undefined) {
    const any = Object.values(report.entries.lists)[0];
    return { sheet: any?.sheetName ?? '', row: 0, column: 0 };
  }
  const column = found.at[issue.columns[0] ?? ''] ?? 0;
  const row = issue.rowIndex === null ? found.headerRow : found.firstRow + issue.rowIndex;
  return { sheet: found.sheetName, row, column };
}
