import { issueCodes } from '../../src/rule/code';
import type { Issue } from '../../src/rule/issue';
import { mayExplain } from '../../src/rule/permission';
import { describeFix } from '../../src/text/fix';
import { addressOf, describeIssue, markText, sentenceOf } from '../../src/text/issue';
import { describeUndecided } from '../../src/text/undecided';
import { issuesOf, judge, lists, plan, rowWith } from '../rule/fixture';
import { messyIssues } from './messy';

const locate = (issue: Issue) =>
  issue.rowIndex === null || issue.list === null
    ? null
    : {
        sheetName: lists.find((list) => list.key === issue.list)?.sheetName ?? '',
        row: 6 + issue.rowIndex,
        column: lists.find((list) => list.key === issue.list)?.columns.findIndex((column) => column.key === issue.columns[0]) ?? 0,
      };
const say = (issue: Issue | undefined) => (issue ? sentenceOf(issue, plan, lists, locate) : '');
const first = (code: string, cells: Parameters<typeof rowWith>[0]) => issuesOf(code, { rows: { 5: [rowWith(cells)] } })[0];

describe('the sentence of an issue', () => {
  it('says where, what was seen, what was expected, what to do, and the clause', () => {
    expect(say(first('cell/enum', { unit: '沁水' }))).toBe(
      '《5 未开工项目》第 7 行“县（市、区）”填写为“沁水”，应为“沁水县”。点“修正”即可改正。〔四（二）〕',
    );
    expect(say(first('cell/type', { totalInvestment: '2000万' }))).toBe(
      '《5 未开工项目》第 7 行“总投资（万元）”填写为“2000万”，应为以万元为单位的数字 2,000。点“修正”即可改正。〔四（二）〕',
    );
    expect(say(first('cell/type', { plannedStart: '20231105' }))).toBe(
      '《5 未开工项目》第 7 行“计划开工日期”填写为“20231105”，应为日期 2023年11月5日。点“修正”即可改正。〔四（二）〕',
    );
    expect(say(first('cell/required', { developer: null, phone: null }))).toBe(
      '《5 未开工项目》第 7 行“建设单位”、“联系电话”没有填写，这几项为必填。请补填。〔四（二）〕',
    );
    expect(say(first('cell/unit-suspect', { totalInvestment: 1.2 }))).toBe(
      '《5 未开工项目》第 7 行“总投资（万元）”填写为 1.2 万元，单位可能有误，换算后应为 12,000 万元。核实后点“修正”按单位换算。〔惯例〕',
    );
  });

  it('does without the row where nobody says where it is', () => {
    const issue = first('cell/enum', { unit: '沁水' });
    expect(issue && describeIssue(issue, plan, lists)).toEqual({
      where: '《5 未开工项目》“县（市、区）”',
      seen: '填写为“沁水”',
      expected: '应为“沁水县”',
      action: '点“修正”即可改正',
      clause: '四（二）',
    });
  });

  it('says who explained it, and closes once what he closed himself', () => {
    const issue = first('cell/unit-suspect', { totalInvestment: 6_000_000 });
    expect(say(issue && { ...issue, explained: { who: '王某', why: '已核实。' } })).toContain('已说明（王某：已核实）。');
  });

  it('says how far the notice is from its own sum, not in which direction', () => {
    expect(issuesOf('cross-county/source-difference', { rows: {} }).map(say)[0]).toBe(
      '《2 项目储备目标任务》文件全市数“民间投资项目年度投资目标”为 352 亿元，文件中各责任主体之和为 352.1 亿元，相差 0.1 亿元。系文件原文如此，不需改动。〔二（二）〕',
    );
  });

  it('offers 说明情况 only where an issue may be explained, and says the same however the office weighs the rule', () => {
    for (const issue of messyIssues) {
      const { action } = describeIssue(issue, plan, lists);
      if (action.includes('说明情况')) expect([issue.id, mayExplain(issue)]).toEqual([issue.id, true]);
      for (const severity of ['error', 'warning', 'info'] as const) expect(describeIssue({ ...issue, severity }, plan, lists)).toEqual(describeIssue(issue, plan, lists));
    }
  });

  it.each(issueCodes)('%s is a whole Chinese sentence in whatever form it comes', (code) => {
    const issues = messyIssues.filter((issue) => issue.code === code);
    expect(issues).not.toEqual([]);
    for (const issue of issues) {
      const sentence = say(issue);
      expect(sentence).not.toMatch(/undefined|null|NaN|true|false|Infinity|\[object|[a-z]{4,}/);
      expect(sentence).not.toMatch(/，，|。。|，。|“”|\s{2,}|《》/);
      expect(sentence).toMatch(/^.+，.+。.+。〔.+〕$/);
    }
  });
});

describe('the mark in a row', () => {
  it('names headers in the brackets of its severity', () => {
    const mark = (issue: Issue | undefined) => (issue ? markText(issue, plan, lists) : '');
    expect(mark(first('cell/enum', { unit: '沁水' }))).toBe('【县（市、区）】填写为“沁水”，应为“沁水县”');
    expect(mark(first('cell/required', { developer: null, phone: null }))).toBe('【建设单位】【联系电话】没有填写，这几项为必填');
    expect(mark(first('cell/phone', { phone: '123' }))).toMatch(/^〔联系电话〕/);
    expect(mark(first('cell/length', { reasonText: '字'.repeat(501) }))).toMatch(/^〈原因说明〉/);
  });
  it('has no brackets once it is explained', () => {
    const issue = first('cell/phone', { phone: '123' });
    expect(issue && markText({ ...issue, explained: { who: '王某', why: '专线' } }, plan, lists)).toMatch(/^“联系电话”.*（已说明）$/);
  });
});

describe('the preview of a fix', () => {
  it('shows the cell, what is there, and what it becomes', () => {
    const preview = (issue: Issue | undefined) => issue && describeFix(issue, plan, lists, locate);
    expect(preview(first('cell/type', { totalInvestment: '2000万' }))).toEqual({
      sheetName: '5 未开工项目',
      cell: 'I7',
      what: '总投资（万元）',
      before: '2000万',
      after: '2,000',
    });
    expect(preview(first('cell/type', { plannedStart: 20_231_105 }))).toMatchObject({ before: '20,231,105', after: '2023年11月5日' });
    expect(preview(first('cell/type', { yearPlan: '/' }))).toMatchObject({ before: '/', after: '清空' });
    expect(preview(first('cell/formula-error', { index: '#REF!' }))).toMatchObject({ before: '#REF!', after: '恢复公式' });
    expect(preview(first('cell/required', { phone: null }))).toBeNull();
  });
  it('is there for every issue that has a fix', () => {
    for (const issue of messyIssues) {
      const described = describeFix(issue, plan, lists, locate);
      expect(described === null).toBe(issue.fix === undefined);
      if (described) expect(Object.values(described).join()).not.toMatch(/undefined|null|NaN/);
    }
  });
});

describe('what could not be judged', () => {
  it('is said with its reason', () => {
    const { undecided } = judge({
      rows: { 5: [{ identity: '5-a', projectName: '老城片区改造', unit: '城区' }] },
      issued: { 5: { '5-a': { name: '老城片区改造', unit: 'chengqu' } } },
    });
    const waiting = undecided.find((entry) => entry.code === 'cell/required');
    expect(waiting && describeUndecided(waiting, plan, lists)).toBe('《5 未开工项目》城区 1 处暂无法核对：待填写，填写后再核对。');
  });
});

describe('addressOf', () => {
  it.each([
    [0, 0, 'A1'],
    [11, 25, 'Z12'],
    [6, 26, 'AA7'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
  ])('row %d, column %d is %s', (row, column, address) => expect(addressOf({ row, column })).toBe(address));
});
