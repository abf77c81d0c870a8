import fc from 'fast-check';
import type { ListEntries, WorkbookEntries } from '../../src/list/entry';
import type { Value } from '../../src/list/list';
import { sampleRows } from '../../src/list/sample/sample';
import { check } from '../../src/rule/engine';
import { explain } from '../../src/rule/explain';
import { CheckSession } from '../../src/rule/session';
import { day, entriesOf, lists, plan, type Row } from './fixture';

function run<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Some rows of every list, from the samples of the whole city or one unit. */
function smallWorkbook(kind: 'clean' | 'mistakes', scope: WorkbookEntries['scope'], rowsPerList: number, asOf = '2023-12-25'): WorkbookEntries {
  const sample = sampleRows(plan, scope, day(asOf), { kind, seed: 5 });
  const rows: Record<string, Row[]> = {};
  for (const [key, columns] of Object.entries(sample)) {
    const count = Math.max(...Object.values(columns).map((cells) => cells.length));
    const all = Array.from({ length: count }, (_, row): Row => ({
      ...Object.fromEntries(Object.entries(columns).map(([column, cells]) => [column, cells[row] ?? null])),
      identity: `${key}-${row}`,
    }));
    const step = Math.max(1, Math.floor(all.length / rowsPerList));
    rows[key] = all.filter((_, row) => row % step === 0).slice(0, rowsPerList);
  }
  const named = plan.namedProjects.filter(({ list }) => list === '5').slice(0, 3);
  const issued = { 5: Object.fromEntries(named.map(({ name, unit }, at) => [`5-n${at}`, { name, unit }])) };
  const waiting = named.map(({ name, unit }, at): Row => ({ identity: `5-n${at}`, projectName: name, unit: plan.units.find(({ key }) => key === unit)!.name }));
  return entriesOf({ rows: { ...rows, 5: [...(rows['5'] ?? []), ...waiting, {}] }, scope, asOf, issued });
}

const city = { kind: 'city' } as const;
const workbooks: readonly (readonly [string, WorkbookEntries])[] = [
  ['the city’s workbook with mistakes', smallWorkbook('mistakes', city, 6)],
  ['the city’s clean workbook after the quarter', smallWorkbook('clean', city, 5, '2024-03-31')],
  ['one unit’s workbook', smallWorkbook('mistakes', { kind: 'unit', unit: 'zezhou' }, 5)],
];

type Change = (entries: WorkbookEntries) => WorkbookEntries;

function withList(entries: WorkbookEntries, key: string, change: (list: ListEntries) => Partial<ListEntries>): WorkbookEntries {
  const list = entries.lists[key];
  return list ? { ...entries, lists: { ...entries.lists, [key]: { ...list, ...change(list) } } } : entries;
}

const mapCells = (list: ListEntries, change: (cells: readonly Value[], column: string) => readonly Value[]): ListEntries['values'] =>
  Object.fromEntries(Object.entries(list.values).map(([column, cells]) => [column, change(cells, column)]));

const setCell = (key: string, row: number, column: string, value: Value): Change => (entries) =>
  withList(entries, key, (list) => ({
    values: mapCells(list, (cells, each) => (each === column ? cells.map((cell, at) => (at === row % list.rowCount ? value : cell)) : cells)),
  }));

const emptyRow = (key: string, row: number): Change => (entries) =>
  withList(entries, key, (list) => ({ values: mapCells(list, (cells) => cells.map((cell, at) => (at === row % list.rowCount ? null : cell))) }));

const removeRow = (key: string, row: number): Change => (entries) =>
  withList(entries, key, (list) => {
    const keep = (_: unknown, at: number) => at !== row % list.rowCount;
    const formulas = Object.fromEntries(Object.entries(list.formulas).map(([column, cells]) => [column, cells.filter(keep)]));
    return list.rowCount < 2 ? {} : { rowCount: list.rowCount - 1, values: mapCells(list, (cells) => cells.filter(keep)), formulas };
  });

/** A copy of a row, with its identity or without, put at the end or in between; perhaps of another unit. */
const copyRow = (key: string, row: number, at: number, keepsIdentity: boolean, unit: Value): Change => (entries) =>
  withList(entries, key, (list) => {
    const [from, to] = [row % list.rowCount, at % (list.rowCount + 1)];
    const copied = (cell: Value, column: string) => (column === 'identity' && !keepsIdentity ? null : column === 'unit' && unit !== null ? unit : cell);
    const formulas = Object.fromEntries(Object.entries(list.formulas).map(([column, cells]) => [column, cells.toSpliced(to, 0, cells[from] ?? null)]));
    return { rowCount: list.rowCount + 1, values: mapCells(list, (cells, column) => cells.toSpliced(to, 0, copied(cells[from] ?? null, column))), formulas };
  });

/** The name, code and unit of a row of another list, so that rows on one project meet. */
const takeProject = (key: string, row: number, from: string, other: number, columns: readonly string[]): Change => (entries) => {
  const source = entries.lists[from];
  return columns.reduce(
    (edited, column) => setCell(key, row, column, source?.values[column]?.[other % (source.rowCount || 1)] ?? null)(edited),
    entries,
  );
};

const explainIssue = (at: number): Change => (entries) => {
  const { issues } = check(entries, plan, lists);
  const issue = issues[at % issues.length];
  return issue ? { ...entries, explanations: [...entries.explanations, explain(issue, entries, '王某', '已核实')] } : entries;
};

const weigh = (code: string, severity: 'error' | 'warning' | 'info' | 'off'): Change => (entries) => ({
  ...entries,
  ruleSettings: [...entries.ruleSettings.filter((each) => each.code !== code), { code, severity, who: '市发改委', why: '另有规定' }],
});

const unitNames = plan.units.map(({ name }) => name);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Value>(null, '', '无', '沁水', '2000万', '2023.11.5', '#REF!', '已开工', '未开工', '申请调出', '是', '否', '新开工', '已销号', true) },
  { weight: 2, arbitrary: fc.constantFrom<Value>(...unitNames) },
  { weight: 2, arbitrary: fc.constantFrom<Value>(0, -3, 1, 45_240, 45_300, 45_380, 10_000, 10_400, 9_000_000) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('智慧城市建设一期工程', '智慧城市建设二期项目', '国道207线升级改造工程', '国道207线升级改建工程', '国道２０７线 升级改造工程', '国道207线至陵川', '2311-140500-04-01-123456', '2311-140525-04-01-654321') },
);
const listKey = fc.constantFrom(...lists.map(({ key }) => key));
const projectKey = fc.constantFrom(...lists.filter(({ kind }) => kind === 'project').map(({ key }) => key));
const row = fc.nat(20);
const columnOf = new Map(lists.map((list) => [list.key, list.columns.map(({ key }) => key)]));
const cell: fc.Arbitrary<Change> = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: projectKey }, { weight: 1, arbitrary: listKey }), row, fc.nat(60), value)
  .map(([key, at, column, content]) => setCell(key, at, columnOf.get(key)![column % columnOf.get(key)!.length]!, content));
const project = fc
  .tuple(projectKey, row, projectKey, row, fc.subarray(['projectName', 'projectCode', 'unit', 'totalInvestment', 'developer', 'problemNumber'], { minLength: 1 }))
  .map(([key, at, from, other, columns]) => takeProject(key, at, from, other, columns));
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: cell },
  { weight: 6, arbitrary: project },
  { weight: 2, arbitrary: fc.tuple(listKey, row).map(([key, at]) => emptyRow(key, at)) },
  { weight: 2, arbitrary: fc.tuple(listKey, row).map(([key, at]) => removeRow(key, at)) },
  { weight: 3, arbitrary: fc.tuple(projectKey, row, row, fc.boolean(), fc.constantFrom<Value>(null, ...unitNames)).map((copy) => copyRow(...copy)) },
  { weight: 1, arbitrary: fc.nat(5_000).map(explainIssue) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('cell/phone', 'row/duplicate', 'cross-list/project-differs', 'list/row-count'), fc.constantFrom('info', 'off', 'warning', 'error')).map(([code, severity]) => weigh(code, severity as 'off')) },
);

describe('a session', () => {
  it.each(workbooks)('gives after any edits of %s what judging it anew gives', (_, base) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.constantFrom(1_000, 3), (changes, listLimit) => {
        let entries = base;
        const session = run(CheckSession.open(entries, plan, lists, { listLimit }));
        for (const apply of changes) {
          entries = apply(entries);
          expect(run(session.update(entries))).toEqual(check(entries, plan, lists, { listLimit }));
        }
      }),
      { numRuns: 10 },
    );
  });

  const base = workbooks[0]![1];
  const open = () => run(CheckSession.open(base, plan, lists));

  it('takes single cells, also in a row below the last, and keeps what it was given as it was', () => {
    const session = open();
    const [before, given] = [session.result, structuredClone(base.lists['5'])];
    const below = base.lists['5']!.rowCount;
    const result = run(session.edit([{ list: '5', row: below, column: 'projectName', value: '新增项目' }, { list: '5', row: 0, column: 'phone', value: '123' }]));
    expect(session.entries.lists['5']!.rowCount).toBe(below + 1);
    expect(result).toEqual(check(session.entries, plan, lists));
    expect(result.issues.some(({ list, rowIndex }) => list === '5' && rowIndex === below)).toBe(true);
    expect(base.lists['5']).toEqual(given);
    expect(before).toEqual(check(base, plan, lists));
  });

  it('leaves issues of rows that an edit does not concern the objects that they were', () => {
    const session = open();
    const known = new Set(session.result.issues);
    const fresh = run(session.edit([{ list: '5', row: 0, column: 'phone', value: '123' }])).issues.filter((issue) => issue.rowIndex !== null && !known.has(issue));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ list, rowIndex }) => list === '5' && rowIndex === 0)).toBe(true);
  });

  it('judges the whole anew after it was left in the middle, and after 统计截止日 or a column is another', () => {
    const session = open();
    session.edit([{ list: '5', row: 0, column: 'projectName', value: '另一项目' }]).next();
    const left = session.edit([{ list: '6', row: 0, column: 'projectName', value: '另一项目' }]);
    left.next();
    left.return(session.result);
    const edited = setCell('9', 1, 'unit', '沁水县')(base);
    expect(run(session.update(edited))).toEqual(check(edited, plan, lists));
    const later = { ...edited, asOf: day('2024-03-31') };
    expect(run(session.update(later))).toEqual(check(later, plan, lists));
    const values = Object.fromEntries(Object.entries(later.lists['5']!.values).filter(([column]) => column !== 'phone'));
    const without = withList(later, '5', () => ({ values }));
    expect(run(session.update(without))).toEqual(check(without, plan, lists));
  });

  it('finds what a rule on whole lists reads, and findings of the structure', () => {
    const session = open();
    const finding = { kind: 'outsideTable', list: '5', row: 90, column: 0, rows: 2, columns: 3, growable: true } as const;
    const found = { ...base, findings: [finding] };
    expect(run(session.update(found))).toEqual(check(found, plan, lists));
    expect(session.result.issues.map(({ code }) => code)).toContain('list/outside-table');
    expect(run(session.update(base))).toEqual(check(base, plan, lists));
  });

  it('gives it after a column of names was pasted over', () => {
    const series = (from: number) => Array.from({ length: 560 }, (_, at): Row => ({ identity: `A-${at}`, unit: unitNames[at % 2]!, projectName: `王庄村道路硬化工程${from + at}`, totalInvestment: 2_000 }));
    const session = run(CheckSession.open(entriesOf({ rows: { A: series(1) } }), plan, lists, { listLimit: 20 }));
    const pasted = entriesOf({ rows: { A: series(9_000) } });
    expect(run(session.update(pasted))).toEqual(check(pasted, plan, lists, { listLimit: 20 }));
  });

  it('counts each unit’s errors while a row goes to another unit, is mended, and goes', () => {
    const wrong = (at: number): Row => ({ identity: `5-${at}`, unit: '泽州县', projectName: `项目${at}`, startState: '坏' });
    const session = run(CheckSession.open(entriesOf({ rows: { 5: [0, 1, 2, 3].map(wrong) } }), plan, lists, { listLimit: 1, only: ({ code }) => code === 'cell/enum' }));
    const errorsOf = ({ unitErrors: { zezhou, gaoping } }: typeof session.result) => ({ zezhou, gaoping });
    expect(errorsOf(session.result)).toEqual({ zezhou: 4, gaoping: 0 });
    expect(errorsOf(run(session.edit([{ list: '5', row: 3, column: 'unit', value: '高平市' }])))).toEqual({ zezhou: 3, gaoping: 1 });
    expect(errorsOf(run(session.edit([{ list: '5', row: 2, column: 'startState', value: '未开工' }])))).toEqual({ zezhou: 2, gaoping: 1 });
    expect(errorsOf(run(session.update(removeRow('5', 3)(session.entries))))).toEqual({ zezhou: 2, gaoping: 0 });
    expect(errorsOf(run(session.update(removeRow('5', 0)(session.entries))))).toEqual({ zezhou: 1, gaoping: 0 });
  });

  it('gives it after a hundred edits of a larger workbook too', () => {
    const large = smallWorkbook('mistakes', city, 60);
    const session = run(CheckSession.open(large, plan, lists, { listLimit: 20 }));
    let entries = large;
    for (const [at, apply] of fc.sample(change, { numRuns: 100, seed: 11 }).entries()) {
      entries = apply(entries);
      const result = run(session.update(entries));
      if (at % 20 === 19) expect(result).toEqual(check(entries, plan, lists, { listLimit: 20 }));
    }
  });
});
