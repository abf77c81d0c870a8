import { renameSheet as renameFormulaSheet, renameTable } from '../../formula/rename-formula';
import type { Book } from '../book';
import type { Origin } from '../event';
import type { Sheet } from '../sheet';
import type { Cell, RowCells, SheetState, Table } from '../state';
import { isSheetlessName } from './names';
import { findTable } from './tables';

/**
 * 复制工作表: a copy with everything on it, put before a place, as 名称 (2). Its tables get names of their own; formulas
 * of the sheet that read the sheet itself read the copy there. Blind spot: names that belong to the sheet alone,
 * which Excel then makes, are not made.
 */
export function copySheet(book: Book, origin: Origin, sheet: Sheet, position: number): Sheet {
  return book.transact(origin, (transaction) => {
    const copy = book.createSheet(freeCopyName(book, sheet.name));
    const renamed = new Map(sheet.state.tables.map(({ name }) => [name, freeTableName(book, name)]));
    const follow = (formula: string): string => followCopy(formula, sheet.name, copy.name, renamed);
    copy.state = copyState(book, sheet.state, copy.name, renamed, follow);
    const sheets = [...book.sheets];
    sheets.splice(position, 0, copy);
    transaction.updateBook({ sheets });
    transaction.structural = true;
    return copy;
  });
}

function copyState(
  book: Book,
  state: SheetState,
  name: string,
  renamed: ReadonlyMap<string, string>,
  follow: (formula: string) => string,
): SheetState {
  const copyRow = (cells: RowCells): RowCells =>
    new Map([...cells].map(([column, cell]): [number, Cell] => [column, cell.formula === null ? cell : { ...cell, formula: follow(cell.formula) }]));
  return {
    ...state,
    name,
    rows: new Map([...state.rows].map(([row, cells]) => [row, copyRow(cells)])),
    tables: state.tables.map((table): Table => ({ ...table, id: book.newId(), name: renamed.get(table.name) ?? table.name })),
    validations: state.validations.map((validation) =>
      validation.rule.kind === 'list' && validation.rule.source.startsWith('=')
        ? { ...validation, rule: { ...validation.rule, source: follow(validation.rule.source) } }
        : validation,
    ),
    formats: state.formats.map(({ format }) => ({
      id: book.newId(),
      format: format.kind === 'formula' ? { ...format, formula: follow(format.formula) } : format,
    })),
    links: state.links.map((link) => (link.sheet === state.name ? { ...link, sheet: name } : link)),
    charts: state.charts.map(({ chart }) => ({ id: book.newId(), chart })),
  };
}

function followCopy(formula: string, from: string, to: string, renamed: ReadonlyMap<string, string>): string {
  const tables = [...renamed].reduce((text, [old, name]) => renameTable(text, old, name), formula);
  return renameFormulaSheet(tables, from, to);
}

function freeCopyName(book: Book, name: string): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const wanted = `${name.slice(0, 31 - suffix.length)}${suffix}`;
    if (!book.findSheet(wanted)) return wanted;
  }
}

function freeTableName(book: Book, name: string): string {
  // A name that ends in a number may be a cell's address.
  const stem = isSheetlessName(`${name}2`) ? name : `${name}_`;
  for (let number = 2; ; number++) {
    const wanted = `${stem}${number}`;
    if (!findTable(book, wanted)) return wanted;
  }
}
