import type { Plan } from '../plan/plan';
import { patronColumn, yearPlanColumn } from './base-column';
import { required } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 未开工项目: the projects of 二(三) and 三(四)1 that had not started when the notice was issued. */
export function defineList5(plan: Plan): ProjectList {
  const source = '三(四)1';
  const band = '开工情况';
  return defineProjectList(plan, {
    key: '5',
    sheetName: '5 未开工项目',
    title: `${plan.city}${plan.year}年未开工项目清单`,
    source: '四(二)',
    expectedRows: 'startCount',
    columns: [
      { ...patronColumn, band },
      { ...yearPlanColumn(plan), band },
      {
        key: 'notStartedReason',
        header: '未开工原因',
        type: 'choice',
        choices: 'notStartedReason',
        requirement: { kind: 'choice', column: 'startState', items: ['notStarted'] },
        band,
        source,
      },
      { key: 'reasonText', header: '原因说明', type: 'longText', band, source },
      { key: 'plannedStart', header: '计划开工日期', type: 'date', requirement: required, band, source },
      { key: 'actualStart', header: '实际开工日期', type: 'date', actualDate: true, band, source },
      {
        key: 'startState',
        header: '状态',
        type: 'choice',
        choices: 'startState',
        requirement: required,
        band,
        source,
      },
      { key: 'statisticsOn', header: '入统日期', type: 'date', actualDate: true, band, source: '三(四)3' },
    ],
  });
}
