import type { Sheet } from 'hucre/xlsx';
import { MAXIMUM_COLUMNS, parseArea, parseReference } from '../sheet/address';
import { areaBetween } from '../sheet/area';
import type { Link, SheetModel, TableModel } from '../sheet/model';
import type { Budget } from './budget';
import { fromFileWidth } from './column-width';
import { readRule } from './read-format';
import type { PrintNames } from './read-name';
import { readPrint } from './read-print';
import { colorOf } from './style';
import { elementsOf, firstElement, isTrue } from './xml-element';
import { decodeEscapes } from './xml-text';

/** Width that Excel gives a hidden column which has none of its own, in pixels. */
const USUAL_WIDTH = 64;

/** What the file library read of a sheet, in the model's terms: all but contents, styles and validations. */
export function fromFileSheet(sheet: Sheet, themeColors: readonly string[], names: PrintNames, budget: Budget): Pick<
  SheetModel,
  'merges' | 'tables' | 'conditionalFormats' | 'links' | 'freeze' | 'print' | 'protection' | 'gridlines' | 'tabColor'
> {
  const { freezePane, protection } = sheet;
  const tabColor = colorOf(sheet.view?.tabColor, themeColors);
  const print = readPrint(sheet, names);
  return {
    gridlines: sheet.view?.showGridLines !== false,
    ...(tabColor !== undefined && { tabColor }),
    merges: (sheet.merges ?? [])
      .map((merge) => areaBetween(merge.startRow, merge.startCol, merge.endRow, merge.endCol))
      .filter(({ row, column, rows, columns }) => row >= 0 && column >= 0 && rows > 0 && columns > 0),
    tables: (sheet.tables ?? []).flatMap(readTable),
    conditionalFormats: [...(sheet.conditionalRules ?? [])]
      .sort((a, b) => a.priority - b.priority)
      .flatMap((rule) => readRule(rule, themeColors, budget)),
    links: [...(sheet.cells ?? [])].flatMap(([key, cell]) => readLink(key, cell.hyperlink?.location)),
    ...(freezePane && { freeze: { rows: freezePane.rows ?? 0, columns: freezePane.columns ?? 0 } }),
    ...(print && { print }),
    ...(protection?.sheet && {
      protection: {
        allowFormatColumns: protection.formatColumns === true,
        allowFilter: protection.autoFilter === true,
      },
    }),
  };
}

/** Widths that somebody set; programs also state the usual width of thousands of columns. */
export function readColumnWidths(xml: string): SheetModel['columnWidths'] {
  const widths = new Map<number, SheetModel['columnWidths'][number]>();
  let count = 0;
  for (const { attributes } of elementsOf(firstElement(xml, 'cols')?.inner ?? '', 'col')) {
    count += 1;
    if (count > MAXIMUM_COLUMNS) break;
    const from = Number(attributes.get('min'));
    const to = Number(attributes.get('max'));
    const stated = Number(attributes.get('width') ?? NaN);
    const hidden = isTrue(attributes.get('hidden')) || stated === 0;
    if (!hidden && !isTrue(attributes.get('customWidth'))) continue;
    if (!(from >= 1 && to >= from && to - from < 1_000 && to <= MAXIMUM_COLUMNS)) continue;
    const width = Number.isFinite(stated) && stated > 0 ? fromFileWidth(stated) : USUAL_WIDTH;
    // The first to name a column counts: a file that names them all a thousand times costs no more.
    for (let column = Math.floor(from) - 1; column < to; column += 1) {
      if (!widths.has(column)) widths.set(column, { column, width, ...(hidden && { hidden }) });
    }
  }
  return [...widths.values()];
}

function readTable(table: NonNullable<Sheet['tables']>[number]): readonly TableModel[] {
  const area = parseArea(table.range ?? '');
  if (!area) return [];
  return [
    {
      name: table.displayName ?? table.name,
      area: table.showTotalRow ? { ...area, rows: area.rows - 1 } : area,
      headers: table.columns.map(({ name }) => decodeEscapes(name)),
      filter: table.showAutoFilter === true,
      style: table.style ?? null,
    },
  ];
}

function readLink(key: string, location: string | undefined): readonly Link[] {
  const target = location === undefined ? null : parseReference(location.replace(/^#/, ''));
  const [row, column] = key.split(',').map(Number);
  if (!target || row === undefined || column === undefined) return [];
  return [{ row, column, sheet: target.sheet, targetRow: target.area.row, targetColumn: target.area.column }];
}
