import type { Column } from '../../list/list';
import { narrow } from '../name';
import type { CellRule } from '../rule';

/** Full-width digits, blanks inside a number, or commas between numbers: what is meant is certain. */
function tidy(text: string, column: Column): string | null {
  const half = narrow(text).trim();
  const candidates = [half, half.replace(/\s*[,，、/;]\s*/g, '、'), half.replace(/\s/g, '').replace(/[,，、/;]/g, '、')];
  return candidates.find((each) => column.schema.safeParse(each).success) ?? null;
}

/** A number that is neither a mainland mobile nor a landline. Blind spot: a well-formed number that nobody answers. */
export const phone: CellRule = {
  scope: 'cell',
  code: 'cell/phone',
  severity: 'warning',
  source: '四(二)',
  lists: 'all',
  detail({ table, column: key, row }) {
    const column = table.column(key)!;
    const before = table.value(key, row);
    const after = tidy(String(before), column);
    return {
      columns: [key],
      params: { seen: before, expected: after },
      ...(after !== null ? { fix: { kind: 'cell', list: table.list.key, rowIndex: row, column: key, before, after } } : {}),
    };
  },
};
