import type { WorkbookEntries } from '../../src/list/entry';
import { check } from '../../src/rule/engine';
import type { Rule } from '../../src/rule/rule';
import { CheckSession } from '../../src/rule/session';
import { entriesOf, issuesOf, lists, plan, undecidedOf, type Row } from './fixture';

const at = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, totalInvestment: 10_000, ...cells });

describe('cross-county/near-name', () => {
  const rule = 'cross-county/near-name';
  const pair = (first: string, second: string, total = 10_000, unit = '高平市') =>
    issuesOf(rule, { rows: { A: [at('泽州县', { projectName: first }), at(unit, { projectName: second, totalInvestment: total })] } });
  it('passes when the names are apart, the money is, or the unit is one', () => {
    expect(pair('国道207线升级改造', '省道331线改扩建')).toEqual([]);
    expect(pair('智慧城市建设一期工程', '智慧城市建设二期项目', 10_600)).toEqual([]);
    expect(pair('智慧城市建设一期工程', '智慧城市建设二期项目', 10_000, '泽州县')).toEqual([]);
    expect(pair('东山公园', '西山公园')).toEqual([]);
  });
  it('hints when only the phase, 项目 or 工程, or one or two characters differ', () => {
    expect(pair('智慧城市建设（一期）工程', '智慧城市建设第二期项目', 10_400)).toMatchObject([{ severity: 'info', unit: 'zezhou', params: { units: ['gaoping'] } }]);
    expect(pair('国道207线升级改造工程', '国道207线升级改建工程')).toHaveLength(1);
    expect(pair('国道207线升级改造工程', '国道207线改造工程')).toHaveLength(1);
  });
  it('is undecided when 总投资 is missing', () => {
    expect(undecidedOf(rule, { rows: { A: [at('泽州县', { totalInvestment: null })] } })).toMatchObject([{ unit: 'zezhou', reason: 'missing' }]);
  });
  it('is told of every name of a series however many there are', () => {
    const rows = Array.from({ length: 400 }, (_, number) => at(number % 2 === 0 ? '泽州县' : '高平市', { projectName: `产业园基础设施项目${number + 1}`, identity: `A-${number}` }));
    const found = issuesOf('cross-county/near-name', { rows: { A: rows } });
    expect(found).toHaveLength(200);
    expect(found.every(({ unit, params }) => unit === 'zezhou' && params['more'] === true)).toBe(true);
  });
});

describe('what is said of a near name', () => {
  const rule = 'cross-county/near-name';
  const named = (unit: string, projectName: string, cells: Row = {}) => at(unit, { projectName, ...cells });

  it('stands at the first by unit, and names the others with their units and rows', () => {
    const rows = { 5: [named('高平市', '智慧城市建设二期')], A: [named('沁水县', '智慧城市建设 三期'), named('泽州县', '智慧城市建设一期工程')] };
    expect(issuesOf(rule, { rows }).map(({ list, unit, rowIndex, columns, params, source }) => ({ list, unit, rowIndex, columns, params, source }))).toEqual([
      { list: '5', unit: 'gaoping', rowIndex: 0, columns: ['projectName'], params: { seen: '智慧城市建设二期', units: ['qinshui'], names: ['智慧城市建设 三期'], lists: ['A'], rows: [7], more: false }, source: '三(一)2' },
      { list: 'A', unit: 'zezhou', rowIndex: 1, columns: ['projectName'], params: { seen: '智慧城市建设一期工程', units: ['gaoping', 'qinshui'], names: ['智慧城市建设二期', '智慧城市建设 三期'], lists: ['5', 'A'], rows: [7, 7], more: false }, source: '三(一)2' },
    ]);
  });
  it('is told once of a project on several lists, at its first row, and names five of more', () => {
    const rows = { 5: [named('泽州县', '智慧城市建设一期')], A: [named('泽州县', '智慧城市建设一期'), ...[2, 3, 4, 5, 6, 7].map((phase) => named('高平市', `智慧城市建设${phase}期`))] };
    const found = issuesOf(rule, { rows });
    expect(found).toMatchObject([{ list: '5', rowIndex: 0, params: { more: true, lists: ['A', 'A', 'A', 'A', 'A'], rows: [8, 9, 10, 11, 12] } }]);
    expect([found[0]!.params['names'], found[0]!.params['units']]).toEqual([[2, 3, 4, 5, 6].map((phase) => `智慧城市建设${phase}期`), new Array(5).fill('gaoping')]);
  });
  it('goes by the 总投资 of the first list that has one, not below 0, and not by ledger B', () => {
    const one = named('高平市', '智慧城市建设二期');
    const on = (rows: Readonly<Record<string, readonly Row[]>>) => issuesOf(rule, { rows: { ...rows, 9: [one] } }).length;
    const own = (totalInvestment: number | null) => named('泽州县', '智慧城市建设一期', { totalInvestment });
    expect([on({ 5: [own(null)], A: [own(10_000)] }), on({ 5: [own(-1)], A: [own(10_000)] }), on({ 5: [own(5_000)], A: [own(10_000)] }), on({ 5: [own(10_000)], A: [own(5_000)] })]).toEqual([1, 1, 0, 1]);
    expect(on({ B: [{ projectName: '智慧城市建设一期', unit: '泽州县', plannedInvestment: 1, totalInvestment: 10_000 }] })).toBe(0);
  });
  it('is undecided where no row has 总投资: waiting where all of them wait', () => {
    const issued = { A: { 'A-1': { name: '国道改造', unit: 'zezhou' } } };
    const waiting = { identity: 'A-1', projectName: '国道改造', unit: '泽州县' };
    const of = (rows: Readonly<Record<string, readonly Row[]>>) => undecidedOf(rule, { rows, issued }).map(({ list, unit, reason, count }) => [list, unit, reason, count]);
    expect(of({ A: [waiting] })).toEqual([['A', 'zezhou', 'waiting', 1]]);
    expect(of({ 5: [at('泽州县', { totalInvestment: null, remark: '填报' })], A: [waiting] })).toEqual([['5', 'zezhou', 'missing', 1]]);
    expect(of({ A: [at('长治市', { totalInvestment: null }), { unit: '泽州县', remark: '填报' }] })).toEqual([]);
  });
  it('is said in the city’s workbook alone', () => {
    const rows = { A: [named('泽州县', '智慧城市建设一期'), named('高平市', '智慧城市建设二期')] };
    expect([issuesOf(rule, { rows }).length, issuesOf(rule, { rows, scope: { kind: 'unit', unit: 'zezhou' } }).length]).toEqual([1, 0]);
    expect(undecidedOf(rule, { rows: { A: [at('泽州县', { totalInvestment: null })] }, scope: { kind: 'unit', unit: 'zezhou' } })).toEqual([]);
  });
});

describe('near names in a workbook that is edited', () => {
  const options = { only: ({ code }: Rule) => code === 'cross-county/near-name' };
  const open = (entries: WorkbookEntries) => {
    const steps = CheckSession.open(entries, plan, lists, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const rows = (): Row[] => [
    at('泽州县', { projectName: '智慧城市建设一期' }),
    at('高平市', { projectName: '智慧城市建设二期' }),
    at('沁水县', { projectName: '智慧城市建设三期' }),
    at('沁水县', { projectName: '国道207线升级改造' }),
    at('阳城县', { projectName: '智慧城市建设一期', totalInvestment: null }),
  ];
  const edit = (session: CheckSession, row: number, column: string, value: Row[string], list = 'A') => {
    for (const step of session.edit([{ list, row, column, value }])) expect(step.done).toBeLessThanOrEqual(step.total);
    expect(session.result).toEqual(check(session.entries, plan, lists, options));
    return session.result.issues.map(({ rowIndex, params }) => [rowIndex, params['names']]);
  };

  it('are told as they then are, after any edit', () => {
    const session = open(entriesOf({ rows: { A: rows(), 5: [at('泽州县', { projectName: '智慧城市建设一期' })] } }));
    expect(edit(session, 1, 'totalInvestment', 20_000)).toEqual([[0, ['智慧城市建设三期']]]);
    expect(edit(session, 1, 'totalInvestment', 10_001)).toEqual([[0, ['智慧城市建设二期', '智慧城市建设三期']], [1, ['智慧城市建设三期']]]);
    expect(edit(session, 2, 'projectName', '智慧 城市建设三期')).toEqual([[0, ['智慧城市建设二期', '智慧 城市建设三期']], [1, ['智慧 城市建设三期']]]);
    expect(edit(session, 0, 'totalInvestment', null, '5')).toEqual([[0, ['智慧城市建设二期', '智慧 城市建设三期']], [1, ['智慧 城市建设三期']]]);
    expect(edit(session, 0, 'projectName', '乡村供水', '5')).toEqual([[0, ['智慧城市建设二期', '智慧 城市建设三期']], [1, ['智慧 城市建设三期']]]);
    expect(edit(session, 4, 'totalInvestment', 10_000)).toHaveLength(3);
    expect(edit(session, 3, 'projectName', '智慧城市建设四期')).toHaveLength(3);
    expect(edit(session, 1, 'unit', '长治市')).toHaveLength(2);
    expect(edit(session, 4, 'totalInvestment', '—')).toHaveLength(1);
    expect(edit(session, 0, 'projectName', null)).toEqual([]);
    expect(edit(session, 5, 'unit', '城区')).toEqual([]);
    expect(edit(session, 5, 'projectName', '智慧城市建设五期')).toEqual([]);
    expect(edit(session, 5, 'totalInvestment', 10_000)).toHaveLength(1);
  });

  it('are told after so many names were pasted that all are looked for anew', () => {
    const many = (from: number) => Array.from({ length: 260 }, (_, number): Row => at(number % 2 === 0 ? '泽州县' : '高平市', { projectName: `${'东西南北中'[number % 5]}${'甲乙丙丁戊己庚'[number % 7]}村道路${from + number}` }));
    const session = open(entriesOf({ rows: { A: [...rows(), ...many(1_000)] } }));
    const pasted = entriesOf({ rows: { A: [...rows().slice(1), ...many(5_000)] } });
    for (const step of session.update(pasted)) expect(step.done).toBeLessThanOrEqual(step.total);
    expect(session.result).toEqual(check(pasted, plan, lists, options));
    expect(session.result.issues.length).toBeGreaterThan(0);
    edit(session, 0, 'totalInvestment', 20_000);
  });
});
