import { meansEmpty } from '../name';
import type { RowRule } from '../rule';

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  assigned: ['assignedOn'],
  supervised: ['assignedOn'],
  closed: ['closedOn', 'closedBasis'],
};

/** Fields that a state of list 8 (by item key) says are filled. */
export function fieldsOfState(state: string): readonly string[] {
  return fieldsOf[state] ?? [];
}

/** The state says more than its fields, or 销号日期 is filled under another state. */
export const problemState: RowRule = {
  scope: 'row',
  code: 'row/problem-state',
  severity: 'error',
  source: '三(五)1',
  lists: ['8'],
  needs: () => ['problemState', 'assignedOn', 'closedOn', 'closedBasis'],
  judge(table) {
    const states = table.choices('problemState');
    const texts = new Map(['assignedOn', 'closedOn', 'closedBasis'].map((key) => [key, table.texts(key)]));
    const isEmpty = (key: string, row: number) => meansEmpty(texts.get(key)?.(row) ?? '');
    const missing = (row: number) => fieldsOfState(states(row) ?? '').filter((key) => isEmpty(key, row));
    const closedEarly = (row: number) => states(row) !== 'closed' && !isEmpty('closedOn', row);
    return {
      verdict(row) {
        if (states(row) === null) return 'undecided';
        return missing(row).length > 0 || closedEarly(row) ? 'error' : null;
      },
      detail(row) {
        const fields = missing(row);
        const state = table.value('problemState', row);
        return fields.length > 0
          ? { columns: [...fields, 'problemState'], params: { state, missing: fields } }
          : { columns: ['closedOn', 'problemState'], params: { state, missing: [] } };
      },
    };
  },
};
