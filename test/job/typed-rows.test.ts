import fc from 'fast-check';
import { ownWritesBetween } from '../../src/job/own-writes';
import { typedRows } from '../../src/job/typed-rows';
import type { Value } from '../../src/list/list';
import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import type { ListRows } from '../../src/sheet/build-input';
import { finish } from '../../src/total/steps';

const list = listsOf(plan).find(({ key }) => key === '5')!;

/** Rows of 行标识, 项目名称, 责任人 and 备注. */
type Line = readonly [string | null, Value, Value, Value];
const rowsOf = (lines: readonly Line[]): ListRows => ({
  rowCount: lines.length,
  values: Object.fromEntries(['identity', 'projectName', 'responsiblePerson', 'remark'].map((key, at) => [key, lines.map((line) => line[at]!)])),
});
const typed = (now: readonly Line[], then: readonly Line[], after: readonly Line[] = then) => {
  const own = finish(ownWritesBetween([list], { '5': rowsOf(then) }, { '5': rowsOf(after) }));
  return finish(typedRows(list, rowsOf(now), rowsOf(then), own['5'] ?? []));
};

const before: readonly Line[] = [
  ['a', '甲', '张三', '无'],
  ['b', '乙', '李四', null],
  [null, null, null, null],
];
const after: readonly Line[] = [
  ['a', '甲', '张新', '无'],
  ['b', '乙', '李四', null],
  ['c', '丙', '王五', '新'],
];

describe('a cell that somebody typed', () => {
  it.each<[string, readonly Line[], readonly { row: number; keys: readonly string[] }[]]>([
    ['is told where it holds something else', [before[0]!, ['b', '乙', '李四', '急'], before[2]!], [{ row: 1, keys: ['remark'] }]],
    ['is told in a row that had nothing, also where another row holds the same', [before[0]!, before[1]!, [null, null, null, '无']], [{ row: 2, keys: ['remark'] }]],
    ['is told where it holds what the operation wrote into another row', [before[0]!, ['b', '乙', '张新', null], before[2]!], [{ row: 1, keys: ['responsiblePerson'] }]],
    ['is told in a row that the operation added', [after[0]!, after[1]!, ['c', '丙', '赵六', '新']], [{ row: 2, keys: ['responsiblePerson'] }]],
    ['is told in a row that somebody copied', [before[0]!, before[0]!, before[1]!], [{ row: 1, keys: ['projectName', 'responsiblePerson', 'remark'] }]],
    ['is none that the operation wrote', after, []],
    ['is none that the operation wrote into a row whose 行标识 it had not come to', [after[0]!, after[1]!, [null, '丙', '王五', null]], []],
    ['is none that moved', [[null, null, null, null], before[1]!, before[0]!], []],
    ['is none that was emptied', [['a', '甲', null, null], before[1]!, before[2]!], []],
  ])('%s', (_, now, expected) => {
    expect(typed(now, before, after)).toEqual(expected);
  });

  it('is found in whatever order the rows stand, and whatever of them was cleared', () => {
    const value = fc.constantFrom<Value>(null, '甲', '乙', '是', 1);
    const lines = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }), fc.nat(), fc.nat(2), (cells, kept, nth, column) => {
        const then = cells.map((line, at): Line => [`${at}`, ...line]);
        const half = then.map(([identity, ...line], row): Line => [identity, ...(line.map((cell, at) => (kept[row * 3 + at] ? cell : null)) as [Value, Value, Value])]);
        expect(typed([...half].reverse(), then)).toEqual([]);
        const row = nth % half.length;
        const edited = half.map((line, at): Line => (at === row ? (line.map((cell, along) => (along === column + 1 ? '夜里写的' : cell)) as unknown as Line) : line));
        expect(typed(edited, then)).toEqual([{ row, keys: [['projectName', 'responsiblePerson', 'remark'][column]] }]);
      }),
    );
  });
});
