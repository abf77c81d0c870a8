import { IssueBook } from '../../src/rule/issue-book';
import { compareRanked, IssueMaker, numberAlike, type Ranked } from '../../src/rule/issue-maker';
import { sortUndecided, addTally, addTo, addUndecided, emptyTally } from '../../src/rule/tally';
import { explain } from '../../src/rule/explain';
import { catalogue } from '../../src/rule/catalogue';
import type { Undecided } from '../../src/rule/issue';
import { entriesOf, lists, plan, rowWith } from './fixture';

const entries = entriesOf({ rows: { 5: [rowWith({})] } });
const maker = new IssueMaker(entries, lists, plan, 10);
const ruleOf = (code: string) => catalogue.find((rule) => rule.code === code)!;
const subject = { list: '5', unit: 'gaoping', rowIndex: 3, row: '5-3' } as const;
const phone = ruleOf('cell/phone');
const detail = (...columns: readonly string[]) => ({ columns, params: {} });

describe('an issue that is made', () => {
  it('says what the rule says, its clause, and who is concerned', () => {
    const { issue, base } = maker.make(phone, 'info', subject, { columns: ['phone'], params: { seen: '123' } });
    expect(issue).toEqual({ id: base, code: 'cell/phone', severity: 'info', list: '5', unit: 'gaoping', row: '5-3', rowIndex: 3, columns: ['phone'], params: { seen: '123' }, source: phone.source });
  });
  it('carries the place, the fix and the clause where the failure has its own', () => {
    const place = { sheetName: '5 未开工项目', row: 3, column: 2 };
    const fix = { kind: 'restoreSheet', list: '5' } as const;
    expect(maker.make(phone, 'info', subject, { ...detail('phone'), place, fix, source: '二(二)' }).issue).toMatchObject({ place, fix, source: '二(二)' });
    expect(Object.keys(maker.make(phone, 'info', subject, detail('phone')).issue)).not.toContain('fix');
  });
  it('is known by its row, else by its place in the list, else by the unit, and by its columns', () => {
    const base = (part: Partial<Parameters<IssueMaker['make']>[2]>, ...columns: readonly string[]) => maker.make(phone, 'info', { ...subject, ...part }, detail(...columns)).base;
    expect([base({}, 'phone'), base({ row: '' }, 'phone'), base({ row: null, rowIndex: null }, 'phone', 'unit'), base({ row: null, rowIndex: null, unit: null, list: null })]).toEqual([
      'cell/phone|5|5-3|phone',
      'cell/phone|5|@3|phone',
      'cell/phone|5|gaoping|phone,unit',
      'cell/phone|||',
    ]);
  });
  it('stands by sheet, row, unit, column, code, and what is about no sheet or row before the others', () => {
    const rankOf = (part: Partial<Parameters<IssueMaker['make']>[2]>, column = 'phone', code = 'cell/phone') => maker.make(ruleOf(code), 'info', { ...subject, ...part }, detail(column)).rank;
    const columns = lists.find(({ key }) => key === '5')!.columns.map(({ key }) => key);
    const ordered = [
      rankOf({ list: null, unit: null, row: null, rowIndex: null }),
      rankOf({ list: null, row: null, rowIndex: null }),
      rankOf({ list: '4' }),
      rankOf({ row: null, rowIndex: null, unit: null }),
      rankOf({ row: null, rowIndex: null }),
      rankOf({ rowIndex: 0 }),
      rankOf({ unit: null }),
      rankOf({ unit: 'chengqu' }),
      rankOf({}, 'nonsense'),
      rankOf({}, columns[3]),
      rankOf({}, columns[3], 'row/duplicate'),
      rankOf({}, columns.at(-1)),
      rankOf({ rowIndex: 4 }),
      rankOf({ list: '6', rowIndex: 0 }),
    ];
    expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
    expect(new Set(ordered).size).toBe(ordered.length);
  });
  it('is shown with what was said of it, as long as the values are what they were', () => {
    const { issue } = maker.make(phone, 'info', { ...subject, row: '5-1', rowIndex: 0 }, detail('phone'));
    const said = new IssueMaker({ ...entries, explanations: [explain(issue, entries, '王某', '属实')] }, lists, plan, 10);
    expect(said.make(phone, 'info', { ...subject, row: '5-1', rowIndex: 0 }, detail('phone')).issue.explained).toEqual({ who: '王某', why: '属实' });
    expect(said.make(phone, 'info', { ...subject, row: '5-1', rowIndex: 0 }, detail('developer')).issue).not.toHaveProperty('explained');
    expect(said.make(phone, 'info', { ...subject, row: '5-2', rowIndex: 0 }, detail('phone')).issue).not.toHaveProperty('explained');
    expect([said.mayBeExplained('5-1'), said.mayBeExplained('5-2'), said.mayBeExplained(''), said.mayBeExplained(null), maker.mayBeExplained('5-1')]).toEqual([true, false, false, false, false]);
  });
  it('is numbered where others begin alike', () => {
    const alike = [0, 1, 2].map(() => maker.make(phone, 'info', subject, detail('phone')));
    const [first] = alike.map(({ issue }) => issue);
    numberAlike(alike);
    expect(alike.map(({ issue }) => issue.id)).toEqual(['', '~2', '~3'].map((end) => `cell/phone|5|5-3|phone${end}`));
    expect(alike[0]!.issue).toBe(first);
  });
});

describe('a book of issues', () => {
  const at = (list: string | null, rank: number, base = `${list} ${rank}`): Ranked => {
    const { issue } = maker.make(phone, 'info', { ...subject, list }, detail());
    return { rank, base, issue: { ...issue, id: base } };
  };
  const pageOf = (ranked: readonly Ranked[]) => ({ ranked, issues: ranked.map(({ issue }) => issue) });
  const read = (book: IssueBook) => book.read().map(({ id }) => id);

  it('is read sheet by sheet, what is about no sheet first, those of whole lists between those of rows', () => {
    const book = new IssueBook(lists);
    expect(read(book)).toEqual([]);
    book.setRows('5', pageOf([at('5', 20), at('5', 30), at('5', 40)]));
    book.setRows('4', pageOf([at('4', 10)]));
    book.setLists([at('5', 50), at('6', 60), at('5', 30, '5 30 z'), at('5', 25), at(null, 2), at('5', 10), at(null, 1)]);
    expect(read(book)).toEqual(['null 1', 'null 2', '4 10', '5 10', '5 20', '5 25', '5 30', '5 30 z', '5 40', '5 50', '6 60']);
    book.setLists([at('5', 45)]);
    book.setRows('5', pageOf([at('5', 30)]));
    expect(read(book)).toEqual(['4 10', '5 30', '5 45']);
    book.setLists([]);
    expect(read(book)).toEqual(['4 10', '5 30']);
  });
  it('has one of a list before one of a row only where it ranks before it', () => {
    const book = new IssueBook(lists);
    book.setRows('5', pageOf([at('5', 30, 'b')]));
    book.setLists([at('5', 30, 'a'), at('5', 30, 'b'), at('5', 30, 'c')]);
    expect(read(book)).toEqual(['a', 'b', 'b', 'c']);
    expect([compareRanked(at('5', 1, 'b'), at('5', 2, 'a')) < 0, compareRanked(at('5', 1, 'b'), at('5', 1, 'a')), compareRanked(at('5', 1, 'a'), at('5', 1, 'a'))]).toEqual([true, 1, 0]);
  });
});

describe('numbers of what was found', () => {
  it('are added up, and are not there where they are 0', () => {
    const sum = emptyTally(['a', 'b']);
    addTally(sum, { counts: { error: 1, warning: 2, info: 3, explained: 4 }, unlisted: { x: 1 }, switchedOff: { y: 2 }, unitErrors: { a: 1 } });
    addTally(sum, { counts: { error: 10, warning: 20, info: 30, explained: 40 }, unlisted: { x: 1, z: 0 }, switchedOff: { y: 2 }, unitErrors: { a: 1, b: 0 } });
    expect(sum).toEqual({ counts: { error: 11, warning: 22, info: 33, explained: 44 }, unlisted: { x: 2 }, switchedOff: { y: 4 }, unitErrors: { a: 2, b: 0 } });
    expect(emptyTally().unitErrors).toEqual({});
    const record: Record<string, number> = {};
    addTo(record, 'a', 0);
    expect(record).toEqual({});
  });
  it('of what is undecided are one for each list, unit and reason', () => {
    const known = new Map<string, Undecided>();
    const add = (list: string | null, unit: string | null, reason: Undecided['reason'], count?: number, params?: Undecided['params']) =>
      addUndecided(known, 'row/duplicate', { list, unit, reason, ...(count === undefined ? {} : { count }), ...(params ? { params } : {}) });
    add('5', 'gaoping', 'missing', undefined, { column: 'phone' });
    add('5', 'gaoping', 'missing', 3, { column: 'unit' });
    add('5', 'gaoping', 'waiting');
    add('5', null, 'missing');
    add(null, 'gaoping', 'missing');
    expect([...known.values()]).toEqual([
      { code: 'row/duplicate', list: '5', unit: 'gaoping', reason: 'missing', params: { column: 'phone' }, count: 4 },
      { code: 'row/duplicate', list: '5', unit: 'gaoping', reason: 'waiting', params: {}, count: 1 },
      { code: 'row/duplicate', list: '5', unit: null, reason: 'missing', params: {}, count: 1 },
      { code: 'row/duplicate', list: null, unit: 'gaoping', reason: 'missing', params: {}, count: 1 },
    ]);
  });
  it('of what is undecided stand by code, list, unit and reason', () => {
    const of = (code: string, list: string | null, unit: string | null, reason: Undecided['reason']): Undecided => ({ code, list, unit, reason, params: {}, count: 1 });
    const ordered = [
      of('cell/required', null, 'a', 'structure'),
      of('cell/required', '4', 'b', 'missing'),
      of('cell/required', '5', 'a', 'structure'),
      of('cell/required', '5', 'a', 'waiting'),
      of('cell/required', '5', 'a', 'missing'),
      of('cell/required', '5', 'b', 'structure'),
      of('cell/required', '5', null, 'structure'),
      of('cell/type', '4', 'a', 'structure'),
    ];
    const shuffled = [5, 2, 7, 0, 4, 1, 6, 3].map((at) => ordered[at]!);
    expect(sortUndecided(shuffled, ['4', '5'], ['a', 'b'])).toEqual(ordered);
  });
});
