import { latestBatch, statusBoard, type BoardInput } from '../../src/exchange/board';
import type { Exchange } from '../../src/list/record';
import { change, cityOf, identity, partOf, plan, propose, returnedOf, splitOf, withRows } from './workbook';

function line(unit: string, input: Partial<BoardInput>) {
  const board = statusBoard(plan, { exchanges: [], batch: null, proposals: [], waiting: [], errors: {}, ...input });
  return board.find((each) => each.unit === unit)!;
}

function did(kind: 'merge' | 'undo', batch = 'B1', file = '泽州县.xlsx', conflicting = 0): Exchange {
  const counts = { added: 0, changed: 0, deleted: 0, conflicting, refused: 0 };
  return { kind, at: '2023-11-28 10:00', unit: 'zezhou', batch, file, fingerprint: 'zezhou', counts, decisions: [] };
}

function waitingFile() {
  const school = identity('5', 1);
  const issued = cityOf({ '5': [{ identity: school, projectName: '第十中学', unit: '泽州县', phone: '1' }] });
  const returned = returnedOf(partOf(issued, 'zezhou'), { '5': change(school, { phone: '2' }) }, { file: '回.xlsx', savedAt: 5, fingerprint: 'other' });
  return propose(withRows(issued, { '5': change(school, { phone: '3' }) }), returned);
}

it('has a line for every unit, in the plan’s order', () => {
  const board = statusBoard(plan, { exchanges: [], batch: null, proposals: [], waiting: [], errors: {} });
  expect(board.map(({ unit }) => unit)).toEqual(plan.units.map(({ key }) => key));
});

describe('a unit', () => {
  it('was not sent anything', () => {
    expect(line('zezhou', {})).toEqual({
      unit: 'zezhou',
      state: 'notSent',
      batch: '',
      sentAt: null,
      mergedAt: null,
      savedAt: null,
      file: '',
      lists: [],
      errors: null,
      conflicts: 0,
    });
  });

  it('was sent its file and has not returned it', () => {
    expect(line('zezhou', { exchanges: [splitOf('zezhou', 'B1')] })).toMatchObject({ state: 'sent', batch: 'B1', sentAt: '2023-11-25 09:00', file: '' });
  });

  it('has returned a file that waits, with its conflicts', () => {
    expect(line('zezhou', { exchanges: [splitOf('zezhou', 'B1')], proposals: [waitingFile()] })).toMatchObject({
      state: 'returned',
      file: '回.xlsx',
      savedAt: 5,
      conflicts: 1,
    });
  });

  it('was merged, with the conflicts left undecided', () => {
    expect(line('zezhou', { exchanges: [splitOf('zezhou', 'B1'), did('merge', 'B1', '泽州县.xlsx', 2)] })).toMatchObject({
      state: 'merged',
      mergedAt: '2023-11-28 10:00',
      file: '泽州县.xlsx',
      conflicts: 2,
    });
  });

  it('was merged and taken back', () => {
    expect(line('zezhou', { exchanges: [splitOf('zezhou', 'B1'), did('merge'), did('undo')] })).toMatchObject({ state: 'sent', mergedAt: null });
  });

  it('was sent the next batch: the last one’s return does not count, nor a file made by hand before', () => {
    const exchanges = [splitOf('zezhou', 'B1'), did('merge'), did('merge', ''), splitOf('zezhou', 'B2')];
    expect(line('zezhou', { exchanges })).toMatchObject({ state: 'sent', batch: 'B2' });
    expect(line('zezhou', { exchanges, batch: 'B1' })).toMatchObject({ state: 'merged', batch: 'B1' });
    expect(line('zezhou', { exchanges: [...exchanges, did('merge', '')] })).toMatchObject({ state: 'merged', batch: 'B2' });
    expect(latestBatch(exchanges)).toBe('B2');
    expect(latestBatch([])).toBeNull();
  });

  it('shows rows filled and waiting per list, and errors', () => {
    const waiting = [
      { list: '5', unit: 'zezhou', waitingRows: 3, filledRows: 4, expectedRows: 10 },
      { list: '5', unit: 'gaoping', waitingRows: 1, filledRows: 1, expectedRows: null },
    ];
    expect(line('zezhou', { waiting, errors: { zezhou: 7 } })).toMatchObject({ lists: [{ list: '5', filled: 4, waiting: 3, expected: 10 }], errors: 7 });
  });
});
