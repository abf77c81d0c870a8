import { decideConflicts, isEmptyProposal } from '../../src/exchange/proposal';
import type { ExchangeSource } from '../../src/exchange/source';
import { afterMerge, apply, change, cityOf, identity, of, partOf, propose, remove, returnedOf, rowsOf, withRows, type Cells } from './workbook';

const school = identity('5', 1);
const road = identity('5', 2);
const plant = identity('5', 3);

function start(): ExchangeSource {
  return cityOf({
    '1': [
      { unit: '泽州县', 'fixedAssetInvestment.target': 100, 'fixedAssetInvestment.m10': 10 },
      { unit: '高平市', 'fixedAssetInvestment.target': 200 },
    ],
    '5': [
      { identity: school, projectName: '第十中学', unit: '泽州县', developer: '教育局', phone: '13912345678', totalInvestment: 500 },
      { identity: road, projectName: '环城路', unit: '泽州', developer: '交通局' },
      { identity: plant, projectName: '水厂', unit: '高平市', developer: '水务局' },
    ],
  });
}

type Edit = (rows: Cells[]) => readonly Cells[];
const asIssued: Edit = (rows) => rows;

/** 泽州县's file comes back edited while the city edited its own workbook. */
function meet(inCity: Edit, inUnit: Edit, list = '5') {
  const issued = start();
  const city = withRows(issued, { [list]: inCity });
  const returned = returnedOf(partOf(issued, 'zezhou'), { [list]: inUnit });
  const proposal = propose(city, returned);
  const result = (decisions = {}) => rowsOf(apply(city, [proposal], decisions).rows[list]);
  return { city, returned, proposal, list: of(proposal, list), result };
}

function developerOf(rows: Cells[], id = school) {
  return rows.find((row) => row['identity'] === id)?.['developer'];
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

describe('a cell, three ways', () => {
  it('takes what only the unit changed', () => {
    const { list, result } = meet(asIssued, change(school, { developer: '一建公司' }));
    expect(list.changed).toEqual([
      {
        identity: school,
        name: '第十中学',
        cityRow: 0,
        fileRow: 0,
        cells: [{ column: 'developer', base: '教育局', city: '教育局', returned: '一建公司' }],
      },
    ]);
    expect(list.conflicting).toEqual([]);
    expect(developerOf(result())).toBe('一建公司');
  });

  it('keeps what only the city changed', () => {
    const { proposal, result } = meet(change(school, { developer: '市教育局' }), asIssued);
    expect(isEmptyProposal(proposal)).toBe(true);
    expect(developerOf(result())).toBe('市教育局');
  });

  it('keeps what both changed to the same', () => {
    const { proposal, result } = meet(change(school, { developer: '一建' }), change(school, { developer: ' 一建 ' }));
    expect(isEmptyProposal(proposal)).toBe(true);
    expect(developerOf(result())).toBe('一建');
  });

  it('asks where both changed it otherwise, and keeps the city’s until somebody decides', () => {
    const { list, proposal, result } = meet(change(school, { developer: '甲' }), change(school, { developer: '乙' }));
    expect(list.changed).toEqual([]);
    expect(list.conflicting).toMatchObject([
      { kind: 'cell', name: '第十中学', cell: { column: 'developer', base: '教育局', city: '甲', returned: '乙' } },
    ]);
    expect(developerOf(result())).toBe('甲');
    expect(developerOf(result({ [list.conflicting[0]!.id]: 'city' }))).toBe('甲');
    expect(developerOf(result({ [list.conflicting[0]!.id]: 'unit' }))).toBe('乙');
    expect(developerOf(result(decideConflicts(proposal, 'unit')))).toBe('乙');
  });

  it('judges cells of one row one by one', () => {
    const { list, result } = meet(change(school, { phone: '0356-2222222' }), change(school, { developer: '乙', totalInvestment: null }));
    expect(list.changed[0]!.cells.map(({ column }) => column)).toEqual(['developer', 'totalInvestment']);
    expect(result()[0]).toMatchObject({ phone: '0356-2222222', developer: '乙' });
    expect(result()[0]).not.toHaveProperty('totalInvestment');
  });

  it('takes a text that begins with = as the text it is', () => {
    const { result } = meet(asIssued, change(school, { developer: '=1+1' }));
    expect(developerOf(result())).toBe('=1+1');
  });

  it('does not take the error that a formula shows', () => {
    const { list, result } = meet(asIssued, change(school, { totalInvestment: '#REF!', developer: '乙' }));
    expect(list.refused).toMatchObject([{ reason: 'formulaError', column: 'totalInvestment', values: { totalInvestment: '#REF!' } }]);
    expect(result()[0]).toMatchObject({ totalInvestment: 500, developer: '乙' });
  });

  it('does not take a formula that was saved without its result for a cleared cell, nor for an empty one of a new row', () => {
    const issued = start();
    const edited = returnedOf(partOf(issued, 'zezhou'), { '5': (rows) => [...change(school, { totalInvestment: null })(rows), { projectName: '新桥' }] });
    const formulas = { totalInvestment: ['=200+300', null, '=2*300'] };
    const returned = { ...edited, lists: { ...edited.lists, '5': { ...edited.lists['5']!, formulas } } };
    const { changed, added, refused } = of(propose(issued, returned), '5');
    expect(changed).toEqual([]);
    expect(added).toMatchObject([{ name: '新桥', values: { projectName: '新桥' } }]);
    expect(refused).toMatchObject([
      { reason: 'formulaError', name: '第十中学', column: 'totalInvestment', values: { totalInvestment: null } },
      { reason: 'formulaError', name: '新桥', column: 'totalInvestment' },
    ]);
  });
});

describe('a row, three ways', () => {
  it('lists a deletion and does it only when told', () => {
    const { list, result } = meet(asIssued, remove(school));
    expect(list.deleted).toMatchObject([{ identity: school, name: '第十中学', cityRow: 0, fileRow: null }]);
    expect(result()).toHaveLength(3);
    expect(result({ [list.deleted[0]!.id]: 'unit' }).map((row) => row['identity'])).toEqual([road, plant]);
  });

  it('counts a row that was emptied as deleted', () => {
    const { list } = meet(asIssued, (rows) => rows.map((row) => (row['identity'] === school ? { identity: school } : row)));
    expect(list.deleted.map((row) => row.identity)).toEqual([school]);
    expect(list.changed).toEqual([]);
  });

  it('asks where the unit deleted what the city changed', () => {
    const { list, result } = meet(change(school, { developer: '甲' }), remove(school));
    expect(list.deleted).toEqual([]);
    expect(list.conflicting).toMatchObject([{ kind: 'deletedInUnit', identity: school, cells: [{ column: 'developer', base: '教育局', city: '甲' }] }]);
    expect(developerOf(result())).toBe('甲');
    expect(developerOf(result({ [list.conflicting[0]!.id]: 'unit' }))).toBeUndefined();
  });

  it('leaves a row deleted that the city deleted and the unit did not touch', () => {
    const { proposal, result } = meet(remove(school), asIssued);
    expect(isEmptyProposal(proposal)).toBe(true);
    expect(result()).toHaveLength(2);
  });

  it('asks where the city deleted what the unit changed, and can put it back whole', () => {
    const { list, result } = meet(remove(school), change(school, { developer: '乙' }));
    expect(list.conflicting).toMatchObject([{ kind: 'deletedInCity', cells: [{ column: 'developer', base: '教育局', returned: '乙' }] }]);
    expect(result()).toHaveLength(2);
    const back = result({ [list.conflicting[0]!.id]: 'unit' });
    expect(back.map((row) => row['identity'])).toEqual([road, school, plant]);
    expect(back[1]).toMatchObject({ projectName: '第十中学', unit: '泽州县', developer: '乙', phone: '13912345678', totalInvestment: 500 });
  });

  it('puts it back under its identity alone, without what shows as an error', () => {
    const emptied: Edit = (rows) => rows.map((row) => (row['identity'] === school ? { identity: school, unit: '泽州县' } : row));
    const { list, result } = meet(emptied, change(school, { developer: '乙', totalInvestment: '#REF!' }));
    expect(list.refused).toMatchObject([{ reason: 'formulaError', column: 'totalInvestment' }]);
    const back = result({ [list.conflicting[0]!.id]: 'unit' });
    expect(back.map((row) => [row['identity'], row['totalInvestment']])).toEqual([
      [undefined, undefined],
      [road, undefined],
      [school, 500],
      [plant, undefined],
    ]);
  });

  it('says nothing where both deleted it', () => {
    expect(isEmptyProposal(meet(remove(school), remove(school)).proposal)).toBe(true);
  });

  it('adds a new row after the unit’s last, under its unit, with an identity', () => {
    const { list, result } = meet(asIssued, (rows) => [{ projectName: '新桥', developer: '丙' }, ...rows]);
    expect(list.added).toMatchObject([{ name: '新桥', fileRow: 0, values: { projectName: '新桥', developer: '丙' } }]);
    expect(result().map((row) => row['projectName'])).toEqual(['第十中学', '环城路', '新桥', '水厂']);
    expect(result()[2]).toMatchObject({ unit: '泽州县', identity: expect.stringMatching(/^5-NEW/) as string });
  });

  it('keeps the identity that the unit’s own workbook gave a new row, unless another row has it', () => {
    const own = identity('5', 77);
    const { city, proposal } = meet(asIssued, (rows) => [...rows, { projectName: '新桥', identity: own }]);
    expect(rowsOf(apply(city, [proposal]).rows['5'])[2]).toMatchObject({ identity: own });
    const other = propose(city, returnedOf(partOf(city, 'gaoping'), { '5': (rows) => [...rows, { projectName: '新路', identity: own }] }));
    const identities = rowsOf(apply(city, [proposal, other]).rows['5']).map((row) => row['identity']);
    expect(new Set(identities).size).toBe(5);
  });

  it('holds a new row against the one that the city added for the same project: every difference is a conflict', () => {
    const { list, result } = meet(
      (rows) => [...rows, { projectName: '新 桥', unit: '泽州县', identity: identity('5', 9), developer: '甲', phone: '1' }],
      (rows) => [...rows, { projectName: '新桥', developer: '乙', phone: '1' }],
    );
    expect(list.added).toEqual([]);
    expect(list.conflicting).toMatchObject([
      { kind: 'cell', cell: { column: 'projectName' } },
      { kind: 'cell', cell: { column: 'developer', city: '甲', returned: '乙' } },
    ]);
    expect(list.conflicting[1]!).not.toHaveProperty('cell.base');
    expect(result()).toHaveLength(4);
  });
});

describe('matching', () => {
  it('finds rows that lost their identity by code, else by name as rules compare names', () => {
    const issued = withRows(start(), { '5': change(school, { projectCode: '2311-140525-04-01-123456' }) });
    const returned = returnedOf(partOf(issued, 'zezhou'), {
      '5': (rows) => rows.map((row) => ({ ...row, identity: null })).map((row: Cells) => (row['projectCode'] ? { ...row, projectName: '第十高级中学' } : { ...row, projectName: ' 环城路', phone: '1' })),
    });
    const { changed, deleted, added } = of(propose(issued, returned), '5');
    expect(changed.map((row) => [row.identity, row.cells.map(({ column }) => column)])).toEqual([
      [school, ['projectName']],
      [road, ['phone']],
    ]);
    expect([deleted, added]).toEqual([[], []]);
  });

  it('lets the copy that is nearest to what was issued keep the identity, the other is new', () => {
    const { list, proposal } = meet(asIssued, (rows) => [{ ...rows[0]!, projectName: '第十一中学', developer: '乙' }, ...rows]);
    expect(list.changed).toEqual([]);
    expect(list.added).toMatchObject([{ name: '第十一中学', fileRow: 0, identity: '' }]);
    expect(proposal.notes).toContainEqual({ kind: 'copiedRow', list: '5', fileRow: 0, name: '第十一中学' });
  });

  it('measures copies of one name against what was issued, whichever stands first', () => {
    const { list } = meet(asIssued, (rows) => [{ ...rows[0]!, developer: '乙', phone: '1' }, ...rows]);
    expect(list.added).toMatchObject([{ fileRow: 0, values: { developer: '乙' } }]);
    expect([list.changed, list.conflicting]).toEqual([[], []]);
  });

  it('knows a copy again that an earlier merge added, though the city deleted the original', () => {
    for (const own of [{ identity: identity('5', 60) }, {}] as Cells[]) {
      const { city, proposal, returned } = meet(remove(school), (rows) => [...rows, { ...rows[0]!, ...own }]);
      const merged = afterMerge(city, apply(city, [proposal]));
      expect(rowsOf(merged.lists['5'])).toHaveLength(3);
      expect(isEmptyProposal(propose(merged, returned))).toBe(true);
    }
  });

  it('knows a row that it added by the identity of the file, also when the city has changed it since', () => {
    const own = identity('5', 60);
    const { city, proposal, returned } = meet(remove(school), (rows) => [...rows, { ...rows[0]!, identity: own }]);
    const merged = withRows(afterMerge(city, apply(city, [proposal])), { '5': change(own, { developer: '甲' }) });
    expect(of(propose(merged, returned), '5')).toMatchObject({ added: [], conflicting: [{ identity: own, cell: { column: 'developer' } }] });
  });

  it('does not believe identities that stayed behind when the rest was sorted', () => {
    const { list } = meet(change(school, { phone: '1' }), (rows) => {
      const [first, second] = rows as [Cells, Cells];
      return [
        { ...second, identity: first['identity']! },
        { ...first, identity: second['identity']!, developer: '乙' },
      ];
    });
    expect(list.changed).toMatchObject([{ identity: school, cells: [{ column: 'developer', returned: '乙' }] }]);
    expect(list.conflicting).toEqual([]);
  });

  it('keeps problems of one project apart by 问题编号', () => {
    const first = { projectName: '水厂', problemNumber: 'W-1', description: '用地' };
    const issued = cityOf({ '8': [{ ...first, identity: identity('8', 1), unit: '泽州县' }] });
    const returned = returnedOf(partOf(issued, 'zezhou'), { '8': () => [{ ...first, problemNumber: 'W-2' }, first] });
    expect(of(propose(issued, returned), '8')).toMatchObject({ added: [{ fileRow: 0 }], changed: [], deleted: [], conflicting: [] });
  });

  it('sees no change in a date that another program wrote as text, or a number in another form', () => {
    const issued = withRows(start(), { '5': change(school, { plannedStart: 45270 }) });
    const returned = returnedOf(partOf(issued, 'zezhou'), {
      '5': change(school, { plannedStart: '2023-12-10', totalInvestment: '500.0', phone: 13912345678 }),
    });
    expect(isEmptyProposal(propose(issued, returned))).toBe(true);
  });
});

describe('a row of the city workbook that lost its identity', () => {
  it('is known by its name, and has its identity again once something of the list is applied', () => {
    const { city, proposal, list, returned } = meet(change(school, { identity: identity('5', 88), phone: '1' }), change(school, { developer: '乙' }));
    expect(list.changed).toMatchObject([{ identity: school, cityRow: 0, cells: [{ column: 'developer' }] }]);
    expect(list.recognised).toEqual([{ cityRow: 0, identity: school }]);
    const explained = { ...city, explanations: [{ row: identity('5', 88), code: 'cell/phone', valueHash: 'a', who: '张', why: '总机' }] };
    const merged = apply(explained, [proposal]);
    expect(rowsOf(merged.rows['5'])[0]).toMatchObject({ identity: school, phone: '1', developer: '乙' });
    expect(merged.explanations).toMatchObject([{ row: school }]);
    expect(isEmptyProposal(propose(afterMerge(city, merged), returned))).toBe(true);
  });
});

describe('what is refused or told', () => {
  it('refuses a row that was moved to another unit in the file, and does not call it deleted', () => {
    const { list, result } = meet(asIssued, change(school, { unit: '高平', developer: '乙' }));
    expect(list.refused).toMatchObject([{ reason: 'otherUnit', unitText: '高平', identity: school, column: null, values: { developer: '乙' } }]);
    expect([list.deleted, list.changed]).toEqual([[], []]);
    expect(developerOf(result())).toBe('教育局');
  });

  it('refuses rows of other units and of none, takes rows that say the unit by an alias', () => {
    const { list } = meet(asIssued, (rows) => [
      ...rows,
      { projectName: '别县项目', unit: '陵川县' },
      { projectName: '不知何处', unit: '某处' },
      { projectName: '本县项目', unit: '泽州' },
    ]);
    expect(list.refused.map((row) => [row.name, row.reason])).toEqual([
      ['别县项目', 'otherUnit'],
      ['不知何处', 'unknownUnit'],
    ]);
    expect(list.added.map((row) => row.name)).toEqual(['本县项目']);
  });

  it('refuses a line of totals that somebody put under the projects, whose sums would count twice, and a pasted line of headers', () => {
    const { list } = meet(asIssued, (rows) => [...rows, { projectName: '合 计', totalInvestment: 900 }, { projectName: '合计', projectCode: '2303-140525-04-01-100003' }, { projectName: '合计大厦' }, { projectName: '泽州县合计' }, { projectName: '全县 小计：' }, { projectName: '工业项目合计' }, { projectName: '项目名称', projectCode: '项目代码' }]);
    expect(list.refused).toMatchObject([
      { reason: 'notProject', name: '合 计', fileRow: 2, column: null, values: { totalInvestment: 900 } },
      { reason: 'notProject', name: '泽州县合计', fileRow: 5 },
      { reason: 'notProject', name: '全县 小计：', fileRow: 6 },
      { reason: 'notProject', name: '项目名称', fileRow: 8 },
    ]);
    expect(list.added.map(({ name }) => name)).toEqual(['合计', '合计大厦', '工业项目合计']);
  });

  it('refuses changes of a row that the city has given to another unit since', () => {
    const { list } = meet(change(school, { unit: '高平市' }), change(school, { developer: '乙' }));
    expect(list.refused).toMatchObject([{ reason: 'movedInCity', unitText: '高平市', values: { developer: '乙' } }]);
    expect(isEmptyProposal(meet(change(school, { unit: '高平市' }), asIssued).proposal)).toBe(true);
  });

  it('takes a list or column that is gone from the file for untouched, and says so', () => {
    const issued = start();
    const returned = returnedOf(partOf(issued, 'zezhou'));
    const lists = without(returned.lists, '7');
    const values = without(lists['5']!.values, 'developer');
    const cut = { ...returned, lists: { ...lists, '5': { ...lists['5']!, values, userColumns: [{ header: '内部备注' }] } } };
    const proposal = propose(issued, cut);
    expect(isEmptyProposal(proposal)).toBe(true);
    expect(proposal.notes).toEqual([
      { kind: 'absentColumn', list: '5', column: 'developer' },
      { kind: 'userColumn', list: '5', header: '内部备注' },
      { kind: 'absentList', list: '7' },
    ]);
  });

  it('merges two ways without a base, or with one of a 分发 that the city does not know', () => {
    const issued = start();
    const part = partOf(issued, 'zezhou');
    const edit = { '5': (rows: Cells[]) => [{ ...rows[0]!, developer: '乙' }] };
    const byHand = propose(issued, returnedOf(part, edit, { base: null }));
    expect(byHand).toMatchObject({ ways: 'two', batch: '' });
    expect(of(byHand, '5')).toMatchObject({ conflicting: [{ kind: 'cell', cell: { city: '教育局', returned: '乙' } }], deleted: [], changed: [] });
    expect(byHand.notes).toEqual([{ kind: 'noBase' }, { kind: 'notInFile', list: '5', count: 1 }]);
    const foreign = propose(issued, returnedOf(part, edit, { base: { ...part.record.base!, batch: 'X' } }));
    expect(foreign).toMatchObject({ ways: 'two', batch: 'X', notes: [{ kind: 'unknownBatch', batch: 'X' }, { kind: 'notInFile' }] });
  });

  it('takes keys such as __proto__ for the text they are', () => {
    const issued = cityOf({ '5': [{ identity: '__proto__', projectName: 'constructor', unit: '泽州县' }] });
    const part = partOf(issued, 'zezhou');
    expect(isEmptyProposal(propose(issued, returnedOf(part)))).toBe(true);
    const { changed } = of(propose(issued, returnedOf(part, { '5': change('__proto__', { developer: '__proto__' }) })), '5');
    expect(changed).toMatchObject([{ identity: '__proto__', cells: [{ column: 'developer', base: null, returned: '__proto__' }] }]);
  });
});

describe('target lists', () => {
  it('takes entry cells of the unit’s own row, nothing that is locked or computed', () => {
    const { list, result } = meet(asIssued, (rows) => rows.map((row) => ({ ...row, 'fixedAssetInvestment.m10': 12, 'fixedAssetInvestment.target': 1, 'fixedAssetInvestment.done': 9 })), '1');
    expect(list.changed).toMatchObject([{ identity: 'zezhou', name: '泽州县', cells: [{ column: 'fixedAssetInvestment.m10', base: 10, city: 10, returned: 12 }] }]);
    expect(result()).toEqual([
      { unit: '泽州县', 'fixedAssetInvestment.target': 100, 'fixedAssetInvestment.m10': 12 },
      { unit: '高平市', 'fixedAssetInvestment.target': 200 },
    ]);
  });

  it('refuses what is filled in for another unit', () => {
    const { list, result } = meet(asIssued, (rows) => [...rows, { unit: '高平市', 'fixedAssetInvestment.m10': 3 }], '1');
    expect(list.refused).toMatchObject([{ reason: 'otherUnit', unitText: '高平市' }]);
    expect(result()[1]).not.toHaveProperty(['fixedAssetInvestment.m10']);
  });

  it('finds the unit’s row below a blank line that somebody put in: nothing counts as cleared', () => {
    const { list, proposal } = meet(asIssued, (rows) => [{}, ...rows], '1');
    expect(isEmptyProposal(proposal)).toBe(true);
    expect(list.refused).toEqual([]);
    const edited = meet(asIssued, (rows) => [{}, ...rows.map((row) => ({ ...row, 'fixedAssetInvestment.m11': 4 }))], '1');
    expect(edited.list).toMatchObject({ changed: [{ fileRow: 1, cells: [{ column: 'fixedAssetInvestment.m11', returned: 4 }] }], refused: [] });
  });

  it('takes the one row that is filled in of two that name the unit, and lists a second one that is', () => {
    const { list } = meet(asIssued, (rows) => [{ unit: '泽州县' }, ...rows, { unit: '泽州', 'fixedAssetInvestment.m10': 7 }], '1');
    expect(list).toMatchObject({ changed: [], refused: [{ reason: 'twice', fileRow: 2, values: { 'fixedAssetInvestment.m10': 7 } }] });
  });

  it('says where the unit’s row is gone', () => {
    const { proposal } = meet(asIssued, () => [], '1');
    expect(proposal.notes).toContainEqual({ kind: 'absentTarget', list: '1' });
    expect(isEmptyProposal(proposal)).toBe(true);
  });
});

describe('applying', () => {
  it('tells which cells came from a unit and which row stood where', () => {
    const { city, proposal } = meet(asIssued, (rows) => [{ ...rows[0]!, developer: '乙' }, rows[1]!, { projectName: '新桥' }]);
    const { rows, counts } = apply(city, [proposal]);
    expect(rows['5']).toMatchObject({ from: [0, 1, null, 2], taken: [{ row: 0, column: 'developer' }], touched: true });
    expect(rows['1']).toMatchObject({ touched: false, from: [0, 1] });
    expect(counts).toEqual({ zezhou: { added: 1, changed: 1, deleted: 0, conflicting: 0, refused: 0 } });
  });

  it('leaves empty rows where they stand', () => {
    const issued = withRows(start(), { '5': (rows) => [rows[0]!, {}, ...rows.slice(1), {}] });
    const proposal = propose(issued, returnedOf(partOf(issued, 'zezhou'), { '5': (rows) => [...rows, { projectName: '新桥' }] }));
    expect(rowsOf(apply(issued, [proposal]).rows['5']).map((row) => row['projectName'])).toEqual(['第十中学', undefined, '环城路', '新桥', '水厂', undefined]);
  });

  it('changes nothing when the same file is applied again', () => {
    const { city, proposal, returned } = meet(
      (rows) => change(road, { phone: '1' })(remove(school)(rows)),
      (rows) => [change(school, { developer: '乙' })(rows)[0]!, { projectName: '新桥' }, { remark: '只有备注' }],
    );
    const decisions = { ...decideConflicts(proposal, 'unit'), ...Object.fromEntries(of(proposal, '5').deleted.map(({ id }) => [id, 'unit' as const])) };
    const merged = afterMerge(city, apply(city, [proposal], decisions));
    expect(isEmptyProposal(propose(merged, returned))).toBe(true);
  });

  it('refuses two proposals of one unit', () => {
    const { city, proposal } = meet(asIssued, asIssued);
    expect(() => apply(city, [proposal, proposal])).toThrow('two proposals');
  });

  it('gives a list that the city workbook lost the rows of the units', () => {
    const { city, returned } = meet(asIssued, (rows) => [...rows, { projectName: '新桥' }]);
    const cut = { ...city, lists: without(city.lists, '5') };
    const proposal = propose(cut, returned);
    expect(of(proposal, '5').added.map(({ name }) => name)).toEqual(['新桥']);
    expect(rowsOf(apply(cut, [proposal]).rows['5'])).toMatchObject([{ projectName: '新桥', unit: '泽州县' }]);
  });
});

describe('explanations', () => {
  const said = { row: school, code: 'cell/phone', valueHash: 'a', who: '张', why: '总机' };

  it('brings in what the unit explained, under the city’s identity', () => {
    const issued = start();
    const own = { ...said, row: 'own' };
    const added = { ...said, row: identity('5', 50) };
    const returned = returnedOf(
      partOf(issued, 'zezhou'),
      { '5': (rows) => [{ ...rows[0]!, identity: 'own' }, rows[1]!, { projectName: '新桥', identity: added.row }] },
      { explanations: [own, added, { ...said, row: 'nobody' }] },
    );
    const proposal = propose(issued, returned);
    expect(apply(issued, [proposal]).explanations).toEqual([said, added]);
    expect(isEmptyProposal(proposal)).toBe(false);
  });

  it('lets the returned one replace the city’s of the same values, keeps both of different values', () => {
    const issued = { ...start(), explanations: [said] };
    const later = { ...said, who: '李' };
    const other = { ...said, valueHash: 'b' };
    const proposal = propose(issued, returnedOf(partOf(issued, 'zezhou'), {}, { explanations: [later, other] }));
    expect(proposal.explanations.map(({ replaces }) => replaces)).toEqual([said, null]);
    const merged = apply(issued, [proposal]);
    expect(merged.explanations).toEqual([later, other]);
    expect(isEmptyProposal(propose(afterMerge(issued, merged), returnedOf(partOf(issued, 'zezhou'), {}, { explanations: [later, other] })))).toBe(true);
  });
});
