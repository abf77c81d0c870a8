import type { Move } from '../../src/dispatch/move';
import type { CheckReport } from '../../src/job/report';
import { answersTo, areComplete, askedColumns, hasOwnAnswers, refusalsOf, textIn } from '../../src/pane/dispatch/move-answer';
import { day, entriesOf, lists, plan } from '../rule/fixture';

const report = { plan, lists, entries: entriesOf({ rows: {}, asOf: '2023-12-25' }) } as unknown as CheckReport;

/** A project of ledger A on its way to list 9. */
function moveOf(name: string, handlingUnit: string | null, handleBy: number | null = null): Move {
  return {
    kind: 'reserve',
    id: name,
    from: { list: 'A', rowIndex: 0, identity: '' },
    name,
    unit: 'gaoping',
    to: '9',
    target: null,
    adds: true,
    fromCells: {},
    toCells: {},
    missing: [],
    asked: [
      { list: '9', column: 'handlingUnit', into: ['to'], suggested: handlingUnit },
      { list: '9', column: 'handleBy', into: ['to'], suggested: handleBy },
      { list: '9', column: 'actualStart', into: ['to'], suggested: null },
    ],
  };
}

const told = (moves: readonly Move[], typed: Readonly<Record<string, string>>) =>
  moves.map((move) => answersTo(move, moves, askedColumns(moves, report), typed));
const refused = (moves: readonly Move[], typed: Readonly<Record<string, string>>, isTried = true) =>
  Object.fromEntries(
    refusalsOf(moves.map((move, at) => ({ move, answers: told(moves, typed)[at]! })), askedColumns(moves, report), typed, isTried, report),
  );

describe('one project', () => {
  const moves = [moveOf('甲', '高平市教育局', day('2024-01-20'))];
  const [unit, by] = askedColumns(moves, report);
  it('has in its fields what is suggested, until something is typed', () => {
    expect(textIn(moves, unit!, {})).toBe('高平市教育局');
    expect(textIn(moves, by!, {})).toBe('2024-01-20');
    expect(textIn(moves, unit!, { handlingUnit: '' })).toBe('');
    expect(told(moves, { actualStart: '2023年12月1日' })).toEqual([{ handlingUnit: '高平市教育局', handleBy: day('2024-01-20'), actualStart: day('2023-12-01') }]);
  });
  it('is complete once every field holds something that its column takes', () => {
    const asked = (typed: Readonly<Record<string, string>>) => areComplete([{ move: moves[0]!, answers: told(moves, typed)[0]! }], report);
    expect(asked({})).toBe(false);
    expect(asked({ actualStart: '2023-12-01' })).toBe(true);
    expect(asked({ actualStart: '2023-12-01', handlingUnit: ' ' })).toBe(false);
  });
  it('is told what is wrong with a field: a late day at once, a day that is none when it is long enough, the rest after a try', () => {
    expect(refused(moves, { handlingUnit: '' }, false)).toEqual({});
    expect(refused(moves, { handlingUnit: '', actualStart: '2023-13-45' }, false)).toEqual({ actualStart: '请填写日期，例如 2023-12-25。' });
    expect(refused(moves, { handlingUnit: '' })).toEqual({ handlingUnit: '请填写。', actualStart: '请填写日期，例如 2023-12-25。' });
    expect(refused(moves, { actualStart: '2023-12-26' }, false)).toEqual({ actualStart: '不能晚于统计截止日（2023年12月25日）。' });
  });
});

describe('several projects at once', () => {
  const moves = [moveOf('甲', '高平市教育局'), moveOf('乙', '高平市水务局')];
  it('keep what is suggested to each of them while the field is left empty, and get what is typed for all', () => {
    expect(hasOwnAnswers(moves, 'handlingUnit')).toBe(true);
    expect(hasOwnAnswers(moves, 'handleBy')).toBe(false);
    expect(textIn(moves, askedColumns(moves, report)[0]!, {})).toBe('');
    for (const typed of [{}, { handlingUnit: ' ' }] as readonly Readonly<Record<string, string>>[]) expect(told(moves, typed).map(({ handlingUnit }) => handlingUnit)).toEqual(['高平市教育局', '高平市水务局']);
    expect(told(moves, { handlingUnit: '市审批局' }).map(({ handlingUnit }) => handlingUnit)).toEqual(['市审批局', '市审批局']);
  });
});
