import type { BlockColumn, Picked } from './block-column';
import type { Criterion } from './criterion';

export interface Condition {
  readonly column: BlockColumn;
  readonly criterion: Criterion;
}

interface Remembered {
  readonly columns: readonly BlockColumn[];
  readonly picked: Picked;
}

/**
 * Matches of several conditions, kept with the first one's column (and gone with it): 汇总 asks for the same rows as
 * a count and as sums of several columns.
 */
const remembered = new WeakMap<BlockColumn, { entries: Map<string, Remembered>; size: number }>();
/** Positions kept per column, so that many wide criteria do not fill the memory. */
const MOST_REMEMBERED = 2_000_000;

function recall(conditions: readonly Condition[], key: string): Picked | null {
  const known = remembered.get(conditions[0]!.column)?.entries.get(key);
  if (!known || known.columns.length !== conditions.length) return null;
  return known.columns.every((column, index) => column === conditions[index]!.column) ? known.picked : null;
}

function remember(conditions: readonly Condition[], key: string, picked: Picked): void {
  const { column } = conditions[0]!;
  let store = remembered.get(column);
  if (!store || store.size > MOST_REMEMBERED) remembered.set(column, (store = { entries: new Map(), size: 0 }));
  store.size += picked.to - picked.from + 16;
  store.entries.set(key, { columns: conditions.map((condition) => condition.column), picked });
}

/** The condition whose index picks the fewest cells; the others are tested on those only. */
function findNarrowest(conditions: readonly Condition[]): { picked: Picked; condition: Condition } | null {
  let best: { picked: Picked; condition: Condition } | null = null;
  for (const condition of conditions) {
    const picked = condition.column.pick(condition.criterion);
    if (picked && (!best || picked.to - picked.from < best.picked.to - best.picked.from)) best = { picked, condition };
  }
  return best;
}

function allOf(conditions: readonly Condition[]): (position: number) => boolean {
  const tests = conditions.map(({ column, criterion }) => column.tester(criterion));
  const [first, second] = tests;
  if (tests.length === 1) return first!;
  if (tests.length === 2) return (position) => first!(position) && second!(position);
  return (position) => tests.every((test) => test(position));
}

/** Where positions are gathered before their number is known; one, because a search never runs within another. */
let scratch = new Float64Array(1024);

function reserve(size: number): Float64Array {
  if (size > 1 << 20) return new Float64Array(size);
  if (scratch.length < size) scratch = new Float64Array(size);
  return scratch;
}

function search(conditions: readonly Condition[], rows: number): Picked {
  const narrowest = findNarrowest(conditions);
  let count = 0;
  let found: Float64Array;
  if (narrowest) {
    const { positions, from, to } = narrowest.picked;
    const test = allOf(conditions.filter((one) => one !== narrowest.condition));
    found = reserve(to - from);
    for (let index = from; index < to; index++) {
      const position = positions[index]!;
      if (test(position)) found[count++] = position;
    }
  } else {
    const test = allOf(conditions);
    const end = rows * conditions[0]!.column.columns;
    found = reserve(end);
    for (let position = 0; position < end; position++) if (test(position)) found[count++] = position;
  }
  return { positions: found.slice(0, count), from: 0, to: count };
}

/** Positions where all conditions hold, within the rows that are used by any of them or by the measured range. */
export function findMatches(conditions: readonly Condition[], measuredRows: number): Picked {
  const [first] = conditions;
  const single = conditions.length === 1 ? first!.column.pick(first!.criterion) : null;
  if (single) return single;
  const rows = Math.max(measuredRows, ...conditions.map(({ column }) => column.usedRows));
  if (!conditions.every(({ column }) => column.indexed)) return search(conditions, rows);
  const key = `${rows} ${conditions.map(({ criterion }) => criterion.id).join('\n')}`;
  const known = recall(conditions, key);
  if (known) return known;
  const picked = search(conditions, rows);
  remember(conditions, key, picked);
  return picked;
}
