import type { TargetList } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { noticeLine, totalLine, type LineCells } from '../../src/total/city-line';
import { computeBook } from './book';

/** The two lines above a target list of the city's workbook; other cells by their column key. */
const cells: LineCells = { total: (key) => `T(${key})`, notice: (key) => `N(${key})` };
const months = (...values: number[]) => Object.fromEntries(['m10', 'm11', 'm12'].map((month, at) => [`fixedAssetInvestment.${month}`, values[at] ?? null]));
const rows = { 1: [months(1.1, 2.2), months(3)], A: [{ projectName: '甲', unit: '泽州县', isPrivate: '是', nextYearPlan: 5_000 }] };

function lineOf(line: typeof totalLine, listKey: string, key: string, given = rows) {
  const data = computeBook(given);
  const list = data.lists.find((each): each is TargetList => each.key === listKey && each.kind === 'target')!;
  return line(list, list.columns.find((column) => column.key === key)!, data, cells);
}

const nothing = { formula: null, value: null };

describe('全市合计', () => {
  it('sums targets, months and what is done', () => {
    expect(lineOf(totalLine, '1', 'fixedAssetInvestment.m10')).toEqual({
      formula: '=IF(COUNT(t1_list[固定资产投资10月])=0,"—",ROUND(SUM(t1_list[固定资产投资10月]),4))',
      value: 4.1,
    });
    expect(lineOf(totalLine, '1', 'fixedAssetInvestment.done').value).toBe(6.3);
    expect(lineOf(totalLine, '1', 'fixedAssetInvestment.target').value).toBe(241.2);
  });

  it('has a rate and a 差额 of its own, never the sum of the units’', () => {
    expect(lineOf(totalLine, '1', 'fixedAssetInvestment.rate')).toEqual({
      formula: '=IF(AND(ISNUMBER(T(fixedAssetInvestment.done)),ISNUMBER(T(fixedAssetInvestment.target))),IF(T(fixedAssetInvestment.target)=0,"—",ROUND(T(fixedAssetInvestment.done)/T(fixedAssetInvestment.target),6)),"—")',
      value: 0.026119,
    });
    expect(lineOf(totalLine, '1', 'fixedAssetInvestment.gap')).toEqual({
      formula: '=IF(AND(ISNUMBER(T(fixedAssetInvestment.done)),ISNUMBER(T(fixedAssetInvestment.target))),ROUND(T(fixedAssetInvestment.done)-T(fixedAssetInvestment.target),4),"—")',
      value: -234.9,
    });
  });

  it('shows — while nothing was reported, and nothing where there is nothing to sum', () => {
    expect(lineOf(totalLine, '1', 'fixedAssetInvestment.done', { ...rows, 1: [] }).value).toBe('—');
    for (const key of ['unit', 'rank', 'explanation']) expect(lineOf(totalLine, '1', key)).toEqual(nothing);
  });
});

describe('文件全市数', () => {
  it('shows the notice’s own figure, locked, and 差额 against it', () => {
    expect(lineOf(noticeLine, '1', 'fixedAssetInvestment.target')).toEqual({ formula: null, value: 241.2 });
    expect(lineOf(noticeLine, '1', 'fixedAssetInvestment.gap')).toEqual({
      formula: '=IF(AND(ISNUMBER(T(fixedAssetInvestment.done)),ISNUMBER(N(fixedAssetInvestment.target))),ROUND(T(fixedAssetInvestment.done)-N(fixedAssetInvestment.target),4),"—")',
      value: -234.9,
    });
  });

  it('says 原文差异 and by how much in the three places where the units’ sum is another, and nothing elsewhere', () => {
    expect(lineOf(noticeLine, '1', 'fixedAssetInvestment.done').value).toBe('');
    expect(['reservePrivateInvestment', 'reserveKeyCount', 'reserveKeyInvestment'].map((key) => lineOf(noticeLine, '2', `${key}.done`).value)).toEqual([
      '原文差异 +0.1',
      '原文差异 -12',
      '原文差异 -45.4',
    ]);
    expect(lineOf(noticeLine, '2', 'reserveKeyCount.done').formula).toBe(
      '=IF(ROUND(T(reserveKeyCount.target)-N(reserveKeyCount.target),4)=0,"","原文差异 "&IF(T(reserveKeyCount.target)>N(reserveKeyCount.target),"+","")&ROUND(T(reserveKeyCount.target)-N(reserveKeyCount.target),4))',
    );
  });

  it('has nothing to say of months, rates, ranks and words, nor of a measure without a figure for the city', () => {
    for (const key of ['unit', 'rank', 'explanation', 'fixedAssetInvestment.m10', 'fixedAssetInvestment.rate']) expect(lineOf(noticeLine, '1', key)).toEqual(nothing);
    const measures = plan.measures.map((measure) => (measure.key === 'fixedAssetInvestment' ? { ...measure, city: null } : measure));
    const data = computeBook(rows, { plan: { ...plan, measures } });
    const list = data.lists.find((each): each is TargetList => each.key === '1' && each.kind === 'target')!;
    const of = (key: string) => noticeLine(list, list.columns.find((column) => column.key === key)!, data, cells);
    expect([of('fixedAssetInvestment.done'), of('fixedAssetInvestment.target'), of('fixedAssetInvestment.gap').value]).toEqual([nothing, nothing, '—']);
  });
});
