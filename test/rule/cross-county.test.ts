import { schemaVersion } from '../../src/list/schema-version';
import { check } from '../../src/rule/engine';
import { entriesOf, issuesOf, lists, plan, undecidedOf, type Row } from './fixture';

const zezhou = { kind: 'unit', unit: 'zezhou' } as const;
const code = '2311-140500-04-01-123456';
const at = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, totalInvestment: 10_000, ...cells });

describe('cross-county/same-code', () => {
  const rule = 'cross-county/same-code';
  it('passes when one unit has the code, on several lists too', () => {
    expect(issuesOf(rule, { rows: { 5: [at('泽州县', { projectCode: code })], A: [at('泽州县', { projectCode: code })] } })).toEqual([]);
  });
  it('reports once when two have it, whatever the order of rows', () => {
    const rows = [at('泽州县', { projectCode: code, identity: 'A-1' }), at('高平市', { projectCode: code, identity: 'A-2' }), at('沁水县', { projectCode: code, identity: 'A-3' })];
    const found = issuesOf(rule, { rows: { A: rows } });
    expect(found).toMatchObject([{ severity: 'warning', unit: 'zezhou', params: { units: ['zezhou', 'gaoping', 'qinshui'], rows: [8, 9] } }]);
    expect(issuesOf(rule, { rows: { A: [...rows].reverse() } }).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });
  it('is undecided nowhere: a row without a code or a unit is compared with nothing', () => {
    expect(issuesOf(rule, { rows: { A: [at('泽州县', { projectCode: '无' }), at('高平市', { projectCode: '无' })] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { A: [at('泽州县', { projectCode: code }), at('长治市', { projectCode: code })] } })).toEqual([]);
  });
});

describe('cross-county/same-name', () => {
  const rule = 'cross-county/same-name';
  it('passes when names differ', () => expect(issuesOf(rule, { rows: { A: [at('泽州县'), at('高平市', { projectName: '省道改造' })] } })).toEqual([]));
  it('reports once when one name is under two units, across lists', () => {
    expect(issuesOf(rule, { rows: { 5: [at('高平市', { projectName: '国道 改造' })], A: [at('泽州县')] } })).toMatchObject([
      { severity: 'warning', list: '5', unit: 'gaoping', params: { lists: ['A'], units: ['zezhou', 'gaoping'] } },
    ]);
  });
  it('is undecided nowhere: a row whose unit cannot be told is compared with nothing', () => {
    expect(issuesOf(rule, { rows: { A: [at('泽州县'), at('长治市')] } })).toEqual([]);
  });
});

describe('cross-county/name-of-other-unit', () => {
  const rule = 'cross-county/name-of-other-unit';
  const on = (unit: string, projectName: string) => issuesOf(rule, { rows: { 7: [at(unit, { projectName })] } });
  it('passes for its own name, and for words such as 主城区', () => {
    expect(on('陵川县', '陵川客运站')).toEqual([]);
    expect(on('市本级', '主城区水系建设')).toEqual([]);
    expect(on('泽州县', '开发区道路')).toEqual([]);
  });
  it('hints at another county’s', () => expect(on('泽州县', '国道207线至陵川')).toMatchObject([{ severity: 'info', unit: 'zezhou', params: { other: 'lingchuan' } }]));
  it('is undecided nowhere: a row whose unit cannot be told is left out', () => expect(on('长治市', '国道207线至陵川')).toEqual([]));
});

describe('cross-county/foreign-row', () => {
  const rule = 'cross-county/foreign-row';
  it('passes when every row is the unit’s own', () => expect(issuesOf(rule, { rows: { 5: [at('泽州县')] }, scope: zezhou })).toEqual([]));
  it('reports another unit’s row, not in the city’s workbook', () => {
    expect(issuesOf(rule, { rows: { 5: [at('高平市')] }, scope: zezhou })).toMatchObject([{ severity: 'error', list: '5', unit: 'gaoping', columns: ['unit'] }]);
    expect(issuesOf(rule, { rows: { 5: [at('高平市')] } })).toEqual([]);
  });
  it('is undecided when 县（市、区） is gone', () => {
    expect(undecidedOf(rule, { rows: { 5: [at('泽州县')] }, scope: zezhou, gone: { 5: ['unit'] } })).toMatchObject([{ list: '5', reason: 'structure', params: { column: 'unit' } }]);
  });
});

describe('cross-county/plan-mismatch', () => {
  const rule = 'cross-county/plan-mismatch';
  const found = (entries: ReturnType<typeof entriesOf>) => check(entries, plan, lists).issues.filter((issue) => issue.code === rule);
  it('passes when the workbook is of this plan', () => expect(found(entriesOf({ rows: {} }))).toEqual([]));
  it('passes when an earlier version made it: such workbooks are read like those of today', () => expect(found({ ...entriesOf({ rows: {} }), schemaVersion: 1 })).toEqual([]));
  it('reports another plan, or a version to come', () => {
    expect(found({ ...entriesOf({ rows: {} }), planId: '别的方案' })).toMatchObject([{ severity: 'error', list: null, columns: [], params: { seen: '别的方案' } }]);
    expect(found({ ...entriesOf({ rows: {} }), schemaVersion: schemaVersion + 1 })).toMatchObject([{ params: { version: schemaVersion + 1, expectedVersion: schemaVersion } }]);
  });
  it('is never undecided: every workbook of ours says what it is', () => expect(undecidedOf(rule, { rows: {} })).toEqual([]));
});

describe('cross-county/outlier', () => {
  const rule = 'cross-county/outlier';
  const on = (...totals: readonly (readonly [string, number])[]) => ({ rows: { A: totals.map(([unit, totalInvestment]) => at(unit, { totalInvestment })) } });
  it('passes up to 50 times the median', () => {
    expect(issuesOf(rule, on(['泽州县', 1_000], ['高平市', 1_000], ['阳城县', 50_000]))).toEqual([]);
  });
  it('hints beyond', () => {
    expect(issuesOf(rule, on(['泽州县', 1_000], ['高平市', 1_000], ['阳城县', 50_001]))).toMatchObject([{ severity: 'info', list: 'A', unit: 'yangcheng', params: { median: 1_000 } }]);
  });
  it('is undecided when fewer than three units have projects', () => {
    expect(undecidedOf(rule, on(['泽州县', 1_000], ['高平市', 900_000]))).toMatchObject([{ list: 'A', reason: 'missing' }]);
  });
});

describe('cross-county/missing-unit', () => {
  const rule = 'cross-county/missing-unit';
  it('passes for a unit that has sent something', () => {
    expect(issuesOf(rule, { rows: { 5: plan.units.map((unit) => at(unit.name, { remark: '填报' })) } })).toEqual([]);
  });
  it('reports once per unit that has sent nothing', () => {
    const rows = { 5: plan.units.slice(1).map((unit) => at(unit.name, { remark: '填报' })) };
    expect(issuesOf(rule, { rows })).toMatchObject([{ severity: 'warning', list: null, unit: 'chengqu' }]);
  });
  it('is undecided when the list-due day has not come', () => {
    const found = undecidedOf(rule, { rows: {}, asOf: '2023-11-29' });
    expect(found.map(({ unit, reason }) => [unit, reason])).toEqual(plan.units.map(({ key }) => [key, 'waiting']));
  });
});
