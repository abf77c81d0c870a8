import type { Plan, Scope } from '../plan/plan';
import { unstoppable } from './after-failure';
import { checkWorkbook } from './check';
import type { Surroundings } from './clock';
import { generateWorkbook } from './generate';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport, GenerateResult } from './report';

/** What 升级 laid out, and the check that follows it. */
export interface UpgradeResult extends GenerateResult {
  readonly report: CheckReport;
}

/**
 * 升级: a workbook of an earlier version is laid out as workbooks are now, and checked. It is 生成 over what is there: all
 * that was entered, explained, set and recorded is read first and put back, a backup stands in the workbook until the last sheet is
 * written, and 恢复 is offered where that is interrupted. Nothing that people entered changes, so there is nothing to take
 * back. Throws WorkbookError as generateWorkbook does.
 */
export async function upgradeWorkbook(
  port: WorkbookPort,
  { plan, scope }: { readonly plan: Plan; readonly scope: Scope },
  around: Surroundings,
  options: JobOptions = {},
): Promise<UpgradeResult> {
  const laid = await generateWorkbook(port, { plan, scope }, around, options);
  return { ...laid, report: await checkWorkbook(port, [plan], around, unstoppable(options)) };
}
