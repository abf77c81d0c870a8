import Ajv, { type ValidateFunction } from 'ajv';
import { z } from 'zod';
import type { WorkbookEntries } from '../../src/list/entry';
import type { List, Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import type { CheckOptions } from '../../src/rule/check-options';
import { check, checkInSteps } from '../../src/rule/engine';
import type { CheckResult } from '../../src/rule/issue';
import { largeEntries, projectLists } from './large-city';
import { computedMs, printTimings, race, spreadOf, usedBytes, type Contestant } from './measure';

/** Share of the cells that staff fill in which are wrong. */
const badShare = 0.15;
/** Rows of all lists together: 8 units × 12,500, and a tenth and ten times of it. */
const sizes = [10_000, 100_000, 1_000_000] as const;
const rounds = 3;
/**
 * Issues listed per code and list while growth is measured: so few that making them does not count. The usual 1,000
 * are nearly all of 10,000 rows' issues and a hundredth of a million's, which would make any growth look good.
 */
const growthLimit = 10;
/** A million rows take their time: fewer rounds, and the small size several times in each. */
const growthRounds = 2;
const smallRuns = 10;

interface City {
  readonly rowCount: number;
  readonly entries: WorkbookEntries;
  readonly lists: readonly List[];
  /** Bytes that the entries take. */
  readonly bytes: number;
}

/** The whole catalogue on large workbooks: beside ajv, as the workbook grows, and what it takes of memory. */
export async function printRuleRaces(): Promise<void> {
  const timings = await race(contestantsOn(makeCity(sizes[1])), rounds);
  printTimings(`全部规则，8 个单位 × 12,500 行，分在 ${projectLists.length} 张清单和台账，15% 的单元格有错`, timings, ajvName);
  printGrowth();
}

const ajvName = 'ajv，只查单元格';

function contestantsOn(city: City): readonly Contestant[] {
  const { entries, lists, rowCount } = city;
  const steps = new Steps();
  return [
    { name: '全部规则（跨行、跨清单、跨县）', run: () => `${said(steps.run(city))}，最长一步 ${steps.longest.toFixed(0)} ms` },
    { name: '本项目，只查单元格', run: () => said(check(entries, plan, lists, { only: ({ scope }) => scope === 'cell' })) },
    { name: ajvName, run: ajvOn(entries, rowCount) },
  ];
}

/** Runs a check step by step and knows the longest so far, which is how long a pane would not answer. */
class Steps {
  longest = 0;
  count = 0;

  run({ entries, lists }: City, options?: CheckOptions): CheckResult {
    const steps = checkInSteps(entries, plan, lists, options);
    this.count = 0;
    for (;;) {
      this.count += 1;
      const start = performance.now();
      const step = steps.next();
      this.longest = Math.max(this.longest, performance.now() - start);
      if (step.done) return step.value;
    }
  }
}

/** What was measured at one size. */
interface Growth {
  readonly rowCount: number;
  readonly times: number[];
  readonly steps: Steps;
  /** Bytes of the entries, and the most that a check holds besides them. */
  readonly memory: { readonly entries: number; readonly working: number };
}

function printGrowth(): void {
  const measured = sizes.map((rowCount): Growth => ({ rowCount, times: [], steps: new Steps(), memory: { entries: 0, working: 0 } }));
  // The small one first and unmeasured: the engine is compiled while it runs.
  let grown: readonly Growth[] = [measureGrowth(measured[0]!), ...measured.slice(1)].map((each) => ({ ...each, times: [], steps: new Steps() }));
  for (let round = 0; round < growthRounds; round += 1) grown = grown.map(measureGrowth);
  const spreads = grown.map(({ times }) => spreadOf(times));
  const perRow = spreads.map(({ median }, at) => median / sizes[at]!);
  const lines = grown.map(({ rowCount, steps, memory }, at) => {
    const { minimum, median, maximum } = spreads[at]!;
    return [
      rowCount.toLocaleString('en').padStart(12),
      ...[minimum, median, maximum].map((value) => value.toFixed(0).padStart(9)),
      ...[perRow[0]!, perRow[Math.max(0, at - 1)]!].map((base) => (perRow[at]! / base).toFixed(2).padStart(11)),
      steps.longest.toFixed(0).padStart(14),
      ...[memory.entries, memory.working].map((bytes) => (bytes / rowCount).toFixed(0).padStart(11)),
    ].join('');
  });
  const title = `全部规则的计算时间随行数的增长，每条规则每张清单只列前 ${growthLimit} 条（目标：不超过线性的 1.15 倍）`;
  const head = '        行数     最小     中位     最大 ms 线性的倍数   比上一行  最长一步 ms   填报内容   校验另占（字节/行）';
  process.stdout.write(`\n${[title, head, ...lines].join('\n')}\n`);
}

/** One round at one size, its workbook alone in memory: another size's would be gone through by every large collection. */
function measureGrowth({ rowCount, times, steps, memory }: Growth): Growth {
  const city = makeCity(rowCount);
  for (let run = 0; run < (rowCount === sizes[0] ? smallRuns : 1); run += 1) {
    globalThis.gc?.();
    const start = computedMs();
    steps.run(city, { listLimit: growthLimit });
    times.push(computedMs() - start);
  }
  return { rowCount, times, steps, memory: memory.entries > 0 ? memory : { entries: city.bytes, working: workingBytes(city, steps.count) } };
}

/** How often memory is looked at in the course of one check. */
const memoryLooks = 12;

/** The most that a check holds besides the entries, of all looks on the way. */
function workingBytes({ entries, lists }: City, stepCount: number): number {
  const before = usedBytes();
  const steps = checkInSteps(entries, plan, lists, { listLimit: growthLimit });
  const every = Math.max(1, Math.floor(stepCount / memoryLooks));
  let most = 0;
  for (let at = 1; !steps.next().done; at += 1) {
    if (at % every === 0) most = Math.max(most, usedBytes() - before);
  }
  return most;
}

function makeCity(rowCount: number): City {
  const before = usedBytes();
  const city = largeEntries(rowCount / projectLists.length, badShare);
  return { ...city, rowCount, bytes: usedBytes() - before };
}

/** ajv as it is meant to be used: each list's schema compiled once, its rows as objects, all errors. */
function ajvOn(entries: WorkbookEntries, rowCount: number): () => string {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const lists = projectLists.map((list) => {
    const columns = list.columns.filter(({ role }) => role === 'entry');
    const shape = z.object(Object.fromEntries(columns.map((column) => [column.key, column.schema.nullable()])));
    const jsonSchema: Record<string, unknown> = { ...z.toJSONSchema(shape) };
    delete jsonSchema['$schema'];
    const { values } = entries.lists[list.key]!;
    const rows = Array.from({ length: rowCount / projectLists.length }, (_, row) =>
      Object.fromEntries(columns.map(({ key }) => [key, values[key]![row]!])),
    );
    return { validate: ajv.compile(jsonSchema), rows };
  });
  return () => `${lists.reduce((sum, { validate, rows }) => sum + wrongCells(validate, rows), 0)} 处`;
}

/** A wrong cell gives one error for its type and one for the null that was allowed instead. */
function wrongCells(validate: ValidateFunction, rows: readonly Record<string, Value>[]): number {
  let count = 0;
  for (const row of rows) {
    if (!validate(row)) count += new Set(validate.errors!.map(({ instancePath }) => instancePath)).size;
  }
  return count;
}

function said({ counts, issues }: CheckResult): string {
  const found = counts.error + counts.warning + counts.info + counts.explained;
  return `${found} 处，列出 ${issues.length} 条`;
}
