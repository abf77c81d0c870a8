import { intersectAreas, isInArea } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import { renameTableColumn } from '../../formula/rename-formula';
import type { Sheet } from '../sheet';
import type { Table } from '../state';
import type { Transaction } from '../transaction';
import { rewriteFormulas } from './rewrite-formulas';

/** Texts of a table's header row, as they stand in its cells. */
export function readHeaders(sheet: Sheet, table: Table): string[] {
  const { row, column, columns } = table.area;
  return Array.from({ length: columns }, (_, i) => String(sheet.cellAt(row, column + i)?.value ?? ''));
}

/**
 * After a write: header cells become text, empty ones get Excel's own names, repeated ones a number; formulas
 * that used the old names follow.
 */
export function settleHeaders(transaction: Transaction, sheet: Sheet, written: Area): void {
  const before = transaction.before.get(sheet);
  for (const table of sheet.state.tables) {
    const header: Area = { ...table.area, rows: 1 };
    if (!intersectAreas(header, written)) continue;
    nameHeaders(transaction, sheet, table);
    transaction.reshaped.add(table.name);
    const old = before?.tables.find(({ id }) => id === table.id);
    if (!old || !before) continue;
    const renamed = new Map<string, string>();
    readHeaders(sheet, table).forEach((text, i) => {
      const was = before.rows.get(old.area.row)?.get(old.area.column + i)?.value;
      if (typeof was === 'string' && was !== text) renamed.set(was.toLowerCase(), text);
    });
    if (renamed.size > 0) renameColumns(transaction, sheet, table, renamed);
  }
}

/** Makes a header row sound: text, none empty, none twice. */
export function nameHeaders(transaction: Transaction, sheet: Sheet, table: Table): void {
  const taken = new Set<string>();
  readHeaders(sheet, table).forEach((text, i) => {
    const base = text === '' ? `列${i + 1}` : text;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}${number}`;
    taken.add(name.toLowerCase());
    const column = table.area.column + i;
    const cell = sheet.cellAt(table.area.row, column);
    if (cell?.value !== name || cell.formula !== null) transaction.putContent(sheet, table.area.row, column, name);
  });
}

/** Two headers may have changed places: each goes through a name that no header has. */
function renameColumns(transaction: Transaction, sheet: Sheet, table: Table, renamed: ReadonlyMap<string, string>): void {
  const steps = [...renamed].map(([from, to], i) => ({ from, to, between: `\uE000${i}` }));
  rewriteFormulas(transaction, (formula, home, row, column) => {
    const isInTable = home === sheet && isInArea(table.area, row, column);
    const away = steps.reduce((text, { from, between }) => renameTableColumn(text, table.name, from, between, isInTable), formula);
    if (away === formula) return formula;
    return steps.reduce((text, { between, to }) => renameTableColumn(text, table.name, between, to, isInTable), away);
  });
}
