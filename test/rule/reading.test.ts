import fc from 'fast-check';
import { z } from 'zod';
import type { Column } from '../../src/list/list';
import { issueCodes } from '../../src/rule/code';
import { columnLoopOf, kindOf, severities } from '../../src/rule/compile';
import { compareMoney, sumMoney, timesExactly, toLastPlace } from '../../src/rule/money';
import { meansEmpty, narrow, normaliseName } from '../../src/rule/name';
import { understandDay, understandNumber, understandValue } from '../../src/rule/understand';
import { isBlank, isErrorValue } from '../../src/rule/value';
import { day, issuesOf, listOf, plan, rowWith } from './fixture';

const columnOf = (list: string, key: string): Column => listOf(list).columns.find((column) => column.key === key)!;
const wan = columnOf('5', 'yearPlan');
const yi = columnOf('B', 'plannedInvestment');
const date = columnOf('5', 'actualStart');
const month = columnOf('6', 'plannedStatisticsMonth');
const count: Column = { ...columnOf('2', 'reserveCount.target'), role: 'entry' };
const rate: Column = columnOf('4', 'completionRate');

describe('money', () => {
  it('is compared and summed in whole numbers of its last place, rounded half away from zero', () => {
    expect([toLastPlace(1.23, 2), toLastPlace(1.005, 2), toLastPlace(-1.005, 2), toLastPlace(1.004, 2), toLastPlace(0.12345, 4), toLastPlace(7, 0), toLastPlace(1e-7, 8)]).toEqual([123, 101, -101, 100, 1235, 7, 10]);
    expect([compareMoney(1, 2, 2), compareMoney(2, 1, 2), compareMoney(1.001, 1.002, 2)].map(Math.sign)).toEqual([-1, 1, 0]);
    expect([sumMoney([0.1, 0.2], 4), sumMoney([], 2), sumMoney([1.005, -0.005], 2), sumMoney([1e-8, 2e-8], 8)]).toEqual([0.3, 0, 1, 3e-8]);
    expect(timesExactly(0.07, 10_000)).toBe(700);
  });
});

describe('names', () => {
  it('are compared half-width, without blanks, with one kind of brackets, in one case', () => {
    expect(normaliseName('【Ａ区】 智慧\n城市［二期］')).toBe('(a区)智慧城市(二期)');
    expect(normaliseName('〔x〕「y」{z}')).toBe('(x)(y)(z)');
    expect(normaliseName('智慧城市')).toBe('智慧城市');
    expect(narrow('１２　３Ａ')).toBe('12 3A');
  });
  it.each(['无', '暂无', '—', '——', '-', '--', '/', '', ' 无 ', '／', '暂 无 '])('“%s” says that nothing is there', (text) => expect(meansEmpty(text)).toBe(true));
  it.each(['有', '无人机项目', '暂无法确定', '---', '//', '0'])('“%s” says something', (text) => expect(meansEmpty(text)).toBe(false));
});

describe('cells', () => {
  it('are blank where nothing but blanks is in them', () => {
    expect([null, undefined, '', ' ', '　', '\u00a0', '\n\t'].map(isBlank)).toEqual([true, true, true, true, true, true, true]);
    expect(['x', ' x', '　x', 0, false].map(isBlank)).toEqual([false, false, false, false, false]);
  });
  it('show an error where a formula would', () => {
    expect(['#REF!', '#N/A', '#DIV/0!', '#NAME?', 'Err:508'].every(isErrorValue)).toBe(true);
    expect(['#REF', 'Err:50', 'x#REF!', '#REF!x', 'Error', 508, null].some(isErrorValue)).toBe(false);
  });
});

describe('an amount in words', () => {
  it.each([
    ['2亿', 20_000],
    ['2千万', 2_000],
    ['3百万', 300],
    ['1万亿', 100_000_000],
    ['5千元', 0.5],
    ['+12', 12],
    ['-12.5', -12.5],
    ['￥1,234', 1_234],
    ['1,234,567.8', 1_234_567.8],
  ])('%s is %d 万元', (text, amount) => expect(understandNumber(text, wan)).toBe(amount));
  it.each([
    ['2000万', 0.2],
    ['2亿元', 2],
    ['30000000元', 0.3],
    ['0.5', 0.5],
  ])('%s is %d 亿元', (text, amount) => expect(understandNumber(text, yi)).toBe(amount));
  it('is a count or a share where the column is one', () => {
    expect([understandNumber('12个', count), understandNumber('12项', count), understandNumber('1千', count), understandNumber('12元', count), understandNumber('85%', rate), understandNumber('2万%', rate)]).toEqual([12, 12, 1_000, null, 0.85, null]);
    expect([understandNumber('12个', wan), understandNumber('12项', wan), understandNumber('85%', wan)]).toEqual([null, null, null]);
  });
  it.each(['', '万', '二千', '1,23', '12,3456', '1.2.3', '12万3', '约12', '12左右', '￥', '1￥2', '12x'])('%s is none', (text) => expect(understandNumber(text, wan)).toBeNull());
});

it('whatever is typed is read or not, and never breaks the check', () => {
  const typed = fc.array(fc.constantFrom(...'0123456789+-.,，。万亿千百元个项%￥¥ 　年月日号/:'), { maxLength: 12 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      for (const column of [wan, yi, count, rate, date, month]) {
        const meant = understandValue(text, column, plan);
        expect(meant === undefined || meant === null || Number.isFinite(meant)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

describe('a day in words', () => {
  it.each([
    ['23年12月5日', '2023-12-05'],
    ['2023-12-5', '2023-12-05'],
    ['2023年12月5号', '2023-12-05'],
    ['11月30', '2023-11-30'],
    ['2月20日', '2024-02-20'],
    ['10月31日', '2023-10-31'],
    ['2月21日', '2024-02-21'],
    ['45265', '2023-12-05'],
    ['36526', '2000-01-01'],
    ['49674', '2035-12-31'],
  ])('%s is %s', (text, meant) => expect(understandDay(text, date, plan)).toBe(day(meant)));
  it.each(['36525', '49675', '2月30日', '13月1日', '2023年', '2023-12', 'x2023-12-5', '2023-12-5x', '5日', '1223年', '023年12月5日'])('%s is none', (text) => expect(understandDay(text, date, plan)).toBeNull());
  it('is the day of a number that is one, without the time', () => {
    expect([understandDay(45_265.75, date, plan), understandDay(36_526, date, plan), understandDay(49_674.9, date, plan), understandDay(49_675, date, plan), understandDay(36_525.9, date, plan), understandDay(2023.1, date, plan)]).toEqual([45_265, 36_526, 49_674, null, null, null]);
  });
  it('is no first of a month where a day is meant', () => {
    expect([understandDay(202_312, date, plan), understandDay(2023.12, date, plan), understandDay('202312', date, plan), understandDay(20_231_205.5, date, plan)]).toEqual([null, null, null, null]);
  });
  it('without a year is the nearest to the plan’s period, the earlier where two are as near', () => {
    const within = (start: string, end: string) => (text: string) => understandDay(text, date, { ...plan, period: { start, end } });
    expect(['12月31日', '8月1日'].map(within('2024-02-01', '2024-06-30'))).toEqual([day('2023-12-31'), day('2024-08-01')]);
    expect(['1月5日', '6月30日'].map(within('2024-07-01', '2024-12-31'))).toEqual([day('2025-01-05'), day('2024-06-30')]);
    expect(['7月2日', '7月3日'].map(within('2023-10-01', '2024-04-02'))).toEqual([day('2023-07-02'), day('2023-07-03')]);
  });
  it('is the first of a month in a column of months, the nearest in the plan’s period where no year is said', () => {
    const of = (value: string | number) => understandDay(value, month, plan);
    expect(['2023年12月', '2023-12', '2023/12', '202312', '12月', '12月份', 202_312, 2023.12].map(of)).toEqual(new Array(8).fill(day('2023-12-01')));
    expect([of('1月'), of('2月'), of('3月'), of('10月'), of('9月')].map((each) => each)).toEqual(['2024-01-01', '2024-02-01', '2024-03-01', '2023-10-01', '2023-09-01'].map(day));
    expect([of('2023年12月15日'), of(2023.1), of('13月'), of('年底'), of('x12月')]).toEqual([day('2023-12-15'), null, null, null, null]);
  });
});

describe('what is to be written for a cell that is none of its kind', () => {
  it('is nothing for what means nothing where nothing is required, and not certain for the rest', () => {
    expect([understandValue('—', wan, plan), understandValue('—', columnOf('5', 'totalInvestment'), plan), understandValue(true, wan, plan), understandValue(null, wan, plan), understandValue('12万', wan, plan), understandValue('2023.12.5', date, plan), understandValue(20_231_205, date, plan), understandValue('年底', date, plan)]).toEqual([
      null,
      undefined,
      undefined,
      undefined,
      12,
      day('2023-12-05'),
      day('2023-12-05'),
      undefined,
    ]);
  });
});

it('a tick, an empty cell and a number that is none of its kind mean nothing certain', () => {
  expect([understandValue(true, date, plan), understandValue(null, date, plan), understandValue(5, wan, plan), understandValue(5, date, plan), understandValue('', date, plan)]).toEqual([undefined, undefined, undefined, undefined, null]);
});

it('what a cell fails is a number of its own, by code and severity', () => {
  const kinds = issueCodes.flatMap((code) => severities.map((severity) => kindOf(code, severity)));
  expect(kinds).toEqual(kinds.map((_, at) => at));
});

describe('a column’s loop', () => {
  /** Rows that are hit, with what they fail. */
  const hits = (column: Column, values: readonly (string | number | boolean | null | undefined)[]) => {
    const found: [number, number][] = [];
    columnLoopOf(column, plan)?.(values as readonly (string | number | null)[], 0, values.length, (kind, row) => found.push([row, kind]));
    return found.sort(([a], [b]) => a - b);
  };
  const kind = { range: kindOf('cell/range', 'error'), below: kindOf('cell/range', 'warning'), type: kindOf('cell/type', 'error'), error: kindOf('cell/formula-error', 'error'), length: kindOf('cell/length', 'info') };
  const made = (schema: z.ZodType, parts: Partial<Column> = {}): Column => ({ ...wan, schema, ...parts });

  it('of whole numbers wants no decimals and no more than its bounds', () => {
    const column = made(z.int().min(0).max(10), { type: 'count' });
    expect(hits(column, [0, 10, 10.5, 11, -1, 2.5, '3', '#N/A', null, ' ', undefined])).toEqual([[2, kind.range], [3, kind.range], [4, kind.range], [5, kind.range], [6, kind.type], [7, kind.error]]);
  });
  it('of amounts that may fall below 0 warns where one does', () => {
    const column = made(z.number(), { mayBeNegative: true });
    expect(hits(column, [0, 0.5, -0.5, 1e12])).toEqual([[2, kind.below]]);
    expect(hits(made(z.number()), [-0.5])).toEqual([]);
  });
  it('of numbers wants them no less than its bound', () => {
    expect(hits(made(z.number().min(5)), [4, 5, 6])).toEqual([[0, kind.range]]);
  });
  it('of days takes the first and the last that a project can have, with the time of day', () => {
    const [first, last] = [day('2000-01-01'), day('2035-12-31')];
    expect(hits(date, [first, last, last + 0.9, first - 1, last + 1, 20_231_205, '年底', '#N/A', ' ', null])).toEqual([[3, kind.range], [4, kind.range], [5, kind.type], [6, kind.type], [7, kind.error]]);
  });
  it('of numbers in words wants those that are typed as numbers too', () => {
    expect(hits(columnOf('5', 'phone'), [undefined, null, '', 5, 13_912_345_678])).toEqual([[3, kindOf('cell/phone', 'warning')]]);
  });
  it('looks at the rows that it is asked about and no others', () => {
    const wrong = [wan, date, columnOf('5', 'startState'), columnOf('5', 'phone')].map((column) => {
      const rows: number[] = [];
      columnLoopOf(column, plan)!(['坏', '坏', '坏'], 1, 2, (_, row) => rows.push(row));
      return rows;
    });
    expect(wrong).toEqual([[1], [1], [1], [1]]);
  });
  it('of words wants them short, and sees errors among them', () => {
    const column = columnOf('5', 'reasonText');
    expect(hits(column, ['#REF!', 'Err:502', 'Edge', '#1号楼', '字'.repeat(501), '', null, undefined, 12, 'E'.repeat(501)])).toEqual([[0, kind.error], [1, kind.error], [4, kind.length], [9, kind.length]]);
  });
  it('is there for what is typed only, and for schemas that it can judge', () => {
    expect([columnLoopOf(columnOf('5', 'index'), plan), columnLoopOf(columnOf('5', 'mark'), plan), columnLoopOf(columnOf('1', 'fixedAssetInvestment.target'), plan)]).toEqual([null, null, null]);
    expect(() => columnLoopOf(made(z.number().multipleOf(5), { key: 'steps' }), plan)).toThrow("column steps: its schema's multipleOf has no compiled form");
  });
});

describe('corners of the rules on cells', () => {
  const on5 = (code: string, cells: Parameters<typeof rowWith>[0]) => issuesOf(code, { rows: { 5: [rowWith(cells)] } });
  it('a day at either end of what a project can have is in range, with its time of day too', () => {
    expect(on5('cell/range', { actualStart: day('2000-01-01') })).toEqual([]);
    expect(on5('cell/range', { actualStart: day('2035-12-31') + 0.9 })).toEqual([]);
  });
  it('a month out of range is told as a day', () => {
    expect(issuesOf('cell/range', { rows: { 6: [{ projectName: '甲', plannedStatisticsMonth: 10 }] } })).toMatchObject([{ params: { reason: 'day' } }]);
  });
  it('0 in a month of list 1 is no warning', () => {
    expect(issuesOf('cell/range', { rows: { 1: [{ unit: '泽州县', 'fixedAssetInvestment.m10': 0 }] } })).toEqual([]);
  });
  it('several numbers in a telephone cell are parted by 、 whatever stood between', () => {
    const of = (phone: string) => on5('cell/phone', { phone }).map(({ params }) => params['expected']);
    expect([of('13912345678 , 13812345678'), of('139 1234 5678，138 1234 5678'), of('13912345678,13812345678'), of('139  1234  5678')]).toEqual([
      ['13912345678、13812345678'],
      ['13912345678、13812345678'],
      ['13912345678、13812345678'],
      ['13912345678'],
    ]);
  });
  it('a code of the province, the city or the national platform fits every unit, the first of all too', () => {
    for (const region of ['140000', '140500', '000052']) expect(on5('cell/project-code', { projectCode: `2311-${region}-04-01-123456`, unit: '城区' })).toEqual([]);
    expect(on5('cell/project-code', { projectCode: '2311-140581-04-01-123456', unit: '城区' })).toMatchObject([{ severity: 'info', params: { owner: 'gaoping' } }]);
    expect(on5('cell/project-code', { projectCode: '2311 - 140581 - 04 - 01 - 123456' })).toMatchObject([{ params: { expected: '2311-140581-04-01-123456' } }]);
  });
  it('money in other columns than 总投资 is not held against its bounds', () => expect(on5('cell/unit-suspect', { yearPlan: 1 })).toEqual([]));
});
