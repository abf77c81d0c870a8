import type { Explanation } from '../list/record';
import { explain } from '../rule/explain';
import type { Issue } from '../rule/issue';
import { mayExplain } from '../rule/permission';
import { explainTexts } from '../text/explain';
import { nameOfRule } from '../text/rule-name';
import { changeRecord } from './change-record';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import { readReason, type SignedReason } from './signed-reason';
import { WorkbookError } from './workbook-error';

/**
 * 说明情况: accepts an issue of this report with a reason, for its row (or list) and the values as they were judged, and
 * judges and marks again; what was said before of the same is replaced. Throws WorkbookError where who or why is blank or too
 * long, where the issue may not be explained, and where the workbook by now says something else than what the
 * user saw; then nothing was written.
 */
export async function explainIssue(
  port: WorkbookPort,
  report: CheckReport,
  issue: Issue,
  reason: SignedReason,
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  if (!mayExplain(issue)) throw new WorkbookError(explainTexts.notExplainable(nameOfRule(issue.code)));
  const { who, why } = readReason(reason, explainTexts);
  let kept: Explanation;
  return changeRecord(
    port,
    report,
    (known, fresh) => {
      kept = explain({ ...issue, row: rowNow(issue, known, fresh) }, report.entries, who, why);
      const others = known.reading.entries.explanations.filter((each) => !isSame(each, kept));
      return { explanations: [...others, kept] };
    },
    around,
    options,
    (next) => {
      // The engine itself tells whether the explanation fits what stands in the workbook now.
      const isTaken = next.result.issues.some(
        (each) => each.explained !== undefined && isSame(explain(each, next.entries, who, why), kept),
      );
      if (!isTaken) throw new WorkbookError(isSeenTogether(issue, report) ? explainTexts.onlyTogether : explainTexts.changed);
    },
  );
}

/** 撤回说明: the issue stands again as it was found. Throws WorkbookError where the workbook has no such explanation by now. */
export async function withdrawExplanation(
  port: WorkbookPort,
  report: CheckReport,
  issue: Issue,
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  const said = explain(issue, report.entries, '', '');
  return changeRecord(
    port,
    report,
    ({ reading }) => {
      const { explanations } = reading.entries;
      const left = explanations.filter((each) => !isSame(each, said));
      if (left.length === explanations.length) throw new WorkbookError(explainTexts.notExplained);
      return { explanations: left };
    },
    around,
    options,
  );
}

/** Of several files judged together, what only the others show is not found in one of them alone. */
function isSeenTogether({ code }: Issue, { entries }: CheckReport): boolean {
  return code.startsWith('cross-county/') && entries.scope.kind === 'unit';
}

function isSame(a: Explanation, b: Explanation): boolean {
  return a.row === b.row && a.code === b.code && a.valueHash === b.valueHash;
}

/** 行标识 of the issue's row by now: it may have had none when it was judged, or shared it with the row it was copied from. */
function rowNow({ list, row, rowIndex }: Issue, known: KnownWorkbook, fresh: KnownWorkbook): string | null {
  if (list === null || rowIndex === null) return row;
  const before = fresh.reading.entries.lists[list]?.values['identity'] ?? [];
  const after = known.reading.entries.lists[list]?.values['identity'] ?? [];
  const isInPlace = (before[rowIndex] ?? '') === row;
  const identity = after[isInPlace ? rowIndex : before.indexOf(row)];
  return typeof identity === 'string' ? identity : '';
}
