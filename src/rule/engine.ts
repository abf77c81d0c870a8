import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { catalogue } from './catalogue';
import { issueCodes, type IssueCode } from './code';
import { Collector } from './collector';
import { columnLoopOf, kindOf, type Hit } from './compile';
import { makeContext, type Context, type Source } from './context';
import { ExplanationBook } from './explain';
import type { CheckResult, Issue } from './issue';
import type { CellRule, Reporter, RowRule, Rule, WideRule } from './rule';
import { rowState, type Table } from './table';
import { countWaiting } from './waiting';
import { Weighing } from './weighing';

export interface CheckOptions {
  /** Issues listed per code and list; the rest is only counted. */
  readonly listLimit?: number;
  /** Which rules are asked; all of them where absent. */
  readonly only?: (rule: Rule) => boolean;
  /** The files that were joined into these entries; absent for a workbook alone. */
  readonly sources?: readonly Source[];
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

/** Cells judged between two yields: a few milliseconds of work. */
const cellsPerStep = 60_000;

const rulesByCode = new Map<IssueCode, Rule>(catalogue.map((rule) => [rule.code, rule]));
const cellRules = catalogue.filter((rule): rule is CellRule => rule.scope === 'cell');
const rowRules = catalogue.filter((rule): rule is RowRule => rule.scope === 'row');
const wideRules = catalogue.filter((rule): rule is WideRule => rule.scope !== 'cell' && rule.scope !== 'row');

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

function cellLoops(rules: readonly CellRule[], table: Table, context: Context, receive: (source: string) => Hit): Loop[] {
  if (rules.length === 0) return [];
  const loops: Loop[] = [];
  for (const column of table.list.columns) {
    const loop = columnLoopOf(column, context.plan);
    const values = table.entries.values[column.key];
    if (!loop || !values) continue;
    const hit = receive(column.key);
    loops.push((from, to) => loop(values, from, to, hit));
  }
  for (const rule of rules) {
    for (const pass of rule.passes?.(table, context) ?? []) {
      const hit = receive(pass.column);
      loops.push((from, to) => pass.run(from, to, hit));
    }
  }
  return loops;
}

function rowLoop(rule: RowRule, table: Table, context: Context, collector: Collector, listed: Int32Array): Loop & { undecided: Int32Array } {
  const judge = rule.judge(table, context);
  const hit = collector.receiver({ table, detail: (_, row) => judge.detail(row) }, listed);
  const kinds = { error: kindOf(rule.code, 'error'), warning: kindOf(rule.code, 'warning'), info: kindOf(rule.code, 'info') };
  const undecided = new Int32Array(context.plan.units.length + 1);
  const { state, unit } = table;
  const run: Loop = (from, to) => {
    for (let row = from; row < to; row++) {
      if (state[row] !== rowState.filled) continue;
      const verdict = judge.verdict(row);
      if (verdict === null) continue;
      if (verdict === 'undecided') undecided[unit[row]! + 1]!++;
      else hit(kinds[verdict], row);
    }
  };
  return Object.assign(run, { undecided });
}

/** Counts of undecided verdicts by unit (index + 1) become entries of the result. */
function reportUndecided(code: string, table: Table, counts: Int32Array, context: Context, collector: Collector): void {
  counts.forEach((count, index) => {
    if (count === 0) return;
    collector.undecided(code, { list: table.list.key, unit: context.plan.units[index - 1]?.key ?? null, reason: 'missing', count });
  });
}

/** Everything about a table's missing columns that cannot be told until they are back. */
function reportMissingColumns(table: Table, collector: Collector): void {
  const filled = table.unitRows.reduce((sum, rows) => sum + rows.filled, 0);
  for (const column of table.list.columns) {
    if (column.role !== 'entry' || table.has(column.key) || filled === 0) continue;
    const code = column.requirement ? 'cell/required' : (ruleOfType[column.type] ?? 'cell/type');
    collector.undecided(code, { list: table.list.key, unit: null, reason: 'structure', count: filled, params: { column: column.key } });
  }
}

/** Issues in the order of sheets, rows, units, columns and codes; what is about no row or no list comes first. */
function makeRank(lists: readonly List[], plan: Plan): (issue: Issue) => number {
  const listAt = new Map(lists.map((list, index) => [list.key, index + 1]));
  const unitAt = new Map<string | null, number>(plan.units.map((unit, index) => [unit.key, index + 1]));
  const columnAt = new Map(lists.map((list) => [list.key, new Map(list.columns.map((column, index) => [column.key, index + 1]))]));
  const codeAt = new Map<string, number>(issueCodes.map((code, index) => [code, index]));
  return ({ list, rowIndex, unit, columns, code }) => {
    const row = (listAt.get(list ?? '') ?? 0) * 2 ** 21 + (rowIndex ?? -1) + 1;
    const column = columnAt.get(list ?? '')?.get(columns[0] ?? '') ?? 0;
    // 32 units, 1,024 columns and 128 codes beside 2^21 rows fit a whole number.
    return ((row * 32 + (unitAt.get(unit) ?? 0)) * 1_024 + column) * 128 + (codeAt.get(code) ?? 0);
  };
}

/**
 * Judges a workbook by the whole catalogue, a few milliseconds of work at a time, so that the caller can let the
 * screen breathe, show progress, or stop. Returns the result; throws only for lists that no rule can be compiled for.
 */
export function* checkInSteps(
  entries: WorkbookEntries,
  plan: Plan,
  lists: readonly List[],
  options: CheckOptions = {},
): Generator<CheckProgress, CheckResult, void> {
  const context = makeContext(entries, plan, lists, options.sources);
  const asked = options.only ?? (() => true);
  const ofCells = cellRules.filter(asked);
  const ofRows = rowRules.filter(asked);
  const wide = wideRules.filter(asked);
  const collector = new Collector(rulesByCode, new ExplanationBook(entries), new Weighing(entries.ruleSettings), options.listLimit ?? 1_000);
  const tables = [...context.tables.values()];
  const total = tables.reduce((sum, table) => sum + table.rowCount * 2, 0) + wide.length;
  let done = 0;

  for (const table of tables) {
    const step = Math.max(200, Math.ceil(cellsPerStep / table.list.columns.length));
    for (let from = 0; from < table.rowCount; from += step) {
      const to = Math.min(table.rowCount, from + step);
      table.prepareRows(from, to);
      yield { done: (done += to - from), total };
    }
  }

  for (const table of tables) {
    const listed = new Int32Array(issueCodes.length);
    const receive = (column: string): Hit =>
      collector.receiver(
        {
          table,
          detail: (code, row) => (rulesByCode.get(code) as CellRule).detail({ table, column, row }, context),
        },
        listed,
      );
    const loops = cellLoops(ofCells, table, context, receive);
    const judged: { rule: RowRule; undecided: Int32Array }[] = [];
    for (const rule of ofRows) {
      if (!rule.lists.includes(table.list.key)) continue;
      const gone = rule.needs(table.list).find((key) => !table.has(key));
      if (gone !== undefined) {
        collector.undecided(rule.code, { list: table.list.key, unit: null, reason: 'structure', params: { column: gone } });
        continue;
      }
      const loop = rowLoop(rule, table, context, collector, listed);
      loops.push(loop);
      judged.push({ rule, undecided: loop.undecided });
    }
    const step = Math.max(200, Math.ceil(cellsPerStep / table.list.columns.length));
    for (let from = 0; from < table.rowCount; from += step) {
      const to = Math.min(table.rowCount, from + step);
      for (const loop of loops) loop(from, to);
      yield { done: (done += to - from), total };
    }
    for (const { rule, undecided } of judged) reportUndecided(rule.code, table, undecided, context, collector);
    reportMissingColumns(table, collector);
  }

  for (const { key } of context.lists) {
    if (context.tables.has(key)) continue;
    for (const rule of ofRows) {
      if (rule.lists.includes(key)) collector.undecided(rule.code, { list: key, unit: null, reason: 'structure' });
    }
  }

  for (const rule of wide) {
    const report: Reporter = {
      fail: (failure) => collector.fail(rule, failure, failure.list === null ? undefined : context.tables.get(failure.list)),
      undecided: (entry) => collector.undecided(rule.code, entry),
    };
    const steps = (rule.judge(context, report) ?? [])[Symbol.iterator]();
    while (!steps.next().done) yield { done, total };
    yield { done: ++done, total };
  }

  const waiting = countWaiting(context);
  for (const each of waiting) {
    if (each.waitingRows === 0) continue;
    collector.undecided('cell/required', { list: each.list, unit: each.unit, reason: 'waiting', count: each.waitingRows });
  }
  const finishing = collector.finish(waiting, makeRank(lists, plan));
  for (;;) {
    const step = finishing.next();
    if (step.done) return step.value;
    yield { done, total };
  }
}

/** Judges a workbook by the whole catalogue at once. Pure: the same entries give the same result. */
export function check(entries: WorkbookEntries, plan: Plan, lists: readonly List[], options?: CheckOptions): CheckResult {
  const steps = checkInSteps(entries, plan, lists, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
