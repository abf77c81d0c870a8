import type { WorkbookEntries } from '../../src/list/entry';
import type { Column, Value } from '../../src/list/list';
import { changeAsOf } from '../../src/job/change-as-of';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { runSteps } from '../../src/job/run-steps';
import { CancelledError } from '../../src/job/port';
import { check, checkInSteps } from '../../src/rule/engine';
import type { CheckResult, Severity } from '../../src/rule/issue';
import { readIntro } from '../../src/sheet/read-intro';
import { contentOf } from '../../src/sheet/content-of';
import { makeSurroundings, newWorkbook } from '../job/workbook';
import { day, entriesOf, goodRow, listOf, lists, plan, rowWith, type Row } from './fixture';

/** Issues listed per code and list; what is more is counted. */
const limit = 1_000;

/** Found in all, listed or not. */
const countOf = (result: CheckResult, code: string) => result.issues.filter((issue) => issue.code === code).length + (result.unlisted[code] ?? 0);

/** Listed and not listed add up to the counts that the user is shown, and no code has more listed than the bound. */
function expectBounded(result: CheckResult): void {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const counted = severities.reduce((sum, severity) => sum + result.counts[severity], 0);
  const unlisted = Object.values(result.unlisted).reduce((sum, count) => sum + count, 0);
  expect(counted + result.counts.explained).toBe(result.issues.length + unlisted);
  const listed = new Map<string, number>();
  for (const { code, list } of result.issues) listed.set(`${code} ${list}`, (listed.get(`${code} ${list}`) ?? 0) + 1);
  expect([...listed].filter(([, count]) => count > limit)).toEqual([]);
  for (const severity of severities) expect(result.issues.filter((issue) => issue.severity === severity && !issue.explained).length).toBeLessThanOrEqual(result.counts[severity]);
}

/** One row of list 5 filled down over many, each with a name and identity of its own; some columns hold the same everywhere. */
function filledDown(count: number, everywhere: Row): WorkbookEntries {
  const entries = entriesOf({ rows: { 5: [rowWith(everywhere)] } });
  const list = entries.lists['5']!;
  const values = Object.fromEntries(Object.entries(list.values).map(([key, [value]]) => [key, new Array<Value>(count).fill(value ?? null)]));
  values['projectName'] = Array.from({ length: count }, (_, row) => `第${row}号`);
  values['identity'] = Array.from({ length: count }, (_, row) => `5-${row}`);
  const formulas = Object.fromEntries(Object.entries(list.formulas).map(([key, [formula]]) => [key, new Array<string | null>(count).fill(formula ?? null)]));
  return { ...entries, lists: { ...entries.lists, 5: { ...list, rowCount: count, values, formulas } } };
}

describe('100,000 rows with an error in one column and one wrong telephone in another', () => {
  const count = 100_000;
  const entries = filledDown(count, { yearPlan: '#REF!', phone: '12345', index: '#NAME?' });

  it('lists a bounded number, counts all of them, and judges in small steps', () => {
    const steps = checkInSteps(entries, plan, lists);
    let most = 0;
    let before = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      most = Math.max(most, step.value.done - before);
      before = step.value.done;
    }
    const result = step.value;
    expectBounded(result);
    expect(countOf(result, 'cell/formula-error')).toBe(2 * count);
    expect(countOf(result, 'cell/phone')).toBe(count);
    expect(result.unlisted['cell/formula-error']).toBe(2 * count - limit);
    expect(result.unlisted['cell/phone']).toBe(count - limit);
    expect(result.counts.error).toBe(2 * count + result.issues.filter(({ severity, code }) => severity === 'error' && code !== 'cell/formula-error').length);
    // No step takes more rows than a few milliseconds of work.
    expect(most).toBeLessThanOrEqual(5_000);
  });

  it('can be left at any step, and judged again from the beginning', async () => {
    const around = { ...makeSurroundings(), now: stepping() };
    let asked = 0;
    const cancelled = runSteps(checkInSteps(entries, plan, lists), around, { isCancelled: () => (asked += 1) > 3 });
    await expect(cancelled).rejects.toThrow(CancelledError);
    expect(asked).toBe(4);
    const small = filledDown(3, { phone: '12345' });
    expect(countOf(check(small, plan, lists), 'cell/phone')).toBe(3);
  });
});

/** A clock on which every look is a breath's time later. */
function stepping(): () => number {
  let time = 0;
  return () => (time += 100);
}

/** A value that is wrong in a column of this type, and what it is then. */
const wrongIn: Partial<Record<Column['type'], readonly [Value, string]>> = {
  date: ['坏日子', 'cell/type'],
  month: ['坏月份', 'cell/type'],
  money: ['很多', 'cell/type'],
  choice: ['坏', 'cell/enum'],
  unit: ['坏县', 'cell/enum'],
  phone: ['坏', 'cell/phone'],
  projectCode: ['坏', 'cell/project-code'],
  text: ['字'.repeat(501), 'cell/length'],
  longText: ['字'.repeat(501), 'cell/length'],
};

it('every cell of every project list wrong: each kind is counted to the last cell', () => {
  const count = 1_010;
  const projectLists = lists.filter(({ kind }) => kind === 'project');
  const expected = new Map<string, number>();
  const rows = Object.fromEntries(
    projectLists.map((list) => {
      const columns = list.columns.filter(({ role }) => role === 'entry');
      for (const { type } of columns) {
        const code = wrongIn[type]![1];
        expected.set(code, (expected.get(code) ?? 0) + count);
      }
      const row = Object.fromEntries(columns.map(({ key, type }) => [key, wrongIn[type]![0]]));
      return [list.key, Array.from({ length: count }, (_, at): Row => ({ ...row, identity: `${list.key}-${at}` }))];
    }),
  );
  const result = check(entriesOf({ rows }), plan, lists);
  expectBounded(result);
  expect([...expected].map(([code]) => [code, countOf(result, code)])).toEqual([...expected]);
  expect(result.issues.filter(({ code }) => code === 'cell/required')).toEqual([]);
});

describe('one name many times', () => {
  const named = (count: number, unit: string, from = 0): Row[] => Array.from({ length: count }, (_, at) => rowWith({ identity: `5-${from + at}`, unit }));

  it('30 times in one unit: every row is told, each naming a few of the others', () => {
    const result = check(entriesOf({ rows: { 5: named(30, '高平市') } }), plan, lists);
    expectBounded(result);
    const found = result.issues.filter(({ code }) => code === 'row/duplicate');
    expect(found.map(({ rowIndex }) => rowIndex)).toEqual(Array.from({ length: 30 }, (_, at) => at));
    expect(found.every(({ params }) => (params['others'] as number[]).length === 5 && params['more'] === true)).toBe(true);
  });

  it('30 times in each of two units: told once across units, naming a few rows', () => {
    const result = check(entriesOf({ rows: { 5: [...named(30, '高平市'), ...named(30, '泽州县', 30)] } }), plan, lists);
    expect(result.issues.filter(({ code }) => code === 'row/duplicate')).toHaveLength(60);
    expect(result.issues.filter(({ code }) => code === 'cross-county/same-name')).toMatchObject([{ params: { units: ['zezhou', 'gaoping'], rows: [7, 8, 9, 10, 11], more: true } }]);
  });

  it('filled down over 20,000 rows under one code: bounded, and counted exactly', () => {
    const count = 20_000;
    const entries = filledDown(count, { projectCode: '2311-140581-04-01-123456' });
    const list = entries.lists['5']!;
    const same = { ...entries, lists: { ...entries.lists, 5: { ...list, values: { ...list.values, projectName: new Array<Value>(count).fill('第十中学校') } } } };
    const result = check(same, plan, lists);
    expectBounded(result);
    expect(countOf(result, 'row/duplicate')).toBe(count);
    const differing = check(entries, plan, lists);
    expectBounded(differing);
    expect(countOf(differing, 'row/duplicate')).toBe(count);
  });
});

describe('统计截止日 typed as text', () => {
  const around = makeSurroundings();
  const judgeWith = async (typed: Value) => {
    const port = await newWorkbook({ scope: { kind: 'unit', unit: 'lingchuan' }, asOf: day('2023-11-10') });
    const { sheet, asOfRow, asOfColumn } = readIntro(contentOf(port.model()))!;
    port.edit(sheet, asOfRow, asOfColumn, [[typed]]);
    return { port, report: await judgeWorkbook(port, [plan], around) };
  };

  it.each<[Value]>([['2023-12-25'], ['2023年12月25日'], ['2023.12.25'], ['２０２３/１２/２５'], ['20231225'], [20_231_225], [day('2023-12-25') + 0.6]])(
    'is the day that %s says, and rules go by it',
    async (typed) => {
      const { report } = await judgeWith(typed);
      expect(report.entries.asOf).toBe(day('2023-12-25'));
      expect(countOf(report.result, 'list/unfilled')).toBeGreaterThan(0);
    },
  );

  it.each<[Value]>([['年底'], ['2023年2月30日'], [''], [null], [true], [-5], ['#REF!']])('is the day it was where %s says none', async (typed) => {
    const { port, report } = await judgeWith(typed);
    expect(report.entries.asOf).toBe(day('2023-11-10'));
    expect(countOf(report.result, 'list/unfilled')).toBe(0);
    await checkWorkbook(port, [plan], around);
    await changeAsOf(port, [plan], day('2023-12-25'), around);
    expect((await judgeWorkbook(port, [plan], around)).entries.asOf).toBe(day('2023-12-25'));
  });
});

it('rows of nothing but blanks are no rows', () => {
  const blank = Object.fromEntries(listOf('5').columns.filter(({ role }) => role === 'entry').map(({ key }) => [key, ' 　']));
  const result = check(entriesOf({ rows: { 5: [blank, {}, goodRow] } }), plan, lists);
  expect(result.issues.filter(({ rowIndex }) => rowIndex === 0 || rowIndex === 1)).toEqual([]);
});
