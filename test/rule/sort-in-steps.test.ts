import fc from 'fast-check';
import { sortInSteps } from '../../src/rule/sort-in-steps';

interface Item {
  readonly rank: number;
  readonly at: number;
}

/** The sorted items, and how often the caller could breathe. */
function sort(items: Item[]): { readonly sorted: readonly Item[]; readonly breaths: number } {
  const steps = sortInSteps(items, (a, b) => a.rank - b.rank);
  for (let breaths = 0; ; breaths++) {
    const step = steps.next();
    if (step.done) return { sorted: step.value, breaths };
  }
}

const isSame = (a: readonly Item[], b: readonly Item[]) => a.length === b.length && a.every((each, at) => each === b[at]);

const itemsOf = (ranks: readonly number[]) => ranks.map((rank, at): Item => ({ rank, at }));
const some = (count: number) => itemsOf(Array.from({ length: count }, (_, at) => (at * 7_919) % 1_009));

describe('sorting in steps', () => {
  it.each([0, 1, 2, 2_047, 2_048, 2_049, 4_096, 6_145, 9_000])('gives %s items in the order that sorting at once gives, equal ones as they were', (count) => {
    const items = some(count);
    const expected = [...items].sort((a, b) => a.rank - b.rank);
    expect(isSame(sort(items).sorted, expected)).toBe(true);
  });

  it('sorts what was in order already, and what was in the opposite order', () => {
    for (const items of [itemsOf(Array.from({ length: 4_500 }, (_, at) => at)), itemsOf(Array.from({ length: 4_500 }, (_, at) => -at))]) {
      expect(isSame(sort([...items]).sorted, [...items].sort((a, b) => a.rank - b.rank))).toBe(true);
    }
  });

  it('lets the caller breathe after each run that is sorted and some thousands that are merged', () => {
    expect(sort(some(2_048)).breaths).toBe(1);
    expect(sort(some(4_096)).breaths).toBe(2);
    // Three runs, merged twice.
    expect(sort(some(6_144)).breaths).toBe(3 + 1);
    expect(sort(some(8_192)).breaths).toBe(4 + 2);
  });

  it('sorts any short items', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }), (ranks) => expect(sort(itemsOf(ranks)).sorted).toEqual(itemsOf(ranks).sort((a, b) => a.rank - b.rank))));
  });
});
