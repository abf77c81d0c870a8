import fc from 'fast-check';
import { HitStore } from '../../src/rule/hit-store';
import { kindCount } from '../../src/rule/kind';

/** Units of rows 0, 1, 2 …: the second of two, none, the first, and so on. */
const unitOf = (row: number) => [1, -1, 0][row % 3]!;
const storeOf = (rowCount: number) => new HitStore(rowCount, 2, unitOf);

/** What is found in a row, as the store tells it. */
function hitsOf(store: HitStore, row: number): (readonly [kind: number, source: number])[] {
  const hits: (readonly [number, number])[] = [];
  for (let slot = store.first(row); slot >= 0; slot = store.after(slot)) hits.push([store.kindAt(slot), store.sourceAt(slot)]);
  return hits;
}

describe('what is found in rows', () => {
  it('is nothing at first, in any row and of any kind', () => {
    const store = storeOf(3);
    expect([0, 1, 2].map((row) => store.first(row))).toEqual([-1, -1, -1]);
    expect(store.countOf(0)).toBe(0);
  });

  it('is told row by row, by kind and then by source whenever it was found, and counted by kind and unit', () => {
    const store = storeOf(3);
    store.add(8, 41, 0);
    store.add(7, 40, 0);
    store.add(7, 39, 0);
    store.add(7, 42, 2);
    store.add(7, 43, 1);
    store.add(kindCount - 1, 44, 1);
    expect([0, 1, 2].map((row) => hitsOf(store, row))).toEqual([[[7, 39], [7, 40], [8, 41]], [[7, 43], [kindCount - 1, 44]], [[7, 42]]]);
    expect([6, 7, 8, 9, kindCount - 1].map((kind) => store.countOf(kind))).toEqual([0, 4, 1, 0, 1]);
    expect([-1, 0, 1].map((unit) => store.countIn(7, unit))).toEqual([1, 1, 2]);
    expect([-1, 0, 1].map((unit) => store.countIn(8, unit))).toEqual([0, 0, 1]);
    expect([-1, 0, 1].map((unit) => store.countIn(kindCount - 1, unit))).toEqual([1, 0, 0]);
  });

  it.each([
    ['the last', 3, [[1, 1], [2, 2]]],
    ['one between', 2, [[1, 1], [3, 3]]],
    ['the first', 1, [[2, 2], [3, 3]]],
  ])('is taken back by who found it: %s', (_, source, left) => {
    const store = storeOf(2);
    for (const each of [1, 2, 3]) store.add(each, each, 0);
    store.add(source, source, 1);
    store.retract(0, (each) => each === source);
    expect(hitsOf(store, 0)).toEqual(left);
    expect(hitsOf(store, 1)).toEqual([[source, source]]);
    expect([store.countOf(source), store.countIn(source, 1), store.countIn(source, -1)]).toEqual([1, 0, 1]);
  });

  it('leaves its place to what is found next', () => {
    const store = storeOf(2);
    for (const each of [1, 2, 3]) store.add(each, each, 0);
    store.retract(0, (source) => source < 3);
    store.add(5, 5, 1);
    store.add(6, 6, 1);
    store.add(7, 7, 0);
    expect([hitsOf(store, 0), hitsOf(store, 1)]).toEqual([[[3, 3], [7, 7]], [[5, 5], [6, 6]]]);
  });

  it('stays where rows are added at the end and taken away there', () => {
    const store = storeOf(2);
    store.add(1, 1, 0);
    store.add(2, 2, 1);
    store.resize(4);
    expect([0, 1, 2, 3].map((row) => hitsOf(store, row))).toEqual([[[1, 1]], [[2, 2]], [], []]);
    store.add(3, 3, 3);
    expect(hitsOf(store, 3)).toEqual([[3, 3]]);
    store.retract(3, () => true);
    store.retract(1, () => true);
    store.resize(1);
    store.resize(2);
    expect([hitsOf(store, 0), hitsOf(store, 1)]).toEqual([[[1, 1]], []]);
  });

  it('is the same as by a plain list, however many come and go', () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ add: fc.constant(true), kind: fc.nat(kindCount - 1), source: fc.nat(3), row: fc.nat(5) }) },
      { weight: 1, arbitrary: fc.record({ add: fc.constant(false), kind: fc.constant(0), source: fc.nat(3), row: fc.nat(5) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 150 }), (steps) => {
        const store = storeOf(6);
        let plain: { readonly kind: number; readonly source: number; readonly row: number }[] = [];
        for (const { add, kind, source, row } of steps) {
          if (add) {
            store.add(kind, source, row);
            plain = [...plain, { kind, source, row }].sort((a, b) => a.kind - b.kind || a.source - b.source);
          } else {
            store.retract(row, (each) => each === source);
            plain = plain.filter((each) => each.row !== row || each.source !== source);
          }
        }
        for (let row = 0; row < 6; row++) expect(hitsOf(store, row)).toEqual(plain.filter((each) => each.row === row).map(({ kind, source }) => [kind, source]));
        for (const kind of new Set(steps.map((each) => each.kind))) {
          for (const unit of [-1, 0, 1]) expect(store.countIn(kind, unit)).toBe(plain.filter((each) => each.kind === kind && unitOf(each.row) === unit).length);
        }
      }),
      { numRuns: 40 },
    );
  });
});
