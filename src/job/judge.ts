import { CheckSession } from '../rule/session';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions } from './port';
import type { CheckReport } from './report';
import { runSteps } from './run-steps';

/**
 * What goes on judging after a report. It belongs to the latest report made with it: whoever judges again from an
 * older one, or a second time while the first is under way, has the whole judged anew.
 */
const sessions = new WeakMap<CheckReport, CheckSession>();

/**
 * Judges a workbook that was read, step by step, so that the pane stays alive and the user can cancel. After an earlier
 * report on the same workbook only what can have changed since is judged again; the outcome is the same.
 */
export async function judgeReading(
  { plan, reading }: KnownWorkbook,
  around: Surroundings,
  options: JobOptions = {},
  earlier?: CheckReport,
): Promise<CheckReport> {
  const { entries, lists } = reading;
  let session = earlier && sessions.get(earlier);
  if (earlier) sessions.delete(earlier);
  if (session?.judges(plan, lists)) await runSteps(session.update(entries), around, options);
  else session = await runSteps(CheckSession.open(entries, plan, lists), around, options);
  const report: CheckReport = { plan, lists, entries, result: session.result, checkedAt: around.now() };
  sessions.set(report, session);
  return report;
}
