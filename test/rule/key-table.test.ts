import fc from 'fast-check';
import { KeyTable } from '../../src/rule/key-table';

const tableOf = (...entries: readonly (readonly [key: number, id: number])[]) => {
  const table = new KeyTable((a, b) => a - b);
  for (const [key, id] of entries) table.add(key, id);
  return table;
};

/** Keys that meet in one chain, whatever the size of the table, and set the same mark. */
const [one, other, third] = [5, 5 + 2 ** 20, 5 + 2 ** 21];

describe('ids by key', () => {
  it('are none where nothing was added', () => {
    const table = tableOf();
    expect([table.idsOf(0), table.countOf(0)]).toEqual([[], 0]);
    table.remove(0, 1);
    expect(table.idsOf(0)).toEqual([]);
  });

  it('are told in their order, whatever the order they came in', () => {
    const table = tableOf([one, 3], [one, 1], [one, 2], [7, 9]);
    expect([table.idsOf(one), table.idsOf(7), table.idsOf(8)]).toEqual([[1, 2, 3], [9], []]);
    expect([one, 7, 8].map((key) => table.countOf(key))).toEqual([3, 1, 0]);
  });

  it('are told until one is answered by false', () => {
    const table = tableOf([one, 3], [one, 1], [other, 2], [one, 2]);
    const told: number[] = [];
    table.ask(one, (id) => told.push(id) < 2);
    expect(told).toEqual([1, 2]);
  });

  it('are kept apart where keys fall on one place', () => {
    const table = tableOf([other, 1], [one, 5], [third, 7], [one, 4], [other, 2]);
    expect([one, other, third].map((key) => table.idsOf(key))).toEqual([[4, 5], [1, 2], [7]]);
    expect([one, other, third].map((key) => table.countOf(key))).toEqual([2, 2, 1]);
  });

  it('of negative keys are kept as well', () => {
    const table = tableOf([-1, 1], [-2, 2], [-1, 3]);
    expect([table.idsOf(-1), table.idsOf(-2), table.idsOf(63)]).toEqual([[1, 3], [2], []]);
  });

  it.each([
    ['first of the place', third, 7],
    ['in the middle', other, 1],
    ['last of the place', one, 5],
  ])('are taken out: the %s', (_, key, id) => {
    const entries = [[one, 5], [other, 1], [third, 7]] as const;
    const table = tableOf(...entries);
    table.remove(key, id);
    for (const [each, own] of entries) expect(table.idsOf(each)).toEqual(each === key ? [] : [own]);
    table.add(key, 8);
    for (const [each, own] of entries) expect(table.idsOf(each)).toEqual([each === key ? 8 : own]);
  });

  it('are taken out one by one: not another id of the key, nor the id of another key', () => {
    const table = tableOf([one, 1], [one, 2], [other, 1]);
    table.remove(one, 3);
    table.remove(third, 1);
    table.remove(one, 1);
    expect([table.idsOf(one), table.idsOf(other)]).toEqual([[2], [1]]);
  });

  it('are the same as by a plain map, however many there are', () => {
    const key = fc.oneof(fc.nat(40), fc.integer());
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat(500)), { minLength: 60, maxLength: 300 }), fc.array(fc.nat(299), { maxLength: 80 }), fc.array(fc.tuple(key, fc.nat(500)), { maxLength: 80 }), (entries, goers, more) => {
        const table = tableOf(...entries);
        let plain = entries;
        const expectAll = () => {
          for (const each of new Set([...entries, ...more].map(([own]) => own))) {
            const ids = plain.filter(([own]) => own === each).map(([, id]) => id).sort((a, b) => a - b);
            expect([table.idsOf(each), table.countOf(each)]).toEqual([ids, ids.length]);
          }
        };
        expectAll();
        for (const at of new Set(goers)) {
          const goer = entries[at];
          if (!goer) continue;
          table.remove(...goer);
          plain = plain.filter((each) => each !== goer);
        }
        for (const each of more) table.add(...each);
        plain = [...plain, ...more];
        expectAll();
      }),
      { numRuns: 30 },
    );
  });
});
