import type { ComparisonKind } from '../exchange/compare';
import type { ComparedCell } from '../exchange/compare-row';
import type { List } from '../list/list';
import type { Plan, Scope } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { formatDay, formatValue } from './format';
import { workbookTitle } from './sheet';

/** What happened to a project, in the order of the sheet's columns. */
export const comparisonKinds = ['started', 'registered', 'cleared', 'added', 'dropped', 'changed'] as const satisfies readonly ComparisonKind[];

const kindNames: Readonly<Record<ComparisonKind, string>> = {
  started: '新开工',
  registered: '新入统',
  cleared: '新销号',
  added: '新增',
  dropped: '减少',
  changed: '变更',
};

export function comparisonKindName(kind: ComparisonKind): string {
  return kindNames[kind];
}

/** Fixed words of the sheet 比上月. */
export const comparisonLabels = {
  byUnit: '一、各单位变化情况（项）',
  byList: '二、各清单变化情况（项）',
  details: '三、项目明细',
  allLists: '全部清单',
  total: '全市',
  noUnit: '未写明单位',
  none: '两个工作簿之间没有变化。',
  /** Stands in a project's line under what happened to it. */
  tick: '√',
  detailHeaders: ['序号', '县（市、区）', '清单', ...comparisonKinds.map(comparisonKindName), '项目名称', '变化内容（原 → 现）'],
} as const;

export function comparisonTitle(plan: Plan, scope: Scope): string {
  return `${workbookTitle(plan, scope)}变化情况`;
}

/** 2023年11月25日 至 2023年12月25日, both 统计截止日 as serials, and the older file. */
export function comparisonPeriod(olderAsOf: number, newerAsOf: number, olderFile: string): string {
  return `统计截止日：${formatDay(olderAsOf)} 至 ${formatDay(newerAsOf)}　　对比文件：${olderFile}`;
}

/** What the reader has to know of the two workbooks; empty where there is nothing. */
export function comparisonNotes(olderAsOf: number, newerAsOf: number, missing: readonly List[]): string[] {
  return [
    ...(olderAsOf > newerAsOf
      ? [`对比文件的统计截止日（${formatDay(olderAsOf)}）晚于当前工作簿（${formatDay(newerAsOf)}），“原”和“现”可能选反了，请核对。`]
      : olderAsOf === newerAsOf
        ? [`两个工作簿的统计截止日都是 ${formatDay(newerAsOf)}，请核对是否选对了上月的文件。`]
        : []),
    ...(missing.length === 0 ? [] : [`${missing.map((list) => `《${list.sheetName}》`).join('')}只在其中一个工作簿里有，没有比较。`]),
  ];
}

/** 状态：未开工 → 已开工 */
export function describeComparedCell(list: List, { column: key, before, after }: ComparedCell): string {
  const column = list.columns.find((candidate) => candidate.key === key) ?? null;
  return `${column?.header ?? key}：${formatValue(before, column)} → ${formatValue(after, column)}`;
}

export function comparedUnitName(plan: Plan, unit: string | null): string {
  return unit === null ? comparisonLabels.noUnit : unitOf(plan, unit).name;
}

/** Why the older workbook cannot be compared with the open one. */
export const comparisonTexts = {
  notOurs: (file: string) =>
    `对比文件“${file}”不是“九张清单”工作簿，里面没有可以比较的清单，应为上月保存的“九张清单”工作簿。请重新选择；当前工作簿没有改动。`,
  otherPlan: (file: string, have: string, want: string) =>
    `对比文件“${file}”依据的是“${have}”，当前工作簿依据的是“${want}”，两者的清单不同，无法比较。请选择同一文件下较早的工作簿。`,
  newerVersion: (file: string) =>
    `对比文件“${file}”由更新版本的加载项生成，这里不能可靠读取，无法比较。请更新加载项后再试，或选择本版本保存的工作簿。`,
  unknownUnit: (file: string, unit: string) =>
    `对比文件“${file}”是“${unit}”的，本次行动没有这个责任主体，无法比较。请核对是否选错了文件，改选同一单位或全市的工作簿。`,
  otherUnit: (have: string, want: string) => `对比文件是${have}的，当前工作簿是${want}的，没有可以比较的项目。请选择同一单位或全市的工作簿。`,
} as const;
