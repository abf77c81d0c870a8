import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { formulaPairOf } from '../total/compute';
import type { TotalData } from '../total/data';
import { sheetLabels } from '../text/sheet';
import { lineBlocks } from './build-list';
import { isErrorText } from './compute-entries';
import type { BuildInput } from './build-input';
import { headBlocks } from './list-head';
import { layPages } from './list-page';
import type { Block, Formula, SheetContent } from './model';
import { cellReader, formulaReader } from './read-data';
import type { ListReading } from './read-list';
import { standingLayout } from './standing-layout';

/** A cell whose formula is gone, with the formula that belongs there. */
export interface LostFormula {
  readonly row: number;
  readonly column: number;
  readonly content: Formula;
}

/** Which formulas are taken besides those that are gone. */
export interface Doubtful {
  /** Those that read otherwise. */
  readonly isOther: boolean;
  /** Those that show an error: what they read may just have come back, and a file keeps what they showed. */
  readonly isError: boolean;
  /** Those of rows that hold nothing yet: a check gives a row its formulas once it does. */
  readonly isSpare: boolean;
}

const none: Doubtful = { isOther: false, isError: false, isSpare: false };

/** True for a formula that is gone, or has lost what it read. */
function isLostFormula(formula: string | null): boolean {
  return formula === null || formula.includes('#REF!');
}

/**
 * Columns of a list with ƒ cells that hold no formula, and in which rows (0-based in the list); what was typed over one
 * counts, but for the unit in a unit's workbook. `wanted` gives the formulas to compare with.
 */
export function lostInBody(
  plan: Plan,
  list: List,
  { entries }: ListReading,
  scope: BuildInput['scope'],
  wanted: (column: string, row: number) => string | null = () => null,
  doubtful: Doubtful = none,
): { readonly column: string; readonly rows: readonly number[] }[] {
  const typed = list.columns.filter(({ key, role }) => (role === 'entry' || role === 'issued') && entries.formulas[key] === undefined);
  const isUsed = (row: number): boolean => doubtful.isSpare || typed.some(({ key }) => !isBlank(entries.values[key]?.[row]));
  return list.columns.flatMap((column) => {
    const formulas = entries.formulas[column.key];
    if (formulas === undefined || formulaPairOf(plan, list, column.key, scope) === undefined) return [];
    const isTyped = (row: number): boolean => column.role !== 'formula' && formulas[row] === null && !isBlank(entries.values[column.key]?.[row]);
    const isLost = (row: number): boolean => {
      if (isLostFormula(formulas[row] ?? null)) return true;
      const isOther = doubtful.isOther && formulas[row] !== wanted(column.key, row);
      return isOther || (doubtful.isError && isErrorText(entries.values[column.key]?.[row]) && formulas[row] === wanted(column.key, row));
    };
    const rows = Array.from({ length: entries.rowCount }, (_, row) => row).filter((row) => isLost(row) && !isTyped(row) && isUsed(row));
    return rows.length === 0 ? [] : [{ column: column.key, rows }];
  });
}

/** Formulas that are gone from the lines above a list's table. A line that was moved off is not looked for. */
export function lostInFrame(list: List, input: BuildInput, reading: ListReading, sheet: SheetContent, data: TotalData, doubtful: Doubtful = none): LostFormula[] {
  const { layout, down, right } = standingLayout(input.plan, list, input.scope, reading);
  const blocks = [...headBlocks(list, layout, layPages(list, layout), input, input.reporter ?? ''), ...lineBlocks(list, layout, input, data)];
  const moved = blocks.map((block) => ({ ...block, row: block.row + down, column: block.column + right }));
  return lostInBlocks(moved.filter(({ row }) => row >= 0), sheet, doubtful).lost;
}

/**
 * Formulas of these blocks that are gone from the sheet, looked for in rows that begin as they are laid. `unknown` are
 * the formulas in rows that do not.
 */
export function lostInBlocks(blocks: readonly Block[], sheet: SheetContent, doubtful: Doubtful = none): { readonly lost: LostFormula[]; readonly unknown: number } {
  const [valueAt, formulaAt] = [cellReader(sheet), formulaReader(sheet)];
  const lost: LostFormula[] = [];
  let unknown = 0;
  for (const block of blocks) {
    block.content.forEach((line, offset) => {
      const row = block.row + offset;
      line.forEach((content, at) => {
        if (typeof content !== 'object' || content === null) return;
        const column = block.column + at;
        const formula = formulaAt(row, column);
        const isOther = doubtful.isOther && formula !== content.formula;
        const isError = doubtful.isError && formula === content.formula && isErrorText(valueAt(row, column));
        if (!isLostFormula(formula) && !isOther && !isError) return;
        const [first] = line;
        const isInPlace = at === 0 ? isError || beginsAlike(valueAt(row, column)) : typeof first === 'object' || valueAt(row, block.column) === first;
        if (isInPlace) lost.push({ row, column, content });
        else unknown += 1;
      });
    });
  }
  return { lost, unknown };
}

/** The line under a title, which names who reports. */
function beginsAlike(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(sheetLabels.reporter);
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
