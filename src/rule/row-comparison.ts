import type { Severity } from './issue';
import { compareMoney } from './money';
import type { RowJudge } from './rule';
import type { Table } from './table';

/** Fails where one amount of money is more than another; undecided while either is missing. */
export function judgeMoreThan(table: Table, part: string, whole: string, severity: Severity): RowJudge {
  const parts = table.numbers(part);
  const wholes = table.numbers(whole);
  const decimals = table.column(part)!.decimals!;
  return {
    verdict(row) {
      const [own, limit] = [parts(row), wholes(row)];
      if (own === null || limit === null) return 'undecided';
      return compareMoney(own, limit, decimals) > 0 ? severity : null;
    },
    detail: (row) => ({ columns: [part, whole], params: { seen: parts(row), limit: wholes(row) } }),
  };
}

/** Fails where a day lies after another; undecided while it is missing. */
export function judgeLaterThan(table: Table, column: string, limit: number, severity: Severity): RowJudge {
  const days = table.days(column);
  return {
    verdict(row) {
      const day = days(row);
      if (day === null) return 'undecided';
      return day > limit ? severity : null;
    },
    detail: (row) => ({ columns: [column], params: { seen: days(row), limit } }),
  };
}
