import { subtractArea } from './area';
import { blocksOf, gridOf, isEmptyContent, writeToGrid } from './grid';
import type { Grid } from './grid';
import { isSameName, laySheetInPlace } from './lay-sheet';
import type { Change, Content, DefinedName, RowMove, SheetModel, TableModel, WorkbookModel } from './model';
import { withoutOurs } from './our-format';
import { ownLooks, withOwnLooks } from './own-look';
import { setUpSheet } from './set-up';
import { shiftArea, shiftFormula } from './shift-row';
import type { RowShift } from './shift-row';

/** A change names a sheet or table that the workbook does not have. */
export class UnknownTargetError extends Error {
  override readonly name = 'UnknownTargetError';
  constructor(
    readonly kind: 'sheet' | 'table',
    readonly target: string,
  ) {
    super(`no ${kind} named ${target}`);
  }
}

interface Draft {
  sheets: SheetModel[];
  names: readonly DefinedName[];
  activeSheet: string;
  /** Contents of sheets that were written to, by sheet name; they replace the sheet's blocks at the end. */
  readonly grids: Map<string, Grid>;
}

/**
 * The workbook after the changes, carried out in order with the meaning documented at Change. All or nothing:
 * throws UnknownTargetError before anything is lost. Formulas keep their cached values.
 *
 * Blind spot: removing a sheet leaves formulas that point to it as they are, where Excel writes #REF!.
 */
export function applyChanges(model: WorkbookModel, changes: readonly Change[]): WorkbookModel {
  const draft: Draft = {
    sheets: [...model.sheets],
    names: model.names,
    activeSheet: model.activeSheet,
    grids: new Map(),
  };
  for (const change of changes) applyChange(draft, change);
  return {
    sheets: draft.sheets.map((sheet) => settleSheet(sheet, draft.grids.get(sheet.name))),
    names: draft.names,
    activeSheet: draft.activeSheet,
  };
}

function applyChange(draft: Draft, change: Change): void {
  switch (change.kind) {
    case 'laySheet':
      return laySheet(draft, change.sheet, change.after, change.moves);
    case 'writeCells':
      return writeToGrid(openGrid(draft, change.sheet), change.row, change.column, change.content);
    case 'resizeTable':
      return replaceSheet(draft, change.sheet, (sheet) => ({
        ...sheet,
        tables: replaceTable(sheet.tables, change.table, (table) => ({ ...table, area: change.area })),
      }));
    case 'styleCells':
      return replaceSheet(draft, change.sheet, (sheet) => ({ ...sheet, styles: [...sheet.styles, ...change.styles] }));
    case 'replaceConditionalFormats':
      return replaceSheet(draft, change.sheet, (sheet) => ({
        ...sheet,
        conditionalFormats: [...change.formats, ...withoutOurs(sheet.conditionalFormats, change.formats)],
      }));
    case 'replaceValidations':
      return replaceSheet(draft, change.sheet, (sheet) => ({
        ...sheet,
        validations: [
          ...change.validations.reduce(
            (left, { area }) =>
              left.flatMap((validation) =>
                subtractArea(validation.area, area).map((part) => ({ ...validation, area: part })),
              ),
            [...sheet.validations],
          ),
          ...change.validations,
        ],
      }));
    case 'addTable':
      return addTable(draft, change.sheet, change.table);
    case 'setUpSheet':
      return replaceSheet(draft, change.sheet, (sheet) => setUpSheet(sheet, change.setUp));
    case 'removeSheet':
      return removeSheet(draft, change.sheet);
    case 'defineNames':
      draft.names = [
        ...draft.names.filter(({ name }) => !change.names.some((other) => isSameName(other.name, name))),
        ...change.names,
      ];
      return;
    case 'activate':
      draft.activeSheet = findSheet(draft, change.sheet).name;
  }
}

function laySheet(draft: Draft, next: SheetModel, after: string | null, moves: readonly RowMove[] = []): void {
  const index = draft.sheets.findIndex(({ name }) => isSameName(name, next.name));
  const present = draft.sheets[index];
  if (present) {
    const laid = laySheetInPlace(present, withOwnLooks(next, ownLooks(present, next)), moves);
    draft.sheets[index] = laid.sheet;
    draft.grids.delete(present.name);
    for (const shift of laid.shifts) followShift(draft, shift);
    return;
  }
  const at = after === null ? 0 : draft.sheets.indexOf(findSheet(draft, after)) + 1;
  draft.sheets.splice(at, 0, next);
}

/** Lets everything that points into the shifted sheet follow, except that sheet itself: it was just laid. */
function followShift(draft: Draft, shift: RowShift): void {
  draft.names = draft.names.flatMap((name) => {
    if (!isSameName(name.sheet, shift.sheet)) return [name];
    const area = shiftArea(name.area, shift);
    return area ? [{ ...name, area }] : [];
  });
  draft.sheets = draft.sheets.map((sheet) => {
    if (isSameName(sheet.name, shift.sheet)) return sheet;
    const follow = (formula: string): string => shiftFormula(formula, sheet.name, shift);
    const grid = draft.grids.get(sheet.name);
    if (grid) for (const [row, cells] of grid) grid.set(row, cells.map((cell) => followCell(cell ?? null, follow)));
    return {
      ...sheet,
      blocks: grid ? [] : sheet.blocks.map((block) => ({
        ...block,
        content: block.content.map((cells) => cells.map((cell) => followCell(cell, follow))),
      })),
      validations: sheet.validations.map((validation) =>
        validation.rule.kind === 'list'
          ? { ...validation, rule: { kind: 'list', source: follow(validation.rule.source) } }
          : validation,
      ),
      conditionalFormats: sheet.conditionalFormats.map((format) =>
        format.kind === 'formula' ? { ...format, formula: follow(format.formula) } : format,
      ),
      links: sheet.links.flatMap((link) => {
        if (!isSameName(link.sheet, shift.sheet)) return [link];
        const target = shiftArea({ row: link.targetRow, column: link.targetColumn, rows: 1, columns: 1 }, shift);
        return target ? [{ ...link, targetRow: target.row }] : [];
      }),
    };
  });
}

function followCell(cell: Content, follow: (formula: string) => string): Content {
  if (typeof cell !== 'object' || cell === null) return cell;
  const formula = follow(cell.formula);
  return formula === cell.formula ? cell : { ...cell, formula };
}

function addTable(draft: Draft, sheet: string, table: TableModel): void {
  const headers = headersOf(table, openGrid(draft, sheet));
  replaceSheet(draft, sheet, (present) => ({ ...present, tables: [...present.tables, { ...table, headers }] }));
}

function removeSheet(draft: Draft, name: string): void {
  const sheet = findSheet(draft, name);
  const index = draft.sheets.indexOf(sheet);
  draft.sheets.splice(index, 1);
  draft.grids.delete(sheet.name);
  draft.names = draft.names.filter((entry) => !isSameName(entry.sheet, sheet.name));
  if (draft.activeSheet === sheet.name) {
    const near = [...draft.sheets.slice(index), ...draft.sheets.slice(0, index).reverse()];
    draft.activeSheet = (near.find(({ visibility }) => visibility === 'visible') ?? near[0])?.name ?? '';
  }
}

function findSheet(draft: Draft, name: string): SheetModel {
  const sheet = draft.sheets.find((candidate) => isSameName(candidate.name, name));
  if (!sheet) throw new UnknownTargetError('sheet', name);
  return sheet;
}

function replaceSheet(draft: Draft, name: string, change: (sheet: SheetModel) => SheetModel): void {
  const sheet = findSheet(draft, name);
  draft.sheets[draft.sheets.indexOf(sheet)] = change(sheet);
}

function replaceTable(
  tables: readonly TableModel[],
  name: string,
  change: (table: TableModel) => TableModel,
): readonly TableModel[] {
  if (!tables.some((table) => isSameName(table.name, name))) throw new UnknownTargetError('table', name);
  return tables.map((table) => (isSameName(table.name, name) ? change(table) : table));
}

function openGrid(draft: Draft, name: string): Grid {
  const sheet = findSheet(draft, name);
  const known = draft.grids.get(sheet.name);
  if (known) return known;
  const grid = gridOf(sheet.blocks);
  draft.grids.set(sheet.name, grid);
  return grid;
}

/** Contents back into blocks, and table headers as their cells now say. */
function settleSheet(sheet: SheetModel, grid: Grid | undefined): SheetModel {
  const settled = grid ? { ...sheet, blocks: blocksOf(grid) } : sheet;
  if (!settled.tables.some((table) => grid ?? table.headers.length !== table.area.columns)) return settled;
  const contents = grid ?? gridOf(settled.blocks);
  return { ...settled, tables: settled.tables.map((table) => ({ ...table, headers: headersOf(table, contents) })) };
}

/** Excel gives a header cell that is empty a name of its own; so that a file stays sound, so do we. */
function headersOf(table: TableModel, grid: Grid): readonly string[] {
  const { row, column, columns } = table.area;
  return Array.from({ length: columns }, (_, i) => {
    const cell = grid.get(row)?.[column + i];
    if (isEmptyContent(cell)) return table.headers[i] ?? `列${i + 1}`;
    return String(typeof cell === 'object' && cell !== null ? cell.value : cell);
  });
}
