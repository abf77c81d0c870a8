import type { ListEntries } from '../list/entry';
import type { List, ListKey, Value } from '../list/list';
import { listOf } from '../list/registry';
import { isBlank } from '../rule/value';
import type { Change, Content, WorkbookContent } from '../sheet/model';
import { cellReader, formulaReader } from '../sheet/read-data';
import type { CellsWritten } from '../sheet/write-content';
import { moveJobTexts } from '../text/dispatch-move';
import type { Surroundings } from './clock';
import { growList } from './grown-table';
import { identityMaker } from './identity';
import type { KnownWorkbook } from './known-workbook';
import { lastFilled } from './merged-input';
import { WorkbookError } from './workbook-error';

/** Cells to be written into one row, by column key. */
export interface RowChange {
  readonly list: ListKey;
  /** The row; null for a new one, which stands below the last that holds anything. */
  readonly rowIndex: number | null;
  /** 行标识 that a new row gets where no other has it. */
  readonly identity?: string;
  readonly cells: Readonly<Record<string, Value>>;
}

/** A row as it was written, for taking it back. */
export interface WrittenRow {
  readonly list: ListKey;
  readonly identity: string;
  readonly rowIndex: number;
  readonly isNew: boolean;
  readonly before: Readonly<Record<string, Value>>;
  readonly after: Readonly<Record<string, Value>>;
}

/** Where the rows go and what is written there, list by list. */
export class RowDraft {
  readonly writes: CellsWritten[] = [];
  private readonly next = new Map<ListKey, number>();
  private readonly taken: Set<string>;
  private readonly newIdentity: (list: ListKey) => string;

  constructor(
    private readonly known: KnownWorkbook,
    around: Surroundings,
  ) {
    this.newIdentity = identityMaker(around);
    const { entries } = known.reading;
    this.taken = new Set(Object.values(entries.lists).flatMap(({ values }) => (values['identity'] ?? []).map(String)));
  }

  add({ list, rowIndex, identity, cells }: RowChange): WrittenRow {
    const { entries } = this.known.reading;
    const own = entries.lists[list]!;
    const place = rowIndex ?? this.nextRow(list);
    const isNew = rowIndex === null;
    const standing = own.values['identity']?.[place];
    const name = isNew ? this.free(list, identity ?? '') : isBlank(standing) ? '' : String(standing);
    const after: Record<string, Value> = isNew ? { ...cells, identity: name } : { ...cells };
    const before = Object.fromEntries(Object.keys(cells).map((key) => [key, own.values[key]?.[place] ?? null]));
    this.write(own, place, after);
    return { list, identity: name, rowIndex: place, isNew, before, after: cells };
  }

  private nextRow(list: ListKey): number {
    const { rows, entries } = this.known.reading.readings[list]!;
    const place = this.next.get(list) ?? lastFilled(listOf(this.known.reading.lists, list), { ...rows, rowCount: entries.rowCount }) + 1;
    this.next.set(list, place + 1);
    return place;
  }

  private free(list: ListKey, wanted: string): string {
    const identity = wanted === '' || this.taken.has(wanted) ? this.newIdentity(list) : wanted;
    this.taken.add(identity);
    return identity;
  }

  /** Neighbouring cells in one write; cells between them stay as they are. */
  private write(own: ListEntries, row: number, cells: Readonly<Record<string, Value>>): void {
    const placed = Object.entries(cells)
      .flatMap(([key, value]): [number, Value][] => (own.at[key] === undefined ? [] : [[own.at[key], value]]))
      .sort(([a], [b]) => a - b);
    let run: { column: number; content: Content[] } | null = null;
    for (const [column, value] of placed) {
      if (run !== null && run.column + run.content.length === column) run.content.push(value);
      else {
        run = { column, content: [value] };
        this.writes.push({ kind: 'writeCells', sheet: own.sheetName, row: own.firstRow + row, column, content: [run.content] });
      }
    }
  }

  /** Rows that each list's table lacks. */
  private missingRows(): { readonly list: List; readonly rows: number }[] {
    const { entries, lists } = this.known.reading;
    return [...this.next].flatMap(([key, end]) => {
      const rows = end - entries.lists[key]!.rowCount;
      return rows > 0 ? [{ list: listOf(lists, key), rows }] : [];
    });
  }

  /** Tables made longer where they are full; dropdowns and formulas come with the marks. */
  growth(): Change[] {
    return this.missingRows().flatMap(({ list, rows }): Change[] => {
      const { area, entries, hasTable } = this.known.reading.readings[list.key]!;
      return hasTable ? [growList(list, entries, area, rows)[0]] : [];
    });
  }

  /**
   * New rows of a table that grew look like those above. After the writing: a port that reads the cells' formats first,
   * to know how text is to be written, finds them as they were.
   */
  looks(): Change[] {
    return this.missingRows().map(({ list, rows }): Change => {
      const { area, entries } = this.known.reading.readings[list.key]!;
      return growList(list, entries, area, rows)[1];
    });
  }

  /** The content with the tables made longer. Throws WorkbookError where something stands in the way. */
  contentGrown(content: WorkbookContent): WorkbookContent {
    const missing = this.missingRows();
    if (missing.length === 0) return content;
    const { readings } = this.known.reading;
    return {
      sheets: content.sheets.map((sheet) => {
        const grown = missing.find(({ list }) => readings[list.key]!.entries.sheetName === sheet.name);
        if (!grown) return sheet;
        const { area } = readings[grown.list.key]!;
        const [cell, formula] = [cellReader(sheet), formulaReader(sheet)];
        for (let row = area.row + area.rows; row < area.row + area.rows + grown.rows; row++) {
          for (let at = area.column; at < area.column + area.columns; at++) {
            if (cell(row, at) !== null || formula(row, at) !== null) throw new WorkbookError(moveJobTexts.noRoom(sheet.name, row + 1));
          }
        }
        const tables = sheet.tables.map((table) =>
          table.area.row === area.row && table.area.column === area.column ? { ...table, area: { ...table.area, rows: table.area.rows + grown.rows } } : table,
        );
        return { ...sheet, tables };
      }),
    };
  }
}
