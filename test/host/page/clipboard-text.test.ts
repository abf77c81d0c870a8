import fc from 'fast-check';
import { formatHtmlTable, formatTabText, layPaste, parseTabText } from '../../../src/host/page/grid/clipboard-text';

test('a block copied from Excel, with a cell of two lines and a quote', () => {
  expect(parseTabText('甲\t"第一行\n第二行 ""引"""\r\n乙\t3\r\n')).toEqual([
    ['甲', '第一行\n第二行 "引"'],
    ['乙', '3'],
  ]);
});

test('a quote in the middle of a text, or never closed, is only a quote', () => {
  expect(parseTabText('5" 管\t"未闭合')).toEqual([['5" 管', '"未闭合']]);
});

test('one empty cell, and an empty cell at the end of a row', () => {
  expect(parseTabText('\r\n')).toEqual([['']]);
  expect(parseTabText('甲\t\r\n')).toEqual([['甲', '']]);
});

test('copied blocks come back as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' ', ',') });
  const block = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTabText(`${formatTabText(rows)}\r\n`)).toEqual(rows);
    }),
  );
});

test('a table for other programs cannot carry markup', () => {
  expect(formatHtmlTable([['<b>&', '一\n二']])).toBe('<table><tr><td>&lt;b&gt;&amp;</td><td>一<br>二</td></tr></table>');
});

describe('where a block is laid', () => {
  const edge = { rows: 10, columns: 5 };
  test('one cell fills the selection', () => {
    const laid = layPaste([['x']], { row: 1, column: 1, rows: 2, columns: 2 }, edge, '');
    expect(laid.content).toEqual([['x', 'x'], ['x', 'x']]);
  });
  test('a block is laid once where it does not fit a whole number of times', () => {
    const laid = layPaste([['a'], ['b']], { row: 0, column: 0, rows: 3, columns: 1 }, edge, '');
    expect(laid.content).toEqual([['a'], ['b']]);
  });
  test('what would go beyond the edge is left out', () => {
    const laid = layPaste([['a', 'b', 'c'], ['d', 'e', 'f']], { row: 9, column: 3, rows: 1, columns: 1 }, edge, '');
    expect(laid).toEqual({ row: 9, column: 3, content: [['a', 'b']] });
  });
  test('short rows are filled up with blanks', () => {
    const laid = layPaste([['a', 'b'], ['c']], { row: 0, column: 0, rows: 1, columns: 1 }, edge, '');
    expect(laid.content).toEqual([['a', 'b'], ['c', '']]);
  });
});
