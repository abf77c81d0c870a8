import type { ListEntries, WorkbookEntries } from '../../src/list/entry';
import { changesBetween, isEqual, isSameFrame } from '../../src/rule/change';
import { editEntries } from '../../src/rule/edit';
import { entriesOf, lists, rowWith } from './fixture';

const base = entriesOf({ rows: { 5: [rowWith({}), rowWith({ identity: '5-2' }), rowWith({ identity: '5-3' })], 6: [{ identity: '6-1', projectName: '甲' }] } });

function withList(key: string, change: (list: ListEntries) => Partial<ListEntries>): WorkbookEntries {
  const list = base.lists[key]!;
  return { ...base, lists: { ...base.lists, [key]: { ...list, ...change(list) } } };
}

describe('plain data', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [NaN, NaN],
    [null, null],
    [undefined, undefined],
    [[], []],
    [{}, {}],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  ])('%j is equal to %j', (a, b) => expect(isEqual(a, b)).toBe(true));
  it.each<[unknown, unknown]>([
    [1, 2],
    [1, '1'],
    [null, {}],
    [{}, null],
    [1, {}],
    [{}, 1],
    [[], {}],
    [{}, []],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1, b: 1 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: [1] }, { a: [2] }],
    [{ a: 1, b: 2 }, { a: 1, b: 3 }],
  ])('%j is not equal to %j', (a, b) => expect(isEqual(a, b)).toBe(false));
});

describe('two workbooks', () => {
  it('have one frame where only cells, findings, explanations and settings differ', () => {
    const edited = withList('5', ({ values }) => ({ rowCount: 2, values: { ...values, phone: ['1', '2'] } }));
    expect(isSameFrame(base, base)).toBe(true);
    expect(isSameFrame(base, edited)).toBe(true);
    expect(isSameFrame(base, { ...base, findings: [{ kind: 'sheetMissing', list: '6' }], ruleSettings: [{ code: 'cell/phone', severity: 'off', who: '', why: '' }], explanations: [{ row: '5-1', code: '', valueHash: '', who: '', why: '' }] })).toBe(true);
    const { 5: five, ...others } = base.lists;
    expect(isSameFrame(base, { ...base, lists: { ...others, 5: { ...five!, at: { ...five!.at } } } })).toBe(true);
  });
  const withoutPhone = Object.fromEntries(Object.entries(base.lists['5']!.values).filter(([key]) => key !== 'phone'));
  const { 6: six, ...withoutSix } = base.lists;
  it.each<[string, WorkbookEntries]>([
    ['another plan', { ...base, planId: 'x' }],
    ['another version', { ...base, schemaVersion: 1 }],
    ['another 统计截止日', { ...base, asOf: base.asOf + 1 }],
    ['another scope', { ...base, scope: { kind: 'unit', unit: 'zezhou' } }],
    ['another part of the city', { ...base, cityLevelReserve: { ...base.cityLevelReserve, x: 1 } as WorkbookEntries['cityLevelReserve'] }],
    ['another row issued', { ...base, issued: { 5: { '5-1': { name: '甲', unit: 'zezhou' } } } }],
    ['a list less', { ...base, lists: withoutSix }],
    ['another list in its place', { ...base, lists: { ...withoutSix, 66: six! } as WorkbookEntries['lists'] }],
    ['another sheet', withList('5', () => ({ sheetName: 'x' }))],
    ['another row of headers', withList('5', () => ({ headerRow: 9 }))],
    ['another first row', withList('5', () => ({ firstRow: 9 }))],
    ['a column elsewhere', withList('5', ({ at }) => ({ at: { ...at, phone: 99 } }))],
    ['a column less', withList('5', () => ({ values: withoutPhone }))],
    ['another column in its place', withList('5', () => ({ values: { ...withoutPhone, x: [] } }))],
    ['a column of formulas less', withList('5', () => ({ formulas: {} }))],
  ])('have not where there is %s', (_, other) => {
    expect(isSameFrame(base, other)).toBe(false);
    expect(isSameFrame(other, base)).toBe(false);
  });
});

describe('what differs', () => {
  const changesTo = (after: WorkbookEntries) => {
    const steps = changesBetween(base, after, lists);
    for (let breaths = 0; ; breaths++) {
      const step = steps.next();
      if (step.done) return { breaths, changes: [...step.value].map(([list, { rows, columns }]) => [list, rows, [...columns].sort()]) };
    }
  };
  const withCells = (cells: Readonly<Record<string, readonly (string | number | null)[]>>, rowCount = 3) => withList('5', ({ values }) => ({ rowCount, values: { ...values, ...cells } }));
  const name = '第十中学校';
  const phone = '13912345678';

  it('is nothing between a workbook and its copy', () => {
    expect(changesTo(base)).toEqual({ breaths: 0, changes: [] });
    expect(changesTo(withCells({ phone: [phone, phone, phone] }))).toEqual({ breaths: 1, changes: [] });
    const without = Object.entries(base.lists).filter(([key]) => key !== '6');
    expect(changesTo({ ...base, lists: Object.fromEntries(without) })).toEqual({ breaths: 0, changes: [] });
  });
  it('is told by row and column', () => {
    expect(changesTo(withCells({ phone: [phone, '1', phone], projectName: ['甲', '乙', name] })).changes).toEqual([['5', [0, 1], ['phone', 'projectName']]]);
    expect(changesTo(withCells({ phone: [phone, phone, '1'] })).changes).toEqual([['5', [2], ['phone']]]);
  });
  it('is a row that is new or gone, though nothing is in it', () => {
    expect(changesTo(withCells({}, 4)).changes).toEqual([['5', [3], []]]);
    const shorter = withList('5', ({ values }) => ({ rowCount: 2, values: Object.fromEntries(Object.entries(values).map(([key, cells]) => [key, cells.slice(0, 2)])) }));
    expect(changesTo(shorter).changes.map(([list, rows]) => [list, rows])).toEqual([['5', [2]]]);
  });
  it('is no cell that is missing in one and empty in the other', () => {
    expect(changesTo(withCells({ actualStart: [] })).changes).toEqual([]);
    expect(changesTo(withCells({ actualStart: [null, null] })).changes).toEqual([]);
    expect(changesTo(withCells({ phone: [phone] })).changes).toEqual([['5', [1, 2], ['phone']]]);
  });
  it('is nothing below the last row', () => expect(changesTo(withCells({ phone: [phone, phone, phone, 'x'] })).changes).toEqual([]));
  it('is a formula, and no mark of ours', () => {
    expect(changesTo(withCells({ mark: ['√', '√', '√'] })).changes).toEqual([]);
    expect(changesTo(withList('5', ({ formulas }) => ({ formulas: { ...formulas, index: ['=1', null, '=1'] } }))).changes).toEqual([['5', [1], ['index']]]);
  });
  it('is told list by list', () => {
    const both = { ...withCells({ phone: ['1', phone, phone] }).lists, 6: { ...base.lists['6']!, rowCount: 2 } };
    expect(changesTo({ ...base, lists: both })).toEqual({ breaths: 2, changes: [['5', [0], ['phone']], ['6', [1], []]] });
  });
});

describe('a cell that is typed into', () => {
  const edit = (...edits: Parameters<typeof editEntries>[1]) => editEntries(base, edits);
  it('is the only one that is another', () => {
    const after = edit({ list: '5', row: 1, column: 'phone', value: 'x' });
    expect(after.lists['5']!.values['phone']).toEqual(['13912345678', 'x', '13912345678']);
    expect(after.lists['5']!.rowCount).toBe(3);
    expect(after.lists['5']!.values['projectName']).toBe(base.lists['5']!.values['projectName']);
    expect(after.lists['6']).toBe(base.lists['6']);
    expect(base.lists['5']!.values['phone']).toEqual(['13912345678', '13912345678', '13912345678']);
  });
  it('below the last makes rows, with nothing between', () => {
    const after = edit({ list: '5', row: 4, column: 'phone', value: 'x' }, { list: '5', row: 6, column: 'phone', value: 'y' }, { list: '5', row: 3, column: 'developer', value: 'z' }).lists['5']!;
    expect(after.rowCount).toBe(7);
    expect(after.values['phone']?.slice(3)).toEqual([null, 'x', null, 'y']);
    expect(after.values['developer']?.slice(3)).toEqual(['z']);
  });
  it('twice holds what was typed last', () => {
    expect(edit({ list: '5', row: 0, column: 'phone', value: 'x' }, { list: '5', row: 0, column: 'phone', value: 'y' }).lists['5']!.values['phone']![0]).toBe('y');
  });
  it('of a column or list that is not there is left out', () => {
    const after = edit({ list: '5', row: 0, column: 'nonsense', value: 'x' }, { list: '77', row: 0, column: 'phone', value: 'x' });
    expect(Object.keys(after.lists)).toEqual(Object.keys(base.lists));
    expect(after.lists['5']).toEqual(base.lists['5']);
  });
});
