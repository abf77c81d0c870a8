import { statusBoard, type UnitStatus } from '../exchange/board';
import type { MergeProposal } from '../exchange/proposal';
import type { CheckReport } from './report';

/**
 * 报送看板 of the city workbook as it was judged last, with the returned files that wait to be merged. batch: of one
 * 分发; null for each unit's latest. Blind spot: errors beyond the bound of listed ones are not counted.
 */
export function readBoard(report: CheckReport, proposals: readonly MergeProposal[], batch: string | null = null): UnitStatus[] {
  const { plan, entries, result } = report;
  const errors: Record<string, number> = Object.fromEntries(plan.units.map(({ key }) => [key, 0]));
  for (const { unit, severity, explained } of result.issues) {
    if (unit !== null && severity === 'error' && explained === undefined) errors[unit] = (errors[unit] ?? 0) + 1;
  }
  return statusBoard(plan, { exchanges: entries.exchanges, batch, proposals, waiting: result.waiting, errors });
}
