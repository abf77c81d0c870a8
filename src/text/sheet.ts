import type { Column, List } from '../list/list';
import { unitOf } from '../plan/unit';
import type { Plan, Scope } from '../plan/plan';

/** Title of a native input prompt, at most 32 characters. */
export function promptTitle(column: Column): string {
  return column.header.slice(0, 32);
}

/** What a spreadsheet program says when an entry does not fit; the user may keep it. */
export function refusalOf(column: Column): string {
  switch (column.type) {
    case 'choice':
    case 'unit':
      return `“${column.header}”应从下拉列表中选择。点“是”保留现在填写的内容，点“否”重新填写。`;
    case 'date':
    case 'month':
      return `“${column.header}”应为日期，例如 2023-11-01。点“是”保留现在填写的内容，点“否”重新填写。`;
    default:
      return `“${column.header}”应为数字，不写单位和文字。点“是”保留现在填写的内容，点“否”重新填写。`;
  }
}

/** 填报单位 as the workbook is issued: the unit, or the collecting office for the city's. */
export function reporterOf(plan: Plan, scope: Scope): string {
  return scope.kind === 'city' ? plan.collector : unitOf(plan, scope.unit).name;
}

export const sheetLabels = {
  total: '合计',
  cityTotal: '全市合计',
  notice: '文件全市数',
  city: '全市',
  reporter: '填报单位',
  asOf: '统计截止日',
  money: '单位',
  page: '第 &P 页 共 &N 页',
  signature: '单位负责人：　　　　　　填报人：　　　　　　联系电话：',
} as const;

/** 市本级 subtotal line in 城区's workbook. */
export function cityLevelLabel(plan: Plan): string {
  const cityLevel = plan.units.find((unit) => unit.kind === 'cityLevel');
  return `${cityLevel?.name ?? ''}已储备（分发时）`;
}

/** Title of the whole workbook, and of 说明. */
export function workbookTitle(plan: Plan, scope: Scope): string {
  const owner = scope.kind === 'city' ? '' : `（${unitOf(plan, scope.unit).name}）`;
  return `${plan.title.replace(/方案$/, '')}“九张清单”${owner}`;
}

/** One paragraph of 说明: a heading, or prose under it. */
export type IntroLine = { readonly heading: string } | { readonly prose: string };

/** How to fill the workbook in, with no add-in at all. */
export function introLines(plan: Plan): readonly IntroLine[] {
  return [
    { heading: '一、这是什么' },
    {
      prose:
        `本工作簿依据《${plan.title}》（${plan.number}）四（二）“清单管理机制”编制，包括三张目标清单、六张项目清单，` +
        '以及支撑目标清单的储备项目库和招商项目台账。目标数取自文件原文，不需要填写，也不能修改。',
    },
    { heading: '二、怎样填写' },
    { prose: '1. 每个项目填一行，从表头下第一个空行开始。行不够时，在表内插入行，不要写到表格外面。' },
    { prose: '2. 白色单元格填写；灰色单元格由公式或文件给出，不要改动。有下拉箭头的从列表中选择。' },
    { prose: '3. 金额只填数字。项目清单和储备项目库单位为万元，目标清单和招商项目台账单位为亿元。' },
    { prose: '4. 日期按“年-月-日”填写。表头、工作表名称、隐藏列和隐藏工作表不要修改或删除。' },
    { prose: '5. “统计截止日”在本页上方，按填报要求修改；时序进度、汇总和各项校验都以它为准。' },
    { heading: '三、颜色和标记' },
    { prose: '各表“校验提示”一列由加载项写入：【】内是错误（红色），〔〕内是警告（黄色），〈〉内是提示（蓝色）。' },
    { prose: '“—”表示没有这一数字，或者该单位尚未填报；不是零。' },
    { heading: '四、谁填哪张表' },
  ];
}

/** Who fills in a list, in the table of 说明. */
export function fillerOf(plan: Plan, list: List): string {
  const all = list.units.length === plan.units.length;
  const counties = '各县（市、区）人民政府、开发区管委会';
  if (list.key === '4') return `${plan.collector}会同市直牵头部门`;
  return all ? `${counties}，市直有关单位（市本级项目）` : counties;
}

export const resultLabels = {
  title: '校验结果',
  none: '尚未校验。在“九张清单”面板中点“一键校验”，结果会列在这里。',
  headers: ['序号', '级别', '表', '单元格', '县（市、区）', '规则编号', '说明', '依据'],
} as const;

export const summaryLabels = {
  unit: '责任主体',
  rate: '一、完成率',
  period: '起止时间',
  elapsed: '时间进度',
  lead: '二、与时间进度相比（百分点，正数为超前，负数为滞后）',
  ranking: '三、排名（按完成率，市本级不参加排名）',
  chart: '开工、入统、手续办结、问题销号完成率',
  done: '四、已完成',
  target: '五、应完成',
  reconciliation: '六、与文件数字核对',
  rank: '名次',
  rankRate: '完成率',
  reconciliationHeaders: ['指标', '依据', '单位', '文件全市数', '各单位合计', '原文差异', '当前上报'],
} as const;
