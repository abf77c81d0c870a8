import type { Plan } from '../plan/plan';
import { quarterName } from '../plan/quarter';
import { nextYearPlanColumn, patronColumn } from './base-column';
import { required, type ColumnDraft } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 2024年一季度计划新开工项目前期手续办理: 三(三), one pair of columns for each permit of the plan. */
export function defineList9(plan: Plan): ProjectList {
  const band = '计划安排';
  const handling = '办理责任';
  const permits = plan.permits.flatMap((permit): ColumnDraft[] => [
    {
      key: permitColumn(permit.key, 'state'),
      header: `${permit.name}状态`,
      type: 'choice',
      choices: 'permitState',
      width: 84,
      band: permit.name,
      source: '三(三)2',
    },
    {
      key: permitColumn(permit.key, 'date'),
      header: `${permit.name}日期`,
      type: 'date',
      band: permit.name,
      source: '三(三)2',
      prompt: '已办结的填批复日期；办理中、未启动的填计划办结日期。',
    },
  ]);
  return defineProjectList(plan, {
    key: '9',
    sheetName: '9 前期手续办理',
    title: `${plan.city}${plan.nextYear}年${quarterName(plan.nextQuarter)}计划新开工项目前期手续办理清单`,
    source: '四(二)',
    paper: 'A3',
    columns: [
      { ...patronColumn, band },
      { ...nextYearPlanColumn(plan), requirement: required, band },
      { key: 'plannedStart', header: '计划开工日期', type: 'date', requirement: required, band, source: '四(二)' },
      { key: 'pushBatch', header: '推送批次', type: 'choice', choices: 'pushBatch', band, source: '三(三)1' },
      { key: 'policyBarrier', header: '政策性障碍', type: 'choice', choices: 'policyBarrier', band, source: '三(三)3' },
      ...permits,
      { key: 'permitRate', header: '手续办结率', type: 'rate', role: 'formula', band: handling, source: '四(三)' },
      { key: 'handlingUnit', header: '承办单位', type: 'text', requirement: required, band: handling, source: '三(三)2' },
      { key: 'handler', header: '承办人', type: 'text', requirement: required, width: 76, band: handling, source: '三(三)2' },
      { key: 'handleBy', header: '办理时限', type: 'date', requirement: required, band: handling, source: '三(三)2' },
      { key: 'actualStart', header: '实际开工日期', type: 'date', actualDate: true, band: handling, source: '二(三)' },
      {
        key: 'withdraw',
        header: '申请调出',
        type: 'choice',
        choices: 'yesNo',
        width: 76,
        band: handling,
        source: '惯例',
      },
    ],
  });
}

/** Key of a permit's column: approval.state, approval.date. */
export function permitColumn(permit: string, part: 'state' | 'date'): string {
  return `${permit}.${part}`;
}
