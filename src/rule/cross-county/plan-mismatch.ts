import { isNewer, schemaVersion } from '../../list/schema-version';
import type { WideRule } from '../rule';

/**
 * A workbook was made for another plan than it is judged by, or by a version to come. What an earlier version made is read
 * like one of today.
 */
export const planMismatch: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/plan-mismatch',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  reads: {},
  judge({ plan, sources }, report) {
    for (const source of sources) {
      const { label, planId } = source;
      if (planId === plan.id && !isNewer(source)) continue;
      report.fail({
        list: null,
        unit: null,
        row: null,
        columns: [],
        params: { file: label, seen: planId, expected: plan.id, version: source.schemaVersion, expectedVersion: schemaVersion },
      });
    }
  },
};
