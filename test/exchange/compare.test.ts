import fc from 'fast-check';
import { compareWorkbooks, type Comparison, type ComparedWorkbook } from '../../src/exchange/compare';
import type { ExchangeSource } from '../../src/exchange/source';
import { toSerial } from '../../src/plan/day';
import { change, cityOf, identity, partOf, plan, remove, returnedOf, withRows, type Cells } from './workbook';

const lastMonth = toSerial('2023-11-25');
const now = toSerial('2023-12-25');
const at = (workbook: ExchangeSource, asOf: number): ComparedWorkbook => ({ ...workbook, asOf });

const school = identity('5', 1);
const road = identity('6', 1);
const problem = identity('8', 1);

function start(): ExchangeSource {
  return cityOf({
    '1': [{ unit: '泽州县', 'fixedAssetInvestment.m10': 10 }],
    '5': [
      { identity: school, projectName: '第十中学', unit: '泽州县', totalInvestment: 500, startState: '未开工', developer: '教育局' },
      { identity: identity('5', 2), projectName: '水厂', unit: '高平市', startState: '已开工', actualStart: 45230 },
    ],
    '6': [{ identity: road, projectName: '环城路', unit: '泽州县', statisticsState: '未报' }],
    '8': [{ identity: problem, projectName: '水厂', problemNumber: 'W-1', unit: '高平市', problemState: '交办' }],
    A: [{ identity: identity('A', 1), projectName: '新城', unit: '泽州县' }],
  });
}

type Edits = Readonly<Record<string, (rows: Cells[]) => readonly Cells[]>>;

function since(edits: Edits): Comparison {
  return compareWorkbooks(at(start(), lastMonth), at(withRows(start(), edits), now), plan);
}

function sectionOf(comparison: Comparison, unit: string, list: string) {
  return comparison.units.find((each) => each.unit === unit)!.lists.find((each) => each.list === list);
}

const none = { started: 0, registered: 0, cleared: 0, added: 0, dropped: 0, changed: 0 };

it('finds nothing between a workbook and itself, and names every unit', () => {
  const comparison = since({});
  expect(comparison.counts).toEqual(none);
  expect(comparison.units.map(({ unit }) => unit)).toEqual(plan.units.map(({ key }) => key));
  expect(comparison.units.every(({ lists }) => lists.length === 0)).toBe(true);
});

describe('what happened', () => {
  it('tells starts by the state, with what changed', () => {
    const comparison = since({ '5': change(school, { startState: '在建', actualStart: 45280 }) });
    const section = sectionOf(comparison, 'zezhou', '5')!;
    expect(section.counts).toEqual({ ...none, started: 1, changed: 1 });
    expect(section.changed).toEqual([
      {
        unit: 'zezhou',
        identity: school,
        name: '第十中学',
        olderRow: 0,
        newerRow: 0,
        cells: [
          { column: 'actualStart', before: null, after: 45280 },
          { column: 'startState', before: '未开工', after: '在建' },
        ],
      },
    ]);
    expect(comparison.counts).toEqual({ ...none, started: 1, changed: 1 });
  });

  it('tells starts by the date where a list has no state', () => {
    expect(sectionOf(since({ A: change(identity('A', 1), { actualStart: 45280 }) }), 'zezhou', 'A')!.counts).toMatchObject({ started: 1 });
  });

  it('tells entry into statistics and problems cleared', () => {
    const comparison = since({ '6': change(road, { statisticsState: '已入统' }), '8': change(problem, { problemState: '销号', closedOn: 45280 }) });
    expect(sectionOf(comparison, 'zezhou', '6')!.registered.map(({ name }) => name)).toEqual(['环城路']);
    expect(sectionOf(comparison, 'gaoping', '8')!.cleared.map(({ name }) => name)).toEqual(['水厂']);
  });

  it('tells rows added and dropped', () => {
    const comparison = since({ '5': (rows) => [...remove(school)(rows), { identity: identity('5', 9), projectName: '新桥', unit: '陵川县' }] });
    expect(sectionOf(comparison, 'zezhou', '5')!.dropped).toMatchObject([{ name: '第十中学', olderRow: 0, newerRow: null }]);
    expect(sectionOf(comparison, 'lingchuan', '5')!.added).toMatchObject([{ name: '新桥', olderRow: null, newerRow: 1 }]);
  });

  it('counts a new row as started or cleared only where the day lies after the older workbook', () => {
    const fresh = (number: number, actualStart: number) => ({ identity: identity('A', number), projectName: `新${number}`, unit: '泽州县', actualStart });
    const { added, started } = sectionOf(since({ A: (rows) => [...rows, fresh(8, lastMonth), fresh(9, lastMonth + 1)] }), 'zezhou', 'A')!;
    expect(added.map(({ name }) => name)).toEqual(['新8', '新9']);
    expect(started.map(({ name }) => name)).toEqual(['新9']);
  });

  it('tells a project that went to another unit, at its new one', () => {
    const { changed } = sectionOf(since({ '5': change(school, { unit: '高平市' }) }), 'gaoping', '5')!;
    expect(changed).toMatchObject([{ identity: school, cells: [{ column: 'unit', before: '泽州县', after: '高平市' }] }]);
  });

  it('tells figures of target lists', () => {
    const { changed } = sectionOf(since({ '1': (rows) => rows.map((row) => ({ ...row, 'fixedAssetInvestment.m11': 7 })) }), 'zezhou', '1')!;
    expect(changed).toMatchObject([{ identity: 'zezhou', name: '泽州县', cells: [{ column: 'fixedAssetInvestment.m11', before: null, after: 7 }] }]);
  });

  it('passes over a blank line that somebody put into a target list, also in a unit’s own workbook', () => {
    const blank = { '1': (rows: Cells[]) => [{}, ...rows] };
    expect(since(blank).counts).toEqual(none);
    const part = partOf(start(), 'zezhou');
    const [before, after] = [returnedOf(part), returnedOf(part, blank)];
    expect(compareWorkbooks({ ...before, asOf: lastMonth }, { ...after, asOf: now }, plan).counts).toEqual(none);
  });

  it('passes over texts that nobody asks a meeting about, and another spelling of the unit', () => {
    expect(since({ '5': change(school, { developer: '市教育局', unit: '泽州' }) }).counts).toEqual(none);
  });

  it('finds rows that lost their identity', () => {
    expect(since({ '5': (rows) => rows.map((row) => ({ ...row, identity: null })).reverse() }).counts).toEqual(none);
  });
});

it('tells rows of no unit, after all units', () => {
  const comparison = since({ '5': (rows) => [...rows, { identity: identity('5', 9), projectName: '新桥', unit: '某县' }] });
  expect(comparison.units.at(-1)).toMatchObject({ unit: null, lists: [{ list: '5', added: [{ name: '新桥' }] }] });
});

it('compares a unit’s file with the city workbook by its own rows alone', () => {
  const file = returnedOf(partOf(start(), 'zezhou'), { '5': change(school, { totalInvestment: 600 }) });
  const comparison = compareWorkbooks(at(start(), lastMonth), at(file, now), plan);
  expect(comparison.counts).toEqual({ ...none, changed: 1 });
  expect(comparison.units.map(({ unit }) => unit)).toEqual(['zezhou']);
});

it('says which lists one of the workbooks lacks', () => {
  const cut = start();
  const lists = Object.fromEntries(Object.entries(cut.lists).filter(([key]) => key !== '8'));
  expect(compareWorkbooks(at({ ...cut, lists }, lastMonth), at(start(), now), plan).missing).toEqual(['8']);
});

it('gives exactly the edits that were made', () => {
  const edit = fc.record({ kind: fc.constantFrom('drop', 'raise', 'start', 'keep'), unit: fc.constantFrom('泽州县', '高平市'), rank: fc.nat() });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), fc.nat(4), (edits, fresh) => {
      const older = edits.map(({ unit }, number) => ({ identity: identity('5', number), projectName: `项目${number}`, unit, totalInvestment: 500, startState: '未开工' }));
      const newer = older.flatMap((row, number): Cells[] => {
        const { kind } = edits[number]!;
        if (kind === 'drop') return [];
        return [kind === 'raise' ? { ...row, totalInvestment: 501 } : kind === 'start' ? { ...row, startState: '已开工' } : row];
      });
      const sorted = [...newer].sort((a, b) => rankOf(a) - rankOf(b));
      const added = Array.from({ length: fresh }, (_, number) => ({ identity: identity('5', 100 + number), projectName: `新${number}`, unit: '泽州县' }));
      function rankOf(row: Cells): number {
        return edits[Number(String(row['identity']).slice(-4))]!.rank;
      }
      const { units } = compareWorkbooks(at(cityOf({ '5': older }), lastMonth), at(cityOf({ '5': [...added, ...sorted] }), now), plan);
      for (const [unit, text] of [['zezhou', '泽州县'], ['gaoping', '高平市']] as const) {
        const count = (...kinds: string[]) => edits.filter((each) => each.unit === text && kinds.includes(each.kind)).length;
        expect(units.find((each) => each.unit === unit)!.counts).toEqual({
          ...none,
          dropped: count('drop'),
          changed: count('raise', 'start'),
          started: count('start'),
          added: unit === 'zezhou' ? fresh : 0,
        });
      }
    }),
    { numRuns: 60 },
  );
});
