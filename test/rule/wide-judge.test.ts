import type { ListChange } from '../../src/rule/change';
import { makeContext } from '../../src/rule/context';
import { explain } from '../../src/rule/explain';
import { IssueMaker } from '../../src/rule/issue-maker';
import type { Failure, Reads, Reporter, WideRule } from '../../src/rule/rule';
import { isConcerned, judgeWide } from '../../src/rule/wide-judge';
import { entriesOf, lists, plan, rowWith, type Workbook } from './fixture';

const ruleOf = (judge: (report: Reporter) => Iterable<void> | void, reads: WideRule['reads'] = { 5: 'all' }): WideRule => ({
  scope: 'list', code: 'list/row-count', severity: 'warning', source: '惯例', lists: 'all', reads, judge: (_, report) => judge(report),
});
const failure = (row: number | null, rest: Partial<Failure> = {}): Failure => ({ list: '5', unit: 'gaoping', row, columns: ['phone'], params: {}, ...rest });

function outcomeOf(rule: WideRule, record: Partial<Workbook> = {}, limit = 10) {
  const entries = entriesOf({ rows: { 5: [rowWith({ identity: '5-1' }), rowWith({ identity: '5-2' }), rowWith({ identity: null })] }, ...record });
  const steps = judgeWide(rule, makeContext(entries, plan, lists), new IssueMaker(entries, lists, plan, limit));
  for (let breaths = 0; ; breaths++) {
    const step = steps.next();
    if (step.done) return { ...step.value, breaths, entries };
  }
}

describe('what a rule on whole lists finds', () => {
  it('is told in order, with the rows it is about, and counted', () => {
    const rule = ruleOf(function* (report) {
      report.fail(failure(2, { severity: 'error' }));
      yield;
      report.fail(failure(0));
      report.fail(failure(null, { list: null, unit: null, severity: 'error' }));
      report.fail(failure(1, { list: '6' }));
      yield;
    });
    const { ranked, tally, undecided, breaths } = outcomeOf(rule);
    expect(ranked.map(({ issue }) => [issue.list, issue.rowIndex, issue.row, issue.severity])).toEqual([[null, null, null, 'error'], ['5', 0, '5-1', 'warning'], ['5', 2, '', 'error'], ['6', 1, '', 'warning']]);
    expect(tally).toEqual({ counts: { error: 2, warning: 2, info: 0, explained: 0 }, unlisted: {}, switchedOff: {}, unitErrors: { gaoping: 1 } });
    expect([undecided, breaths]).toEqual([[], 2]);
  });
  it('is numbered where it is about the same row and columns', () => {
    const { ranked } = outcomeOf(ruleOf((report) => [0, 1, 0].forEach((row) => report.fail(failure(row)))));
    expect(ranked.map(({ issue }) => issue.id)).toEqual(['list/row-count|5|5-1|phone', 'list/row-count|5|5-1|phone~2', 'list/row-count|5|5-2|phone']);
  });
  it('is listed up to the limit of each list, the rest only counted', () => {
    const rule = ruleOf((report) => [0, 1, 2].forEach((row) => [report.fail(failure(row)), report.fail(failure(row, { list: '6', unit: null }))]));
    const { ranked, tally } = outcomeOf(rule, {}, 2);
    expect(ranked.map(({ issue }) => `${issue.list} ${issue.rowIndex}`)).toEqual(['5 0', '5 1', '6 0', '6 1']);
    expect([tally.counts.warning, tally.unlisted]).toEqual([6, { 'list/row-count': 2 }]);
  });
  it('is weighed by the office, or only counted where it is switched off', () => {
    const rule = ruleOf((report) => [0, 1].forEach((row) => report.fail(failure(row))));
    const weighed = (severity: 'error' | 'off') => outcomeOf(rule, { ruleSettings: [{ code: 'list/row-count', severity, who: '甲', why: '乙' }] });
    expect(weighed('error').tally).toMatchObject({ counts: { error: 2, warning: 0 }, unitErrors: { gaoping: 2 } });
    expect(weighed('off')).toMatchObject({ ranked: [], tally: { counts: { error: 0, warning: 0 }, switchedOff: { 'list/row-count': 2 } } });
  });
  it('is listed and counted apart where it is explained', () => {
    const rule = ruleOf((report) => [
      report.fail(failure(0)),
      report.fail(failure(1, { severity: 'error' })),
      report.fail(failure(0, { severity: 'error', unit: null, columns: ['unit'] })),
      report.fail(failure(1, { columns: ['unit'] })),
    ]);
    const { ranked, entries } = outcomeOf(rule);
    const explanations = ranked.filter(({ issue }) => issue.columns[0] === 'phone' || issue.unit === null).map(({ issue }) => explain(issue, entries, '王某', '属实'));
    const after = outcomeOf(rule, { explanations }, 1);
    expect(after.ranked.map(({ issue }) => issue.explained?.why).filter((why) => why === '属实')).toHaveLength(3);
    expect(after.tally).toEqual({ counts: { error: 0, warning: 1, info: 0, explained: 3 }, unlisted: {}, switchedOff: {}, unitErrors: { gaoping: 0 } });
  });
  it('is undecided with its reason, added up', () => {
    const rule = ruleOf((report) => [1, 2].forEach(() => report.undecided({ list: '5', unit: 'gaoping', reason: 'missing' })));
    expect(outcomeOf(rule).undecided).toEqual([{ code: 'list/row-count', list: '5', unit: 'gaoping', reason: 'missing', params: {}, count: 2 }]);
  });
});

describe('a rule on whole lists is asked again', () => {
  const changed = (list: string, ...columns: readonly string[]) => new Map<string, ListChange>([[list, { rows: [0], columns: new Set(columns) }]]);
  const concerns = (reads: Reads | (() => Reads), changes: ReadonlyMap<string, ListChange>, moved: readonly string[] = []) => isConcerned(ruleOf(() => undefined, reads), plan, changes, new Set(moved));

  it.each<[string, () => boolean, boolean]>([
    ['where a column that it reads has changed', () => concerns({ 5: ['phone', 'unit'] }, changed('5', 'phone')), true],
    ['not where another has', () => concerns({ 5: ['phone'] }, changed('5', 'unit')), false],
    ['not where another list has', () => concerns({ 5: 'all' }, changed('6', 'phone')), false],
    ['where any column of a list has changed that it reads as a whole', () => concerns({ 5: 'all' }, changed('5', 'phone')), true],
    ['not where only rows are new that hold nothing', () => concerns({ 5: 'all' }, changed('5')), false],
    ['where rows begin, end, or change their unit, though it reads no column', () => concerns({ 5: [] }, changed('5'), ['5']), true],
    ['not where they do so on a list that it does not name', () => concerns({ 6: [] }, changed('5'), ['5']), false],
    ['where any list has changed', () => concerns({ '*': ['phone'] }, changed('9', 'phone')), true],
    ['where what the plan says it reads has', () => concerns(() => ({ 5: ['phone'] }), changed('5', 'phone')), true],
    ['where one of several lists has', () => concerns({ 5: ['phone'] }, new Map([...changed('6', 'phone'), ...changed('5', 'phone')])), true],
    ['not where nothing has', () => concerns({ '*': 'all' }, new Map()), false],
  ])('%s', (_, found, expected) => expect(found()).toBe(expected));
});
