import type { Explanation, RuleSetting } from '../list/record';
import { undoTexts } from '../text/undo';
import { changeRecord } from './change-record';
import type { Surroundings } from './clock';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import { forgetUndoable, type Decided, type Undoable } from './undoable';
import { WorkbookError } from './workbook-error';

/**
 * What was decided goes and what it replaced comes back; what others decided since stays. Throws WorkbookError, with nothing
 * written, where the very decision was changed since.
 */
export async function takeDecisionBack(
  port: WorkbookPort,
  report: CheckReport,
  { before, after }: Extract<Undoable, { readonly kind: 'decision' }>,
  around: Surroundings,
  options: JobOptions,
): Promise<CheckReport> {
  const judged = await changeRecord(
    port,
    report,
    ({ reading: { entries } }): Decided => ({
      ...(after.explanations === undefined ? {} : { explanations: withoutChange<Explanation>(before.explanations, after.explanations, entries.explanations, ({ row, code, valueHash }) => `${row}|${code}|${valueHash}`) }),
      ...(after.ruleSettings === undefined ? {} : { ruleSettings: withoutChange<RuleSetting>(before.ruleSettings, after.ruleSettings, entries.ruleSettings, ({ code }) => code) }),
    }),
    around,
    options,
  );
  // Taking back is no operation that is taken back itself.
  forgetUndoable(judged);
  return judged;
}

function withoutChange<T>(before: readonly T[] = [], after: readonly T[] = [], now: readonly T[], subjectOf: (item: T) => string): readonly T[] {
  const text = (item: T) => JSON.stringify(item);
  const [was, is, stands] = [before, after, now].map((items) => new Set(items.map(text))) as [Set<string>, Set<string>, Set<string>];
  const added = after.filter((item) => !was.has(text(item)));
  const replaced = before.filter((item) => !is.has(text(item)));
  const subjects = new Set([...added, ...replaced].map(subjectOf));
  const written = new Set(added.map(text));
  const others = now.filter((item) => !written.has(text(item)));
  // Of the same issue or rule something else stands there by now.
  const isDecidedAnew = others.some((item) => subjects.has(subjectOf(item)) && !was.has(text(item)));
  const isTakenBack = others.length === now.length && replaced.every((item) => stands.has(text(item)));
  if (isTakenBack && !isDecidedAnew) return now;
  if (isDecidedAnew || !added.every((item) => stands.has(text(item)))) throw new WorkbookError(undoTexts.decidedSince);
  return [...others, ...replaced.filter((item) => !stands.has(text(item)))];
}
