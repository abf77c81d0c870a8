import type { LossKind, ToldLoss } from '../text/repair';
import { intersectAreas, isInArea, isSameArea, subtractArea } from './area';
import { isSameName } from './lay-sheet';
import type { Area, Change, ConditionalFormat, SetUp, Validation } from './model';
import { createFormulaMover } from './move-formula';
import type { SheetLook, WorkbookLook } from './sheet-look';

/** One kind of loss on one sheet. */
export interface Loss extends ToldLoss {
  /** Columns for dropdown, check, format and lock; columns and single cells for formula; formats for mark and bar; else 1. */
  readonly count: number;
  /** What puts it back, and changes nothing else. */
  readonly restore: readonly Change[];
}

/**
 * What the standing look lacks of the laid one, sheet by sheet. What the user set otherwise is no loss: another place
 * to freeze at, more decimals, a column of his own that he hid, a filter's choice.
 *
 * Blind spots: while a table is filtered, rows of it that were hidden by hand are not told from those that the filter
 * hides; column widths, merged cells, row heights, fonts, borders and fills are taste and not looked at, nor are page
 * margins, footers and breaks; of a check only its kind, its list and that it has a prompt. LibreOffice keeps all of these
 * (saved as .xlsx, and as .xls and back), but for the names of fonts that its computer lacks: Chinese texts then have its
 * own font, which is not told.
 *
 * What LibreOffice does to a file of ours: from its window it keeps all but that a sheet is very hidden, and the colour of
 * the tabs of protected sheets; without a window (converted by a server) frozen panes and hidden gridlines go, too. It
 * writes sheet names without quotes, formats with other quotes, and keeps what is printed even where the user took it
 * away. What is typed under a table is not in it, and rows inserted in one have no formulas. A table removed leaves its
 * name in the formulas, which then show errors.
 */
export function lostLooks(laid: WorkbookLook, standing: WorkbookLook): Loss[] {
  const presentOf = (look: SheetLook) => standing.sheets.find(({ name }) => isSameName(name, look.name));
  const losses = laid.sheets.flatMap((look) => {
    const present = presentOf(look);
    return present === undefined ? [] : lossesOf(look, present);
  });
  const names = laid.names.filter(({ name }) => !standing.names.some((other) => isSameName(other.name, name)));
  if (names.length > 0) losses.push({ sheet: names[0]!.sheet, kind: 'name', count: names.length, restore: [{ kind: 'defineNames', names }] });
  const last = losses.pop();
  // Of no use to anybody by itself, so it is not told, but comes back with the rest.
  const unseen = laid.sheets.flatMap((look) => lostView(look, presentOf(look)));
  return last === undefined ? [] : [...losses, { ...last, restore: [...last.restore, ...unseen] }];
}

/** Its tab has no colour any more; then the grid is as the program shows it, too. */
function lostView({ name, tabColor, gridlines }: SheetLook, standing: SheetLook | undefined): Change[] {
  if (tabColor === undefined || standing === undefined || standing.tabColor !== undefined) return [];
  return [{ kind: 'setUpSheet', sheet: name, setUp: { tabColor, gridlines } }];
}

function lossesOf(laid: SheetLook, standing: SheetLook): Loss[] {
  const { name: sheet } = laid;
  const losses: Loss[] = [];
  const lose = (kind: LossKind, count: number, ...restore: Change[]): void => {
    if (count > 0) losses.push({ sheet, kind, count, restore });
  };
  const setUp = (parts: SetUp): Change => ({ kind: 'setUpSheet', sheet, setUp: parts });

  const tableOf = (name: string) => standing.tables.find((table) => isSameName(table.name, name));
  for (const table of laid.tables) {
    const present = tableOf(table.name);
    if (present === undefined) lose('table', 1, { kind: 'addTable', sheet, table: { ...table, headers: [], style: null } });
    else if (table.filter && !present.filter) lose('filter', 1, setUp({ filters: [table.name] }));
  }
  const unchecked = laid.validations.filter((validation) => !isChecked(validation, standing.validations));
  const [lists, checks] = [unchecked.filter(isList), unchecked.filter((validation) => !isList(validation))];
  lose('dropdown', lists.length, { kind: 'replaceValidations', sheet, validations: lists });
  lose('check', checks.length, { kind: 'replaceValidations', sheet, validations: checks });
  const gone = laid.conditionalFormats.filter((format) => !isFormatted(format, standing.conditionalFormats));
  const relaid = laid.conditionalFormats.filter(({ kind }) => gone.some((format) => format.kind === kind));
  const [bars, marks] = (['dataBar', 'formula'] as const).map((kind) => gone.filter((format) => format.kind === kind).length);
  // In one step: the next would take those of the last for what was there before.
  const relay: Change = { kind: 'replaceConditionalFormats', sheet, formats: relaid };
  lose('bar', bars!, relay);
  lose('mark', marks!, ...(bars === 0 ? [relay] : []));
  const formats = laid.styles.filter(({ area, style }) => style.numberFormat !== undefined && !isShown(area, style.numberFormat, standing));
  lose('format', formats.length, { kind: 'styleCells', sheet, styles: formats.map(({ area, style }) => ({ area, style: { numberFormat: style.numberFormat! } })) });

  const open = laid.styles.filter(({ style }) => style.locked === false).map(({ area }) => ({ area, style: { locked: false } }));
  lose('lock', open.filter(({ area }) => !isOpen(area, standing)).length, { kind: 'styleCells', sheet, styles: open });
  if (laid.protection && !standing.protection) {
    lose('protection', 1, ...(open.length > 0 ? [{ kind: 'styleCells', sheet, styles: open } as const] : []), setUp({ protection: laid.protection }));
  }
  if (laid.freeze && !standing.freeze) lose('freeze', 1, setUp({ freeze: laid.freeze, gridlines: laid.gridlines }));
  if (laid.print && !isPrinted(laid.print, standing.print)) lose('print', 1, setUp({ print: laid.print }));
  if (laid.hiddenColumns.some((column) => !standing.hiddenColumns.includes(column))) lose('hiddenColumn', 1, setUp({ hiddenColumns: laid.hiddenColumns }));
  const { columns = [], rows = [], body } = laid.shown ?? {};
  const hidden = columns.filter(({ column }) => standing.hiddenColumns.includes(column));
  lose('shownColumn', hidden.length, setUp({ shownColumns: hidden }));
  const runs = [...rows, ...(body ? [{ row: body.row, rows: body.rows }] : [])];
  const hiddenRuns = runs.filter((run) => standing.hiddenRows?.some(({ row, rows: count }) => row < run.row + run.rows && run.row < row + count));
  if (hiddenRuns.length > 0) lose('shownRow', 1, setUp({ shownRows: hiddenRuns }));
  if (laid.visibility === 'visible' && standing.visibility !== 'visible') lose('shownSheet', 1, setUp({ visibility: 'visible' }));
  if (laid.visibility === 'veryHidden' && standing.visibility !== 'veryHidden') lose('hiddenSheet', 1, setUp({ visibility: laid.visibility }));
  return losses;
}

function isList({ rule }: Validation): boolean {
  return rule.kind === 'list';
}

/** True where checks of this kind stand over the whole area. */
function isChecked(laid: Validation, standing: readonly Validation[]): boolean {
  const alike = standing.filter(({ area, rule, prompt }) => {
    if (rule.kind !== laid.rule.kind || (laid.prompt !== undefined && prompt === undefined)) return false;
    if (intersectAreas(area, laid.area) === null) return false;
    return rule.kind !== 'list' || laid.rule.kind !== 'list' || plainSource(rule.source) === plainSource(laid.rule.source);
  });
  return isCovered(laid.area, alike);
}

/** Programs differ in whether they put a sheet's name in quotes. */
function plainSource(source: string): string {
  return source.replaceAll("'", '').toUpperCase();
}

/** True where the same format stands over the whole area, in one piece or several. */
function isFormatted(laid: ConditionalFormat, standing: readonly ConditionalFormat[]): boolean {
  if (laid.kind === 'dataBar') return standing.some(({ kind, area }) => kind === 'dataBar' && isSameArea(area, laid.area));
  const move = createFormulaMover(laid.formula.slice(1), laid.area.row, laid.area.column);
  const alike = standing.filter((format) => {
    if (format.kind !== 'formula' || intersectAreas(format.area, laid.area) === null) return false;
    return plainFormula(format.formula) === plainFormula(move(format.area.row, format.area.column));
  });
  return isCovered(laid.area, alike);
}

/** Programs differ in blanks and capitals. */
function plainFormula(formula: string): string {
  return formula.replace(/^=|\s+/g, '').toUpperCase();
}

function isCovered(area: Area, parts: readonly { readonly area: Area }[]): boolean {
  return parts.reduce<readonly Area[]>((left, part) => left.flatMap((each) => subtractArea(each, part.area)), [area]).length === 0;
}

/** True where all cells of a column show their values as that format does: a text, a date, nothing, or a number as ever. */
function isShown({ row, rows, column }: Area, numberFormat: string, { styles }: SheetLook): boolean {
  const kind = kindOfFormat(numberFormat);
  if (kind === 'general') return true;
  const end = row + rows;
  const near = styles.filter(({ area, style }) => {
    if (style.numberFormat === undefined || column < area.column || column >= area.column + area.columns) return false;
    return area.row < end && area.row + area.rows > row;
  });
  const edges = [row, ...near.flatMap(({ area }) => [area.row, area.row + area.rows])].filter((at) => at >= row && at < end);
  return [...new Set(edges)].every((at) => {
    const shown = near.reduce((found, { area, style }) => (isInArea(area, at, column) ? style.numberFormat! : found), 'General');
    return kindOfFormat(shown) === kind;
  });
}

function kindOfFormat(format: string): 'general' | 'text' | 'date' | 'nothing' | 'number' {
  if (format === 'General') return 'general';
  if (format === '@') return 'text';
  if (/^;+$/.test(format)) return 'nothing';
  return /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) ? 'date' : 'number';
}

/** Cells are locked unless a style says otherwise. */
function isOpen(area: Area, { styles }: SheetLook): boolean {
  const near = styles.filter((style) => intersectAreas(style.area, area) !== null);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (near.reduce((locked, { area: part, style }) => (isInArea(part, row, column) ? (style.locked ?? locked) : locked), true)) return false;
    }
  }
  return true;
}

function isPrinted(laid: NonNullable<SheetLook['print']>, standing: SheetLook['print']): boolean {
  if (standing === undefined || standing.orientation !== laid.orientation || standing.fitToWidth === 0) return false;
  return (laid.titleRows === undefined || standing.titleRows !== undefined) && (laid.area === undefined || standing.area !== undefined);
}
