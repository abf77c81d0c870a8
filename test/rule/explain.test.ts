import fc from 'fast-check';
import { explain, hashOfJudged } from '../../src/rule/explain';
import type { Issue } from '../../src/rule/issue';
import { check } from '../../src/rule/engine';
import { day, entriesOf, judge, lists, plan, rowWith, type Workbook } from './fixture';

function issuesOf(workbook: Workbook, code: string) {
  const entries = entriesOf(workbook);
  return { entries, issues: check(entries, plan, lists).issues.filter((issue) => issue.code === code) };
}

/** How many issues of a code stay open when the first of the one workbook was explained and it became the other. */
function openAfter(before: Workbook, code: string, after: Workbook = before): number {
  const { entries, issues } = issuesOf(before, code);
  return judge({ ...after, explanations: [explain(issues[0]!, entries, '张某', '属实')] }).issues.filter((issue) => issue.code === code && !issue.explained).length;
}

describe('what an explanation is of', () => {
  it('is one column: another of the row with the same value is not meant', () => {
    const { entries } = issuesOf({ rows: { 5: [rowWith({ phone: '123', projectCode: '123' })] } }, 'cell/phone');
    const issue = (column: string): Issue => ({
      id: '', code: 'cell/phone', severity: 'warning', list: '5', unit: null, row: '5-1', rowIndex: 0, columns: [column], params: {}, source: '',
    });
    expect(hashOfJudged(issue('phone'), entries)).not.toBe(hashOfJudged(issue('projectCode'), entries));
  });

  it('is what the row was held against, too: a difference explained comes back when the other list changes', () => {
    const differing = (total: number): Workbook => ({
      asOf: '2023-12-25',
      rows: { 5: [rowWith({ identity: '5-1', totalInvestment: 9_000 })], 9: [rowWith({ identity: '9-1', totalInvestment: total, plannedStart: day('2024-02-01') })] },
    });
    const code = 'cross-list/project-differs';
    expect(issuesOf(differing(8_000), code).issues).toHaveLength(1);
    expect(openAfter(differing(8_000), code)).toBe(0);
    expect(openAfter(differing(8_000), code, differing(7_000))).toBe(1);
  });

  it('is not where the other row stands: rows are sorted and inserted', () => {
    const workbook = (first: number): Workbook => ({
      asOf: '2023-12-25',
      rows: {
        5: [...Array.from({ length: first }, (_, at) => rowWith({ identity: `5-x${at}`, projectName: `另一项目${at}` })), rowWith({ identity: '5-1', totalInvestment: 9_000 })],
        9: [rowWith({ identity: '9-1', totalInvestment: 8_000, plannedStart: day('2024-02-01') })],
      },
    });
    expect(openAfter(workbook(0), 'cross-list/project-differs', workbook(3))).toBe(0);
  });

  it('is one unit’s row on a target list, where rows have no identity', () => {
    const row = (unit: string) => ({ unit, 'fixedAssetInvestment.m10': -1 });
    expect(openAfter({ rows: { 1: [row('泽州县'), row('高平市')] } }, 'cell/range')).toBe(1);
  });

  it('holds for as long as the cells of the issue are what they were, whatever else is edited', () => {
    const code = 'row/completed-exceeds-total';
    const rowOf = (cells: { readonly [column: string]: number | string | null }) => ({ identity: '7-1', projectName: '甲', unit: '泽州县', totalInvestment: 900, yearDone: 1_000, ...cells });
    const { entries, issues } = issuesOf({ rows: { 7: [rowOf({})] } }, code);
    const explanations = [explain(issues[0]!, entries, '张某', '属实')];
    const edit = fc.record({
      totalInvestment: fc.constantFrom(900, 900, 899, 901),
      yearDone: fc.constantFrom(1_000, 1_000, 1_001),
      developer: fc.constantFrom('乙公司', null),
      yearPlan: fc.constantFrom(800, 1_000, null),
      projectName: fc.constantFrom('甲', '甲二期'),
    });
    fc.assert(
      fc.property(edit, (cells) => {
        const [issue] = judge({ rows: { 7: [rowOf(cells)] }, explanations }).issues.filter((each) => each.code === code);
        expect(issue?.explained !== undefined).toBe(cells.totalInvestment === 900 && cells.yearDone === 1_000);
      }),
    );
  });
});
