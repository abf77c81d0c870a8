import { formatAddress, formatArea } from './address';
import { canonicalise } from './canonical';
import { gridOf } from './grid';
import type { Area, SheetModel, WorkbookModel } from './model';

/** A sheet in which everything differs must not fill the screen of whoever reads the test. */
const PER_PART = 12;

/** What distinguishes two workbooks, one line each (sheet!cell: part: first ≠ second); empty when they mean the same. */
export function differences(first: WorkbookModel, second: WorkbookModel): readonly string[] {
  const a = canonicalise(first);
  const b = canonicalise(second);
  const sheetsA = new Map(a.sheets.map((sheet) => [sheet.name, sheet]));
  const sheetsB = new Map(b.sheets.map((sheet) => [sheet.name, sheet]));
  return [
    ...differ('sheets', [...sheetsA.keys()], [...sheetsB.keys()]),
    ...differ('activeSheet', a.activeSheet, b.activeSheet),
    ...differItems('name', a.names, b.names, (name) => name.name),
    ...a.sheets.flatMap((sheet) => {
      const other = sheetsB.get(sheet.name);
      return other ? compareSheets(sheet, other) : [];
    }),
  ];
}

function compareSheets(a: SheetModel, b: SheetModel): readonly string[] {
  const within = (lines: readonly string[]): readonly string[] => lines.map((line) => `${a.name}!${line}`);
  return [
    ...within(differ('visibility', a.visibility, b.visibility)),
    ...within(differ('tabColor', a.tabColor, b.tabColor)),
    ...within(differ('gridlines', a.gridlines, b.gridlines)),
    ...within(compareContents(a, b)),
    ...within(differItems('style', a.styles, b.styles, ({ area, style }) => `${formatArea(area)} ${show(style)}`)),
    ...within(differItems('merge', a.merges, b.merges, formatArea)),
    ...within(differItems('columnWidth', a.columnWidths, b.columnWidths, ({ column }) => String(column))),
    ...within(differItems('hiddenRows', a.hiddenRows ?? [], b.hiddenRows ?? [], ({ row }) => String(row))),
    ...within(differItems('rowHeight', a.rowHeights, b.rowHeights, ({ row }) => String(row))),
    ...within(differItems('table', a.tables, b.tables, ({ name }) => name)),
    ...within(differItems('validation', a.validations, b.validations, withArea)),
    ...within(differItems('conditionalFormat', a.conditionalFormats, b.conditionalFormats, withArea)),
    ...within(
      a.conditionalFormats.length === b.conditionalFormats.length
        ? a.conditionalFormats.flatMap((format, i) => differ(`conditionalFormat ${i}`, format, b.conditionalFormats[i]))
        : [],
    ).slice(0, PER_PART),
    ...within(differItems('link', a.links, b.links, ({ row, column }) => formatAddress(row, column))),
    ...within(differItems('chart', a.charts ?? [], b.charts ?? [], ({ name }) => name)),
    ...within(differ('freeze', a.freeze, b.freeze)),
    ...within(differ('print', a.print, b.print)),
    ...within(differ('protection', a.protection, b.protection)),
  ];
}

function compareContents(a: SheetModel, b: SheetModel): readonly string[] {
  const left = gridOf(a.blocks);
  const right = gridOf(b.blocks);
  const lines: string[] = [];
  for (const row of [...new Set([...left.keys(), ...right.keys()])].sort((x, y) => x - y)) {
    const cellsA = left.get(row) ?? [];
    const cellsB = right.get(row) ?? [];
    for (let column = 0; column < Math.max(cellsA.length, cellsB.length); column += 1) {
      const x = cellsA[column] ?? null;
      const y = cellsB[column] ?? null;
      if (x !== y && show(x) !== show(y)) lines.push(`${formatAddress(row, column)}: ${show(x)} ≠ ${show(y)}`);
    }
  }
  return shorten(lines);
}

function differ(part: string, a: unknown, b: unknown): readonly string[] {
  return show(a) === show(b) ? [] : [`${part}: ${show(a)} ≠ ${show(b)}`];
}

/** Compares by key, so that one missing item is one line. */
function differItems<T>(part: string, a: readonly T[], b: readonly T[], keyOf: (item: T) => string): readonly string[] {
  const left = new Map(a.map((item) => [keyOf(item), show(item)]));
  const right = new Map(b.map((item) => [keyOf(item), show(item)]));
  const lines: string[] = [];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const x = left.get(key);
    const y = right.get(key);
    if (x !== y) lines.push(`${part} ${key}: ${x ?? 'none'} ≠ ${y ?? 'none'}`);
  }
  if (lines.length === 0 && a.length !== b.length) lines.push(`${part}: ${a.length} ≠ ${b.length}`);
  return shorten(lines);
}

function withArea({ area, ...rest }: { readonly area: Area }): string {
  return `${formatArea(area)} ${show(rest)}`;
}

function show(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}

function shorten(lines: readonly string[]): readonly string[] {
  return lines.length <= PER_PART ? lines : [...lines.slice(0, PER_PART), `… ${lines.length - PER_PART} more`];
}
