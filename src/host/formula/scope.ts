import type { Area } from '../../sheet/model';
import { foldCase } from './scalar';
import type { CellReader } from './operand';

export interface TableScope {
  readonly sheet: CellReader;
  /** With header row. */
  readonly area: Area;
  /** Folded header text to column offset. */
  readonly columns: ReadonlyMap<string, number>;
}

/** What names in formulas mean now: sheets, tables and defined names, all without regard to case. */
export interface Scope {
  findSheet(name: string): CellReader | undefined;
  findTable(name: string): TableScope | undefined;
  /** The table whose body or header holds the cell, for [@column] without a table name. */
  findTableAt(sheet: CellReader, row: number, column: number): TableScope | undefined;
  findName(name: string): { readonly sheet: CellReader; readonly area: Area } | undefined;
}

export interface ScopeSource {
  tables(): readonly { name: string; sheet: string; area: Area; headers: readonly string[] }[];
  names(): readonly { readonly name: string; readonly sheet: string; readonly area: Area }[];
}

/** Reads tables and names once; to be built anew when they changed. */
export function buildScope(source: ScopeSource, findSheet: (name: string) => CellReader | undefined): Scope {
  const tables = new Map<string, TableScope>();
  for (const table of source.tables()) {
    const sheet = findSheet(table.sheet);
    if (!sheet) continue;
    const columns = new Map<string, number>();
    table.headers.forEach((header, offset) => {
      const folded = foldCase(header);
      if (!columns.has(folded)) columns.set(folded, offset);
    });
    tables.set(foldCase(table.name), { sheet, area: table.area, columns });
  }
  const names = new Map<string, { sheet: CellReader; area: Area }>();
  for (const name of source.names()) {
    const sheet = findSheet(name.sheet);
    if (sheet) names.set(foldCase(name.name), { sheet, area: name.area });
  }
  return {
    findSheet,
    findTable: (name) => tables.get(foldCase(name)),
    findTableAt(sheet, row, column) {
      for (const table of tables.values()) {
        const { area } = table;
        if (table.sheet !== sheet || row < area.row || row >= area.row + area.rows) continue;
        if (column >= area.column && column < area.column + area.columns) return table;
      }
      return undefined;
    },
    findName: (name) => names.get(foldCase(name)),
  };
}
