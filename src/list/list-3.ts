import { measureOf } from '../plan/measure';
import type { MeasureKey, Plan } from '../plan/plan';
import { quarterName } from '../plan/quarter';
import { defineColumn, type ColumnDraft } from './column';
import type { Column, TargetList } from './list';
import { defineTargetList, rankedTail, targetColumn, unitColumnOf } from './target-list';

/** The three figures of 二(五). */
export const attractionMeasures = [
  'signedInvestment',
  'newStartInvestment',
  'arrivedFunds',
] as const satisfies readonly MeasureKey[];

/** 2023年四季度招商引资目标任务: summed from ledger B. */
export function defineList3(plan: Plan): TargetList {
  return defineTargetList(plan, {
    key: '3',
    sheetName: '3 招商引资目标任务',
    title: `${plan.city}${plan.year}年${quarterName(plan.quarter)}招商引资目标任务清单`,
    units: 'county',
    columns: [
      unitColumnOf(plan, 'county'),
      ...attractionMeasures.flatMap((key) => group(plan, key)),
      ...rankedTail(plan, 'signedInvestment'),
    ],
  });
}

function group(plan: Plan, key: MeasureKey): Column[] {
  const { name, clause } = measureOf(plan, key);
  const shared = { band: name, source: clause, measure: key } as const;
  const money = { type: 'money', unitOfMeasure: '亿元', width: 84 } as const;
  const drafts: ColumnDraft[] = [
    { ...shared, ...money, key: targetColumn(key, 'target'), header: `${name}目标`, role: 'issued' },
    { ...shared, ...money, key: targetColumn(key, 'done'), header: `${name}完成`, role: 'formula' },
    { ...shared, key: targetColumn(key, 'rate'), header: `${name}完成率`, type: 'rate', role: 'formula' },
    { ...shared, ...money, key: targetColumn(key, 'gap'), header: `${name}差额`, role: 'formula' },
  ];
  return drafts.map((draft) => defineColumn(plan, draft));
}
