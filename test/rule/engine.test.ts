import fc from 'fast-check';
import { check } from '../../src/rule/engine';
import { explain } from '../../src/rule/explain';
import { fixesOf, missingFormulas } from '../../src/rule/fix';
import type { Rule } from '../../src/rule/rule';
import { entriesOf, goodRow, judge, lists, listOf, plan, rowWith, type Row } from './fixture';

const issued = {
  5: {
    '5-a': { name: '程颢书院文化产业园', unit: 'chengqu' },
    '5-b': { name: '老城片区改造', unit: 'chengqu' },
  },
};
const waitingRows: Row[] = Object.entries(issued[5]).map(([identity, { name }]) => ({ identity, projectName: name, unit: '城区' }));

describe('a workbook just issued', () => {
  const rows = {
    1: plan.units.filter((unit) => unit.kind === 'county').map((unit) => ({ unit: unit.name, ...targetsOf('1', unit.key) })),
    2: plan.units.map((unit) => ({ unit: unit.name, ...targetsOf('2', unit.key) })),
    3: plan.units.filter((unit) => unit.kind === 'county').map((unit) => ({ unit: unit.name, ...targetsOf('3', unit.key) })),
    5: waitingRows,
  };
  function targetsOf(list: string, unit: string): Row {
    const issuedColumns = listOf(list).columns.filter((column) => column.role === 'issued' && column.measure);
    return Object.fromEntries(
      issuedColumns.map((column) => [column.key, plan.measures.find((measure) => measure.key === column.measure)?.units[unit] ?? '—']),
    );
  }

  it.each(['2023-11-05', '2023-12-25', '2024-03-31'])('has no error as of %s, and says how much waits', (asOf) => {
    const result = judge({ rows, issued, asOf });
    expect(result.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(result.waiting).toContainEqual({ list: '5', unit: 'chengqu', waitingRows: 2, filledRows: 0, expectedRows: 11 });
    expect(result.waiting).toContainEqual({ list: '1', unit: 'zezhou', waitingRows: 1, filledRows: 0, expectedRows: null });
    expect(result.undecided.filter(({ reason }) => reason !== 'waiting')).toEqual([]);
    expect(result.waiting.some(({ list }) => list === '2' || list === '3')).toBe(false);
  });
});

describe('a row', () => {
  const stateOf = (row: Row, scope?: { kind: 'unit'; unit: string }, formula: string | null = null) => {
    const workbook = { rows: { 5: [row] }, issued, ...(scope ? { scope } : {}), formulas: { 5: { unit: [formula] } } };
    const { waitingRows: waiting, filledRows: filled } = judge(workbook).waiting.find((each) => each.list === '5' && each.unit === 'chengqu') ?? {};
    return waiting === 1 ? 'waiting' : filled === 1 ? 'filled' : 'empty';
  };
  it('waits while nothing but the issued name and unit is in it', () => expect(stateOf(waitingRows[0] ?? {})).toBe('waiting'));
  it('is filled as soon as anything else is typed, or another name', () => {
    expect(stateOf({ ...waitingRows[0], remark: '明年再报' })).toBe('filled');
    expect(stateOf({ ...waitingRows[0], projectName: '程颢书院' })).toBe('filled');
    expect(stateOf({ projectName: '新增项目', unit: '城区' })).toBe('filled');
  });
  it('is empty when nothing but formulas, marks, identity and the issued unit is in it', () => {
    expect(stateOf({ identity: '5-a', unit: '城区', index: 1, mark: '已校验' })).toBe('empty');
    expect(stateOf({ unit: '城区' }, { kind: 'unit', unit: 'chengqu' }, '=IF(1,"城区","")')).toBe('empty');
    expect(stateOf({ remark: '  ' })).toBe('empty');
  });
});

describe('check', () => {
  it('gives the same issues for any order of rows', () => {
    const rows = [
      rowWith({ unit: '沁水', totalInvestment: '2000万' }),
      rowWith({ identity: '5-2', phone: null }),
      rowWith({ identity: '5-3', projectName: '北港物流商贸园区', totalInvestment: 3 }),
      rowWith({ identity: '5-4', projectName: '圣锦天地', plannedStart: '年底', developer: '' }),
    ];
    const idsOf = (order: readonly Row[]) => judge({ rows: { 5: order } }).issues.map((issue) => issue.id).sort();
    const expected = idsOf(rows);
    expect(expected.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => expect(idsOf(order)).toEqual(expected)),
      { numRuns: 20 },
    );
  });

  it('gives each issue its own id, also where rows were copied with their identity', () => {
    const { issues } = judge({ rows: { 5: [rowWith({ unit: '沁水' }), rowWith({ unit: '沁水' }), rowWith({ identity: null, unit: '沁水' })] } });
    expect(new Set(issues.map((issue) => issue.id)).size).toBe(issues.length);
  });

  describe('counts each unit’s errors exactly', () => {
    const wrong = (count: number, unit: string): Row[] =>
      Array.from({ length: count }, (_, at) => rowWith({ identity: `5-${unit}-${at}`, projectName: `${unit}项目${at}`, unit, startState: '坏' }));
    const mistakes = [...wrong(4, '高平市'), ...wrong(3, '泽州县').map((row) => ({ ...row, phone: '123' }))];
    const setting = { code: 'cell/phone', severity: 'error', who: '市发改委', why: '要打得通' } as const;
    const onCells = { only: ({ scope }: Rule) => scope === 'cell' };
    const none = Object.fromEntries(plan.units.map(({ key }) => [key, 0]));
    const sum = (numbers: Readonly<Record<string, number>>) => Object.values(numbers).reduce((all, count) => all + count, 0);

    it('with warnings that the office made errors, and without what was explained', () => {
      const entries = entriesOf({ rows: { 5: mistakes }, ruleSettings: [setting] });
      const before = check(entries, plan, lists, { ...onCells, listLimit: 1 });
      expect(before.unitErrors).toEqual({ ...none, gaoping: 4, zezhou: 6 });
      expect(check({ ...entries, ruleSettings: [] }, plan, lists, onCells).unitErrors).toEqual({ ...none, gaoping: 4, zezhou: 3 });
      const { issues } = check(entries, plan, lists, onCells);
      const explanations = issues.filter(({ rowIndex }) => rowIndex === 0 || rowIndex === 6).map((issue) => explain(issue, entries, '王某', '已核实'));
      const after = check({ ...entries, explanations }, plan, lists, { ...onCells, listLimit: 1 });
      expect(after.unitErrors).toEqual({ ...none, gaoping: 3, zezhou: 4 });
      expect(after.counts).toEqual({ ...before.counts, error: before.counts.error - 3, explained: 3 });
    });

    it('with what rules on rows together and on whole lists find, listed or not', () => {
      const codes = ['cell/phone', 'row/duplicate', 'cross-county/missing-unit', 'list/unfilled', 'list/named-project-missing'];
      const entries = entriesOf({ rows: { 5: [...mistakes, ...wrong(2, '泽州县')] }, asOf: '2024-03-31', ruleSettings: codes.map((code) => ({ ...setting, code })) });
      const whole = check(entries, plan, lists, { listLimit: 1_000_000 });
      const listed = (of: string | null) => whole.issues.filter(({ severity, unit }) => severity === 'error' && unit === of);
      expect(new Set(listed('zezhou').map(({ code }) => code))).toEqual(new Set([...codes, 'cell/enum', 'list/unit-rows'].filter((code) => code !== 'cross-county/missing-unit')));
      expect(whole.unitErrors).toEqual(Object.fromEntries(plan.units.map(({ key }) => [key, listed(key).length])));
      expect(sum(whole.unitErrors) + listed(null).length).toBe(whole.counts.error);
      expect(check(entries, plan, lists, { listLimit: 1 }).unitErrors).toEqual(whole.unitErrors);
      const issue = listed('qinshui').find(({ rowIndex }) => rowIndex === null)!;
      const explanations = [explain(issue, entries, '王某', '已核实')];
      expect(check({ ...entries, explanations }, plan, lists).unitErrors).toEqual({ ...whole.unitErrors, qinshui: listed('qinshui').length - 1 });
    });
  });

  it('judges a list whose arrays are shorter than its rows, and one with no rows', () => {
    const entries = entriesOf({ rows: { 5: [goodRow] } });
    const list = entries.lists['5'];
    if (!list) throw new Error('no list 5');
    const longer = { ...entries, lists: { ...entries.lists, 5: { ...list, rowCount: 3 } } };
    expect(check(longer, plan, lists).issues).toEqual(check(entries, plan, lists).issues);
  });
});

describe('an explanation', () => {
  const workbook = { rows: { 5: [rowWith({ totalInvestment: 6_000_000 })] } };
  const entries = entriesOf(workbook);
  const [issue] = check(entries, plan, lists).issues.filter((each) => each.code === 'cell/unit-suspect');
  if (!issue) throw new Error('nothing to explain');
  const explanation = explain(issue, entries, '王某', '总投资已核实');

  it('is shown with the issue, which is then no open warning and not mended by 全部修正', () => {
    const before = check(entries, plan, lists);
    const after = judge({ ...workbook, explanations: [explanation] });
    expect(after.issues.find((each) => each.id === issue.id)?.explained).toEqual({ who: '王某', why: '总投资已核实' });
    expect(after.counts).toEqual({ ...before.counts, warning: before.counts.warning - 1, explained: 1 });
    expect(fixesOf(after).some((each) => each.id === issue.id)).toBe(false);
  });
  it('lapses when the value changes', () => {
    const changed = judge({ rows: { 5: [rowWith({ totalInvestment: 6_000_001 })] }, explanations: [explanation] });
    expect(changed.issues.find((each) => each.id === issue.id)).not.toHaveProperty('explained');
    expect(changed.counts.explained).toBe(0);
  });
});

describe('a rule that the office weighs otherwise', () => {
  const workbook = { rows: { 5: [rowWith({ phone: '123', totalInvestment: -1 })] } };
  const weighed = (severity: 'error' | 'warning' | 'info' | 'off') =>
    judge({ ...workbook, ruleSettings: ['cell/phone', 'cell/range'].map((code) => ({ code, severity, who: '市发改委', why: '外地电话' })) });
  const severitiesOf = (result: ReturnType<typeof judge>, code: string) => result.issues.filter((each) => each.code === code).map(({ severity }) => severity);
  const before = judge(workbook);

  it('counts as what the office says', () => {
    expect(severitiesOf(before, 'cell/phone')).toEqual(['warning']);
    expect(severitiesOf(weighed('info'), 'cell/phone')).toEqual(['info']);
    expect(weighed('error').counts).toEqual({ ...before.counts, warning: before.counts.warning - 1, error: before.counts.error + 1 });
  });
  it('is counted and not listed where it is off', () => {
    const off = weighed('off');
    expect(severitiesOf(off, 'cell/phone')).toEqual([]);
    expect(off.switchedOff).toEqual({ 'cell/phone': 1 });
    expect(off.counts).toEqual({ ...before.counts, warning: before.counts.warning - 1 });
  });
  it('stays an error where it is one', () => {
    expect(severitiesOf(weighed('off'), 'cell/range')).toEqual(['error']);
    expect(severitiesOf(weighed('info'), 'cell/range')).toEqual(['error']);
  });
  it('holds for rules across rows too', () => {
    const twice = { ...workbook, asOf: '2023-12-10', scope: { kind: 'unit', unit: 'gaoping' } as const };
    const code = 'list/row-count';
    expect(severitiesOf(judge(twice), code)).toEqual(['warning']);
    const off = judge({ ...twice, ruleSettings: [{ code, severity: 'off', who: '市发改委', why: '已核减' }] });
    expect(severitiesOf(off, code)).toEqual([]);
    expect(off.switchedOff).toEqual({ [code]: 1 });
  });
});

describe('missingFormulas', () => {
  it('finds ƒ cells without formula and value in rows that hold something, and nothing else', () => {
    const rows = [goodRow, rowWith({ identity: '5-2', index: 9 }), {}];
    const entries = entriesOf({ rows: { 5: rows }, formulas: { 5: { index: [null, null, null] } } });
    expect(missingFormulas(entries, lists)).toEqual([{ list: '5', rowIndex: 0, column: 'index' }]);
  });
  it('counts 县（市、区） among them in one unit’s workbook', () => {
    const entries = entriesOf({ rows: { 5: [rowWith({ unit: null })] }, scope: { kind: 'unit', unit: 'gaoping' } });
    expect(missingFormulas(entries, lists)).toEqual([{ list: '5', rowIndex: 0, column: 'unit' }]);
  });
});
