import { compareAreas } from './area';
import { canonicaliseStyles } from './canonical-style';
import { blocksOf, gridOf } from './grid';
import type { Grid } from './grid';
import { settleLayers } from './layer';
import { joinRuns } from './row-run';
import type {
  ChartModel,
  ConditionalFormat,
  Content,
  PrintSetup,
  SheetModel,
  TableModel,
  Validation,
  WorkbookModel,
} from './model';

/**
 * The one form that all models of the same workbook share: two models mean the same when their forms are
 * equal, whatever blocks, areas and orders they were written with. Idempotent. Order is kept where it means
 * something: of sheets, and of conditional formats (priority).
 *
 * Not told apart: "" and an empty cell, also as the cached value of a formula; 0 and -0.
 */
export function canonicalise(model: WorkbookModel): WorkbookModel {
  return {
    sheets: model.sheets.map(canonicaliseSheet),
    names: [...model.names].sort((a, b) => compareText(a.name.toUpperCase(), b.name.toUpperCase())),
    activeSheet: model.activeSheet,
  };
}

function canonicaliseSheet(sheet: SheetModel): SheetModel {
  const { tabColor, freeze, print, protection } = sheet;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    ...(tabColor !== undefined && { tabColor: tabColor.toUpperCase() }),
    gridlines: sheet.gridlines,
    blocks: blocksOf(canonicaliseContents(gridOf(sheet.blocks))),
    styles: canonicaliseStyles(sheet.styles),
    merges: sheet.merges
      .filter((area) => area.rows > 1 || area.columns > 1)
      .map(({ row, column, rows, columns }) => ({ row, column, rows, columns }))
      .sort(compareAreas),
    columnWidths: lastPerKey(sheet.columnWidths, (entry) => entry.column).map(({ column, width, hidden }) => ({
      column,
      width,
      ...(hidden === true && { hidden }),
    })),
    rowHeights: lastPerKey(sheet.rowHeights, (entry) => entry.row).map(({ row, height }) => ({ row, height })),
    ...(sheet.hiddenRows && sheet.hiddenRows.length > 0 && { hiddenRows: joinRuns(sheet.hiddenRows.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, at) => row + at))) }),
    tables: sheet.tables.map(canonicaliseTable).sort((a, b) => compareText(a.name, b.name)),
    validations: canonicaliseValidations(sheet.validations),
    conditionalFormats: sheet.conditionalFormats.map(canonicaliseFormat),
    links: lastPerKey(sheet.links, (link) => link.row * 16_384 + link.column).map((link) => ({
      row: link.row,
      column: link.column,
      sheet: link.sheet,
      targetRow: link.targetRow,
      targetColumn: link.targetColumn,
    })),
    ...(sheet.charts && sheet.charts.length > 0 && { charts: [...sheet.charts].sort((a, b) => compareText(a.name, b.name)).map(canonicaliseChart) }),
    ...(freeze && (freeze.rows > 0 || freeze.columns > 0) && { freeze: { rows: freeze.rows, columns: freeze.columns } }),
    ...(print && { print: canonicalisePrint(print) }),
    ...(protection && {
      protection: { allowFormatColumns: protection.allowFormatColumns, allowFilter: protection.allowFilter },
    }),
  };
}

function canonicaliseChart({ name, title, categories, series, place }: ChartModel): ChartModel {
  return {
    name,
    title,
    categories: categories && sorted(categories),
    series: series.map((each) => ({ name: each.name, values: sorted(each.values) })),
    place: sorted(place),
  };
}

function canonicaliseContents(grid: Grid): Grid {
  for (const cells of grid.values()) {
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i];
      if (cell === 0) cells[i] = 0;
      else if (typeof cell === 'object' && cell !== null) cells[i] = canonicaliseFormula(cell);
    }
  }
  return grid;
}

function canonicaliseFormula({ formula, value }: Exclude<Content, string | number | boolean | null>): Content {
  return { formula, value: value === '' ? null : value === 0 ? 0 : value };
}

function canonicaliseTable(table: TableModel): TableModel {
  const { row, column, rows, columns } = table.area;
  return {
    name: table.name,
    area: { row, column, rows, columns },
    headers: [...table.headers],
    filter: table.filter,
    style: table.style,
  };
}

function canonicaliseValidations(validations: readonly Validation[]): readonly Validation[] {
  return settleLayers<Omit<Validation, 'area'>>(
    validations.map(({ area, rule, prompt, error }) => ({
      area,
      value: { rule: canonicaliseRule(rule), ...(prompt && { prompt: sorted(prompt) }), ...(error && { error: sorted(error) }) },
    })),
    (_below, above) => above,
    (value) => JSON.stringify(value),
  ).map(({ area, value }) => ({ area, ...value }));
}

function canonicaliseRule(rule: Validation['rule']): Validation['rule'] {
  if (rule.kind === 'any') return { kind: 'any' };
  if (rule.kind === 'list') return { kind: 'list', source: rule.source };
  const { kind, operator, minimum, maximum } = rule;
  return { kind, operator, minimum, ...(operator === 'between' && maximum !== undefined && { maximum }) };
}

function canonicaliseFormat(format: ConditionalFormat): ConditionalFormat {
  const { row, column, rows, columns } = format.area;
  const area = { row, column, rows, columns };
  if (format.kind === 'dataBar') {
    return { kind: 'dataBar', area, color: format.color.toUpperCase(), minimum: format.minimum, maximum: format.maximum };
  }
  return {
    kind: 'formula',
    area,
    formula: format.formula,
    ...(format.fill !== undefined && { fill: format.fill.toUpperCase() }),
    ...(format.color !== undefined && { color: format.color.toUpperCase() }),
    ...(format.bold === true && { bold: true }),
  };
}

function canonicalisePrint({ breaks = [], ...print }: PrintSetup): PrintSetup {
  return sorted({
    ...print,
    ...(breaks.length > 0 && { breaks: [...new Set(breaks)].sort((a, b) => a - b) }),
    ...(print.titleRows && { titleRows: sorted(print.titleRows) }),
    ...(print.titleColumns && { titleColumns: sorted(print.titleColumns) }),
    ...(print.area && { area: sorted(print.area) }),
    footer: sorted(print.footer),
    margins: sorted(print.margins),
  });
}

function sorted<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => compareText(a, b)),
  ) as T;
}

function lastPerKey<T>(entries: readonly T[], keyOf: (entry: T) => number): readonly T[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return [...byKey].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

/** By code unit, so that the order does not hang on the machine's language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
