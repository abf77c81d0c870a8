import type { Waiting } from '../../src/rule/issue';
import { groupByUnit } from '../../src/pane/waiting/group';

const of = (list: string, unit: string, waitingRows: number, filledRows: number, expectedRows: number | null): Waiting => ({
  list, unit, waitingRows, filledRows, expectedRows,
});

test('a unit’s rows are those of the notice, or more where its lists hold more', () => {
  const groups = groupByUnit(
    [of('5', 'qinshui', 2, 1, 13), of('8', 'qinshui', 0, 4, null), of('6', 'qinshui', 1, 3, 2), of('5', 'chengqu', 1, 0, 3)],
    ['chengqu', 'zezhou', 'qinshui'],
  );
  expect(groups.map(({ unit, waitingRows, filledRows, dueRows }) => [unit, waitingRows, filledRows, dueRows])).toEqual([
    ['chengqu', 1, 0, 3],
    ['qinshui', 3, 8, 21],
  ]);
});
