import fc from 'fast-check';
import { checkInSteps } from '../../src/rule/engine';
import type { CheckResult } from '../../src/rule/issue';
import { issueCodes } from '../../src/rule/code';
import { sampleRows } from '../../src/list/sample/sample';
import { listsInScope } from '../../src/list/registry';
import { toSerial } from '../../src/plan/day';
import type { TargetList } from '../../src/list/list';
import { targetRows } from '../../src/sheet/issue-rows';
import { day, entriesOf, judge, listOf, lists, plan, type Row, type Workbook } from './fixture';

/** Before the list-due day · after 12月中旬 and November's report · after the quarter and the campaign. */
const asOfDays = ['2023-11-20', '2023-12-25', '2024-03-31'] as const;

/** What a rule says of one row: its severity, nothing, or that it cannot be told. */
type Says = 'error' | 'warning' | 'info' | '-';

/** One row of a list: what is typed into it, the rule asked, and its answer as of each of the three days. */
type Case = readonly [code: string, list: string, cells: Row, says: readonly [Says, Says, Says]];

const problem = (cells: Row): Row => ({ problemState: '交办', ...cells });
const pressed = (grade: string, assignedOn: string): Row => ({ supervised13710: '是', problemState: '督办', grade, assignedOn: day(assignedOn) });
const progress = (done: number): Row => ({ yearPlan: 1_000, yearDone: done });
const waitingFor = (month: string): Row => ({ statisticsState: '未报', plannedStatisticsMonth: day(month) });

const cases: readonly Case[] = [
  // Something that has happened has happened by 统计截止日: every column of an actual day.
  ...(
    [
      ['4', 'dispatchedOn'],
      ['5', 'actualStart'],
      ['5', 'statisticsOn'],
      ['6', 'actualStart'],
      ['6', 'statisticsOn'],
      ['8', 'foundOn'],
      ['8', 'assignedOn'],
      ['8', 'closedOn'],
      ['9', 'actualStart'],
      ['A', 'actualStart'],
      ['B', 'signedOn'],
      ['B', 'actualStart'],
    ] as const
  ).flatMap(([list, column]): Case[] => [
    ['row/future-actual', list, { [column]: day('2023-11-20') }, ['-', '-', '-']],
    ['row/future-actual', list, { [column]: day('2023-11-21') }, ['error', '-', '-']],
    ['row/future-actual', list, { [column]: day('2023-12-26') }, ['error', 'error', '-']],
    ['row/future-actual', list, { [column]: day('2024-04-01') }, ['error', 'error', 'error']],
  ]),
  // 三(四)1: started by 12月中旬 (2023-12-20), and not after the day that was planned.
  ['row/start-late', '5', { startState: '未开工', plannedStart: day('2023-11-20') }, ['-', 'warning', 'warning']],
  ['row/start-late', '5', { startState: '未开工', plannedStart: day('2023-12-20') }, ['-', 'warning', 'warning']],
  ['row/start-late', '5', { startState: '未开工', plannedStart: day('2023-12-21') }, ['warning', 'warning', 'warning']],
  ['row/start-late', '5', { startState: '已开工', plannedStart: day('2023-12-10'), actualStart: day('2023-12-10') }, ['-', '-', '-']],
  // 三(四)3: after the end of the month planned; January has no figure of its own.
  ['row/statistics-overdue', '6', waitingFor('2023-10-01'), ['warning', 'warning', 'warning']],
  ['row/statistics-overdue', '6', waitingFor('2023-11-01'), ['-', 'warning', 'warning']],
  ['row/statistics-overdue', '6', waitingFor('2023-12-01'), ['-', '-', 'warning']],
  ['row/statistics-overdue', '6', waitingFor('2024-01-01'), ['-', '-', 'info']],
  ['row/statistics-overdue', '6', waitingFor('2024-03-01'), ['-', '-', '-']],
  // 三(四)2: 时序进度 is 324/365 = 88.77 %, 359/365 = 98.36 %, then 1.
  ['row/not-behind', '7', progress(887), ['-', '-', '-']],
  ['row/not-behind', '7', progress(888), ['info', '-', '-']],
  ['row/not-behind', '7', progress(983), ['info', '-', '-']],
  ['row/not-behind', '7', progress(984), ['info', 'info', '-']],
  ['row/not-behind', '7', progress(999), ['info', 'info', '-']],
  ['row/not-behind', '7', progress(1_000), ['info', 'info', 'info']],
  // 四(三): looked into every half-month; 15 days before are in time, 16 are not.
  ['row/dispatch-overdue', '4', { dispatchedOn: day('2023-11-04') }, ['warning', 'warning', 'warning']],
  ['row/dispatch-overdue', '4', { dispatchedOn: day('2023-11-05') }, ['-', 'warning', 'warning']],
  ['row/dispatch-overdue', '4', { dispatchedOn: day('2023-12-10') }, ['-', '-', 'warning']],
  ['row/dispatch-overdue', '4', { dispatchedOn: day('2024-03-16') }, ['-', '-', '-']],
  // 三(五)3: past 办结时限, and then why.
  ['row/problem-overdue', '8', problem({ deadline: day('2023-11-20') }), ['-', 'warning', 'warning']],
  ['row/problem-overdue', '8', problem({ deadline: day('2023-12-25') }), ['-', '-', 'warning']],
  ['row/problem-overdue', '8', problem({ deadline: day('2024-03-31') }), ['-', '-', '-']],
  ['row/problem-overdue', '8', { problemState: '销号', deadline: day('2023-11-01') }, ['-', '-', '-']],
  ['row/problem-overdue-unexplained', '8', problem({ deadline: day('2023-11-20') }), ['-', 'error', 'error']],
  ['row/problem-overdue-unexplained', '8', problem({ deadline: day('2023-12-25') }), ['-', '-', 'error']],
  ['row/problem-overdue-unexplained', '8', problem({ deadline: day('2023-11-20'), unclosedReason: '资金未到位' }), ['-', '-', '-']],
  // 三(五)2: 7 days for ordinary matters, a month for others.
  ['row/13710-overdue', '8', pressed('一般', '2023-11-12'), ['info', 'info', 'info']],
  ['row/13710-overdue', '8', pressed('一般', '2023-11-13'), ['-', 'info', 'info']],
  ['row/13710-overdue', '8', pressed('久拖不决', '2023-10-19'), ['info', 'info', 'info']],
  ['row/13710-overdue', '8', pressed('久拖不决', '2023-10-20'), ['-', 'info', 'info']],
  ['row/13710-overdue', '8', pressed('重大', '2023-11-24'), ['-', 'info', 'info']],
  ['row/13710-overdue', '8', pressed('重大', '2023-11-25'), ['-', '-', 'info']],
  ['row/13710-overdue', '8', pressed('重大', '2024-02-29'), ['-', '-', 'info']],
  // 三(三)2: a permit granted has been granted by 统计截止日.
  ['row/permit-date', '9', { 'relics.state': '已办结', 'relics.date': day('2023-11-20') }, ['-', '-', '-']],
  ['row/permit-date', '9', { 'relics.state': '已办结', 'relics.date': day('2023-12-25') }, ['error', '-', '-']],
  ['row/permit-date', '9', { 'relics.state': '已办结', 'relics.date': day('2024-03-31') }, ['error', 'error', '-']],
  ['row/permit-date', '9', { 'relics.state': '办理中', 'relics.date': day('2024-03-31') }, ['-', '-', '-']],
  // Days of the plan alone: the same answer on any day.
  ['row/catch-up-late', '7', { catchUpOn: day('2024-02-20') }, ['-', '-', '-']],
  ['row/catch-up-late', '7', { catchUpOn: day('2024-02-21') }, ['warning', 'warning', 'warning']],
  ['row/problem-deadline', '8', problem({ deadline: day('2024-02-20'), unclosedReason: '在办' }), ['-', '-', '-']],
  ['row/problem-deadline', '8', problem({ deadline: day('2024-02-21'), unclosedReason: '在办' }), ['warning', 'warning', 'warning']],
  ['row/q1-start', '9', { plannedStart: day('2024-03-31') }, ['-', '-', '-']],
  ['row/q1-start', '9', { plannedStart: day('2024-04-01') }, ['warning', 'warning', 'warning']],
  ['row/signing-period', 'B', { signedOn: day('2023-10-01') }, ['-', '-', '-']],
  ['row/signing-period', 'B', { signedOn: day('2023-09-30') }, ['info', 'info', 'info']],
];

const casesOf = (list: string) => cases.filter(([, own]) => own === list);

/** All cases are rows of one workbook. */
const rows = Object.fromEntries(
  [...new Set(cases.map(([, list]) => list))].map((list) => [
    list,
    casesOf(list).map(([, , cells], at): Row => ({ identity: `${list}-${at}`, projectName: `第${at}个项目`, problemNumber: `${at}`, unit: '高平市', remark: '填报', ...cells })),
  ]),
);

describe('one workbook as of 2023-11-20, 2023-12-25 and 2024-03-31', () => {
  it.each([...new Set(cases.map(([code]) => code))])('%s', (code) => {
    const results = asOfDays.map((asOf) => judge({ rows, asOf }));
    const saidOf = ([, list]: Case, row: number) => results.map(({ issues }) => issues.find((issue) => issue.code === code && issue.list === list && issue.rowIndex === row)?.severity ?? '-');
    const own = cases.filter((each) => each[0] === code);
    expect(own.map((each) => [each[1], each[2], saidOf(each, casesOf(each[1]).indexOf(each))])).toEqual(own.map(([, list, cells, says]) => [list, cells, says]));
  });
});

/** Issues of one code, as of each of the three days. */
const asOfEach = <T>(workbook: Omit<Workbook, 'asOf'>, read: (result: CheckResult) => T): T[] => asOfDays.map((asOf) => read(judge({ ...workbook, asOf })));
const found = (code: string) => (result: CheckResult) => result.issues.filter((issue) => issue.code === code);
const lingchuan = { kind: 'unit', unit: 'lingchuan' } as const;

describe('rules on lists as of the three days', () => {
  it('cell/required asks for a month of list 1 from its reporting day on: 11月20日, 12月20日, 1月20日', () => {
    const workbook = { rows: { 1: [{ unit: '陵川县', explanation: '冬季停工' }] }, scope: lingchuan };
    const months = (result: CheckResult) => found('cell/required')(result).flatMap(({ columns }) => columns.filter((key) => key.startsWith('fixedAsset')));
    const own = (...keys: string[]) => keys.map((key) => `fixedAssetInvestment.${key}`);
    expect(asOfEach(workbook, months)).toEqual([own('m10'), own('m10', 'm11'), own('m10', 'm11', 'm12')]);
    const on = (asOf: string) => months(judge({ ...workbook, asOf })).length;
    expect(['2023-11-19', '2023-11-20', '2023-12-19', '2023-12-20', '2024-01-19', '2024-01-20'].map(on)).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('list/behind-schedule holds a rate against one, two and three thirds', () => {
    const done = (amount: number) => ({
      rows: { 1: [{ unit: '陵川县', 'fixedAssetInvestment.m10': amount, 'industrialInvestment.m10': 3.7, 'privateInvestment.m10': 2.42 }] },
      scope: lingchuan,
    });
    const on = (amount: number) => asOfEach(done(amount), (result) => found('list/behind-schedule')(result).map(({ params }) => params['months']));
    expect(on(2.59)).toEqual([[1], [2], [3]]);
    expect(on(2.6)).toEqual([[], [2], [3]]);
    expect(on(5.2)).toEqual([[], [], [3]]);
    expect(on(7.8)).toEqual([[], [], []]);
  });

  it('list/unfilled tells of what waits from 2023-11-30 on', () => {
    const workbook = { rows: { 5: [{ identity: '5-a', projectName: '某项目', unit: '陵川县' }] }, issued: { 5: { '5-a': { name: '某项目', unit: 'lingchuan' } } }, scope: lingchuan };
    const on5 = (result: CheckResult) => found('list/unfilled')(result).filter(({ list }) => list === '5').map(({ params }) => params['waiting']);
    expect(asOfEach(workbook, on5)).toEqual([[], [1], [1]]);
    expect(['2023-11-29', '2023-11-30'].map((asOf) => on5(judge({ ...workbook, asOf })).length)).toEqual([0, 1]);
  });

  it('cross-county/missing-unit cannot be told before that day', () => {
    const read = (result: CheckResult) => [found('cross-county/missing-unit')(result).length, result.undecided.filter(({ code }) => code === 'cross-county/missing-unit').length];
    expect(asOfEach({ rows: {} }, read)).toEqual([[0, 8], [8, 0], [8, 0]]);
  });

  it('list/q1-start-rate is asked once the quarter has ended, of what had started by 统计截止日', () => {
    const starts = (days: readonly string[]) => ({
      rows: { A: Array.from({ length: 10 }, (_, at): Row => ({ projectName: `项目${at}`, unit: '陵川县', startKind: '新开工', actualStart: days[at] === undefined ? null : day(days[at]) })) },
      scope: lingchuan,
    });
    const on = (...days: string[]) => asOfEach(starts(days), (result) => found('list/q1-start-rate')(result).map(({ params }) => params['started']));
    expect(on('2024-01-05', '2024-02-05', '2024-03-31')).toEqual([[], [], [3]]);
    expect(on('2024-01-05', '2024-02-05', '2024-03-30', '2024-03-31')).toEqual([[], [], []]);
    expect(on('2024-01-05', '2024-02-05', '2024-03-30', '2024-04-01')).toEqual([[], [], [3]]);
  });

  it('cross-list/reserve-q1-not-in-9 reads the quarter, not 统计截止日', () => {
    const reserve = (start: string): Row => ({ projectName: `${start}开工`, unit: '陵川县', startKind: '新开工', plannedStart: day(start) });
    const workbook = {
      rows: { A: ['2023-12-31', '2024-01-01', '2024-03-31', '2024-04-01'].map(reserve), 9: [{ projectName: '别的项目', unit: '陵川县', remark: '填报' }] },
      scope: lingchuan,
    };
    expect(asOfEach(workbook, (result) => found('cross-list/reserve-q1-not-in-9')(result).map(({ rowIndex }) => rowIndex))).toEqual([[1, 2], [1, 2], [1, 2]]);
  });

  it('no other rule says anything else of the sample as days go by', () => {
    const known = new Set([...cases.map(([code]) => code), 'cell/required', 'list/behind-schedule', 'list/unfilled', 'cross-county/missing-unit', 'list/q1-start-rate']);
    const columns = sampleRows(plan, { kind: 'city' }, toSerial('2023-12-25'), { kind: 'mistakes', seed: 4 });
    const sample = entriesOf({ rows: Object.fromEntries(listsInScope(plan, { kind: 'city' }).map(({ key }) => [key, rowsOf(columns[key] ?? {})])) });
    const said = asOfDays.map((asOf) => {
      const steps = checkInSteps({ ...sample, asOf: day(asOf) }, plan, lists);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value.issues;
    });
    const idsOf = (code: string) => said.map((issues) => issues.filter((issue) => issue.code === code).map(({ id }) => id).join());
    const changing = issueCodes.filter((code) => new Set(idsOf(code)).size > 1);
    expect(changing.length).toBeGreaterThan(3);
    expect(changing.filter((code) => !known.has(code))).toEqual([]);
  });
});

function rowsOf(columns: Readonly<Record<string, readonly Row[string][]>>): Row[] {
  const count = Math.max(0, ...Object.values(columns).map((cells) => cells.length));
  return Array.from({ length: count }, (_, row) => Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, cells[row] ?? null])));
}

describe('a half-filled workbook of 城区', () => {
  const named = plan.namedProjects.filter(({ list, unit }) => list === '5' && unit === 'chengqu').map(({ name }) => name);
  const issued = { 5: Object.fromEntries(named.map((name, at) => [`5-${at}`, { name, unit: 'chengqu' }])) };
  const asIssued = named.map((projectName, at): Row => ({ identity: `5-${at}`, projectName, unit: '城区' }));
  const begun: Row = { ...asIssued[0], totalInvestment: '2000万', startState: '未开工', plannedStart: day('2023-12-15'), phone: '123' };
  const own = { kind: 'unit', unit: 'chengqu' } as const;
  const targets = (list: string) => rowsOf(targetRows(plan, listOf(list) as TargetList, own).values);
  const workbook = { rows: { 1: targets('1'), 2: targets('2'), 3: targets('3'), 5: [begun, ...asIssued.slice(1)] }, issued, scope: own };
  const onRows = (result: CheckResult) => result.issues.filter(({ rowIndex }) => rowIndex !== null).map(({ code, list, rowIndex }) => `${code} ${list} ${rowIndex}`);

  it('shows what is wrong in what was entered, and nothing of the rest', () => {
    expect(named.length).toBe(2);
    expect(onRows(judge({ ...workbook, asOf: '2023-11-20' })).sort()).toEqual(['cell/phone 5 0', 'cell/required 5 0', 'cell/type 5 0']);
    const [missing] = found('cell/required')(judge({ ...workbook, asOf: '2023-11-20' }));
    expect(missing?.columns).toEqual(['developer', 'responsibleUnit', 'responsiblePerson', 'notStartedReason']);
  });

  it('counts the rest as waiting, per list', () => {
    const { waiting, undecided } = judge({ ...workbook, asOf: '2023-11-20' });
    expect(waiting.filter(({ waitingRows, filledRows }) => waitingRows + filledRows > 0)).toEqual([
      { list: '1', unit: 'chengqu', waitingRows: 1, filledRows: 0, expectedRows: null },
      { list: '5', unit: 'chengqu', waitingRows: 1, filledRows: 1, expectedRows: 11 },
    ]);
    const waits = (code: string) => undecided.filter((entry) => entry.code === code && entry.reason === 'waiting').map(({ list, count }) => [list, count]);
    expect(waits('cell/required')).toEqual([['1', 1], ['5', 1]]);
    // Counts, shortfalls and rates of lists on which nothing was entered.
    expect(waits('list/row-count')).toEqual([['6', 1], ['7', 1]]);
    expect(waits('list/behind-schedule')).toEqual([['1', 3], ['3', 3]]);
    expect(waits('list/reserve-short').map(([list]) => list)).toEqual(['2']);
  });

  it('is late from the list-due day on: said once per list, and the rows themselves stay as they are', () => {
    for (const asOf of ['2023-12-25', '2024-03-31']) {
      const result = judge({ ...workbook, asOf });
      const perList = found('list/unfilled')(result);
      expect(perList.map(({ list, params }) => [list, params['waiting'], params['filled']])).toEqual([
        ['1', 1, 0],
        ['5', 1, 1],
        ['6', 0, 0],
        ['7', 0, 0],
        ['9', 0, 0],
        ['A', 0, 0],
        ['B', 0, 0],
      ]);
      expect(onRows(result).filter((each) => each.endsWith(' 5 1'))).toEqual([]);
    }
    expect(found('row/start-late')(judge({ ...workbook, asOf: '2023-12-25' }))).toMatchObject([{ rowIndex: 0, params: { passed: true } }]);
  });

  it('says of the rows begun what it says without those that wait, and nothing of those', () => {
    const all = plan.namedProjects.map((project, at) => ({ ...project, identity: `${project.list}-${at}` }));
    const issuedAll = Object.fromEntries(
      ['5', '6', '7'].map((list) => [list, Object.fromEntries(all.filter((each) => each.list === list).map(({ identity, name, unit }) => [identity, { name, unit }]))]),
    );
    const typed = fc.constantFrom<Row | null>(null, null, { phone: '123' }, { totalInvestment: '2000万' }, { remark: '在办' }, { responsiblePerson: '王某', totalInvestment: 3 });
    fc.assert(
      fc.property(fc.array(typed, { minLength: all.length, maxLength: all.length }), fc.constantFrom(...asOfDays), (begunWith, asOf) => {
        const rowsWith = (isKept: (at: number) => boolean) =>
          Object.fromEntries(
            ['5', '6', '7'].map((list) => [
              list,
              all.flatMap(({ identity, name, unit, list: own }, at): Row[] =>
                own === list && isKept(at) ? [{ identity, projectName: name, unit: plan.units.find(({ key }) => key === unit)!.name, ...begunWith[at] }] : [],
              ),
            ]),
          );
        const onCells = (result: CheckResult) => result.issues.filter(({ code }) => /^(cell|row)\//.test(code)).map(({ id }) => id).sort();
        const whole = judge({ rows: rowsWith(() => true), issued: issuedAll, asOf });
        expect(onCells(whole)).toEqual(onCells(judge({ rows: rowsWith((at) => begunWith[at] !== null), issued: issuedAll, asOf })));
        expect(whole.waiting.reduce((sum, { waitingRows }) => sum + waitingRows, 0)).toBe(begunWith.filter((each) => each === null).length);
        const waitingIds = new Set(all.filter((_, at) => begunWith[at] === null).map(({ identity }) => identity));
        expect(whole.issues.filter(({ row, code }) => row !== null && waitingIds.has(row) && !code.startsWith('cross-county/'))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
