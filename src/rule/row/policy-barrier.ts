import type { RowRule } from '../rule';

/** A project that a policy stands in the way of was pushed in the first batch, the batch of the mature ones. */
export const policyBarrier: RowRule = {
  scope: 'row',
  code: 'row/policy-barrier',
  severity: 'warning',
  source: '三(三)3',
  lists: ['9'],
  needs: () => ['policyBarrier', 'pushBatch'],
  judge(table) {
    const barriers = table.choices('policyBarrier');
    const batches = table.choices('pushBatch');
    return {
      verdict(row) {
        if (batches(row) !== 'first') return null;
        const barrier = barriers(row);
        if (barrier === null) return 'undecided';
        return barrier === 'none' ? null : 'warning';
      },
      detail: (row) => ({ columns: ['pushBatch', 'policyBarrier'], params: { batch: table.value('pushBatch', row), seen: table.value('policyBarrier', row) } }),
    };
  },
};
