import { isSameValue } from '../../src/exchange/same-value';
import type { Value } from '../../src/list/list';
import { listOf, plan } from './workbook';

function isSame(column: string, a: Value, b: Value): boolean {
  const found = listOf('5').columns.find(({ key }) => key === column)!;
  expect(isSameValue(a, b, found, plan)).toBe(isSameValue(b, a, found, plan));
  return isSameValue(a, b, found, plan);
}

describe('two values are the same', () => {
  it.each<[string, string, Value, Value]>([
    ['empty and blanks', 'developer', null, ' \u3000 '],
    ['blanks around a text', 'developer', ' 教育局', '教育局\n'],
    ['line breaks of another program', 'content', '一\r\n二', '一\n二'],
    ['a number and its text', 'totalInvestment', 12, ' 12.00 '],
    ['last binary digits', 'totalInvestment', 0.1 + 0.2, 0.3],
    ['a telephone number as number', 'phone', 13912345678, '13912345678'],
    ['a day and its text', 'plannedStart', 45270, '2023.12.10'],
    ['a day and its number as text', 'plannedStart', 45270, '45270'],
  ])('%s', (_, column, a, b) => {
    expect(isSame(column, a, b)).toBe(true);
  });
});

describe('two values differ', () => {
  it.each<[string, string, Value, Value]>([
    ['empty and 无, which somebody typed', 'remark', null, '无'],
    ['empty and zero', 'totalInvestment', null, 0],
    ['a leading zero in a text', 'phone', '03562222222', 3562222222],
    ['a long number in a text that a number cannot hold', 'projectCode', '12345678901234567890', 12345678901234567000],
    ['a label and its alias', 'startState', '已开工', '在建'],
    ['blanks inside a name', 'projectName', '第十 中学', '第十中学'],
    ['numbers', 'totalInvestment', 12, 12.01],
    ['a text that is no number', 'totalInvestment', 2000, '2000万'],
    ['days', 'plannedStart', 45270, 45271],
    ['an hour of a day', 'plannedStart', 45270, 45270.5],
    ['yes and its word', 'developer', true, 'TRUE'],
  ])('%s', (_, column, a, b) => {
    expect(isSame(column, a, b)).toBe(false);
  });
});
