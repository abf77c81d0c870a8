import type { Book } from '../../src/host/book/book';
import { parseReference } from '../../src/sheet/address';
import type { Area } from '../../src/sheet/model';
import { cellOf, ƒ, type Ledger, type LedgerCell } from './ledger';

/** A formula that the user wrote on a sheet of his own to read, or to sum, cells of another. */
export interface OwnFormula {
  readonly home: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly kind: 'cell' | 'sum';
  /** What it reads; null once that is gone, so that it shows #REF!. */
  readonly target: { readonly sheet: string; readonly area: Area } | null;
}

/** Rows or columns came (count above 0) or went in a sheet. */
export function followLines(formulas: readonly OwnFormula[], sheet: string, axis: 'row' | 'column', at: number, count: number): OwnFormula[] {
  return formulas.flatMap((formula): OwnFormula[] => {
    const { home, target } = formula;
    const place = home.sheet === sheet ? shiftPoint(home[axis], at, count) : home[axis];
    if (place === null) return [];
    const area = target && target.sheet === sheet ? shiftSpan(target.area, axis, at, count) : (target?.area ?? null);
    return [{ ...formula, home: { ...home, [axis]: place }, target: target && area ? { ...target, area } : null }];
  });
}

/** A sheet is gone with what stood on it. */
export function followRemoval(formulas: readonly OwnFormula[], sheet: string): OwnFormula[] {
  return formulas
    .filter(({ home }) => home.sheet !== sheet)
    .map((formula) => (formula.target?.sheet === sheet ? { ...formula, target: null } : formula));
}

/** Cells were cut and pasted on one sheet. */
export function followMove(formulas: readonly OwnFormula[], sheet: string, from: Area, to: Area): OwnFormula[] {
  const isWithin = (inner: Area, outer: Area) =>
    inner.row >= outer.row && inner.column >= outer.column && inner.row + inner.rows <= outer.row + outer.rows && inner.column + inner.columns <= outer.column + outer.columns;
  return formulas.map((formula) => {
    const { target } = formula;
    if (target?.sheet !== sheet) return formula;
    const { area } = target;
    if (isWithin(area, from)) return { ...formula, target: { ...target, area: { ...area, row: area.row - from.row + to.row, column: area.column - from.column + to.column } } };
    return isWithin(area, to) ? { ...formula, target: null } : formula;
  });
}

function shiftPoint(index: number, at: number, count: number): number | null {
  if (index < at) return index;
  return index < at - Math.min(0, count) ? null : index + count;
}

function shiftSpan(area: Area, axis: 'row' | 'column', at: number, count: number): Area | null {
  const [first, size] = axis === 'row' ? [area.row, area.rows] : [area.column, area.columns];
  const lines = Array.from({ length: size }, (_, i) => shiftPoint(first + i, at, count)).filter((line) => line !== null);
  if (lines.length === 0) return null;
  const [from, to] = [lines[0]!, lines[lines.length - 1]!];
  return axis === 'row' ? { ...area, row: from, rows: to - from + 1 } : { ...area, column: from, columns: to - from + 1 };
}

/** What it must show, by the user's own bookkeeping; undefined where what it reads is a formula itself. */
export function valueOf({ kind, target }: OwnFormula, ledger: Ledger): LedgerCell | undefined {
  const sheet = target && ledger.sheets.find(({ id }) => id === target.sheet);
  if (!target || !sheet) return '#REF!';
  let sum = 0;
  for (let row = target.area.row; row < target.area.row + target.area.rows; row += 1) {
    for (let column = target.area.column; column < target.area.column + target.area.columns; column += 1) {
      const cell = cellOf(sheet, row, column);
      if (cell === ƒ) return undefined;
      if (kind === 'cell') return cell ?? 0;
      if (typeof cell === 'number') sum += cell;
      // An error that somebody typed is what the sum comes to.
      if (typeof cell === 'string' && cell.startsWith('#')) return undefined;
    }
  }
  return sum;
}

/** Where the user's own formulas do not show what they must. */
export function compareFormulas(book: Book, formulas: readonly OwnFormula[], ledger: Ledger): string[] {
  return formulas.flatMap((formula) => {
    const { home } = formula;
    const sheet = book.sheets.find(({ id }) => id === home.sheet);
    const [expected, shown] = [valueOf(formula, ledger), sheet?.valueAt(home.row, home.column) ?? null];
    const isSame = typeof expected === 'number' && typeof shown === 'number' ? Math.abs(expected - shown) < 1e-6 : expected === shown;
    if (expected === undefined || isSame) return [];
    return [`the formula ${sheet?.formulaAt(home.row, home.column)} on ${sheet?.name} shows ${String(shown)}, expected ${String(expected)}`];
  });
}

/** The formulas with what they read now, where the add-in has moved it: by their own texts. */
export function readAgain(book: Book, formulas: readonly OwnFormula[]): OwnFormula[] {
  return formulas.map((formula) => {
    const { home } = formula;
    const text = book.sheets.find(({ id }) => id === home.sheet)?.formulaAt(home.row, home.column) ?? '';
    const read = parseReference(text.replace(/^=(SUM\()?/, '').replace(/\)$/, '').replaceAll('$', ''));
    const sheet = read && book.findSheet(read.sheet);
    return { ...formula, target: read && sheet ? { sheet: sheet.id, area: read.area } : null };
  });
}
