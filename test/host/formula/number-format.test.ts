import { formatValue } from '../../../src/host/formula/number-format';
import type { Value } from '../../../src/list/list';

const cases: readonly (readonly [Value, string, string])[] = [
  [null, '0.00', ''],
  [true, 'General', 'TRUE'],
  [1234.5, 'General', '1234.5'],
  [1234.5, '', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [123456789012, 'General', '1.23457E+11'],
  [12345678901, 'General', '12345678901'],
  [1 / 3, 'General', '0.333333333'],
  ['文字', 'General', '文字'],
  ['文字', '0.00', '文字'],
  ['013900', '@', '013900'],
  [139, '@', '139'],
  [1234.567, '#,##0.00', '1,234.57'],
  [0.12345, '0.00%', '12.35%'],
  [1, '0%', '100%'],
  [-5, '#,##0;-#,##0', '-5'],
  [0, '0;-0;—', '—'],
  [45231, 'yyyy-mm-dd', '2023-11-01'],
  [45231, 'yyyy/m/d', '2023/11/1'],
  [45231, 'yyyy"年"m"月"', '2023年11月'],
  [45231, 'yyyy"年"m"月"d"日"', '2023年11月1日'],
  [45231, 'yyyy年m月', '2023年11月'],
  [45231.75, 'yyyy-mm-dd hh:mm', '2023-11-01 18:00'],
  [1500, '0.0,"千"', '1.5千'],
  ['#REF!', '0.00', '#REF!'],
];

test.each(cases)('%p in %s reads %s', (value, format, expected) => {
  const { text, invalid } = formatValue(value, format);
  expect(invalid).toBeUndefined();
  expect(text).toBe(expected);
});

test('a date before 1900 cannot be shown, as in Excel', () => {
  expect(formatValue(-1, 'yyyy-mm-dd')).toEqual({ text: '########', invalid: true });
});

test('a colour in the format is handed on', () => {
  expect(formatValue(-3, '0;[Red]-0').color).toMatch(/red|#ff0000/i);
  expect(formatValue(3, '0;[Red]-0').color).toBeUndefined();
});

test.each(['[', '0;0;0;0;0', '"', 'yyyy0#', '[<', '\\', '0.0.0', '[h', '_', '*'])('whatever is in a format (%s), nothing is thrown', (format) => {
  for (const value of [12.5, -1, 0, '文字', true, null]) expect(typeof formatValue(value, format).text).toBe('string');
});

test('a malformed format shows the value as General does', () => {
  expect(formatValue(12.5, '[')).toEqual({ text: '12.5', invalid: true });
  expect(formatValue('文字', '[')).toEqual({ text: '文字', invalid: true });
});
