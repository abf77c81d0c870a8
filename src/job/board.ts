import { statusBoard, type UnitStatus } from '../exchange/board';
import type { MergeProposal } from '../exchange/proposal';
import type { CheckReport } from './report';

/**
 * 报送看板 of the city workbook as it was judged last, with the returned files that wait to be merged. batch: of one
 * 分发; null for each unit's latest. Errors are all of a unit's, listed or not, but for explained ones.
 */
export function readBoard(report: CheckReport, proposals: readonly MergeProposal[], batch: string | null = null): UnitStatus[] {
  const { plan, entries, result } = report;
  return statusBoard(plan, { exchanges: entries.exchanges, batch, proposals, waiting: result.waiting, errors: result.unitErrors });
}
