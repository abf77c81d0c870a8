import { parseA1Ref, parseStructRef, type ReferenceIdentifier } from '@borgar/fx';
import type { Area } from '../../sheet/model';
import { Reference, type CellReader } from './operand';
import { ERROR, foldCase, type FormulaError } from './scalar';
import type { Scope, TableScope } from './scope';

export const SHEET_ROWS = 1048576;
export const SHEET_COLUMNS = 16384;

/** Where a formula stands, and how far that is from the cell that its relative references were written for. */
export interface Place {
  readonly sheet: CellReader;
  readonly row: number;
  readonly column: number;
  readonly rowShift: number;
  readonly columnShift: number;
}

/** Finds the cells that a reference in a formula means for the formula's place. */
export type ReferenceResolver = (place: Place) => Reference | FormulaError;

/** True for Sheet1:Sheet3!A1, [1]Sheet1!A1 and the like, which we do not follow. */
function isForeign(context: readonly string[]): boolean {
  return context.length > 1 || (context[0] ?? '').includes(':');
}

function resolveRange(text: string, scope: Scope): ReferenceResolver {
  const parsed = parseA1Ref(text);
  if (!parsed || !('range' in parsed) || !parsed.range) return () => ERROR.reference;
  const { range } = parsed;
  const context = parsed.context ?? [];
  if (isForeign(context)) return () => ERROR.reference;
  const sheetName = context[0];
  const sheet = sheetName === undefined ? null : scope.findSheet(sheetName);
  if (sheet === undefined) return () => ERROR.reference;
  const top = range.top ?? 0;
  const left = range.left ?? 0;
  const bottom = range.bottom ?? (range.top === null ? SHEET_ROWS - 1 : top);
  const right = range.right ?? (range.left === null ? SHEET_COLUMNS - 1 : left);
  const area: Area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  const shift = (value: number, fixed: boolean, by: number, whole: boolean) => (fixed || whole ? value : value + by);
  return (place) => {
    const on = sheet ?? place.sheet;
    if (place.rowShift === 0 && place.columnShift === 0) return new Reference(on, area);
    const r0 = shift(top, !!range.$top, place.rowShift, range.top === null);
    const r1 = shift(bottom, !!(range.$bottom ?? range.$top), place.rowShift, range.top === null);
    const c0 = shift(left, !!range.$left, place.columnShift, range.left === null);
    const c1 = shift(right, !!(range.$right ?? range.$left), place.columnShift, range.left === null);
    if (Math.min(r0, r1, c0, c1) < 0 || Math.max(r0, r1) >= SHEET_ROWS || Math.max(c0, c1) >= SHEET_COLUMNS) {
      return ERROR.reference;
    }
    return new Reference(on, {
      row: Math.min(r0, r1),
      column: Math.min(c0, c1),
      rows: Math.abs(r1 - r0) + 1,
      columns: Math.abs(c1 - c0) + 1,
    });
  };
}

/** Rows of a table that the section words name; null where they name none that is there. */
function findRows(table: TableScope, sections: readonly string[], row: number): { row: number; rows: number } | FormulaError {
  const { area } = table;
  const has = (section: string) => sections.includes(section);
  if (has('this row')) {
    return row > area.row && row < area.row + area.rows ? { row, rows: 1 } : ERROR.value;
  }
  if (has('all') || (has('headers') && has('data'))) return { row: area.row, rows: area.rows };
  if (has('headers')) return { row: area.row, rows: 1 };
  // Our tables have no totals row; the body alone is what #Data with #Totals comes to.
  if (has('totals') && !has('data')) return ERROR.reference;
  return area.rows > 1 ? { row: area.row + 1, rows: area.rows - 1 } : ERROR.reference;
}

/** First and last column offset of the named columns; null where the table has no such column. */
function findColumns(table: TableScope, columns: readonly string[]): { first: number; last: number } | null {
  if (columns.length === 0) return { first: 0, last: table.area.columns - 1 };
  const offsets = columns.map((header) => table.columns.get(foldCase(header)) ?? -1);
  return offsets.includes(-1) ? null : { first: Math.min(...offsets), last: Math.max(...offsets) };
}

function resolveTable(text: string, scope: Scope): ReferenceResolver {
  const parsed = parseStructRef(text);
  if (!parsed) return () => ERROR.reference;
  const sections = (parsed.sections ?? []).map((section) => section.toLowerCase());
  const columns = parsed.columns ?? [];
  const build = (table: TableScope | undefined): ReferenceResolver => {
    const span = table && findColumns(table, columns);
    if (!table || !span) return () => ERROR.reference;
    const column = table.area.column + span.first;
    const count = span.last - span.first + 1;
    return (place) => {
      const rows = findRows(table, sections, place.row);
      return 'rows' in rows ? new Reference(table.sheet, { row: rows.row, rows: rows.rows, column, columns: count }) : rows;
    };
  };
  if (parsed.table) return build(scope.findTable(parsed.table));
  return (place) => build(scope.findTableAt(place.sheet, place.row, place.column))(place);
}

function resolveName(text: string, scope: Scope): ReferenceResolver {
  const name = scope.findName(text.slice(text.lastIndexOf('!') + 1));
  if (!name) return () => ERROR.name;
  return () => new Reference(name.sheet, name.area);
}

/** Resolver of a reference node; names and tables are looked up once per scope. */
export function resolveReference(node: Pick<ReferenceIdentifier, 'kind' | 'value'>, scope: Scope): ReferenceResolver {
  if (node.kind === 'table') return resolveTable(node.value, scope);
  if (node.kind === 'name') return resolveName(node.value, scope);
  return resolveRange(node.value, scope);
}
