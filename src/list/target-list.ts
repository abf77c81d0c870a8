import type { MeasureKey, Plan } from '../plan/plan';
import { markColumn } from './base-column';
import { defineColumn, type ColumnDraft } from './column';
import type { Column, TargetList } from './list';

/** The parts of a metric's group of columns on a target list. Months are the plan's own keys (m10). */
export type TargetPart = 'target' | 'done' | 'rate' | 'gap';

/** Key of a target list's column: fixedAssetInvestment.target, fixedAssetInvestment.m10. */
export function targetColumn(measure: MeasureKey, part: TargetPart | (string & {})): string {
  return `${measure}.${part}`;
}

/** 责任主体, the fixed first column of a target list. */
export function unitColumnOf(plan: Plan, units: 'all' | 'county'): Column {
  return defineColumn(plan, {
    key: 'unit',
    header: '责任主体',
    type: 'unit',
    role: 'issued',
    units,
    width: 92,
    source: '二',
  });
}

/** 排名, 未完成说明 and 校验提示, with which lists 1 and 3 end. */
export function rankedTail(plan: Plan, ranked: MeasureKey): Column[] {
  const drafts: ColumnDraft[] = [
    {
      key: 'rank',
      header: '排名',
      type: 'count',
      role: 'formula',
      measure: ranked,
      width: 44,
      source: '四(三)',
    },
    {
      key: 'explanation',
      header: '未完成说明',
      type: 'longText',
      width: 150,
      source: '惯例',
      prompt: '完成率低于时间进度时，写明原因和下步措施。',
    },
  ];
  return [...drafts.map((draft) => defineColumn(plan, draft)), markColumn(plan)];
}

/** One of lists 1 to 3 from its columns. */
export function defineTargetList(
  plan: Plan,
  draft: Pick<TargetList, 'key' | 'sheetName' | 'title' | 'columns'> & {
    readonly paper?: 'A4' | 'A3';
    readonly units: 'all' | 'county';
  },
): TargetList {
  const { units, ...rest } = draft;
  return {
    kind: 'target',
    attachment: `附件${draft.key}`,
    tableName: `t${draft.key}_list`,
    unitOfMeasure: '亿元',
    paper: 'A4',
    source: '四(二)',
    units: plan.units.filter((unit) => units === 'all' || unit.kind === 'county').map((unit) => unit.key),
    ...rest,
  };
}
