import type { Plan } from '../plan/plan';
import { yearDoneColumn, yearPlanColumn } from './base-column';
import { required } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 副市长包保推进重点项目, ordered by 四(二), grounds in 四(一): each vice-mayor leads five projects. */
export function defineList4(plan: Plan): ProjectList {
  const source = '四(一)';
  const band = '包保推进情况';
  return defineProjectList(plan, {
    key: '4',
    sheetName: '4 副市长包保重点项目',
    title: `${plan.city}副市长包保推进重点项目清单`,
    source: '四(二)',
    columns: [
      { key: 'leader', header: '包保副市长', type: 'text', requirement: required, width: 84, band, source },
      { key: 'field', header: '分管领域', type: 'text', band, source },
      { key: 'leadDepartment', header: '市直牵头部门', type: 'text', requirement: required, width: 120, band, source },
      { ...yearPlanColumn(plan), requirement: required, band },
      { ...yearDoneColumn(plan), requirement: required, band },
      { key: 'completionRate', header: '完成率', type: 'rate', role: 'formula', band, source: '惯例' },
      { key: 'imageProgress', header: '形象进度', type: 'choice', choices: 'imageProgress', band, source: '惯例' },
      { key: 'progressText', header: '进展情况', type: 'longText', requirement: required, band, source },
      { key: 'problems', header: '存在问题', type: 'longText', band, source },
      {
        key: 'dispatchedOn',
        header: '最近调度日期',
        type: 'date',
        requirement: required,
        actualDate: true,
        band,
        source: '四(三)',
      },
      { key: 'nextSteps', header: '下步措施', type: 'longText', band, source: '惯例' },
    ],
  });
}
