import { changeAsOf } from '../../job/as-of';
import { checkWorkbook, judgeWorkbook, recalculateSummary, rejudge } from '../../job/check';
import type { Surroundings } from '../../job/clock';
import { applyFixes } from '../../job/fix';
import { generateWorkbook, restoreBackup } from '../../job/generate';
import { inspectWorkbook } from '../../job/inspect';
import { placeOf } from '../../job/place';
import type { Edit, JobOptions, WorkbookPort } from '../../job/port';
import type { CheckReport } from '../../job/report';
import type { Scope } from '../../plan/plan';
import { builtInPlan } from '../../plan/built-in';
import type { Issue } from '../../rule/issue';

/** What the user chose under 生成. */
export interface GenerateChoice {
  readonly scope: Scope;
  /** Excel serial number. */
  readonly asOf: number;
  readonly sample: 'none' | 'clean' | 'mistakes';
}

const plans = [builtInPlan];

/** The same made-up data each time, so that two people who try it see the same. */
const sampleSeed = 1;

/**
 * The jobs, bound to one workbook. Loaded after the first paint: plan, lists and rules are most of the code.
 * Every method throws what its job throws.
 */
export function bindWork(port: WorkbookPort, around: Surroundings) {
  return {
    plan: builtInPlan,
    inspect: () => inspectWorkbook(port, plans),
    generate: ({ scope, asOf, sample }: GenerateChoice, options: JobOptions) =>
      generateWorkbook(
        port,
        { plan: builtInPlan, scope, asOf, ...(sample === 'none' ? {} : { sample: { kind: sample, seed: sampleSeed } }) },
        around,
        options,
      ),
    restore: (options: JobOptions) => restoreBackup(port, plans, around, options),
    judge: (options: JobOptions) => judgeWorkbook(port, plans, around, options),
    check: (options: JobOptions) => checkWorkbook(port, plans, around, options),
    rejudge: (report: CheckReport, edits: readonly Edit[]) => rejudge(port, report, edits, around),
    recalculate: (options: JobOptions) => recalculateSummary(port, plans, around, options),
    fix: (report: CheckReport, issues: readonly Issue[], options: JobOptions) => applyFixes(port, report, issues, around, options),
    changeAsOf: (asOf: number) => changeAsOf(port, asOf),
    placeOf,
  };
}

export type Work = ReturnType<typeof bindWork>;
