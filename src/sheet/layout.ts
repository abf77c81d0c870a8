import { expectedRowCount } from '../list/expected-row';
import type { Column, List } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import type { ColumnPlace, ListRows } from './build-input';

/** Where everything of a list stands on its sheet, 0-based. Lines that the list does not have are null. */
export interface ListLayout {
  readonly attachmentRow: number;
  readonly titleRow: number;
  readonly infoRow: number;
  /** 合计 of a project list. */
  readonly totalRow: number | null;
  /** 全市合计 and 文件全市数 of a target list in the city workbook. */
  readonly cityTotalRow: number | null;
  readonly noticeRow: number | null;
  /** 市本级's subtotals in 城区's workbook, list 2. */
  readonly cityLevelRow: number | null;
  readonly bandRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  /** Rows of the table's body, empty ones included. */
  readonly rowCount: number;
  readonly places: readonly LaidColumn[];
}

/** A column of the sheet: one of ours, or the user's own. */
export type LaidColumn =
  | { readonly kind: 'ours'; readonly column: Column }
  | { readonly kind: 'user'; readonly user: Extract<ColumnPlace, { user: unknown }>['user'] };

/** Empty rows that every project table has beyond what is expected, since not every program grows tables. */
const spareRows = 20;

/** Lays a list out for a scope; rows absent for an empty list. */
export function layList(plan: Plan, list: List, scope: Scope, rows: ListRows | undefined): ListLayout {
  const isCity = scope.kind === 'city';
  const carriesCityLevel = list.key === '2' && scope.kind === 'unit' && hostsCityLevel(plan, scope.unit);
  const lines =
    list.kind === 'project' ? ['total'] : isCity ? ['cityTotal', 'notice'] : carriesCityLevel ? ['cityLevel'] : [];
  const lineRow = (name: string) => (lines.includes(name) ? 3 + lines.indexOf(name) : null);
  const bandRow = 3 + lines.length;
  return {
    attachmentRow: 0,
    titleRow: 1,
    infoRow: 2,
    totalRow: lineRow('total'),
    cityTotalRow: lineRow('cityTotal'),
    noticeRow: lineRow('notice'),
    cityLevelRow: lineRow('cityLevel'),
    bandRow,
    headerRow: bandRow + 1,
    firstRow: bandRow + 2,
    rowCount: bodyRows(plan, list, scope, rows),
    places: layColumns(list, rows?.order),
  };
}

/** Sheet column of one of our columns; -1 where the layout has it not. */
export function columnAt(layout: ListLayout, key: string): number {
  return layout.places.findIndex((place) => place.kind === 'ours' && place.column.key === key);
}

/** True for the unit whose reserve figures include 市本级's: 二(二) “含市本级”. */
export function hostsCityLevel(plan: Plan, unit: string): boolean {
  return plan.units.some((candidate) => candidate.reserveWithin === unit);
}

function bodyRows(plan: Plan, list: List, scope: Scope, rows: ListRows | undefined): number {
  const held = rows?.rowCount ?? 0;
  if (list.kind === 'target') return held;
  return Math.max(held, Math.max(filledRows(rows), expectedRowCount(plan, list, scope)) + spareRows);
}

function filledRows(rows: ListRows | undefined): number {
  if (rows === undefined) return 0;
  let last = 0;
  for (const values of Object.values(rows.values)) {
    for (let row = values.length; row > last; row -= 1) {
      const value = values[row - 1];
      if (value !== null && value !== undefined && value !== '') last = row;
    }
  }
  return last;
}

/** The order that stands in the workbook, with any column of ours that is gone put back at its own place. */
function layColumns(list: List, order: readonly ColumnPlace[] | undefined): readonly LaidColumn[] {
  if (order === undefined) return list.columns.map((column) => ({ kind: 'ours', column }));
  const laid: LaidColumn[] = order.flatMap((place): LaidColumn[] => {
    if ('user' in place) return [{ kind: 'user', user: place.user }];
    const column = list.columns.find((candidate) => candidate.key === place.key);
    return column === undefined ? [] : [{ kind: 'ours', column }];
  });
  list.columns.forEach((column, index) => {
    if (laid.some((place) => place.kind === 'ours' && place.column === column)) return;
    const before = list.columns[index - 1];
    const after = laid.findIndex((place) => place.kind === 'ours' && place.column === before);
    laid.splice(after + 1, 0, { kind: 'ours', column });
  });
  return laid;
}
