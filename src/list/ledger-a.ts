import type { Plan } from '../plan/plan';
import { nextYearPlanColumn } from './base-column';
import { required } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 储备项目库: the projects that list 2 counts, 二(二) and 三(一). */
export function defineLedgerA(plan: Plan): ProjectList {
  const band = '储备情况';
  return defineProjectList(plan, {
    key: 'A',
    sheetName: 'A 储备项目库',
    attachment: '附表A',
    title: `${plan.city}${plan.nextYear}年项目储备库`,
    source: '二(二)',
    expectedRows: 'reserveCount',
    typeRequired: true,
    columns: [
      { key: 'investor', header: '投资主体', type: 'choice', choices: 'investor', band, source: '二(二)' },
      {
        key: 'isPrivate',
        header: '民间投资',
        type: 'choice',
        choices: 'yesNo',
        requirement: required,
        width: 76,
        band,
        source: '二(二)',
      },
      {
        key: 'isKey',
        header: '省级重点',
        type: 'choice',
        choices: 'yesNo',
        requirement: required,
        width: 76,
        band,
        source: '二(二)',
      },
      {
        key: 'startKind',
        header: '开工类别',
        type: 'choice',
        choices: 'startKind',
        requirement: required,
        width: 84,
        band,
        source: '三(一)3',
      },
      { ...nextYearPlanColumn(plan), requirement: required, band },
      {
        key: 'doneByYearEnd',
        header: `截至${plan.year}年底完成投资（万元）`,
        type: 'money',
        unitOfMeasure: '万元',
        summed: true,
        width: 110,
        band,
        source: '二(二)',
      },
      { key: 'sizeBand', header: '规模档', type: 'label', role: 'formula', width: 96, band, source: '三(一)3' },
      { key: 'direction', header: '主攻方向', type: 'choice', choices: 'direction', width: 130, band, source: '三(一)1' },
      {
        key: 'tier',
        header: '储备层级',
        type: 'choice',
        choices: 'reserveTier',
        requirement: required,
        band,
        source: '三(一)2',
      },
      { key: 'department', header: '行业主管部门', type: 'text', band, source: '三(一)2' },
      {
        key: 'plannedStart',
        header: '计划开工日期',
        type: 'date',
        requirement: { kind: 'choice', column: 'startKind', items: ['newStart'] },
        band,
        source: '三(一)3',
      },
      { key: 'actualStart', header: '实际开工日期', type: 'date', actualDate: true, band, source: '二(三)' },
    ],
  });
}
