import type { Plan } from '../plan/plan';
import { patronColumn } from './base-column';
import { required, type ColumnDraft } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 已开工未入统项目: started, not yet in fixed-asset statistics; 二(四) and 三(四)3. */
export function defineList6(plan: Plan): ProjectList {
  const source = '三(四)3';
  const band = '入统情况';
  const untilRegistered = { kind: 'unlessChoice', column: 'statisticsState', items: ['registered'] } as const;
  const paper = (key: string, header: string): ColumnDraft => ({
    key,
    header,
    type: 'choice',
    choices: 'yesNo',
    width: 76,
    band,
    source,
  });
  return defineProjectList(plan, {
    key: '6',
    sheetName: '6 已开工未入统项目',
    title: `${plan.city}${plan.year}年已开工未入统项目清单`,
    source: '四(二)',
    expectedRows: 'statisticsCount',
    columns: [
      { ...patronColumn, band },
      {
        key: 'actualStart',
        header: '实际开工日期',
        type: 'date',
        requirement: required,
        actualDate: true,
        band,
        source,
      },
      {
        key: 'doneSinceStart',
        header: '开工以来累计完成投资（万元）',
        type: 'money',
        unitOfMeasure: '万元',
        summed: true,
        width: 120,
        band,
        source: '惯例',
      },
      paper('approvalFile', '立项文件'),
      paper('contract', '施工合同'),
      paper('photo', '现场照片'),
      {
        key: 'statisticsReason',
        header: '未入统原因',
        type: 'choice',
        choices: 'statisticsReason',
        requirement: untilRegistered,
        width: 110,
        band,
        source,
      },
      {
        key: 'plannedStatisticsMonth',
        header: '计划入统月份',
        type: 'month',
        requirement: untilRegistered,
        band,
        source,
      },
      {
        key: 'statisticsState',
        header: '入统状态',
        type: 'choice',
        choices: 'statisticsState',
        requirement: required,
        band,
        source,
      },
      { key: 'statisticsOn', header: '入统日期', type: 'date', actualDate: true, band, source },
      { key: 'statistician', header: '统计联络员', type: 'text', width: 84, band, source: '惯例' },
    ],
  });
}
