import { check } from '../../src/rule/engine';
import { CheckSession } from '../../src/rule/session';
import { day, entriesOf, lists, plan, type Row, type Workbook } from './fixture';

const code = '2311-140500-04-01-123456';
const project = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, totalInvestment: 10_000, ...cells });
const other: Row = { projectName: '别的项目', unit: '泽州县', remark: '填报' };
type Edit = readonly [list: string, row: number, column: string, value: Row[string]];

/** What is said of rows, and the edit of another row (or of the row itself) after which it is said no more. */
const cases: readonly (readonly [rule: string, said: number, workbook: Workbook, edit: Edit])[] = [
  ['row/duplicate', 2, { rows: { 5: [project('泽州县'), project('泽州县')] } }, ['5', 1, 'projectName', '省道改造']],
  ['row/duplicate', 2, { rows: { 8: [project('泽州县', { problemNumber: 1 }), project('泽州县', { problemNumber: 1 })] } }, ['8', 1, 'problemNumber', 2]],
  ['row/duplicate', 2, { rows: { A: ['甲', '乙'].map((projectName) => project('泽州县', { projectName, projectCode: code })) } }, ['A', 1, 'projectCode', null]],
  ['cross-list/not-started-and-started', 1, { rows: { 5: [project('泽州县', { startState: '未开工' })], 6: [project('泽州县')] } }, ['6', 0, 'projectName', '别的项目']],
  ['cross-list/started-not-followed', 1, { rows: { 5: [project('泽州县', { startState: '已开工' })], 6: [other] } }, ['6', 0, 'projectName', '国道改造']],
  ['cross-list/project-differs', 1, { rows: { 5: [project('泽州县', { developer: '甲' })], 9: [project('泽州县', { developer: '乙' })] } }, ['5', 0, 'developer', '乙']],
  ['cross-list/problem-project-unknown', 1, { rows: { 8: [project('泽州县', { problemNumber: 1 })], A: [other] } }, ['A', 0, 'projectName', '国道改造']],
  ['cross-list/problem-not-listed', 1, { rows: { 4: [project('泽州县', { problems: '资金未到' })], 8: [other] } }, ['8', 0, 'projectName', '国道改造']],
  ['cross-list/q1-not-in-reserve', 1, { rows: { 9: [project('泽州县')], A: [other] } }, ['A', 0, 'projectName', '国道改造']],
  ['cross-list/reserve-q1-not-in-9', 1, { rows: { A: [project('泽州县', { startKind: '新开工', plannedStart: day('2024-01-01') })], 9: [other] } }, ['9', 0, 'projectName', '国道改造']],
  ['cross-county/same-code', 1, { rows: { A: [project('泽州县', { projectCode: code }), project('高平市', { projectCode: code })] } }, ['A', 1, 'projectCode', null]],
  ['cross-county/same-name', 1, { rows: { A: [project('泽州县'), project('高平市')] } }, ['A', 1, 'projectName', '省道改造']],
  ['cross-county/name-of-other-unit', 1, { rows: { A: [project('泽州县', { projectName: '国道至陵川' })] } }, ['A', 0, 'unit', '陵川县']],
  ['cross-county/foreign-row', 1, { rows: { A: [project('泽州县'), project('高平市')] }, scope: { kind: 'unit', unit: 'zezhou' } }, ['A', 1, 'unit', '泽州县']],
];

describe('what is said of rows that belong together', () => {
  it.each(cases)('is said no more once one of them is edited, and again once that is undone: %s', (rule, said, workbook, [list, row, column, value]) => {
    const options = { only: ({ code: each }: { readonly code: string }) => each === rule };
    const result = <T>(steps: Generator<unknown, T, void>): T => {
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    };
    const entries = entriesOf(workbook);
    const session = result(CheckSession.open(entries, plan, lists, options));
    const typed = (cell: Row[string]) => result(session.edit([{ list, row, column, value: cell }]));
    expect(session.result.issues).toHaveLength(said);
    expect(typed(value)).toEqual(check(session.entries, plan, lists, options));
    expect(session.result.issues).toEqual([]);
    expect(typed(entries.lists[list]!.values[column]![row]!).issues).toEqual(check(entries, plan, lists, options).issues);
  });
});
