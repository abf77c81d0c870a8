import type { Plan } from '../plan/plan';
import { indexColumn } from './base-column';
import { required, type ColumnDraft } from './column';
import type { ProjectList } from './list';
import { defineProjectList } from './project-list';

/** 项目问题困难交办: one row per problem, closed loop 发现-交办-督办-销号 of 三(五)1. */
export function defineList8(plan: Plan): ProjectList {
  const loop = '三(五)1';
  const grade = '三(五)2';
  const responsible = '三(五)3';
  const handedOver = { kind: 'choice', column: 'problemState', items: ['assigned', 'supervised', 'closed'] } as const;
  const problem: ColumnDraft[] = [
    indexColumn,
    {
      key: 'problemNumber',
      header: '问题编号',
      type: 'text',
      requirement: required,
      source: loop,
      prompt: '每个问题一个编号，同一单位内不重复。',
    },
    { key: 'projectName', header: '项目名称', type: 'text', requirement: required, width: 220, source: loop },
    { key: 'projectCode', header: '项目代码', type: 'projectCode', source: '惯例' },
    { key: 'unit', header: '县（市、区）', type: 'unit', units: 'all', requirement: required, source: '四(二)' },
    { key: 'description', header: '问题描述', type: 'longText', requirement: required, source: loop },
    { key: 'problemKind', header: '问题类别', type: 'choice', choices: 'problemKind', requirement: required, source: loop },
    { key: 'grade', header: '问题等级', type: 'choice', choices: 'problemGrade', requirement: required, source: grade },
    {
      key: 'authority',
      header: '事权层级',
      type: 'choice',
      choices: 'authorityLevel',
      requirement: required,
      width: 76,
      source: grade,
    },
    {
      key: 'problemSource',
      header: '问题来源',
      type: 'choice',
      choices: 'problemSource',
      requirement: required,
      source: responsible,
    },
    { key: 'foundOn', header: '发现日期', type: 'date', requirement: required, actualDate: true, source: loop },
  ];
  const handling: ColumnDraft[] = [
    { key: 'assignedOn', header: '交办日期', type: 'date', actualDate: true, source: loop },
    { key: 'department', header: '责任部门', type: 'text', requirement: handedOver, source: loop },
    { key: 'deputy', header: '分管领导', type: 'text', requirement: handedOver, width: 84, source: responsible },
    { key: 'section', header: '责任科室', type: 'text', requirement: handedOver, source: responsible },
    { key: 'person', header: '责任人', type: 'text', requirement: handedOver, width: 76, source: loop },
    { key: 'deadline', header: '办结时限', type: 'date', requirement: handedOver, source: responsible },
    {
      key: 'supervised13710',
      header: '13710督办',
      type: 'choice',
      choices: 'yesNo',
      requirement: required,
      width: 76,
      source: grade,
    },
    { key: 'meetingOn', header: '提交会议日期', type: 'date', source: grade },
    { key: 'progressText', header: '进展情况', type: 'longText', source: loop },
    { key: 'problemState', header: '状态', type: 'choice', choices: 'problemState', requirement: required, source: loop },
    { key: 'closedOn', header: '销号日期', type: 'date', actualDate: true, source: loop },
    { key: 'closedBasis', header: '销号依据', type: 'longText', width: 140, source: loop },
    { key: 'unclosedReason', header: '未办结原因', type: 'longText', width: 140, source: responsible },
  ];
  return defineProjectList(plan, {
    key: '8',
    sheetName: '8 问题困难交办',
    title: `${plan.city}${plan.year}年${plan.problemRound}项目问题困难交办清单`,
    source: '四(二)',
    withoutBase: true,
    columns: [
      ...problem.map((column) => ({ ...column, band: '问题情况' })),
      ...handling.map((column) => ({ ...column, band: '交办与销号' })),
    ],
  });
}
