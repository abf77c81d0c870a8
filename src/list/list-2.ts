import { measureOf } from '../plan/measure';
import type { MeasureKey, Plan } from '../plan/plan';
import { markColumn } from './base-column';
import { defineColumn, type ColumnDraft } from './column';
import type { Column, TargetList } from './list';
import { defineTargetList, targetColumn, unitColumnOf } from './target-list';

/** The four metrics of 二(二), each a number of projects and their investment of the year. */
export const reserveMetrics = [
  { name: '建设项目', count: 'reserveCount', investment: 'reserveInvestment' },
  { name: '产业项目', count: 'reserveIndustrialCount', investment: 'reserveIndustrialInvestment' },
  { name: '民间投资项目', count: 'reservePrivateCount', investment: 'reservePrivateInvestment' },
  { name: '省级重点工程', count: 'reserveKeyCount', investment: 'reserveKeyInvestment' },
] as const satisfies readonly { name: string; count: MeasureKey; investment: MeasureKey }[];

/** The three size bands of 三(一)3, largest first, in the order of plan.thresholds.bands. */
export const bandMeasures = [
  'bandLargeCount',
  'bandMiddleCount',
  'bandSmallCount',
] as const satisfies readonly MeasureKey[];

/** 2024年项目储备目标任务: counted from ledger A. 市本级 has figures in the bands only. */
export function defineList2(plan: Plan): TargetList {
  return defineTargetList(plan, {
    key: '2',
    sheetName: '2 项目储备目标任务',
    title: `${plan.city}${plan.nextYear}年项目储备目标任务清单`,
    paper: 'A3',
    units: 'all',
    columns: [
      unitColumnOf(plan, 'all'),
      ...reserveMetrics.flatMap((metric) => [
        ...countGroup(plan, metric.count, metric.name),
        ...investmentGroup(plan, metric.investment, metric.name),
      ]),
      ...bandMeasures.flatMap((key, index) => countGroup(plan, key, bandName(plan, index))),
      markColumn(plan),
    ],
  });
}

/** 50亿元以上, 10-50亿元, 5-10亿元, from the plan's thresholds; index 3 is what lies below. */
export function bandName(plan: Plan, index: number): string {
  const bounds = plan.thresholds.bands;
  if (index === 0) return `${bounds[0]}亿元以上`;
  if (index >= bounds.length) return `${bounds[bounds.length - 1]}亿元以下`;
  return `${bounds[index]}-${bounds[index - 1]}亿元`;
}

function countGroup(plan: Plan, key: MeasureKey, band: string): Column[] {
  const shared = { band, source: measureOf(plan, key).clause, measure: key, type: 'count', unitOfMeasure: '个', width: 66 } as const;
  return define(plan, [
    { ...shared, key: targetColumn(key, 'target'), header: `${band}个数目标`, role: 'issued' },
    { ...shared, key: targetColumn(key, 'done'), header: `${band}已储备个数`, role: 'formula' },
    { ...shared, key: targetColumn(key, 'gap'), header: `${band}个数差额`, role: 'formula' },
  ]);
}

function investmentGroup(plan: Plan, key: MeasureKey, band: string): Column[] {
  const shared = {
    band,
    source: measureOf(plan, key).clause,
    measure: key,
    type: 'money',
    unitOfMeasure: '亿元',
    width: 76,
  } as const;
  return define(plan, [
    { ...shared, key: targetColumn(key, 'target'), header: `${band}年度投资目标`, role: 'issued' },
    { ...shared, key: targetColumn(key, 'done'), header: `${band}已储备投资`, role: 'formula' },
    { ...shared, key: targetColumn(key, 'gap'), header: `${band}投资差额`, role: 'formula' },
  ]);
}

function define(plan: Plan, drafts: readonly ColumnDraft[]): Column[] {
  return drafts.map((draft) => defineColumn(plan, draft));
}
