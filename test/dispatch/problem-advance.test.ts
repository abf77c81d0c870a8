import { fieldsOfAdvance } from '../../src/dispatch/problem-field';
import { editsOfAdvance, judgeAdvance, nextStages, type NextStage, type ProblemValues } from '../../src/dispatch/problem-advance';
import { editEntries } from '../../src/rule/edit';
import { check } from '../../src/rule/engine';
import fc from 'fast-check';
import { day, entriesOf, listOf, lists, plan, type Row, type Workbook } from '../rule/fixture';

const found: Row = {
  identity: '8-1',
  problemNumber: 'Q2-001',
  projectName: '车寨煤矿',
  unit: '泽州县',
  description: '土地手续没有办结',
  problemKind: '用地',
  grade: '一般',
  authority: '市级',
  problemSource: '问题大起底',
  foundOn: day('2023-11-01'),
  supervised13710: '否',
  problemState: '发现',
};
const handedOver: ProblemValues = {
  assignedOn: day('2023-11-05'),
  department: '市规划和自然资源局',
  deputy: '张某',
  section: '用地科',
  person: '李某',
  deadline: day('2023-12-31'),
};
const assigned: Row = { ...found, ...handedOver, problemState: '交办' };

const bookOf = (row: Row, workbook: Partial<Workbook> = {}) => entriesOf({ ...workbook, rows: { 8: [row] } });
const judge = (row: Row, to: NextStage, values: ProblemValues, workbook: Partial<Workbook> = {}) => judgeAdvance(bookOf(row, workbook), plan, lists, { row: 0, to, values });
const codes = (issues: readonly { readonly code: string; readonly columns: readonly string[] }[]) => issues.map(({ code, columns }) => `${code} ${columns.join(',')}`);
const fields = (row: Row, from: 'found' | 'assigned' | 'supervised' | null, to: NextStage, isMajor = false) =>
  fieldsOfAdvance(listOf('8'), bookOf(row).lists['8']!, 0, { from, to, isMajor }).map(({ column, isRequired }) => `${column.key}${isRequired ? '*' : ''}`);

describe('推进', () => {
  it('goes forward only, and may leave a stage out', () => {
    expect([nextStages('found'), nextStages('assigned'), nextStages('supervised'), nextStages('closed'), nextStages(null)]).toEqual([
      ['assigned', 'supervised', 'closed'],
      ['supervised', 'closed'],
      ['closed'],
      [],
      ['assigned', 'supervised', 'closed'],
    ]);
  });

  it('asks for what the next state needs and the row has not got', () => {
    const handing = ['assignedOn*', 'department*', 'deputy*', 'section*', 'person*', 'deadline*'];
    expect(fields(found, 'found', 'assigned')).toEqual(handing);
    expect(fields(assigned, 'assigned', 'supervised')).toEqual([]);
    expect(fields({ ...assigned, person: null }, 'assigned', 'supervised')).toEqual(['person*']);
    expect(fields(assigned, 'assigned', 'closed')).toEqual(['closedOn*', 'closedBasis*']);
    expect(fields(found, 'found', 'closed')).toEqual(['assignedOn', ...handing.slice(1), 'closedOn*', 'closedBasis*']);
    expect(fields({ ...assigned, grade: '重大' }, 'assigned', 'supervised', true)).toEqual(['meetingOn']);
  });

  it('writes the state, 13710督办 with 督办, and no cell that holds the same already', () => {
    const own = bookOf(assigned).lists['8']!;
    expect(editsOfAdvance({ row: 0, to: 'supervised', values: { department: '市规划和自然资源局' } }, own, plan)).toEqual([
      { list: '8', row: 0, column: 'supervised13710', value: '是' },
      { list: '8', row: 0, column: 'problemState', value: '督办' },
    ]);
    const gone = entriesOf({ rows: { 8: [assigned] }, gone: { 8: ['problemState'] } }).lists['8']!;
    expect(editsOfAdvance({ row: 0, to: 'supervised', values: {} }, gone, plan)).toBeNull();
  });

  it('is taken where the rules have nothing against it', () => {
    expect(judge(found, 'assigned', handedOver)).toEqual({ refusals: [], cautions: [], standing: [] });
    expect(judge(assigned, 'closed', { closedOn: day('2023-12-05'), closedBasis: '部门回复' })).toEqual({ refusals: [], cautions: [], standing: [] });
  });

  it.each<[string, Row, NextStage, ProblemValues, string]>([
    ['a field that the state needs is empty', found, 'assigned', { ...handedOver, section: null }, 'cell/required section'],
    ['交办日期 is missing', found, 'assigned', { ...handedOver, assignedOn: null }, 'row/problem-state assignedOn,problemState'],
    ['交办 would be before 发现', found, 'assigned', { ...handedOver, assignedOn: day('2023-10-31') }, 'row/problem-dates assignedOn,foundOn'],
    ['the limit would be before 交办', found, 'assigned', { ...handedOver, deadline: day('2023-11-04') }, 'row/problem-dates deadline,assignedOn'],
    ['the day has not come', found, 'assigned', { ...handedOver, assignedOn: day('2023-12-11') }, 'row/future-actual assignedOn'],
    ['a day is none', found, 'assigned', { ...handedOver, deadline: '年底' }, 'cell/type deadline'],
    ['销号依据 is 无', assigned, 'closed', { closedOn: day('2023-12-05'), closedBasis: '无' }, 'row/problem-state closedBasis,problemState'],
    ['销号 would be before 交办', assigned, 'closed', { closedOn: day('2023-11-04'), closedBasis: '回复' }, 'row/problem-dates closedOn,assignedOn'],
  ])('is refused where %s', (_, row, to, values, refusal) => {
    expect(codes(judge(row, to, values).refusals)).toContain(refusal);
  });

  it('is taken with a word where it is only to be looked at', () => {
    const late = judge(found, 'assigned', { ...handedOver, deadline: day('2024-02-21') });
    expect(late.refusals).toEqual([]);
    expect(codes(late.cautions)).toEqual(['row/problem-deadline deadline']);
  });

  it('must say why when the limit has passed already', () => {
    const past = { ...assigned, deadline: day('2023-12-01') };
    expect(codes(judge(past, 'supervised', {}).refusals)).toEqual(['row/problem-overdue-unexplained unclosedReason,deadline']);
    expect(judge(past, 'supervised', { unclosedReason: '指标没有下达' }).refusals).toEqual([]);
    expect(judge(past, 'closed', { closedOn: day('2023-12-05'), closedBasis: '回复' }).refusals).toEqual([]);
  });

  it('leaves errors alone that the row has already and that are about something else', () => {
    const verdict = judge({ ...found, problemKind: null, authority: '镇级' }, 'assigned', handedOver);
    expect(verdict.refusals).toEqual([]);
    expect(codes(verdict.standing)).toEqual(['cell/required problemKind', 'cell/enum authority']);
  });

  it('is refused where the state needs what was missing before, whatever else was mended', () => {
    expect(codes(judge({ ...assigned, section: null, person: null }, 'supervised', { section: '用地科' }).refusals)).toEqual(['cell/required person']);
  });

  it('is judged as the office weighs the rules', () => {
    const setting = { code: 'row/problem-deadline', who: '市项目办', why: '本次行动从严', severity: 'error' } as const;
    expect(codes(judge(found, 'assigned', { ...handedOver, deadline: day('2024-02-21') }, { ruleSettings: [setting] }).refusals)).toEqual(['row/problem-deadline deadline']);
  });

  it('tells of the one row what a check of the whole workbook tells after it, at its place in the sheet', () => {
    const days = fc.constantFrom(null, '2023-10-20', '2023-11-05', '2023-12-05', '2023-12-20', '2024-02-25').map((text) => text && day(text));
    const texts = fc.constantFrom(null, '无', '市财政局');
    const state = fc.constantFrom('发现', '交办', '督办', null);
    const values = fc.record({ assignedOn: days, department: texts, deputy: texts, section: texts, person: texts, deadline: days, closedOn: days, closedBasis: texts, unclosedReason: texts });
    fc.assert(
      fc.property(state, values, values, fc.constantFrom<NextStage>('assigned', 'supervised', 'closed'), (problemState, before, given, to) => {
        const entries = entriesOf({ rows: { 8: [{ ...assigned, identity: '8-0', problemNumber: 'Q2-000' }, { ...found, ...before, problemState }] } });
        const move = { row: 1, to, values: given };
        const { refusals, standing } = judgeAdvance(entries, plan, lists, move);
        const after = check(editEntries(entries, editsOfAdvance(move, entries.lists['8']!, plan)!), plan, lists);
        const errors = after.issues.filter(({ list, rowIndex, severity }) => list === '8' && rowIndex === 1 && severity === 'error');
        expect([...refusals, ...standing].map(({ id, rowIndex }) => [id, rowIndex]).sort()).toEqual(errors.map(({ id, rowIndex }) => [id, rowIndex]).sort());
      }),
      { numRuns: 60 },
    );
  });
});
