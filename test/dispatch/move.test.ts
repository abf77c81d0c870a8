import fc from 'fast-check';
import { completeMove, type Move, type MoveKind } from '../../src/dispatch/move';
import { identityOn, openBook, tieOf } from '../../src/dispatch/move-book';
import { judgeMove, listMoves } from '../../src/dispatch/move-list';
import type { WorkbookEntries } from '../../src/list/entry';
import type { Value } from '../../src/list/list';
import { editEntries, type CellEdit } from '../../src/rule/edit';
import { check } from '../../src/rule/engine';
import { day, entriesOf, lists, plan, type Row } from '../rule/fixture';

const tie = '01HGVR3GK147C4FEZDQK8YZG0M';
const base: Row = {
  projectName: '第十中学校',
  unit: '高平市',
  developer: '高平市教育局',
  projectCode: '2311-140581-04-01-123456',
  totalInvestment: 12_000,
  responsibleUnit: '高平市教育局',
  responsiblePerson: '王某',
  phone: '13912345678',
};
const waitingStart: Row = { ...base, identity: `5-${tie}`, patron: '赵某', plannedStart: day('2023-12-15'), notStartedReason: '土地手续', startState: '未开工' };
const following: Row = { ...base, identity: `6-${tie}`, actualStart: day('2023-12-01'), statisticsState: '未报', statisticsReason: '已报待审', plannedStatisticsMonth: day('2023-12-01') };
const led: Row = {
  ...base,
  identity: `4-${tie}`,
  leader: '张某',
  leadDepartment: '市教育局',
  yearPlan: 8000,
  yearDone: 5000,
  progressText: '主体施工',
  problems: '供电线路未迁改',
  dispatchedOn: day('2023-12-05'),
};
const reserved: Row = {
  ...base,
  identity: `A-${tie}`,
  projectType: '社会民生',
  isPrivate: '否',
  isKey: '否',
  startKind: '新开工',
  nextYearPlan: 5000,
  tier: '市总库',
  plannedStart: day('2024-02-01'),
};

type Rows = Readonly<Record<string, readonly Row[]>>;
const bookOf = (entries: WorkbookEntries) => openBook(entries, plan, lists);
const judged = (kind: MoveKind, rows: Rows, row = 0) => judgeMove(bookOf(entriesOf({ rows })), kind, row);

function moveOf(kind: MoveKind, rows: Rows, row = 0): Move {
  const judgement = judged(kind, rows, row);
  if (judgement === null || !('move' in judgement)) throw new Error('nothing to be moved');
  return judgement.move;
}

const asked = ({ asked: cells }: Move) => cells.map(({ column }) => column);

/** What a user would tell: what is suggested, else something right. */
const told: Row = {
  actualStart: day('2023-12-08'),
  statisticsOn: day('2023-12-09'),
  statisticsReason: '未签施工合同',
  plannedStatisticsMonth: day('2023-12-01'),
  problemKind: '资金',
  authority: '县级',
  problemSource: '督导发现',
  foundOn: day('2023-12-01'),
  handleBy: day('2024-01-20'),
};
const answersTo = (move: Move): Row => Object.fromEntries(move.asked.map(({ column, suggested }) => [column, suggested ?? told[column] ?? null]));

/** The entries once the move is written, as the job writes it. */
function after(entries: WorkbookEntries, move: Move, answers = answersTo(move)): WorkbookEntries {
  const writes = completeMove(move, answers, lists);
  if ('wrong' in writes) throw new Error(`not told: ${writes.wrong.join()}`);
  const edits: CellEdit[] = [];
  const put = (list: string, row: number, cells: Readonly<Record<string, Value>>) => {
    for (const [column, value] of Object.entries(cells)) edits.push({ list, row, column, value });
  };
  put(move.from.list, move.from.rowIndex, writes.fromCells);
  const added = entries.lists[move.to]!.rowCount;
  if (move.adds) put(move.to, added, { ...writes.toCells, identity: identityOn(move.to, move.from.identity) });
  else if (move.target) put(move.to, move.target.rowIndex, writes.toCells);
  return editEntries(entries, edits);
}

describe('未开工 → 已开工未入统', () => {
  it('asks for the day of the start, the reason and the month, and takes the base columns along', () => {
    const move = moveOf('start', { 5: [waitingStart] });
    expect(move).toMatchObject({ name: '第十中学校', unit: 'gaoping', to: '6', target: null, adds: true, missing: [], fromCells: { startState: '已开工' } });
    expect(move.toCells).toEqual({ ...base, patron: '赵某', statisticsState: '未报' });
    expect(asked(move)).toEqual(['actualStart', 'statisticsReason', 'plannedStatisticsMonth']);
  });
  it('writes the day into both rows', () => {
    const entries = after(entriesOf({ rows: { 5: [waitingStart] } }), moveOf('start', { 5: [waitingStart] }));
    expect(entries.lists['5']!.values['actualStart']).toEqual([day('2023-12-08')]);
    expect(entries.lists['6']!.values['actualStart']).toEqual([day('2023-12-08')]);
    expect(entries.lists['6']!.values['identity']).toEqual([`6-${tie}`]);
    expect(entries.lists['5']!.rowCount).toBe(1);
  });
  it('suggests the day that list 9 knows', () => {
    const [start] = moveOf('start', { 5: [waitingStart], 9: [{ ...base, actualStart: day('2023-12-03') }] }).asked;
    expect(start).toMatchObject({ column: 'actualStart', suggested: day('2023-12-03') });
  });
  it('adds what is missing where a project is 已开工 and nobody follows it', () => {
    const move = moveOf('start', { 5: [{ ...waitingStart, startState: '已开工', actualStart: day('2023-12-01') }] });
    expect(move).toMatchObject({ adds: true, fromCells: {}, toCells: { actualStart: day('2023-12-01') } });
    expect(asked(move)).toEqual(['statisticsReason', 'plannedStatisticsMonth']);
  });
  it('only sets the state where list 6 has the project already', () => {
    const move = moveOf('start', { 5: [waitingStart], 6: [following] });
    expect(move).toMatchObject({ adds: false, target: { list: '6', rowIndex: 0 }, toCells: {}, asked: [] });
    expect(move.fromCells).toEqual({ startState: '已开工', actualStart: day('2023-12-01') });
  });
  it('fills a row of list 6 that waits under the same name, and leaves what stands there', () => {
    const waiting = { identity: '6-x', projectName: '第十中学校', unit: '高平市', phone: '0356-2222222' };
    const move = moveOf('start', { 5: [waitingStart], 6: [{ ...waiting, phone: null }] });
    // A row of list 6 with nothing but a name counts as typed unless it was issued.
    expect(move).toMatchObject({ adds: false, target: { rowIndex: 0 } });
    const entries = entriesOf({ rows: { 5: [waitingStart], 6: [{ ...waiting, phone: null }] }, issued: { 6: { '6-x': { name: '第十中学校', unit: '高平市' } } } });
    const issued = judgeMove(bookOf(entries), 'start', 0);
    expect(issued).toMatchObject({ move: { adds: false, toCells: { developer: '高平市教育局', statisticsState: '未报' } } });
  });
  it('names what must be filled in first', () => {
    expect(moveOf('start', { 5: [{ ...waitingStart, developer: null, phone: ' ' }] }).missing).toEqual(['developer', 'phone']);
  });
  it('leaves 申请调出, an unreadable state and a project that is in statistics alone', () => {
    expect(judged('start', { 5: [{ ...waitingStart, startState: '申请调出' }] })).toBeNull();
    expect(judged('start', { 5: [{ ...waitingStart, startState: '不清楚' }] })).toBeNull();
    expect(judged('start', { 5: [{ ...waitingStart, startState: '已开工', statisticsOn: day('2023-12-01') }] })).toBeNull();
  });
  it('knows a project that has moved by its tie, whatever its name is by now', () => {
    const rows = { 5: [{ ...waitingStart, startState: '已开工' }], 6: [{ ...following, projectName: '第十中学校（新校区）', projectCode: null }] };
    expect(judged('start', rows)).toMatchObject({ moved: { to: { list: '6', rowIndex: 0 } } });
  });
  it('does not believe a tie that sorting left behind on another project', () => {
    const other = { ...following, projectName: '老城改造', projectCode: null };
    const rows = { 5: [waitingStart, { ...waitingStart, identity: '5-x', projectName: '老城改造', projectCode: null }], 6: [other] };
    expect(moveOf('start', rows)).toMatchObject({ adds: true });
  });
});

describe('已开工未入统 → 已入统', () => {
  it('asks for the day, and gives it to list 5 too', () => {
    const rows = { 5: [{ ...waitingStart, startState: '已开工', actualStart: day('2023-12-01') }], 6: [following] };
    const move = moveOf('register', rows);
    expect(move).toMatchObject({ to: '5', target: { rowIndex: 0 }, adds: false, fromCells: { statisticsState: '已入统' }, toCells: {} });
    expect(asked(move)).toEqual(['statisticsOn']);
    const entries = after(entriesOf({ rows }), move);
    expect(entries.lists['5']!.values['statisticsOn']).toEqual([day('2023-12-09')]);
    expect(entries.lists['6']!.values['statisticsOn']).toEqual([day('2023-12-09')]);
  });
  it('brings list 5 up to date where it still says 未开工', () => {
    expect(moveOf('register', { 5: [waitingStart], 6: [following] }).toCells).toEqual({ startState: '已开工', actualStart: day('2023-12-01') });
  });
  it('needs no row of list 5', () => {
    expect(moveOf('register', { 6: [following] })).toMatchObject({ target: null, adds: false, toCells: {} });
  });
  it('has happened where both say so, and leaves 申请调出 alone', () => {
    const registered = { ...following, statisticsState: '已入统', statisticsOn: day('2023-12-09') };
    expect(judged('register', { 6: [registered] })).toMatchObject({ moved: { to: { list: '6' } } });
    expect(moveOf('register', { 5: [{ ...waitingStart, startState: '已开工', actualStart: 45_261 }], 6: [registered] })).toMatchObject({ asked: [], toCells: { statisticsOn: day('2023-12-09') } });
    expect(judged('register', { 6: [{ ...following, statisticsState: '申请调出' }] })).toBeNull();
  });
});

describe('存在问题 → 问题困难交办', () => {
  it('makes the text a problem that is 发现, with the next number of the unit', () => {
    const numbered = { projectName: '别的项目', unit: '高平市', problemNumber: 'GP-009', problemState: '交办' };
    const move = moveOf('raise', { 4: [led], 8: [numbered, { ...numbered, unit: '泽州县', problemNumber: 'ZZ-020' }] });
    expect(move.toCells).toEqual({ projectName: '第十中学校', projectCode: base['projectCode'], unit: '高平市', description: '供电线路未迁改', problemState: '发现' });
    expect(move.asked.map(({ suggested }) => suggested)).toEqual(['GP-010', null, '一般', null, null, day('2023-12-05'), '否']);
  });
  it('has happened while the project has an open problem, or one of these words', () => {
    const problem = { projectName: '第十中学校', unit: '高平市', problemNumber: '1', description: '征迁未完', problemState: '督办' };
    expect(judged('raise', { 4: [led], 8: [problem] })).toMatchObject({ moved: { to: { list: '8' } } });
    expect(judged('raise', { 4: [led], 8: [{ ...problem, problemState: '销号', description: '供电线路 未迁改' }] })).toMatchObject({ moved: {} });
    expect(moveOf('raise', { 4: [led], 8: [{ ...problem, problemState: '销号' }] }).adds).toBe(true);
  });
  it('is not for a row that says 无', () => {
    expect(judged('raise', { 4: [{ ...led, problems: '无' }] })).toBeNull();
  });
});

describe('储备 → 前期手续', () => {
  it('takes a new start of the first quarter to list 9, and suggests who handles it', () => {
    const move = moveOf('reserve', { A: [reserved] });
    expect(move.toCells).toEqual({ ...base, projectType: '社会民生', nextYearPlan: 5000, plannedStart: day('2024-02-01') });
    expect(move.asked.map(({ column, suggested }) => [column, suggested])).toEqual([
      ['handlingUnit', '高平市教育局'],
      ['handler', '王某'],
      ['handleBy', null],
    ]);
  });
  it('is for nobody else, and once only', () => {
    expect(judged('reserve', { A: [{ ...reserved, plannedStart: day('2024-04-01') }] })).toBeNull();
    expect(judged('reserve', { A: [{ ...reserved, startKind: '续建' }] })).toBeNull();
    expect(judged('reserve', { A: [reserved], 9: [{ ...base, projectCode: null }] })).toMatchObject({ moved: { to: { list: '9', rowIndex: 0 } } });
  });
});

describe('what is asked', () => {
  const move = moveOf('start', { 5: [waitingStart] });
  it('is refused while it is empty or of the wrong kind', () => {
    const answers = answersTo(move);
    expect(completeMove(move, { ...answers, actualStart: null, statisticsReason: '懒' }, lists)).toEqual({ wrong: ['actualStart', 'statisticsReason'] });
    expect(completeMove(move, { ...answers, plannedStatisticsMonth: '12月' }, lists)).toEqual({ wrong: ['plannedStatisticsMonth'] });
  });
});

describe('the tie of a moved project', () => {
  it('is the ULID under the new list', () => {
    expect(tieOf(`5-${tie}`)).toBe(tie);
    expect(identityOn('6', `5-${tie}`)).toBe(`6-${tie}`);
    expect(identityOn('6', '')).toBe('');
    expect(tieOf('5-1')).toBe('');
  });
});

describe('any workbook', () => {
  const pick = <T,>(...values: readonly T[]) => fc.constantFrom(...values);
  const row5 = fc.record({ startState: pick('未开工', '已开工', null), withStart: fc.boolean() }).map(({ startState, withStart }): Row => {
    const start: Row = startState === '已开工' || withStart ? { actualStart: day('2023-12-02') } : {};
    return { ...waitingStart, ...(startState === '未开工' || startState === null ? {} : start), startState };
  });
  const workbook = fc.record({
    five: fc.option(row5, { nil: null }),
    six: fc.option(pick<Row>(following, { ...following, statisticsState: '已报待审' }), { nil: null }),
    four: fc.option(fc.constant(led), { nil: null }),
    reserve: fc.option(fc.constant(reserved), { nil: null }),
    others: fc.integer({ min: 0, max: 2 }),
  });
  const rowsOf = ({ five, six, four, reserve, others }: { five: Row | null; six: Row | null; four: Row | null; reserve: Row | null; others: number }): Rows => ({
    4: four ? [four] : [],
    5: [...Array.from({ length: others }, (_, at): Row => ({ ...waitingStart, identity: `5-${at}`, projectName: `别的项目${at}`, projectCode: null })), ...(five ? [five] : [])],
    6: six ? [six] : [],
    A: reserve ? [reserve] : [],
  });
  const errorsOf = (entries: WorkbookEntries) => check(entries, plan, lists).issues.filter(({ severity }) => severity === 'error');

  it('has no new error after a move, and nothing is left to be moved there: a second move adds nothing', () => {
    fc.assert(
      fc.property(workbook, (chosen) => {
        const before = entriesOf({ rows: rowsOf(chosen), asOf: '2023-12-10' });
        const known = new Set(errorsOf(before).map(({ id }) => id));
        for (const move of listMoves(bookOf(before)).moves) {
          if (move.missing.length > 0) continue;
          const entries = after(before, move);
          expect(errorsOf(entries).filter(({ id }) => !known.has(id))).toEqual([]);
          const again = judgeMove(bookOf(entries), move.kind, move.from.rowIndex);
          expect(again).toMatchObject({ moved: { kind: move.kind } });
        }
      }),
      { numRuns: 25 },
    );
  });
});
