import type { ListEntries } from '../../src/list/entry';
import { makeTable, rowState, type Table } from '../../src/rule/table';
import { day, entriesOf, listOf, plan, type Row, type Workbook } from './fixture';

const issued = { '5-a': { name: '程颢书院（一期）', unit: 'chengqu' } };
const chengqu = { kind: 'unit', unit: 'chengqu' } as const;

function entriesOn(key: string, rows: readonly Row[], workbook: Partial<Workbook> = {}): ListEntries {
  return entriesOf({ ...workbook, rows: { [key]: rows } }).lists[key]!;
}

/** A table of these rows, all of them prepared. */
function tableOf(key: string, rows: readonly Row[], workbook: Partial<Workbook> = {}): Table {
  const entries = entriesOn(key, rows, workbook);
  const table = makeTable(listOf(key), entries, plan, workbook.scope ?? { kind: 'city' }, issued);
  table.prepareRows(0, entries.rowCount);
  return table;
}

const states = ({ state }: Table) => [...state].map((each) => (['empty', 'waiting', 'filled'] as const)[each]);
const unitAt = (key: string) => plan.units.findIndex((unit) => unit.key === key);
const asIssued: Row = { identity: '5-a', projectName: '程颢书院(一期) ', unit: '城区' };

describe('a row of a project list', () => {
  it.each<[string, Row, string]>([
    ['nothing in it', {}, 'empty'],
    ['blanks', { remark: ' ', projectName: '　', unit: ' ' }, 'empty'],
    ['an identity and a mark alone', { identity: '5-a', mark: '√' }, 'empty'],
    ['what it was issued with', asIssued, 'waiting'],
    ['the issued name and no unit', { ...asIssued, unit: null }, 'waiting'],
    ['the issued name and a short form of the unit', { ...asIssued, unit: '城 区' }, 'waiting'],
    ['another name', { ...asIssued, projectName: '程颢书院' }, 'filled'],
    ['another unit', { ...asIssued, unit: '泽州县' }, 'filled'],
    ['the issued unit alone', { identity: '5-a', unit: '城区' }, 'empty'],
    ['another unit alone', { identity: '5-a', unit: '泽州县' }, 'filled'],
    ['a unit alone in a row that was not issued', { unit: '城区' }, 'filled'],
    ['a name in a row that was not issued', { identity: '5-b', projectName: '程颢书院(一期)', unit: '城区' }, 'filled'],
    ['an identity that is no text', { ...asIssued, identity: 5 }, 'filled'],
    ['anything else besides', { ...asIssued, remark: '明年再报' }, 'filled'],
    ['a number besides', { ...asIssued, totalInvestment: 0 }, 'filled'],
  ])('with %s', (_, row, state) => expect(states(tableOf('5', [row]))).toEqual([state]));

  it('of one unit’s workbook needs no unit to wait, or to be empty', () => {
    const rows = [asIssued, { ...asIssued, unit: null }, { unit: '城区' }, { unit: '泽州县' }, { ...asIssued, unit: '泽州县' }];
    expect(states(tableOf('5', rows, { scope: chengqu }))).toEqual(['waiting', 'waiting', 'empty', 'filled', 'filled']);
  });

  it('is not filled by a unit that a formula gives', () => {
    expect(states(tableOf('5', [{ unit: '泽州县' }, { unit: '泽州县' }], { formulas: { 5: { unit: ['=1', null] } } }))).toEqual(['empty', 'filled']);
  });

  it('is its unit’s, by any of its names; of one unit’s workbook that unit’s where it says none', () => {
    const rows: Row[] = [{ unit: '沁水' }, { unit: '沁水县' }, { unit: '晋城经济技术开发区' }, { unit: '长治市' }, {}, { unit: 5 }];
    const [qinshui, , , none] = [unitAt('qinshui'), 0, 0, -1];
    const city = tableOf('5', rows);
    expect([...city.unit]).toEqual([qinshui, qinshui, city.unit[2], none, none, none]);
    expect([city.unitKey(0), city.unitKey(3)]).toEqual(['qinshui', null]);
    expect([...tableOf('5', rows, { scope: chengqu }).unit]).toEqual([qinshui, qinshui, city.unit[2], none, unitAt('chengqu'), none]);
  });

  it('is counted for its unit, or for none that can be told', () => {
    const { unitRows } = tableOf('5', [asIssued, { projectName: '甲', unit: '城区' }, { projectName: '乙', unit: '长治市' }, {}, { projectName: '丙', unit: '沁水' }]);
    expect(unitRows[unitAt('chengqu')]).toEqual({ waiting: 1, filled: 1 });
    expect(unitRows[unitAt('qinshui')]).toEqual({ waiting: 0, filled: 1 });
    expect(unitRows.at(-1)).toEqual({ waiting: 0, filled: 1 });
    expect(unitRows).toHaveLength(plan.units.length + 1);
    expect(unitRows.reduce((sum, { waiting, filled }) => sum + waiting + filled, 0)).toBe(4);
  });
});

describe('a row of a target list', () => {
  it('waits while it holds its unit, and is filled by what is typed', () => {
    expect(states(tableOf('1', [{ unit: '城区' }, { unit: '城区', 'fixedAssetInvestment.m10': 1 }, {}, { unit: ' ' }]))).toEqual(['waiting', 'filled', 'empty', 'empty']);
  });
  it('is filled at once where nobody types into the list', () => expect(states(tableOf('2', [{ unit: '城区' }, {}]))).toEqual(['filled', 'empty']));
  it('has no name', () => expect(tableOf('1', [{ unit: '城区' }]).name(0)).toBe(''));
});

describe('what is read of a row', () => {
  it('is a number, or text that means one, in the column’s unit', () => {
    const read = tableOf('5', [12.5, '2000万', '2亿', '很多', '', null, true, 0].map((totalInvestment) => ({ totalInvestment }))).numbers('totalInvestment');
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(read)).toEqual([12.5, 2_000, 20_000, null, null, null, null, 0, null]);
  });
  it('is a day, or text that means one', () => {
    const read = tableOf('5', [day('2023-12-05'), '2023.12.5', '年底', '', null, true, 20_231_205].map((plannedStart) => ({ plannedStart }))).days('plannedStart');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(read)).toEqual([day('2023-12-05'), day('2023-12-05'), null, null, null, null, day('2023-12-05'), null]);
  });
  it('is an item of the enumeration', () => {
    const table = tableOf('5', ['未开工', ' 未开工', '坏', '', null, '未开工', 5].map((startState) => ({ startState })));
    const read = table.choices('startState');
    const item = read(0);
    expect(typeof item).toBe('string');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(read)).toEqual([item, item, null, null, null, item, null, null]);
  });
  it('is text as it stands, nothing for blanks', () => {
    const table = tableOf('5', ['甲 乙', ' ', null, 12].map((developer) => ({ developer })));
    expect([0, 1, 2, 3, 4].map(table.texts('developer'))).toEqual(['甲 乙', '', '', '12', '']);
    expect([table.value('developer', 0), table.value('developer', 2), table.value('developer', 9)]).toEqual(['甲 乙', null, null]);
  });
  it('is its identity and its name as names are compared', () => {
    const table = tableOf('5', [{ identity: '5-1', projectName: '第十 中学［一期］' }, { identity: 7, projectName: 12 }, { identity: ' ' }]);
    expect([0, 1, 2].map((row) => table.identity(row))).toEqual(['5-1', '7', '']);
    expect([0, 1, 2, 0].map((row) => table.name(row))).toEqual(['第十中学(一期)', '12', '', '第十中学(一期)']);
  });
  it('is nothing of a column that is gone or that there is not', () => {
    const table = tableOf('5', [{ startState: '未开工', totalInvestment: 5 }], { gone: { 5: ['startState', 'totalInvestment', 'plannedStart', 'unit', 'projectName', 'identity'] } });
    expect([table.has('startState'), table.has('developer'), table.cells('startState'), table.value('startState', 0)]).toEqual([false, true, [], null]);
    expect([table.numbers('totalInvestment')(0), table.days('plannedStart')(0), table.choices('startState')(0), table.texts('startState')(0), table.identity(0), table.name(0)]).toEqual([null, null, null, '', '', '']);
    expect([table.numbers('nonsense')(0), table.days('nonsense')(0), table.choices('nonsense')(0), table.column('nonsense')]).toEqual([null, null, null, null]);
    expect(table.column('developer')?.key).toBe('developer');
  });
  it('is a number in a column that is no list’s, but no text that means one', () => {
    const entries = entriesOn('5', [{}, {}]);
    const table = makeTable(listOf('5'), { ...entries, values: { ...entries.values, own: [5, '5'] } }, plan, { kind: 'city' }, {});
    expect([table.numbers('own')(0), table.numbers('own')(1), table.days('own')(0), table.choices('own')(1)]).toEqual([5, null, null, null]);
  });
  it('is the formula of a cell where formulas are kept', () => {
    const table = tableOf('5', [{}], { formulas: { 5: { index: ['=ROW()-6'] } } });
    expect([table.formulas('index'), table.formulas('developer'), table.cells('developer')]).toEqual([['=ROW()-6'], undefined, [null]]);
  });
});

describe('a table that goes on with other entries', () => {
  const rows: Row[] = [asIssued, { projectName: '甲', unit: '沁水' }, { projectName: '乙', unit: '城区' }];
  const total = ({ unitRows }: Table) => unitRows.reduce((sum, { waiting, filled }) => ({ waiting: sum.waiting + waiting, filled: sum.filled + filled }), { waiting: 0, filled: 0 });

  it('forgets a row, and counts it anew as it is then', () => {
    const table = tableOf('5', rows);
    const read = table.texts('projectName');
    expect([table.name(0), read(0)]).toEqual(['程颢书院(一期)', '程颢书院(一期) ']);
    table.forgetRow(0);
    expect([table.state[0], table.unit[0], total(table)]).toEqual([rowState.empty, -1, { waiting: 0, filled: 2 }]);
    table.adopt(entriesOn('5', [{ projectName: '丙', unit: '高平市' }, ...rows.slice(1)]));
    table.prepareRows(0, 1);
    expect([table.name(0), read(0), table.unitKey(0), states(table), total(table)]).toEqual(['丙', '丙', 'gaoping', ['filled', 'filled', 'filled'], { waiting: 0, filled: 3 }]);
  });

  it('grows and shrinks at its end; the rows before it stay', () => {
    const table = tableOf('5', rows);
    table.adopt(entriesOn('5', [...rows, {}, { projectName: '丁', unit: '高平市' }]));
    table.prepareRows(3, 5);
    expect([table.rowCount, states(table), [...table.unit]]).toEqual([5, ['waiting', 'filled', 'filled', 'empty', 'filled'], ['chengqu', 'qinshui', 'chengqu', '', 'gaoping'].map(unitAt)]);
    for (const row of [2, 3, 4]) table.forgetRow(row);
    table.adopt(entriesOn('5', rows.slice(0, 2)));
    expect([table.rowCount, states(table), [...table.unit], total(table)]).toEqual([2, ['waiting', 'filled'], ['chengqu', 'qinshui'].map(unitAt), { waiting: 1, filled: 1 }]);
    table.adopt(entriesOn('5', [...rows.slice(0, 2), { projectName: '戊', unit: '城区' }]));
    expect([...table.unit]).toEqual([unitAt('chengqu'), unitAt('qinshui'), -1]);
    table.prepareRows(2, 3);
    expect([table.name(2), total(table)]).toEqual(['戊', { waiting: 1, filled: 2 }]);
  });

  it('keeps its arrays where the number of rows is the same', () => {
    const table = tableOf('5', rows);
    const { state, unit } = table;
    table.adopt(entriesOn('5', rows));
    expect([table.state === state, table.unit === unit]).toEqual([true, true]);
  });

  it('reads nothing from a column that has gone', () => {
    const table = tableOf('5', rows);
    const read = table.texts('unit');
    table.adopt(entriesOn('5', rows, { gone: { 5: ['unit'] } }));
    expect([read(0), table.cells('unit')]).toEqual(['', []]);
  });
});
