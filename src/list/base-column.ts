import type { Plan } from '../plan/plan';
import { defineColumn, required, type ColumnDraft } from './column';
import type { Column } from './list';

const convention = '惯例';
const ordered = '四(二)';

const baseBand = '项目基本情况';

/**
 * The columns with which lists 4, 5, 6, 7, 9 and ledger A begin. 责任单位, 责任人 and their telephone rest on
 * 四(二) “定人定责定时限”; the rest is what a project list in this office usually shows.
 */
export function baseColumns(plan: Plan, options: { readonly typeRequired?: boolean } = {}): Column[] {
  const drafts: ColumnDraft[] = [
    indexColumn,
    {
      key: 'projectName',
      header: '项目名称',
      type: 'text',
      requirement: required,
      width: 220,
      source: ordered,
      prompt: '填项目全称，与立项文件一致。',
    },
    { key: 'unit', header: '县（市、区）', type: 'unit', units: 'all', requirement: required, source: ordered },
    { key: 'developer', header: '建设单位', type: 'text', requirement: required, width: 150, source: convention },
    { key: 'projectCode', header: '项目代码', type: 'projectCode', source: convention },
    {
      key: 'projectType',
      header: '项目类型',
      type: 'choice',
      choices: 'projectType',
      ...(options.typeRequired ? { requirement: required } : {}),
      source: '二(二)',
    },
    { key: 'buildKind', header: '建设性质', type: 'choice', choices: 'buildKind', source: convention },
    { key: 'content', header: '建设内容及规模', type: 'longText', source: convention },
    {
      key: 'totalInvestment',
      header: '总投资（万元）',
      type: 'money',
      unitOfMeasure: '万元',
      requirement: required,
      summed: true,
      source: convention,
    },
    { key: 'responsibleUnit', header: '责任单位', type: 'text', requirement: required, source: ordered },
    { key: 'responsiblePerson', header: '责任人', type: 'text', requirement: required, width: 76, source: ordered },
    { key: 'phone', header: '联系电话', type: 'phone', requirement: required, source: ordered },
  ];
  return drafts.map((draft) => defineColumn(plan, { band: baseBand, ...draft }));
}

/** Keys of the base columns that staff fill in, the same on every list that has them. */
export const baseKeys = [
  'projectName',
  'unit',
  'developer',
  'projectCode',
  'projectType',
  'buildKind',
  'content',
  'totalInvestment',
  'responsibleUnit',
  'responsiblePerson',
  'phone',
] as const;

/** 序号, counted by formula as soon as the row has a project name. */
export const indexColumn: ColumnDraft = {
  key: 'index',
  header: '序号',
  type: 'index',
  role: 'formula',
  source: convention,
};

/** The columns with which every project list and ledger ends. */
export function tailColumns(plan: Plan): Column[] {
  return [
    defineColumn(plan, { key: 'remark', header: '备注', type: 'longText', width: 140, source: convention }),
    markColumn(plan),
    defineColumn(plan, {
      key: 'identity',
      header: '行标识',
      type: 'label',
      role: 'identity',
      width: 60,
      source: convention,
    }),
  ];
}

/** 校验提示, written by a check and by nobody else. */
export function markColumn(plan: Plan): Column {
  return defineColumn(plan, {
    key: 'mark',
    header: '校验提示',
    type: 'label',
    role: 'mark',
    width: 220,
    source: convention,
  });
}

/** 包保领导, a column that the office keeps though the notice does not order it for every list. */
export const patronColumn: ColumnDraft = { key: 'patron', header: '包保领导', type: 'text', width: 84, source: convention };

/** Money of a year in 万元, a column that several lists have. */
function yearMoney(key: string, header: string, source: string): ColumnDraft {
  return { key, header: `${header}（万元）`, type: 'money', unitOfMeasure: '万元', summed: true, source };
}

export function yearPlanColumn(plan: Plan): ColumnDraft {
  return yearMoney('yearPlan', `${plan.year}年计划投资`, convention);
}

export function yearDoneColumn(plan: Plan): ColumnDraft {
  return yearMoney('yearDone', `${plan.year}年完成投资`, convention);
}

export function nextYearPlanColumn(plan: Plan): ColumnDraft {
  return yearMoney('nextYearPlan', `${plan.nextYear}年计划投资`, '二(二)');
}
