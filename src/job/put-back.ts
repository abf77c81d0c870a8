import type { Change, Content, SheetContent, WorkbookContent } from '../sheet/model';
import { cellReader, formulaReader } from '../sheet/read-data';
import type { CellsWritten } from '../sheet/write-content';
import { cellKey } from './cell-key';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/**
 * What undoes these changes where they were carried out in part: cells that hold what was to be written get what they
 * held before. What anybody else wrote meanwhile stays, and so do looks, and tables that were made longer.
 */
export function cellsBack(changes: readonly Change[], before: WorkbookContent, now: WorkbookContent): CellsWritten[] {
  const written = new Map<string, Map<number, Cell>>();
  for (const change of changes) {
    if (change.kind !== 'writeCells') continue;
    const cells = written.get(change.sheet) ?? new Map<number, Cell>();
    written.set(change.sheet, cells);
    change.content.forEach((line, down) =>
      line.forEach((content, along) => {
        const [row, column] = [change.row + down, change.column + along];
        cells.set(cellKey(row, column), { row, column, content });
      }),
    );
  }
  return [...written].flatMap(([name, cells]) => {
    const [was, is] = [readSheet(before, name), readSheet(now, name)];
    if (was === null || is === null) return [];
    const back = [...cells.values()].flatMap(({ row, column, content }): Cell[] => {
      const [held, holds] = [was(row, column), is(row, column)];
      return isSameContentOf(holds, content) && !isSameContentOf(held, content) ? [{ row, column, content: held }] : [];
    });
    return columnRuns(name, back);
  });
}

/** What another author wrote into sheets that were laid over it, in the places where they wrote it. */
export function editsAgain(changes: readonly Change[], found: readonly SheetContent[]): CellsWritten[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'laySheet' || change.expects === undefined) return [];
    const edited = found.find(({ name }) => name === change.sheet.name);
    return edited === undefined ? [] : columnRuns(edited.name, editedCells(change.expects, edited));
  });
}

export type LayChange = Extract<Change, { readonly kind: 'laySheet' }>;

/**
 * What changes that were cut off half-way may have taken away: looks, and sheets that are laid from the others. Written
 * once more it is whole, whichever side of the write the cells are on. `former` are such sheets as they were. A sheet
 * that is not there now is left alone: somebody may have renamed it. One that was not there before goes again.
 */
export function looksAgain(changes: readonly Change[], former: readonly LayChange[], before: WorkbookContent, now: WorkbookContent): Change[] {
  const stood = new Set(before.sheets.map(({ name }) => name));
  const names = new Set(now.sheets.map(({ name }) => name));
  return changes.flatMap((change): Change[] => {
    if (change.kind === 'laySheet') {
      const { name } = change.sheet;
      if (!names.has(name)) return [];
      return stood.has(name) ? [former.find(({ sheet }) => sheet.name === name) ?? withoutMovesMade(change, before, now)] : [{ kind: 'removeSheet', sheet: name }];
    }
    return 'sheet' in change && looks.has(change.kind) && names.has(change.sheet) ? [change] : [];
  });
}

/** Rows of a sheet that does not stand as before have moved: what reads them is not moved twice. */
function withoutMovesMade({ moves, ...change }: LayChange, before: WorkbookContent, now: WorkbookContent): LayChange {
  const textOf = ({ sheets }: WorkbookContent) => JSON.stringify(sheets.find(({ name }) => name === change.sheet.name)?.values);
  return moves === undefined || textOf(before) !== textOf(now) ? change : { ...change, moves };
}

const looks: ReadonlySet<Change['kind']> = new Set<Change['kind']>(['styleCells', 'replaceConditionalFormats', 'replaceValidations', 'setUpSheet']);

function editedCells(expected: SheetContent, found: SheetContent): Cell[] {
  const [was, is] = [sheetReader(expected), sheetReader(found)];
  const cells: Cell[] = [];
  const end = (sheet: SheetContent) => ({ row: sheet.row + sheet.values.length, column: sheet.column + (sheet.values[0]?.length ?? 0) });
  for (let row = Math.min(expected.row, found.row); row < Math.max(end(expected).row, end(found).row); row += 1) {
    for (let column = Math.min(expected.column, found.column); column < Math.max(end(expected).column, end(found).column); column += 1) {
      const content = is(row, column);
      if (!isSameContentOf(was(row, column), content)) cells.push({ row, column, content });
    }
  }
  return cells;
}

/** True for the same value, or a formula of the same text but for the blanks and the case that Excel chooses. */
export function isSameContentOf(a: Content, b: Content): boolean {
  if (isFormula(a) && isFormula(b)) return spelled(a.formula) === spelled(b.formula);
  return a === b || (isEmpty(a) && isEmpty(b));
}

/** Cells as changes, those under one another in one. */
export function columnRuns(sheet: string, cells: readonly Cell[]): CellsWritten[] {
  const runs: { row: number; column: number; content: Content[][] }[] = [];
  for (const { row, column, content } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last?.column === column && last.row + last.content.length === row) last.content.push([content]);
    else runs.push({ row, column, content: [[content]] });
  }
  return runs.map((run) => ({ kind: 'writeCells', sheet, ...run }));
}

/** Contents of a sheet by place; null where the workbook has no such sheet. */
export function readSheet({ sheets }: WorkbookContent, name: string): ((row: number, column: number) => Content) | null {
  const sheet = sheets.find((candidate) => candidate.name === name);
  return sheet === undefined ? null : sheetReader(sheet);
}

function sheetReader(sheet: SheetContent): (row: number, column: number) => Content {
  const [value, formula] = [cellReader(sheet), formulaReader(sheet)];
  return (row, column) => {
    const text = formula(row, column);
    return text === null ? value(row, column) : { formula: text, value: value(row, column) };
  };
}

function isFormula(content: Content): content is Exclude<Content, string | number | boolean | null> {
  return typeof content === 'object' && content !== null;
}

function isEmpty(content: Content): boolean {
  return content === null || content === '';
}

function spelled(formula: string): string {
  return formula.replaceAll(/\s/g, '').toUpperCase();
}
