import type { ListKey, Value } from '../../src/list/list';
import { Random } from '../../src/list/sample/random';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { CheckSession } from '../../src/rule/session';
import { largeEntries, projectLists } from './large-city';
import { computedMs, spreadOf } from './measure';

/** 8 units × 12,500 rows, spread over the lists. */
const rowsPerList = 100_000 / projectLists.length;
const badShare = 0.15;
const editsPerKind = 100;

/** Columns that an edit may be in, by what a user would call them: those that a list does not have are passed over. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  项目名称: ['projectName'],
  '县（市、区）': ['unit'],
  项目代码: ['projectCode'],
  金额: ['totalInvestment', 'yearPlan', 'plannedInvestment', 'nextYearPlan', 'yearDone'],
  状态: ['startState', 'statisticsState', 'problemState', 'startKind', 'push'],
  日期: ['plannedStart', 'actualStart', 'statisticsOn', 'deadline', 'signedOn'],
  其他文字: ['phone', 'developer', 'remark', 'leader'],
};

/** Runs work to its end; tells how long it computed, and how long its longest step took. */
function time<T>(steps: Generator<unknown, T>): { readonly value: T; readonly all: number; readonly longest: number } {
  const start = computedMs();
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done === true) return { value: step.value, all: computedMs() - start, longest };
  }
}

/** What stands in this column in another row, of this list or another that has it: a copy, a correction, a clash. */
function valueFrom(session: CheckSession, column: string, random: Random): Value {
  const lists = projectLists.filter(({ key }) => session.entries.lists[key]?.values[column]);
  return session.entries.lists[random.pick(lists).key]!.values[column]![random.between(0, rowsPerList - 1)] ?? null;
}

/** Judging one typed cell again in a workbook of 100,000 rows, by what was typed into, beside judging all of it. */
export function printEditRace(): void {
  const { entries, lists } = largeEntries(rowsPerList, badShare);
  const whole = time(CheckSession.open(entries, plan, lists));
  const session = whole.value;
  const random = new Random(7);
  const all: number[] = [];
  let longest = 0;
  const editOnce = (columns: readonly string[]): number => {
    const column = random.pick(columns);
    const having = projectLists.filter((list) => list.columns.some(({ key }) => key === column));
    if (having.length === 0) return editOnce(columns.filter((each) => each !== column));
    const list: ListKey = random.pick(having).key;
    const edit = { list, row: random.between(0, rowsPerList - 1), column, value: valueFrom(session, column, random) };
    const took = time(session.edit([edit]));
    longest = Math.max(longest, took.longest);
    return took.all;
  };
  for (const columns of Object.values(kinds)) editOnce(columns);
  longest = 0;
  const lines = Object.entries(kinds).map(([name, columns]) => {
    const times = Array.from({ length: editsPerKind }, () => editOnce(columns));
    all.push(...times);
    return lineOf(name, times);
  });
  const head = `${'中位'.padStart(8)}${'95%'.padStart(8)}${'最大'.padStart(6)} ms`;
  const title = `改动一个单元格后重新校验的计算时间，100,000 行，15% 的单元格有错（目标：中位不超过 16 ms）`;
  const wholeLine = `整本校验一次 ${whole.all.toFixed(0)} ms，最长一步 ${whole.longest.toFixed(1)} ms；改动一处，最长一步 ${longest.toFixed(1)} ms`;
  process.stdout.write(`\n${[title, head, ...lines, lineOf('全部', all), wholeLine].join('\n')}\n`);
}

function lineOf(name: string, times: readonly number[]): string {
  const { median, maximum } = spreadOf(times);
  const late = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
  return `${[median, late, maximum].map((ms) => ms.toFixed(2).padStart(9)).join('')}   ${name}`;
}
