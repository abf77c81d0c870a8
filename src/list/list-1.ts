import { measureOf } from '../plan/measure';
import type { MeasureKey, Plan } from '../plan/plan';
import { quarterName } from '../plan/quarter';
import { defineColumn, type ColumnDraft } from './column';
import type { Column, TargetList } from './list';
import { defineTargetList, rankedTail, targetColumn, unitColumnOf } from './target-list';

/** The three figures of 二(一). */
export const investmentMeasures = [
  'fixedAssetInvestment',
  'industrialInvestment',
  'privateInvestment',
] as const satisfies readonly MeasureKey[];

/** 2023年四季度投资目标任务: 二(一), filled in month by month. */
export function defineList1(plan: Plan): TargetList {
  return defineTargetList(plan, {
    key: '1',
    sheetName: '1 投资目标任务',
    title: `${plan.city}${plan.year}年${quarterName(plan.quarter)}投资目标任务清单`,
    units: 'county',
    columns: [
      unitColumnOf(plan, 'county'),
      ...investmentMeasures.flatMap((key) => monthlyGroup(plan, key)),
      ...rankedTail(plan, 'fixedAssetInvestment'),
    ],
  });
}

function monthlyGroup(plan: Plan, key: MeasureKey): Column[] {
  const { name, clause } = measureOf(plan, key);
  const shared = { band: name, source: clause, measure: key } as const;
  const money = { type: 'money', unitOfMeasure: '亿元', width: 64 } as const;
  const drafts: ColumnDraft[] = [
    { ...shared, ...money, key: targetColumn(key, 'target'), header: `${name}目标`, role: 'issued' },
    ...plan.months.map(
      (month): ColumnDraft => ({
        ...shared,
        ...money,
        key: targetColumn(key, month.key),
        header: `${name}${month.label}`,
        mayBeNegative: true,
        requirement: { kind: 'asOf', day: month.reportBy },
        prompt: `填${month.label}当月完成数，单位亿元；核减时可以为负数。`,
      }),
    ),
    { ...shared, ...money, key: targetColumn(key, 'done'), header: `${name}累计`, role: 'formula' },
    { ...shared, key: targetColumn(key, 'rate'), header: `${name}完成率`, type: 'rate', role: 'formula', width: 60 },
    { ...shared, ...money, key: targetColumn(key, 'gap'), header: `${name}差额`, role: 'formula' },
  ];
  return drafts.map((draft) => defineColumn(plan, draft));
}
