import { labelOf } from '../../plan/choice';
import type { Plan } from '../../plan/plan';
import type { ListKey, Value } from '../list';
import { targetColumn } from '../target-list';
import type { Random } from './random';

type Columns = Record<string, Value[]>;

/** One planted mistake: how a clerk's slip changes a cell or two of a row. */
interface Mistake {
  readonly list: ListKey;
  readonly plant: (columns: Columns, row: number, plan: Plan) => void;
}

const mistakes: readonly Mistake[] = [
  { list: '5', plant: (columns, row) => set(columns, 'unit', row, (unit) => String(unit).replace(/[县市]$/, '')) },
  { list: '5', plant: (columns, row) => set(columns, 'totalInvestment', row, (total) => `${String(total)}万`) },
  { list: '5', plant: (columns, row) => set(columns, 'responsiblePerson', row, () => null) },
  { list: '5', plant: (columns, row) => set(columns, 'plannedStart', row, () => '2023.12.5') },
  { list: '6', plant: (columns, row) => set(columns, 'phone', row, () => '12345') },
  { list: '6', plant: (columns, row) => set(columns, 'totalInvestment', row, () => -5) },
  { list: '6', plant: (columns, row, plan) => set(columns, 'statisticsState', row, () => `${labelOf(plan, 'statisticsState', 'registered')} `) },
  { list: '7', plant: (columns, row) => set(columns, 'projectName', row, () => columns['projectName']![row - 1]!) },
  { list: '7', plant: (columns, row) => set(columns, 'measures', row, () => null) },
  { list: '8', plant: (columns, row) => set(columns, 'problemNumber', row, () => columns['problemNumber']![row - 1]!) },
  { list: '9', plant: (columns, row) => set(columns, 'projectCode', row, () => '2311-14052-04') },
  { list: 'A', plant: (columns, row) => set(columns, 'projectType', row, (label) => `${String(label)}类`) },
  { list: 'A', plant: (columns, row) => set(columns, 'totalInvestment', row, (total) => Number(total) * 10_000) },
  { list: 'A', plant: (columns, row) => set(columns, 'isPrivate', row, () => null) },
  { list: 'B', plant: (columns, row) => set(columns, 'signedInvestment', row, (amount) => Number(amount) * 10_000) },
  {
    list: '1',
    plant: (columns, row, plan) =>
      set(columns, targetColumn('industrialInvestment', plan.months[0]!.key), row, () => 999),
  },
];

/** Plants each kind of mistake once, at rows that the seed chooses. */
export function plantMistakes(plan: Plan, rows: Record<ListKey, Columns>, random: Random): void {
  for (const { list, plant } of mistakes) {
    const columns = rows[list];
    const count = Object.values(columns ?? {})[0]?.length ?? 0;
    if (columns !== undefined && count > 1) plant(columns, random.between(1, count - 1), plan);
  }
}

function set(columns: Columns, key: string, row: number, change: (value: Value) => Value): void {
  const values = columns[key];
  if (values !== undefined) values[row] = change(values[row] ?? null);
}
