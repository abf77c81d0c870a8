import { listsOf } from '../list/registry';
import type { Plan } from '../plan/plan';
import type { Issue, Undecided } from '../rule/issue';
import { checkTogetherInSteps } from '../rule/together';
import type { Surroundings } from './clock';
import { rememberWorkbook } from './check';
import type { KnownWorkbook } from './known-workbook';
import { runSteps } from './run-steps';
import { markChanges } from './mark';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import { writeSafely } from './safe-write';

/** A workbook that was read, with the name of its file and the port that it was read through. */
export interface OpenWorkbook {
  readonly label: string;
  readonly port: WorkbookPort;
  readonly known: KnownWorkbook;
}

/** What several workbooks say together. */
export interface TogetherReport {
  /** One for each workbook, in their order. */
  readonly reports: readonly CheckReport[];
  /** About no single workbook: units that sent nothing, different 统计截止日. */
  readonly together: readonly Issue[];
  readonly undecided: readonly Undecided[];
}

/**
 * Judges workbooks of one plan as they are and across each other, without merging them. With `mark` each gets its
 * own marks, those that only the others show among them.
 */
export async function checkTogether(
  workbooks: readonly OpenWorkbook[],
  plan: Plan,
  around: Surroundings,
  options: JobOptions & { readonly mark: boolean },
): Promise<TogetherReport> {
  const labelled = workbooks.map(({ label, known }) => ({ label, entries: known.reading.entries }));
  const result = await runSteps(checkTogetherInSteps(labelled, plan, listsOf(plan)), around, options);
  const reports: CheckReport[] = [];
  for (const [at, { port, known }] of workbooks.entries()) {
    const { reading } = known;
    const report: CheckReport = {
      plan,
      lists: reading.lists,
      entries: reading.entries,
      result: result.workbooks[at]!,
      checkedAt: around.now(),
    };
    rememberWorkbook(report, known);
    reports.push(report);
    if (options.mark) await writeSafely(port, known, markChanges(known, report, around), around, options);
  }
  return { reports, together: result.together, undecided: result.undecided };
}
