import type { List } from '../list/list';
import type { IssueCode } from './code';
import { columnLoopOf, kindOf, type Hit } from './compile';
import type { Context } from './context';
import { HitStore } from './hit-store';
import type { Undecided } from './issue';
import { undecidedKindOf } from './kind';
import type { CellRule, Detail, RowRule } from './rule';
import { rowState, type Table } from './table';

/** Who found something, and can tell more of it. */
export interface HitSource {
  readonly detail: (code: IssueCode, row: number) => Detail;
}

/** One column or rule of a table, run over a range of rows. */
type Loop = (from: number, to: number) => void;

/** What a column that is gone leaves undecided. */
const ruleOfType: Partial<Record<List['columns'][number]['type'], IssueCode>> = {
  choice: 'cell/enum',
  unit: 'cell/enum',
  text: 'cell/length',
  longText: 'cell/length',
  phone: 'cell/phone',
  projectCode: 'cell/project-code',
};

/** Cells judged between two yields: a few milliseconds of work. */
const cellsPerStep = 15_000;

/**
 * One table with everything that was found in its rows. The rules on cells and rows are asked here, over any range of
 * rows; what rules across rows find is kept here too, under sources that are the same numbers in every table.
 */
export class TableJudge {
  readonly hits: HitStore;
  readonly sources: HitSource[];
  /** What columns that are gone leave undecided. */
  readonly structure: readonly Undecided[];
  private readonly loops: readonly Loop[];
  private readonly firstOwn: number;

  constructor(
    readonly table: Table,
    context: Context,
    cellRules: readonly CellRule[],
    rowRules: readonly RowRule[],
    shared: readonly ((table: Table) => HitSource)[],
  ) {
    this.hits = new HitStore(table.rowCount, context.plan.units.length, (row) => table.unit[row] ?? -1);
    this.sources = shared.map((make) => make(table));
    this.firstOwn = this.sources.length;
    const asked = rowRules.filter((rule) => rule.lists.includes(table.list.key));
    const goneOf = (rule: RowRule) => rule.needs(table.list).find((key) => !table.has(key));
    this.structure = asked.flatMap((rule) => {
      const column = goneOf(rule);
      return column === undefined ? [] : [{ code: rule.code, list: table.list.key, unit: null, reason: 'structure' as const, count: 1, params: { column } }];
    });
    this.loops = [
      ...this.cellLoops(context, cellRules),
      ...asked.filter((rule) => goneOf(rule) === undefined).map((rule) => this.rowLoop(rule, context)),
    ];
  }

  /** Rows that are judged between two yields. */
  get rowsPerStep(): number {
    return Math.max(200, Math.ceil(cellsPerStep / this.table.list.columns.length));
  }

  /** Asks the rules on cells and rows about the rows from..to (exclusive), of which nothing of theirs is kept. */
  judge(from: number, to: number): void {
    for (const loop of this.loops) loop(from, to);
  }

  /** Takes back what the rules on cells and rows have found in a row. */
  retractOwn(row: number): void {
    this.hits.retract(row, (source) => source >= this.firstOwn);
  }

  /** What is found wrong in cells waits for columns that are gone, as many rows as are filled in. */
  missingColumns(): Undecided[] {
    const { list, unitRows } = this.table;
    const filled = unitRows.reduce((sum, rows) => sum + rows.filled, 0);
    if (filled === 0) return [];
    return list.columns.flatMap((column) => {
      if (column.role !== 'entry' || this.table.has(column.key)) return [];
      const code = column.requirement ? 'cell/required' : (ruleOfType[column.type] ?? 'cell/type');
      return [{ code, list: list.key, unit: null, reason: 'structure' as const, count: filled, params: { column: column.key } }];
    });
  }

  private receive(source: HitSource): Hit {
    const number = this.sources.push(source) - 1;
    return (kind, row) => this.hits.add(kind, number, row);
  }

  private cellLoops(context: Context, rules: readonly CellRule[]): Loop[] {
    if (rules.length === 0) return [];
    const { table } = this;
    const byCode = new Map<IssueCode, CellRule>(rules.map((rule) => [rule.code, rule]));
    const hitOf = (column: string) =>
      this.receive({ detail: (code, row) => byCode.get(code)!.detail({ table, column, row }, context) });
    const loops: Loop[] = [];
    for (const column of table.list.columns) {
      const loop = columnLoopOf(column, context.plan);
      if (!loop || !table.has(column.key)) continue;
      const hit = hitOf(column.key);
      loops.push((from, to) => loop(table.cells(column.key), from, to, hit));
    }
    for (const rule of rules) {
      for (const pass of rule.passes?.(table, context) ?? []) {
        const hit = hitOf(pass.column);
        loops.push((from, to) => pass.run(from, to, hit));
      }
    }
    return loops;
  }

  private rowLoop(rule: RowRule, context: Context): Loop {
    const { table } = this;
    const judge = rule.judge(table, context);
    const hit = this.receive({ detail: (_, row) => judge.detail(row) });
    const kinds = {
      error: kindOf(rule.code, 'error'),
      warning: kindOf(rule.code, 'warning'),
      info: kindOf(rule.code, 'info'),
      undecided: undecidedKindOf(rule.code, 'missing'),
    };
    return (from, to) => {
      const { state } = table;
      for (let row = from; row < to; row++) {
        if (state[row] !== rowState.filled) continue;
        const verdict = judge.verdict(row);
        if (verdict !== null) hit(kinds[verdict], row);
      }
    };
  }
}

/** Rules on rows whose list is gone as a whole. */
export function goneLists({ lists, tables }: Context, rowRules: readonly RowRule[]): Undecided[] {
  return lists.flatMap(({ key }) =>
    tables.has(key)
      ? []
      : rowRules
          .filter((rule) => rule.lists.includes(key))
          .map(({ code }) => ({ code, list: key, unit: null, reason: 'structure' as const, params: {}, count: 1 })),
  );
}

