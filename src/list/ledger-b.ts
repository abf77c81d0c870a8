import type { Plan } from '../plan/plan';
import { quarterName } from '../plan/quarter';
import { indexColumn } from './base-column';
import { required, type ColumnDraft } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 招商项目台账: the contracts that list 3 sums, 二(五). 市本级 has no figure there, so it has no rows here. */
export function defineLedgerB(plan: Plan): ProjectList {
  const source = '二(五)';
  const money = (key: string, header: string): ColumnDraft => ({
    key,
    header: `${header}（亿元）`,
    type: 'money',
    unitOfMeasure: '亿元',
    summed: true,
    source,
  });
  const columns: ColumnDraft[] = [
    indexColumn,
    { key: 'projectName', header: '项目名称', type: 'text', requirement: required, width: 220, source },
    { key: 'projectCode', header: '项目代码', type: 'projectCode', source: '惯例' },
    { key: 'unit', header: '县（市、区）', type: 'unit', units: 'county', requirement: required, source: '四(二)' },
    { key: 'investorName', header: '投资方', type: 'text', requirement: required, width: 150, source },
    { key: 'investorOrigin', header: '投资方来源地', type: 'text', source: '三(二)1' },
    { key: 'signedOn', header: '签约日期', type: 'date', requirement: required, actualDate: true, source },
    {
      key: 'agreementKind',
      header: '协议类型',
      type: 'choice',
      choices: 'agreementKind',
      requirement: required,
      source,
    },
    { ...money('signedInvestment', '签约总投资'), requirement: required },
    {
      key: 'isFixedAsset',
      header: '固定资产投资项目',
      type: 'choice',
      choices: 'yesNo',
      requirement: required,
      source,
    },
    { key: 'actualStart', header: '实际开工日期', type: 'date', actualDate: true, source },
    money('plannedInvestment', '计划总投资'),
    money('arrivedFunds', '本季到位资金'),
    { key: 'helpUnit', header: '帮办责任单位', type: 'text', source: '三(二)3' },
  ];
  return defineProjectList(plan, {
    key: 'B',
    sheetName: 'B 招商项目台账',
    attachment: '附表B',
    title: `${plan.city}${plan.year}年${quarterName(plan.quarter)}招商引资项目台账`,
    source,
    unitOfMeasure: '亿元',
    withoutBase: true,
    units: 'county',
    columns: columns.map((column) => ({ ...column, band: '招商项目情况' })),
  });
}
