import type { RowRule } from '../rule';

/** A framework agreement, which under the plan's setting is not counted as signed. */
export const frameworkCounted: RowRule = {
  scope: 'row',
  code: 'row/framework-counted',
  severity: 'info',
  source: '惯例',
  lists: ['B'],
  needs: () => ['agreementKind'],
  judge(table, { plan }) {
    const kinds = table.choices('agreementKind');
    return {
      verdict(row) {
        const kind = kinds(row);
        if (kind === null) return 'undecided';
        return kind === 'framework' && !plan.settings.frameworkAgreementCounts ? 'info' : null;
      },
      detail: (row) => ({ columns: ['agreementKind'], params: { seen: table.value('agreementKind', row) } }),
    };
  },
};
