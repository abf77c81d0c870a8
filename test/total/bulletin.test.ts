import fc from 'fast-check';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { targetOf } from '../../src/plan/measure';
import { computeBulletin } from '../../src/total/bulletin';
import type { TotalData } from '../../src/total/data';
import { computeRanks, rankings } from '../../src/total/ranking';
import { computeSummary } from '../../src/total/summary';
import { computeBook } from './book';
import { startBook } from './progress-book';

/** 开工 of a bulletin: rank, unit, rate and how the rank moved. */
function startLines(now: TotalData, older: TotalData | null) {
  const [start] = computeBulletin(now, older).rankings;
  return start!.standings.map(({ rank, unit, rate, change }) => [rank, unit.key, rate, change === null ? null : 'places' in change ? `${change.kind} ${change.places}` : change.kind]);
}

describe('排名通报', () => {
  it('ranks by rate, ties sharing a rank in the plan’s order; units without a figure and 市本级 follow unranked', () => {
    // 城区 11, 泽州县 10, 高平市 31, 阳城县 5, 沁水县 13, 市本级 17
    expect(startLines(startBook({ yangcheng: 5, zezhou: 10, gaoping: 15, chengqu: 0, shibenji: 17 }), null)).toEqual([
      [1, 'zezhou', 1, null],
      [1, 'yangcheng', 1, null],
      [3, 'gaoping', 0.483871, null],
      [4, 'chengqu', 0, null],
      ['—', 'lingchuan', '—', null],
      ['—', 'qinshui', '—', null],
      ['—', 'kaifaqu', '—', null],
      ['—', 'shibenji', 1, null],
    ]);
  });

  it('tells how each rank moved since the older workbook', () => {
    const older = startBook({ zezhou: 2, yangcheng: 4, gaoping: 20, qinshui: 1 }, '2023-11-25');
    const lines = startLines(startBook({ zezhou: 10, yangcheng: 4, gaoping: 20, chengqu: 1 }), older);
    expect(lines.map(([rank, unit, , change]) => [rank, unit, change])).toEqual([
      [1, 'zezhou', 'up 2'],
      [2, 'yangcheng', 'down 1'],
      [3, 'gaoping', 'down 1'],
      [4, 'chengqu', 'entered'],
      ['—', 'lingchuan', null],
      ['—', 'qinshui', null],
      ['—', 'kaifaqu', null],
      ['—', 'shibenji', null],
    ]);
    expect(startLines(older, older).filter(([, , , change]) => change !== null).map(([, , , change]) => change)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('gives the city’s rate and what it rose by in percentage points', () => {
    const older = startBook({ zezhou: 2 }, '2023-11-25');
    const [start, statistics] = computeBulletin(startBook({ zezhou: 10, chengqu: 1 }), older).rankings;
    expect(start!.city).toEqual({ done: 11, target: 90, rate: 0.122222, olderRate: 0.022222, points: 10 });
    expect(statistics!.city).toMatchObject({ rate: '—', points: null });
    expect(computeBulletin(startBook({}), older).rankings[0]!.city).toMatchObject({ rate: '—', olderRate: 0.022222, points: null });
  });

  it('says by which rate of 汇总 it ranks, and of what day both workbooks are', () => {
    const { asOf, olderAsOf, rankings: all } = computeBulletin(startBook({}), startBook({}, '2023-11-25'));
    expect([asOf, olderAsOf, computeBulletin(startBook({}), null).olderAsOf]).toEqual([toSerial('2023-12-25'), toSerial('2023-11-25'), null]);
    expect(all[0]!.rate).toEqual({ name: '开工率', unitOfMeasure: '个', clause: '二(三)' });
  });

  it('names who is first and who is last; nobody where fewer than two are ranked, none is last where all are equal', () => {
    const of = (started: Record<string, number>) => {
      const [{ leaders, laggards }] = computeBulletin(startBook(started), null).rankings as [ReturnType<typeof computeBulletin>['rankings'][number]];
      return [leaders, laggards].map((each) => each.map(({ unit }) => unit.key));
    };
    expect(of({ zezhou: 10, yangcheng: 5, gaoping: 0, chengqu: 0, qinshui: 1 })).toEqual([['zezhou', 'yangcheng'], ['chengqu', 'gaoping']]);
    expect(of({ zezhou: 10, yangcheng: 5 })).toEqual([['zezhou', 'yangcheng'], []]);
    expect(of({ zezhou: 10, yangcheng: 4 })).toEqual([['zezhou'], ['yangcheng']]);
    expect(of({ zezhou: 10 })).toEqual([[], []]);
    expect(of({})).toEqual([[], []]);
  });

  it('in one unit’s workbook has that unit alone, unranked and without 全市', () => {
    const bulletin = computeBulletin(computeBook({}, { scope: { kind: 'unit', unit: 'qinshui' } }), null);
    for (const { standings, city } of bulletin.rankings) {
      expect(standings.map(({ unit, rank }) => [unit.key, rank])).toEqual([['qinshui', '—']]);
      expect(city).toBeNull();
    }
  });

  it('has the very rates and ranks of 汇总', () => {
    const counties = plan.units.filter(({ kind }) => kind === 'county').map(({ key }) => key);
    const started = fc.record(Object.fromEntries(counties.map((key) => [key, fc.nat(targetOf(plan, 'startCount', key)!)])), { requiredKeys: [] });
    fc.assert(
      fc.property(started, (counts) => {
        const book = startBook(counts as Record<string, number>);
        const columns = computeSummary(book, plan.units);
        for (const { ranking, standings } of computeBulletin(book, null).rankings) {
          const column = columns.find(({ rate }) => rate.key === ranking.rate)!;
          const ranks = computeRanks(column, plan.units);
          expect(standings).toHaveLength(plan.units.length);
          for (const { unit, rank, rate, done, target } of standings) {
            const at = plan.units.indexOf(unit);
            expect([rank, rate, done, target]).toEqual([ranks[at], column.rates[at], column.done[at], column.target[at]]);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(rankings.map(({ name }) => name)).toEqual(['开工', '入统', '手续办理', '问题推进']);
  });
});
