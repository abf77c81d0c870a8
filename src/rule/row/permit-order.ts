import { openStates, permitColumns, readPermits, type PermitReader } from '../permit';
import type { RowRule } from '../rule';

/**
 * A permit is 已办结 before one that must come first. The order is the national four-stage approval; special works
 * differ, so it is only a warning. Undecided where a permit that must come first has no state.
 */
export const permitOrder: RowRule = {
  scope: 'row',
  code: 'row/permit-order',
  severity: 'warning',
  source: '三(三)2',
  lists: ['9'],
  needs: permitColumns,
  judge(table, { plan }) {
    const permits = readPermits(table, plan);
    const byKey = new Map(permits.map((permit) => [permit.key, permit]));
    const pairs = permits.flatMap((permit) =>
      permit.after.flatMap((key): [PermitReader, PermitReader][] => {
        const first = byKey.get(key);
        return first ? [[permit, first]] : [];
      }),
    );
    const isBroken = ([permit, first]: [PermitReader, PermitReader], row: number) => {
      if (permit.state(row) !== 'done') return false;
      if (openStates.includes(first.state(row) ?? '')) return true;
      const [own, before] = [permit.day(row), first.day(row)];
      return first.state(row) !== 'notApplicable' && own !== null && before !== null && own < before;
    };
    return {
      verdict(row) {
        if (pairs.some((pair) => isBroken(pair, row))) return 'warning';
        return pairs.some(([permit, first]) => permit.state(row) === 'done' && first.state(row) === null) ? 'undecided' : null;
      },
      detail(row) {
        const [permit, first] = pairs.find((pair) => isBroken(pair, row)) ?? [];
        const isOpen = openStates.includes(first?.state(row) ?? '');
        const nameOf = (reader?: PermitReader) => plan.permits.find((each) => each.key === reader?.key)?.name ?? '';
        const columns = [permit, first].flatMap((reader) => (reader ? [isOpen ? reader.stateColumn : reader.dateColumn] : []));
        return {
          columns,
          params: { permit: nameOf(permit), first: nameOf(first), isOpen, state: first ? table.value(first.stateColumn, row) : null },
        };
      },
    };
  },
};
