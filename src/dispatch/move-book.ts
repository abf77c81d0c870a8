import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import { finish, type Steps } from '../total/steps';
import { makeContext, type Context } from '../rule/context';
import { codeOf, fillProjectIndex, ProjectIndex, type ProjectRow } from '../rule/project-index';
import { rowState, type Table } from '../rule/table';
import { isBlank } from '../rule/value';

/** One row of a list. */
export interface RowPoint {
  readonly list: ListKey;
  /** 0-based index into the list's entries (sheet row firstRow + rowIndex). */
  readonly rowIndex: number;
  /** 行标识, empty where the row has none yet. */
  readonly identity: string;
}

/** Rows that are gone through in a piece. */
const rowsPerStep = 500;

/** Rows under one code or name beyond which they are a filling-down, not a project. */
const mostFellows = 400;

/** The entries as moving and carrying ask of them: which rows are there, and which speak of the same project. */
export class MoveBook {
  readonly context: Context;
  readonly index: ProjectIndex;
  /** On how many rows each tie is; not the empty one. */
  private tieCounts: ReadonlyMap<string, number> = new Map();
  private readonly byTie = new Map<ListKey, ReadonlyMap<string, number>>();

  constructor(entries: WorkbookEntries, plan: Plan, lists: readonly List[]) {
    this.context = makeContext(entries, plan, lists);
    this.index = new ProjectIndex(this.context);
  }

  /** Goes through all rows, which has to be done before anything is asked. */
  *fill(): Steps<void> {
    for (const table of this.context.tables.values()) {
      for (let row = 0; row < table.rowCount; row += rowsPerStep) {
        table.prepareRows(row, Math.min(table.rowCount, row + rowsPerStep));
        yield;
      }
    }
    yield* fillProjectIndex(this.index, this.context) as Steps<void>;
    this.tieCounts = yield* this.countTies();
  }

  table(list: ListKey): Table | undefined {
    return this.context.tables.get(list);
  }

  pointOf({ table, row }: ProjectRow): RowPoint {
    return { list: table.list.key, rowIndex: row, identity: table.identity(row) };
  }

  /**
   * The same project on another list, of the same unit: the row that this one was moved to or came from (its 行标识
   * has the same ULID), then those that share 项目代码 or name. A tie is not believed where the row it leads to has
   * neither the name nor the code, and its name is another project's on this list: sorting without the hidden
   * column leaves identities behind.
   */
  fellows(own: ProjectRow, list: ListKey): readonly ProjectRow[] {
    const other = this.table(list);
    if (!other || this.isAlone(own)) return [];
    const { table, row } = own;
    const known = this.index.find(table, row, list).filter((each) => each.table.unit[each.row] === table.unit[row]);
    const tied = this.tiedRow(own, other);
    return tied === null ? known : [tied, ...known.filter((each) => each.row !== tied.row)];
  }

  /** The same on all other lists, in the order of lists; of very many rows under one code or name the first few. */
  fellowsElsewhere(own: ProjectRow): readonly ProjectRow[] {
    if (this.isAlone(own)) return [];
    const { table, row } = own;
    const tables = [...this.context.tables.values()].filter((each) => each !== table && each.list.kind === 'project');
    const found = this.index.fellowsOf(table, row);
    if (found !== null && found.coded.length + found.named.length > mostFellows) return tables.flatMap(({ list }) => this.fellows(own, list.key));
    const places = found === null ? [] : [...new Set([...found.named, ...found.coded])];
    const known = this.index.rowsAt(places).filter((each) => each.table !== table && each.table.unit[each.row] === table.unit[row]);
    if (!this.isTied(own)) return known;
    const tied = tables.flatMap((other) => this.tiedRow(own, other) ?? []);
    return [...tied, ...known.filter((each) => !tied.some((other) => other.table === each.table && other.row === each.row))];
  }

  /** True where no other row of the workbook can be the same project: most rows, which need no further look. */
  isAlone({ table, row }: ProjectRow): boolean {
    return this.index.fellowsOf(table, row) === null && !this.isTied({ table, row });
  }

  private isTied({ table, row }: ProjectRow): boolean {
    return (this.tieCounts.get(tieOf(table.identity(row))) ?? 0) > 1;
  }

  private tiedRow(own: ProjectRow, other: Table): ProjectRow | null {
    const row = this.isTied(own) ? this.rowTied(other, tieOf(own.table.identity(own.row))) : undefined;
    if (row === undefined) return null;
    const tied = { table: other, row };
    return this.isBelieved(own, tied) ? tied : null;
  }

  private isBelieved(own: ProjectRow, tied: ProjectRow): boolean {
    if (tied.table.state[tied.row] === rowState.empty || tied.table.unit[tied.row] !== own.table.unit[own.row]) return false;
    const [code, other] = [codeOf(own.table, own.row), codeOf(tied.table, tied.row)];
    if (own.table.name(own.row) === tied.table.name(tied.row) || (code !== '' && code === other)) return true;
    return this.index.find(tied.table, tied.row, own.table.list.key).length === 0;
  }

  private rowTied(table: Table, tie: string): number | undefined {
    if (tie === '') return undefined;
    const list = table.list.key;
    let rows = this.byTie.get(list);
    if (!rows) {
      const found = new Map<string, number>();
      for (let row = table.rowCount - 1; row >= 0; row--) {
        const own = tieOf(table.identity(row));
        if (own !== '' && table.state[row] !== rowState.empty) found.set(own, row);
      }
      this.byTie.set(list, (rows = found));
    }
    return rows.get(tie);
  }

  private *countTies(): Steps<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const table of this.context.tables.values()) {
      for (let row = 0; row < table.rowCount; row++) {
        if (row % rowsPerStep === rowsPerStep - 1) yield;
        const tie = table.state[row] === rowState.empty ? '' : tieOf(table.identity(row));
        if (tie !== '') counts.set(tie, (counts.get(tie) ?? 0) + 1);
      }
    }
    return counts;
  }
}

const opened = new WeakMap<WorkbookEntries, MoveBook>();

/** The book of these entries, made once for each state of the workbook. */
export function openBook(entries: WorkbookEntries, plan: Plan, lists: readonly List[]): MoveBook {
  return finish(openBookInSteps(entries, plan, lists));
}

/** The same a few milliseconds at a time. */
export function* openBookInSteps(entries: WorkbookEntries, plan: Plan, lists: readonly List[]): Steps<MoveBook> {
  const known = opened.get(entries);
  if (known) return known;
  const book = new MoveBook(entries, plan, lists);
  yield* book.fill();
  opened.set(entries, book);
  return book;
}

/** 〈list〉-〈ULID〉 */
const identityPattern = /^[0-9A-Za-z]+-([0-9A-HJKMNP-TV-Z]{26})$/;

/** What stays of a row's 行标识 when its project moves to another list: the ULID; empty where there is none. */
export function tieOf(identity: string): string {
  return identityPattern.exec(identity)?.[1] ?? '';
}

/** 行标识 of a project's row on another list: 5-01H… is 6-01H… there. Empty where the row has no identity yet. */
export function identityOn(list: ListKey, identity: string): string {
  const tie = tieOf(identity);
  return tie === '' ? '' : `${list}-${tie}`;
}

/** Keys of the columns that are required whatever else the row says, and are empty in it. */
export function missingColumns({ table, row }: ProjectRow, book: MoveBook, except: readonly string[] = []): string[] {
  const isUnitScope = book.context.entries.scope.kind === 'unit';
  return table.list.columns
    .filter(({ key, type, role, requirement }) => role === 'entry' && requirement?.kind === 'always' && !(type === 'unit' && isUnitScope) && !except.includes(key))
    .filter(({ key }) => isBlank(table.value(key, row)))
    .map(({ key }) => key);
}

/** Cells of a row that hold something, of the columns given. */
export function filledCells({ table, row }: ProjectRow, columns: readonly string[]): Record<string, Value> {
  const cells: Record<string, Value> = {};
  for (const key of columns) {
    const value = table.value(key, row);
    if (!isBlank(value)) cells[key] = value;
  }
  return cells;
}
