import { PlainBook } from './plain-book';

const ROWS = 10000;
const SUMS = 2000;
const UNITS = ['城区', '泽州县', '高平市', '阳城县', '陵川县', '沁水县', '开发区', '市本级'];
const STATES = ['未开工', '已开工', '申请调出'];

/** A list of 10,000 rows and five columns, and 2,000 totals over it. */
function build(formula: (n: number) => string): PlainBook {
  const book = new PlainBook(['数据', '汇总']);
  const lines = Array.from({ length: ROWS }, (_, row) => [`项目${row}`, UNITS[row % 8]!, STATES[row % 3]!, (row * 37) % 1000, 45000 + (row % 365)]);
  book.fill('数据!A1', [['项目', '县（市、区）', '状态', '金额', '日期'], ...lines]).table('tD', '数据!A1', ROWS + 1, 5);
  for (let n = 0; n < SUMS; n++) book.put({ sheet: '汇总', row: n, column: 0 }, formula(n));
  return book;
}

/** Cells read by a calculation: what does not grow with rows × formulas is quick on any machine. */
function countReads(book: PlainBook): number {
  book.reads = 0;
  book.calculator.calculate();
  return book.reads;
}

const kinds: readonly (readonly [string, (n: number) => string, number, (row: number, n: number) => boolean])[] = [
  ['unit and state', (n) => `=SUMIFS(tD[金额],tD[县（市、区）],"${UNITS[n % 8]!}",tD[状态],"已开工")`, 3, (row, n) => row % 8 === n % 8 && row % 3 === 1],
  ['one project', (n) => `=SUMIFS(tD[金额],tD[项目],"项目${n}")`, 2, (row, n) => row === n],
  ['an amount and more', (n) => `=SUMIFS(tD[金额],tD[金额],">=${n % 997}")`, 1, (row, n) => (row * 37) % 1000 >= n % 997],
  ['until a day, in a unit', (n) => `=SUMIFS(数据!D:D,数据!E:E,"<="&${45000 + (n % 365)},数据!B:B,"${UNITS[n % 8]!}")`, 3, (row, n) => row % 365 <= n % 365 && row % 8 === n % 8],
];

test.each(kinds)('2,000 totals by %s read each column once, at first and after an edit', (_, formula, columns, matches) => {
  const book = build(formula);
  const once = columns * (ROWS + 1);
  expect(countReads(book)).toBeLessThanOrEqual(once);
  for (const n of [0, 7, 1234]) {
    let expected = 0;
    for (let row = 0; row < ROWS; row++) if (matches(row, n)) expected += (row * 37) % 1000;
    expect(book.at(`汇总!A${n + 1}`)).toBe(expected);
  }
  book.put({ sheet: '数据', row: 1, column: 3 }, 5000);
  expect(countReads(book)).toBeLessThanOrEqual(ROWS + 1);
  book.put({ sheet: '数据', row: 1, column: 0 }, '改名');
  expect(countReads(book)).toBeLessThanOrEqual(ROWS + 1);
});

test('an edit computes only what depends on it', () => {
  const book = new PlainBook(['数据']);
  for (let row = 0; row < 5000; row++) book.fill(`数据!A${row + 1}`, [[row, `=A${row + 1}*2`, `=SUM(A$1:B$1)+B${row + 1}`]]);
  book.calculator.calculate();
  book.put({ sheet: '数据', row: 2500, column: 0 }, 1);
  expect(countReads(book)).toBeLessThan(20);
});
