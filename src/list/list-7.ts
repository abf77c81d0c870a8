import type { Plan } from '../plan/plan';
import { patronColumn, yearDoneColumn, yearPlanColumn } from './base-column';
import { required } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 未按序时进度推进项目: 三(四)2. 时序进度 is the share of the year gone by at 统计截止日. */
export function defineList7(plan: Plan): ProjectList {
  const source = '三(四)2';
  const band = '进度情况';
  return defineProjectList(plan, {
    key: '7',
    sheetName: '7 未按序时进度项目',
    title: `${plan.city}${plan.year}年未按序时进度推进项目清单`,
    source: '四(二)',
    expectedRows: 'behindCount',
    columns: [
      { ...patronColumn, band },
      { ...yearPlanColumn(plan), requirement: required, band },
      { ...yearDoneColumn(plan), requirement: required, band },
      { key: 'completionRate', header: '完成率', type: 'rate', role: 'formula', band, source },
      { key: 'timeProgress', header: '时序进度', type: 'rate', role: 'formula', band, source },
      { key: 'lagPoints', header: '滞后百分点', type: 'points', role: 'formula', band, source },
      { key: 'imageProgress', header: '形象进度', type: 'choice', choices: 'imageProgress', band, source: '惯例' },
      {
        key: 'lagReason',
        header: '滞后原因',
        type: 'choice',
        choices: 'behindReason',
        requirement: required,
        band,
        source,
      },
      { key: 'measures', header: '整改措施', type: 'longText', requirement: required, band, source },
      { key: 'catchUpOn', header: '达到时序日期', type: 'date', requirement: required, band, source },
    ],
  });
}
