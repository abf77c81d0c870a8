import type { WideRule } from '../rule';

/** A workbook was made for another plan or by another version than it is judged by, or than the others it is judged with. */
export const planMismatch: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/plan-mismatch',
  severity: 'error',
  source: '四(二)',
  lists: 'all',
  reads: {},
  judge({ plan, sources }, report) {
    for (const { label, planId, schemaVersion } of sources) {
      if (planId === plan.id && schemaVersion === plan.schemaVersion) continue;
      report.fail({
        list: null,
        unit: null,
        row: null,
        columns: [],
        params: { file: label, seen: planId, expected: plan.id, version: schemaVersion, expectedVersion: plan.schemaVersion },
      });
    }
  },
};
