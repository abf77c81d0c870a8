import { explain, ExplanationBook, hashOfJudged } from '../../src/rule/explain';
import { fixesOf, missingFormulas } from '../../src/rule/fix';
import type { Fix, Issue } from '../../src/rule/issue';
import { entriesOf, goodRow, lists, rowWith, type Row, type Workbook } from './fixture';

const issueWith = (fix: Fix | undefined, rest: Partial<Issue> = {}): Issue => ({ id: '', code: 'cell/type', severity: 'error', list: '5', unit: null, row: '5-1', rowIndex: 0, columns: ['phone'], params: {}, source: '', ...(fix ? { fix } : {}), ...rest });
const cell = (list: string, rowIndex: number, column: string): Fix => ({ kind: 'cell', list, rowIndex, column, before: 1, after: 2 });

describe('what 全部修正 mends', () => {
  const fixed = (...fixes: readonly Fix[]) => fixesOf({ issues: fixes.map((fix) => issueWith(fix)) }).map(({ fix }) => fix);
  const header = (column: string): Fix => ({ kind: 'restoreHeader', list: '5', column, row: 5, at: 1 });

  it('is each place once, the first fix of it', () => {
    const all: readonly Fix[] = [
      cell('5', 0, 'phone'),
      cell('5', 1, 'phone'),
      cell('5', 0, 'unit'),
      cell('6', 0, 'phone'),
      { kind: 'restoreFormula', list: '5', rowIndex: 3, column: 'index' },
      { kind: 'restoreTarget', list: '1', rowIndex: null, column: 'x', after: 1 },
      header('phone'),
      header('unit'),
      { kind: 'restoreSheet', list: '5' },
      { kind: 'restoreSheet', list: '6' },
      { kind: 'growTable', list: '5', rows: 3 },
    ];
    expect(fixed(...all)).toEqual(all);
    expect(fixed(...all, ...all)).toEqual(all);
    expect(fixed({ kind: 'restoreFormula', list: '5', rowIndex: 0, column: 'phone' }, cell('5', 0, 'phone'))).toHaveLength(1);
  });
  it('is nothing that was explained or has no fix', () => {
    expect(fixesOf({ issues: [issueWith(undefined), issueWith(cell('5', 0, 'phone'), { explained: { who: '甲', why: '乙' } })] })).toEqual([]);
  });
});

describe('formulas that are missing', () => {
  const missingIn = (rows: readonly Row[], workbook: Partial<Workbook> = {}) => missingFormulas(entriesOf({ ...workbook, rows: { 5: rows } }), lists).map(({ list, rowIndex, column }) => `${list} ${rowIndex} ${column}`);
  const none = { formulas: { 5: { index: [null, null, null, null] } } };
  const gaoping = { kind: 'unit', unit: 'gaoping' } as const;

  it('are those of rows that hold something and whose cell holds nothing', () => {
    expect(missingIn([goodRow, { index: 9, remark: 'x' }, { remark: 0 }, { index: ' ', remark: 'x' }], none)).toEqual(['5 0 index', '5 2 index', '5 3 index']);
    expect(missingIn([{}, { remark: '' }, { mark: '√', identity: '5-1' }], none)).toEqual([]);
    expect(missingIn([goodRow], { formulas: { 5: { index: ['=1'] } } })).toEqual([]);
  });
  it('are those of 县（市、区） in one unit’s workbook, which does not fill a row by itself', () => {
    expect(missingIn([rowWith({ unit: null })], { scope: gaoping })).toEqual(['5 0 unit']);
    expect(missingIn([rowWith({ unit: null })])).toEqual([]);
    expect(missingIn([{ unit: '高平市' }], { ...none, scope: gaoping })).toEqual([]);
    expect(missingIn([{ unit: '高平市' }], none)).toEqual(['5 0 index']);
    expect(missingIn([rowWith({ unit: '高平市' })], { scope: gaoping })).toEqual([]);
  });
  it('are none of columns or lists that are gone, and none where no formulas are kept', () => {
    expect(missingIn([goodRow], { ...none, gone: { 5: ['index', 'remark'] } })).toEqual([]);
    expect(missingFormulas(entriesOf({ rows: {}, findings: [{ kind: 'sheetMissing', list: '5' }] }), lists)).toEqual([]);
    const entries = entriesOf({ rows: { 5: [rowWith({})] } });
    expect(missingFormulas({ ...entries, lists: { 5: { ...entries.lists['5']!, formulas: {} } } }, lists)).toEqual([]);
    const target = entriesOf({ rows: { 1: [{ unit: '泽州县' }] }, formulas: { 1: Object.fromEntries(lists[0]!.columns.map(({ key }) => [key, [null]])) } });
    const formulaColumns = lists.find(({ key }) => key === '1')!.columns.filter(({ role }) => role === 'formula').map(({ key }) => key);
    expect(missingFormulas(target, lists).map(({ column }) => column)).toEqual(formulaColumns);
  });
});

describe('what an explanation is known by', () => {
  const entries = entriesOf({ rows: { 5: [rowWith({ phone: '1' }), rowWith({ phone: '1' }), rowWith({ phone: '2' })], 1: [{ unit: '泽州县' }] } });
  const hash = (rest: Partial<Issue>) => hashOfJudged(issueWith(undefined, rest), entries);
  it('is the values of the cells, whatever the row, and what they were held against', () => {
    expect(hash({ rowIndex: 1 })).toBe(hash({}));
    expect(hash({ rowIndex: 2 })).not.toBe(hash({}));
    for (const name of ['own', 'other', 'otherList', 'lists', 'units', 'names']) expect(hash({ params: { [name]: 'x' } })).not.toBe(hash({}));
    expect(hash({ params: { rows: [9] } })).toBe(hash({}));
    expect([hash({ unit: 'zezhou' }) === hash({}), hash({ unit: 'zezhou', row: '' }) === hash({ row: '' }), hash({ row: '' }) === hash({})]).toEqual([true, false, false]);
  });
  it('is list, unit, columns and figures where it is about no row', () => {
    const whole = { row: null, rowIndex: null } as const;
    const hashes = [hash({ ...whole }), hash({ ...whole, list: '6' }), hash({ ...whole, list: null }), hash({ ...whole, unit: 'zezhou' }), hash({ ...whole, columns: [] }), hash({ ...whole, params: { rows: [9] } }), hash({ list: null })];
    expect(new Set(hashes).size).toBe(hashes.length - 1);
    expect(hashes[6]).toBe(hashes[2]);
  });
  it('is read of a list or column that is gone as of an empty one', () => {
    expect(hash({ list: '77' })).toBe(hash({ columns: ['phone'], rowIndex: 99 }));
    expect(hash({ columns: ['nonsense'] })).toBe(hash({ columns: ['nonsense'], rowIndex: 2 }));
  });
  it('is found by row, code and values', () => {
    const issue = issueWith(undefined);
    const book = new ExplanationBook([explain(issue, entries, '甲', '乙')]);
    expect([book.isEmpty, new ExplanationBook([]).isEmpty]).toEqual([false, true]);
    expect(book.find(issue, entries)).toMatchObject({ row: '5-1', code: 'cell/type', who: '甲', why: '乙' });
    expect([book.find({ ...issue, row: '5-2' }, entries), book.find({ ...issue, code: 'cell/enum' }, entries), book.find({ ...issue, rowIndex: 2 }, entries)]).toEqual([undefined, undefined, undefined]);
    expect([book.mayExplain('5-1'), book.mayExplain('5-2'), book.mayExplain('')]).toEqual([true, false, false]);
    const whole = issueWith(undefined, { row: null, rowIndex: null });
    const ofWhole = new ExplanationBook([explain(whole, entries, '甲', '乙')]);
    expect(ofWhole.find(whole, entries)).toMatchObject({ row: '' });
    expect([ofWhole.mayExplain(''), ofWhole.find({ ...whole, row: '5-1' }, entries)]).toEqual([false, undefined]);
  });
});
