import type { ListEntries, WorkbookEntries } from '../../src/list/entry';
import type { Value } from '../../src/list/list';
import { check } from '../../src/rule/engine';
import { explain } from '../../src/rule/explain';
import type { Rule } from '../../src/rule/rule';
import { CheckSession } from '../../src/rule/session';
import { day, entriesOf, lists, plan, rowWith, type Row, type Workbook } from './fixture';

function run<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const code = '2311-140500-04-01-123456';
const road = (unit: string, cells: Row = {}): Row => ({ projectName: '国道207线升级改造工程', unit, totalInvestment: 10_000, ...cells });
const [named] = plan.namedProjects.filter(({ list }) => list === '5');
const unitName = (key: string) => plan.units.find((unit) => unit.key === key)!.name;

/** A few rows of some lists that have much to do with each other. */
const base = entriesOf({
  asOf: '2023-12-25',
  rows: {
    4: [road('泽州县', { identity: '4-1', problems: '资金' })],
    5: [
      rowWith({ identity: '5-1' }),
      { identity: '5-n', projectName: named!.name, unit: unitName(named!.unit) },
      road('泽州县', { identity: '5-2', projectCode: code, startState: '已开工' }),
      road('泽州县', { identity: '5-2', startState: '坏' }),
      {},
    ],
    6: [road('泽州县', { identity: '6-1', totalInvestment: 9_000 })],
    7: [{ identity: '7-1', projectName: '产业园一期', unit: '沁水', totalInvestment: 900, yearDone: 1_000 }],
    8: [{ identity: '8-1', problemNumber: '1', projectName: '国道改造', unit: '泽州县' }, { identity: '8-2', problemNumber: '2', projectName: '国道改造', unit: '泽州县' }],
    9: [road('高平市', { identity: '9-1', projectName: '国道207线升级改建工程', plannedStart: day('2024-02-01') })],
    A: [road('高平市', { identity: 'A-1', startKind: '新开工', doneByYearEnd: 1 }), road('沁水县', { identity: 'A-2', projectCode: code })],
    1: plan.units.slice(0, 3).map(({ name }) => ({ unit: name, 'fixedAssetInvestment.m10': 1 })),
  },
  issued: { 5: { '5-n': { name: named!.name, unit: named!.unit } } },
});

type Change = (entries: WorkbookEntries) => WorkbookEntries;

function withList(entries: WorkbookEntries, key: string, change: (list: ListEntries) => Partial<ListEntries>): WorkbookEntries {
  const list = entries.lists[key]!;
  return { ...entries, lists: { ...entries.lists, [key]: { ...list, ...change(list) } } };
}
const mapCells = (list: ListEntries, change: (cells: readonly Value[], column: string) => readonly Value[]) =>
  Object.fromEntries(Object.entries(list.values).map(([column, cells]) => [column, change(cells, column)]));

const set = (key: string, row: number, cells: Row): Change => (entries) =>
  withList(entries, key, (list) => ({ values: mapCells(list, (own, column) => (column in cells ? own.with(row, cells[column]!) : own)) }));
const empty = (key: string, row: number): Change => (entries) => withList(entries, key, (list) => ({ values: mapCells(list, (cells) => cells.with(row, null)) }));
const remove = (key: string, row: number): Change => (entries) =>
  withList(entries, key, (list) => ({
    rowCount: list.rowCount - 1,
    values: mapCells(list, (cells) => cells.toSpliced(row, 1)),
    formulas: Object.fromEntries(Object.entries(list.formulas).map(([column, cells]) => [column, cells.toSpliced(row, 1)])),
  }));
const insert = (key: string, row: number, cells: Row): Change => (entries) =>
  withList(entries, key, (list) => ({
    rowCount: list.rowCount + 1,
    values: mapCells(list, (own, column) => own.toSpliced(row, 0, cells[column] ?? null)),
    formulas: Object.fromEntries(Object.entries(list.formulas).map(([column, own]) => [column, own.toSpliced(row, 0, '=1')])),
  }));
const typeOver = (key: string, row: number, column: string): Change => (entries) =>
  withList(entries, key, ({ formulas }) => ({ formulas: { ...formulas, [column]: (formulas[column] ?? []).map((own, at) => (at === row ? null : own)) } }));
const explainFirst = (rule: string): Change => (entries) => {
  const issue = check(entries, plan, lists, { only: (each) => each.code === rule }).issues.find((each) => each.code === rule)!;
  return { ...entries, explanations: [...entries.explanations, explain(issue, entries, '王某', '已核实')] };
};
const weigh = (rule: string, severity: 'error' | 'info' | 'off'): Change => (entries) => ({ ...entries, ruleSettings: [{ code: rule, severity, who: '甲', why: '乙' }] });

/** Some rules of every kind. */
const asked = new Set(['row/completed-exceeds-total', 'row/new-start-spent', 'row/start-state', 'row/duplicate', 'list/row-count', 'list/named-project-missing', 'list/unfilled', 'list/outside-table', 'cross-list/project-differs', 'cross-list/not-started-and-started', 'cross-list/problem-not-listed', 'cross-list/q1-not-in-reserve', 'cross-list/problem-project-unknown', 'cross-list/started-not-followed', 'cross-list/reserve-q1-not-in-9', 'cross-county/same-code', 'cross-county/same-name', 'cross-county/near-name']);
const options = { only: ({ code: each, scope }: Rule) => scope === 'cell' || asked.has(each), listLimit: 2 };

/** Every step is judged again and held against a full check. */
const walks: Readonly<Record<string, readonly (readonly [string, Change])[]>> = {
  'cells of a row': [
    ['a telephone', set('5', 0, { phone: '123' })],
    ['what it was', set('5', 0, { phone: '13912345678' })],
    ['a state that is none', set('5', 0, { startState: '坏' })],
    ['a formula typed over', typeOver('5', 0, 'index')],
    ['an amount', set('6', 0, { totalInvestment: 10_000 })],
    ['a row of a target list', set('1', 1, { 'fixedAssetInvestment.m10': -5 })],
    ['all of a row', empty('5', 3)],
  ],
  'rows that begin and end': [
    ['a waiting row is filled in', set('5', 1, { remark: '填报' })],
    ['the first row of ledger B', insert('B', 0, { projectName: '某某协议', unit: '泽州县', plannedInvestment: 1 })],
    ['a row below the last', insert('5', 5, road('阳城县', { identity: '5-9' }))],
    ['a row in between', insert('5', 1, rowWith({ identity: '5-8', projectName: '第十一中学校' }))],
    ['a row gone', remove('5', 0)],
    ['the only row of a list gone', remove('4', 0)],
    ['a row back', insert('4', 0, road('泽州县', { identity: '4-1' }))],
  ],
  'units that begin a list and leave it': [
    ['the first row of a unit on ledger A', insert('A', 0, { identity: 'A-7', projectName: '别的项目', unit: '泽州县' })],
    ['it waits no more', set('5', 1, { remark: '填报' })],
    ['ledger A is left by a unit', empty('A', 0)],
    ['and by another', set('A', 1, { unit: '高平市' })],
    ['ledger A is empty', (entries) => ['A'].reduce((after, key) => [0, 1, 2].reduce((each, row) => empty(key, row)(each), after), entries)],
    ['ledger A has begun again', set('A', 2, { projectName: '国道207线升级改建工程', unit: '高平市' })],
    ['list 6 is empty', empty('6', 0)],
    ['list 6 has begun again, in another unit', set('6', 0, { projectName: '别的项目', unit: '沁水县' })],
    ['list 9 is left', empty('9', 0)],
    ['a row of another unit on list 9', insert('9', 0, { identity: '9-7', projectName: '丙项目', unit: '阳城县', remark: '填报' })],
    ['that unit begins ledger A', insert('A', 0, { identity: 'A-9', projectName: '丁项目', unit: '阳城县', remark: '填报' })],
    ['and leaves it', empty('A', 0)],
    ['that unit begins list 6', insert('6', 0, { identity: '6-9', projectName: '丁项目', unit: '阳城县', remark: '填报' })],
    ['and leaves it, the row too', remove('6', 0)],
    ['a row of no unit', set('A', 0, { projectName: '甲', unit: '长治市' })],
  ],
  'rows that are held against others': [
    ['the same name', set('A', 1, { unit: '高平市' })],
    ['another unit', set('A', 1, { unit: '泽州县' })],
    ['another name', set('5', 2, { projectName: '省道331线改扩建' })],
    ['the same number', set('8', 1, { problemNumber: '1' })],
    ['another number', set('8', 0, { problemNumber: '3' })],
    ['another code', set('A', 1, { projectCode: null })],
    ['the same code', set('9', 0, { projectCode: code })],
    ['a near name', set('7', 0, { projectName: '国道207线升级改造', totalInvestment: 10_100 })],
    ['no 总投资', set('9', 0, { totalInvestment: null })],
  ],
  'what the office says': [
    ['an explanation', explainFirst('row/completed-exceeds-total')],
    ['other values', set('7', 0, { yearDone: 1_001 })],
    ['a rule switched off', weigh('row/completed-exceeds-total', 'off')],
    ['a warning as an error', weigh('row/completed-exceeds-total', 'error')],
    ['an explanation of another', explainFirst('row/new-start-spent')],
    ['no setting', (entries) => ({ ...entries, ruleSettings: [] })],
    ['a finding', (entries) => ({ ...entries, findings: [{ kind: 'outsideTable', list: '5', row: 90, column: 0, rows: 2, columns: 3, growable: true }] })],
    ['no finding', (entries) => ({ ...entries, findings: [] })],
  ],
  'another frame': [
    ['another 统计截止日', (entries) => ({ ...entries, asOf: day('2024-03-31') })],
    ['a column less', (entries) => withList(entries, '5', ({ values: { phone: _, ...values } }) => ({ values }))],
    ['an edit after it', set('5', 0, { startState: '坏' })],
    ['a list less', ({ lists: { 8: _, ...others }, ...entries }) => ({ ...entries, lists: others })],
  ],
};

describe('a session that lists few of a kind', () => {
  it.each(Object.entries(walks))('gives what judging anew gives after each change: %s', (_, walk) => {
    const session = run(CheckSession.open(base, plan, lists, options));
    for (const [, change] of walk) {
      const after = change(session.entries);
      const result = run(session.update(after));
      expect(session.entries).toBe(after);
      expect(session.result).toBe(result);
      expect(result).toEqual(check(after, plan, lists, options));
    }
  });
});

describe('progress', () => {
  const progressOf = (steps: Generator<{ readonly done: number; readonly total: number }, unknown, void>) => {
    const seen: { readonly done: number; readonly total: number }[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) seen.push(step.value);
    return seen;
  };
  const many = (from: number): WorkbookEntries => entriesOf({ rows: { 5: Array.from({ length: 640 }, (_, at) => rowWith({ identity: `5-${at}`, projectName: `第${from + at}号`, totalInvestment: 1_000 + at * 500 })), 6: [road('泽州县')] } });

  it.each<[string, object, number]>([
    ['with rules that hold rows against each other, three looks at each row', options, 3],
    ['without them, two', { only: ({ scope }: Rule) => scope === 'cell' }, 2],
  ])('of opening is the rows looked at and the rules on whole lists: %s', (_, chosen, looks) => {
    const rowCount = Object.values(base.lists).reduce((sum, list) => sum + list.rowCount, 0);
    const seen = progressOf(CheckSession.open(base, plan, lists, chosen));
    const { done, total } = seen.at(-1)!;
    expect([done, seen.every((each) => each.total === total && each.done <= total)]).toEqual([total, true]);
    expect(seen.map((each) => each.done)).toEqual(seen.map((each) => each.done).sort((a, b) => a - b));
    expect(total - rowCount * looks).toBe(looks === 2 ? 0 : 4);
    expect(seen[0]!.done).toBeGreaterThan(0);
  });

  it('of opening goes on by a few hundred rows', () => {
    const done = progressOf(CheckSession.open(many(1), plan, lists, options)).map((each) => each.done);
    expect(Math.max(...done.map((each, at) => each - (done[at - 1] ?? 0)))).toBeLessThanOrEqual(640);
    expect(new Set(done).size).toBeGreaterThan(6);
  });

  it('of an edit breathes after some hundreds of rows, and seldom for a single one', () => {
    const session = run(CheckSession.open(many(1), plan, lists, options));
    const single = progressOf(session.edit([{ list: '5', row: 0, column: 'phone', value: '1' }])).length;
    expect(single).toBeLessThan(9);
    const pasted = progressOf(session.update(many(2_000)));
    expect(pasted.every(({ done, total }) => done === 0 && total === 1)).toBe(true);
    expect(pasted.length).toBeGreaterThanOrEqual(single + 6);
    expect(pasted.length).toBeLessThan(250);
    expect(session.result).toEqual(check(session.entries, plan, lists, options));
  });
});

it('rows that wait are told as undecided, by list and unit', () => {
  const { undecided } = check(base, plan, lists, { only: ({ scope }) => scope === 'cell' });
  expect(undecided.filter(({ list }) => list === '5')).toEqual([{ code: 'cell/required', list: '5', unit: named!.unit, reason: 'waiting', params: {}, count: 1 }]);
  expect(undecided.every(({ count }) => count > 0)).toBe(true);
});

describe('columns and lists that are gone', () => {
  const undecidedBy = (codes: readonly string[], workbook: Partial<Workbook>) =>
    check(entriesOf({ rows: { 5: [rowWith({}), rowWith({ identity: '5-2', projectName: '第十一中学校' })] }, ...workbook }), plan, lists, { only: ({ code: each, scope }) => scope === 'cell' || codes.includes(each) }).undecided.filter(({ reason, list }) => reason === 'structure' && list === '5');
  const of = (each: string, column: string, count: number) => ({ code: each, list: '5', unit: null, reason: 'structure', params: { column }, count });

  it('leave undecided what is said of their cells, by as many rows as are filled in, and rules that need them', () => {
    expect(undecidedBy(['row/start-late', 'row/start-state'], { gone: { 5: ['plannedStart', 'phone', 'yearPlan', 'startState', 'remark', 'index', 'mark'] } })).toEqual(
      expect.arrayContaining([of('cell/required', 'phone', 6), of('cell/type', 'yearPlan', 2), of('cell/length', 'remark', 2), of('row/start-late', 'plannedStart', 1), of('row/start-state', 'startState', 1)]),
    );
    expect(undecidedBy([], { gone: { 5: ['index', 'mark'] } })).toEqual([]);
    expect(undecidedBy(['row/start-late'], { rows: {}, gone: { 5: ['yearPlan'] } })).toEqual([]);
  });
  it('leave rules on a list that is gone undecided, and no others', () => {
    expect(undecidedBy(['row/start-late', 'row/permit-date'], { findings: [{ kind: 'sheetMissing', list: '5' }] })).toEqual([{ code: 'row/start-late', list: '5', unit: null, reason: 'structure', params: {}, count: 1 }]);
  });
});

describe('a session', () => {
  const codesAt = (issues: CheckSession['result']['issues'], list: string, row: number) => issues.filter((issue) => issue.list === list && issue.rowIndex === row).map((issue) => issue.code);

  it('tells what is wrong in a row, no more once it is mended, and again once it is not', () => {
    const session = run(CheckSession.open(base, plan, lists, options));
    expect(codesAt(session.result.issues, '7', 0)).toContain('row/completed-exceeds-total');
    expect(codesAt(run(session.edit([{ list: '7', row: 0, column: 'yearDone', value: 900 }])).issues, '7', 0)).not.toContain('row/completed-exceeds-total');
    expect(codesAt(run(session.edit([{ list: '7', row: 0, column: 'yearDone', value: 901 }])).issues, '7', 0)).toContain('row/completed-exceeds-total');
  });
  it('tells of two rows what they say of each other, wherever one of them goes', () => {
    const session = run(CheckSession.open(base, plan, lists, options));
    const duplicates = () => session.result.issues.filter((issue) => issue.code === 'row/duplicate' && issue.list === '5').map((issue) => issue.rowIndex);
    expect(duplicates()).toEqual([2, 3]);
    run(session.update(set('5', 3, { projectName: '另一项目' })(session.entries)));
    expect(duplicates()).toEqual([]);
    run(session.update(insert('5', 0, road('泽州县'))(session.entries)));
    expect(duplicates()).toEqual([0, 3]);
    run(session.update(remove('5', 3)(session.entries)));
    expect(duplicates()).toEqual([]);
  });
  it('says which plan and lists it judges by', () => {
    const session = run(CheckSession.open(base, plan, lists, options));
    expect([session.judges(plan, lists), session.judges(plan, [...lists]), session.judges({ ...plan }, lists), session.judges(plan, lists.slice(1)), session.judges(plan, [...lists].reverse())]).toEqual([true, true, false, false, false]);
  });
  it('goes on with only what it was told to ask', () => {
    const only = ({ code: each }: { readonly code: string }) => each === 'row/duplicate';
    const session = run(CheckSession.open(base, plan, lists, { only }));
    const result = run(session.update(set('A', 1, { unit: '高平市' })(base)));
    expect(new Set(result.issues.map((issue) => issue.code))).toEqual(new Set(['row/duplicate']));
    expect(run(session.update({ ...base, asOf: base.asOf + 30 })).issues.every((issue) => issue.code === 'row/duplicate')).toBe(true);
  });
  it('judges the whole anew after it was left in the middle', () => {
    const session = run(CheckSession.open(base, plan, lists, options));
    const left = session.update(set('A', 1, { unit: '高平市' })(base));
    expect(left.next().done).toBe(false);
    left.return(session.result);
    const after = set('5', 0, { phone: '1' })(session.entries);
    expect(run(session.update(after))).toEqual(check(after, plan, lists, options));
    const known = new Set(session.result.issues);
    const fresh = run(session.update(set('5', 0, { phone: '2' })(after))).issues.filter((issue) => issue.rowIndex !== null && !known.has(issue));
    expect(fresh.map(({ list, rowIndex }) => [list, rowIndex])).toEqual(expect.arrayContaining([['5', 0]]));
    expect(fresh.every(({ list, rowIndex }) => list === '5' && rowIndex === 0)).toBe(true);
  });
});
