import type { WideRule } from '../rule';

/** Several files with different 统计截止日: their figures cannot be added up. Said once, with the dates. */
export const asOfMismatch: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/as-of-mismatch',
  severity: 'warning',
  source: '四(三)',
  lists: 'all',
  reads: {},
  judge({ sources }, report) {
    const days = [...new Set(sources.map(({ asOf }) => Math.floor(asOf)))].sort((a, b) => a - b);
    if (days.length < 2) return;
    const filesOf = (day: number) => sources.filter(({ asOf }) => Math.floor(asOf) === day).map(({ label }) => label);
    report.fail({ list: null, unit: null, row: null, columns: [], params: { days, files: days.map((day) => filesOf(day).join('、')) } });
  },
};
