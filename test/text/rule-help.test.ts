import { ruleBook, ruleScopes } from '../../src/job/rule-book';
import { listsInScope, listsOf } from '../../src/list/registry';
import type { Plan } from '../../src/plan/plan';
import { catalogue } from '../../src/rule/catalogue';
import { issueCodes, type IssueCode } from '../../src/rule/code';
import { hasExplainable } from '../../src/rule/permission';
import { helpOfRule } from '../../src/text/rule-help';
import { judge, lists, plan } from '../rule/fixture';

const book = ruleBook(plan, lists, catalogue);
const partsOf = (code: IssueCode, of: Plan = plan) => {
  const { fails, undecided, todo, blind } = helpOfRule(code, of, listsOf(of));
  return [fails, todo, blind, ...(undecided === null ? [] : [undecided])];
};

describe('the help of a rule', () => {
  it.each(issueCodes)('%s says in whole Chinese sentences what is reported, when it cannot be told, what to do and what is not found', (code) => {
    for (const part of partsOf(code)) {
      // A 储备项目库 and B 招商项目台账 are names of tabs.
      expect(part.replace(/《[AB] /g, '《')).not.toMatch(/[A-Za-z]/);
      expect(part).not.toMatch(/字段|空值|为空值|布尔|函数|正则|归一|哈希|索引|解析|参数|枚举|阈值|遍历|逻辑|触发|返回|系统|数据库|校验器/);
      expect(part).not.toMatch(/undefined|null|NaN|“”|《》|，，|。。|；。|，。| {2}/);
      expect(part).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(part.length).toBeLessThan(200);
    }
  });

  it('says of no two rules the same of what is reported', () => {
    expect(new Set(issueCodes.map((code) => partsOf(code)[0])).size).toBe(issueCodes.length);
  });

  it('offers 说明情况 for the rules that can be explained, and for no others', () => {
    for (const code of issueCodes) {
      const { todo } = helpOfRule(code, plan, lists);
      if (todo.includes('说明情况')) expect([code, hasExplainable(code)]).toEqual([code, true]);
    }
  });

  const { thresholds, dates } = plan;
  it.each<[IssueCode, Plan, string]>([
    ['cell/unit-suspect', { ...plan, thresholds: { ...thresholds, suspectAbove: 7_654_321 } }, '7,654,321'],
    ['cell/unit-suspect', { ...plan, thresholds: { ...thresholds, suspectTargetTimes: 4 } }, '超过本单位该项目标的 4 倍'],
    ['row/below-statistics-threshold', { ...plan, thresholds: { ...thresholds, statisticsMinimum: 800 } }, '800 万元'],
    ['row/dispatch-overdue', { ...plan, thresholds: { ...thresholds, dispatchDays: 20 } }, '20 天'],
    ['row/13710-overdue', { ...plan, thresholds: { ...thresholds, supervisionDays: 9, supervisionMonths: 2 } }, '9 天，其他问题 2 个月'],
    ['cross-list/project-differs', { ...plan, thresholds: { ...thresholds, differenceAmount: 2, differenceShare: 0.002 } }, '2 万元和 0.2%'],
    ['cross-county/outlier', { ...plan, thresholds: { ...thresholds, outlierTimes: 60 } }, '60 倍'],
    ['cross-county/near-name', { ...plan, thresholds: { ...thresholds, nearNameShare: 0.06 } }, '6%'],
    ['list/q1-start-rate', { ...plan, thresholds: { ...thresholds, nextQuarterStartRate: 0.5 } }, '50%'],
    ['list/q1-start-rate', { ...plan, settings: { ...plan.settings, nextQuarterStartsFrom: '9' } }, '按《9 前期手续办理》'],
    ['list/leader-count', { ...plan, thresholds: { ...thresholds, leaderProjects: 6 } }, '6 个'],
    ['list/leader-count', { ...plan, settings: { ...plan.settings, leaderProjectsReading: 'all' } }, '合计不是 5 个'],
    ['row/framework-counted', { ...plan, settings: { ...plan.settings, frameworkAgreementCounts: true } }, '不会提出问题'],
    ['list/unfilled', { ...plan, dates: { ...dates, listDue: '2024-11-29' } }, '2024年11月29日'],
    ['cross-county/missing-unit', { ...plan, dates: { ...dates, listDue: '2024-11-29' } }, '2024年11月29日'],
    ['row/start-late', { ...plan, dates: { ...dates, startBy: '2024-12-19' } }, '2024年12月19日'],
    ['row/catch-up-late', { ...plan, dates: { ...dates, catchUpBy: '2025-02-19' } }, '2025年2月19日'],
    ['row/problem-deadline', { ...plan, dates: { ...dates, solveBy: '2025-02-19' } }, '2025年2月19日'],
    ['row/q1-start', { ...plan, nextQuarter: { start: '2025-01-01', end: '2025-03-31' } }, '2025年1月1日 至 2025年3月31日'],
    ['row/signing-period', { ...plan, quarter: { start: '2024-10-01', end: '2024-12-31' } }, '2024年10月1日 至 2024年12月31日'],
    ['row/annual-plan-exceeds-total', { ...plan, year: 2024, nextYear: 2025 }, '“2025年计划投资（万元）”'],
    ['list/problem-count', { ...plan, problemCounts: [{ source: 'q2', projects: 3, problems: 4, clause: '三(五)3' }] }, '3 个项目 4 个问题'],
    ['list/behind-schedule', { ...plan, months: [{ key: 'm10', label: '10月', month: '2024-10-01', reportBy: '2024-11-21' }] }, '2024年11月21日'],
  ])('%s follows the plan: %#', (code, changed, expected) => {
    expect(partsOf(code).join('')).not.toContain(expected);
    expect(partsOf(code, changed).join('')).toContain(expected);
  });

  it('says when it cannot be told for every rule that says so of a workbook', () => {
    const gone = Object.fromEntries(lists.map((list) => [list.key, list.columns.map(({ key }) => key).filter((key) => !['unit', 'projectName'].includes(key))]));
    const filled = Object.fromEntries(lists.map(({ key }) => [key, [{ projectName: '甲', unit: '泽州县', totalInvestment: 900 }]]));
    const results = [{ rows: {} }, { rows: filled }, { rows: filled, gone }].flatMap((workbook) => ['2023-11-05', '2024-03-31'].map((asOf) => judge({ ...workbook, asOf })));
    const codes = new Set(results.flatMap(({ undecided }) => undecided.map(({ code }) => code as IssueCode)));
    expect(codes.size).toBeGreaterThan(45);
    for (const code of codes) expect([code, helpOfRule(code, plan, lists).undecided]).not.toEqual([code, null]);
  });
});

describe('the book of rules', () => {
  it('has every rule once, in the order of the codes, by what it looks at', () => {
    expect(book.map(({ code }) => code)).toEqual([...issueCodes]);
    expect([...new Set(book.map(({ scope }) => scope))]).toEqual([...ruleScopes]);
  });
  it('says severity, clause and lists as the rule itself does', () => {
    expect(book.find(({ code }) => code === 'row/not-behind')).toMatchObject({
      name: '已达到时序进度', severity: 'info', severities: ['info'], source: '三(四)2', lists: ['7 未按序时进度项目'], maySwitch: true, mayExplain: true,
    });
    const all = lists.map(({ sheetName }) => sheetName);
    expect(book.find(({ code }) => code === 'cell/formula-error')).toMatchObject({ lists: all, maySwitch: false, mayExplain: false });
  });
  it('names lists for a rule on cells that have cells of its kind', () => {
    const keys = (code: string) => lists.filter(({ sheetName }) => book.find((entry) => entry.code === code)!.lists.includes(sheetName)).map(({ key }) => key);
    expect(keys('cell/phone')).toEqual(['4', '5', '6', '7', '9', 'A']);
    expect(keys('cell/project-code')).toEqual(['4', '5', '6', '7', '8', '9', 'A', 'B']);
    expect(keys('cell/unit-suspect')).toEqual(['1', '4', '5', '6', '7', '9', 'A', 'B']);
    expect(keys('cell/required')).not.toContain('2');
  });
  it('names of the lists only those of the workbook', () => {
    const own = ruleBook(plan, listsInScope(plan, { kind: 'unit', unit: 'shibenji' }), catalogue);
    expect(own.find(({ code }) => code === 'row/part-exceeds-whole')?.lists).toEqual([]);
    expect(own).toHaveLength(book.length);
  });
});
