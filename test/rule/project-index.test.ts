import { makeContext } from '../../src/rule/context';
import { codeOf, fillProjectIndex, numberOf, ProjectIndex, type ProjectRow } from '../../src/rule/project-index';
import { placesOf, spokesmanOf } from '../../src/rule/project-row';
import { entriesOf, lists, plan, type Row, type Workbook } from './fixture';

const code = '2311-140500-04-01-123456';
const road = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, remark: '填报', ...cells });
const unitAt = (name: string) => plan.units.findIndex((unit) => unit.name === name);

/** A workbook's tables and an index that knows all of their rows; how often it paused on the way. */
function open(rows: Workbook['rows']) {
  const context = makeContext(entriesOf({ rows }), plan, lists);
  for (const table of context.tables.values()) table.prepareRows(0, table.rowCount);
  const index = new ProjectIndex(context);
  const pauses = [...fillProjectIndex(index, context)].length;
  const shown = (found: readonly ProjectRow[]) => found.map(({ table, row }) => `${table.list.key}.${row}`);
  return { context, index, pauses, shown, on: (list: string) => context.tables.get(list)!, at: (places: readonly number[]) => shown(index.rowsAt(places)) };
}

describe('rows of one project', () => {
  it('are those with its code, its name in its unit, and its number in its unit', () => {
    const { index, on, at } = open({
      5: [road('泽州县', { projectCode: code }), road('高平市'), {}],
      8: [road('泽州县', { problemNumber: '1' }), road('泽州县', { problemNumber: ' １' }), road('高平市', { problemNumber: '1' }), road('长治市', { problemNumber: '1' }), road('城区', { problemNumber: '1' }), road('泽州县')],
      A: [road('泽州县', { projectName: '国道 改造' }), road('阳城县', { projectName: '别的', projectCode: code.replaceAll('-', '－') })],
    });
    expect(at(index.codedAs(on('5'), 0))).toEqual(['5.0', 'A.1']);
    expect(at(index.withCode(code))).toEqual(['5.0', 'A.1']);
    expect(at(index.projectOf(on('5'), 0)!.places)).toEqual(['5.0', '8.0', '8.1', '8.5', 'A.0']);
    expect(index.projectNamed(unitAt('高平市'), '国道改造')).toBe(index.projectOf(on('5'), 1));
    expect(at(index.withNumber(unitAt('泽州县'), '1'))).toEqual(['8.0', '8.1']);
    expect(at(index.withNumber(unitAt('城区'), '1'))).toEqual(['8.4']);
    expect(at(index.withNumberKey(`${unitAt('高平市')}|1`))).toEqual(['8.2']);
    expect([index.withNumber(-1, '1'), index.withNumber(unitAt('泽州县'), ''), index.withNumberKey('0|9'), index.withCode('x'), index.codedAs(on('5'), 1), index.named('x')]).toEqual([[], [], [], [], [], []]);
    expect([index.projectOf(on('5'), 2), index.projectOf(on('8'), 3), index.projectNamed(unitAt('城区'), '别的'), index.projectNamed(0, 'x')]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('of one name are in the order of units, whichever came first', () => {
    const units = ['高平市', '城区', '陵川县', '泽州县', '城区'];
    const { index } = open({ A: units.map((unit) => road(unit)) });
    expect(index.named('国道改造').map(({ unit }) => unit)).toEqual(['城区', '泽州县', '高平市', '陵川县'].map(unitAt).sort((a, b) => a - b));
    expect([...index.all()]).toEqual(index.named('国道改造'));
  });

  it('are looked for list by list, without the row itself, and no more than fifty of them', () => {
    const { index, on, shown } = open({ 5: [road('泽州县'), road('高平市', { projectName: '独此一家', projectCode: code.replace('123', '999') })], 6: Array.from({ length: 60 }, () => road('泽州县', { projectCode: code })), A: [road('泽州县'), road('高平市', { projectName: '别的', projectCode: code })] });
    expect(shown(index.find(on('5'), 0, 'A'))).toEqual(['A.0']);
    expect(index.find(on('5'), 0, '5')).toEqual([]);
    expect(index.find(on('5'), 0, '6')).toHaveLength(50);
    expect(shown(index.find(on('6'), 10, 'A'))).toEqual(['A.1', 'A.0']);
    expect([index.fellowsOf(on('5'), 1), index.fellowsOf(on('5'), 0)?.coded]).toEqual([null, []]);
    expect(index.find(on('5'), 1, '5')).toEqual([]);
  });
});

describe('a row that goes', () => {
  const rows = { 5: [road('泽州县', { projectCode: code })], 8: [road('泽州县', { problemNumber: '1', projectName: '问题' })], A: [road('泽州县', { projectCode: code }), road('高平市'), road('阳城县', { projectName: '别的' })] };

  it('leaves the others of its code, name and number, and nothing where it was the last', () => {
    const { index, on, at } = open(rows);
    index.remove(on('5'), 0);
    expect([at(index.withCode(code)), at(index.projectNamed(unitAt('泽州县'), '国道改造')!.places), index.codedAs(on('5'), 0), index.projectOf(on('5'), 0)]).toEqual([['A.0'], ['A.0'], [], undefined]);
    index.remove(on('A'), 0);
    expect([index.withCode(code), index.projectNamed(unitAt('泽州县'), '国道改造'), index.named('国道改造').map(({ unit }) => unit)]).toEqual([[], undefined, [unitAt('高平市')]]);
    index.remove(on('8'), 0);
    expect(index.withNumber(unitAt('泽州县'), '1')).toEqual([]);
    index.remove(on('A'), 1);
    expect([index.named('国道改造'), [...index.all()].map(({ name }) => name)]).toEqual([[], ['别的']]);
    index.add(on('A'), 1);
    expect(at(index.named('国道改造')[0]!.places)).toEqual(['A.1']);
  });

  it('and one that comes are told by what they had in common with others, once', () => {
    const { index, on } = open(rows);
    expect(index.takeChanges()).toEqual({ codes: new Set(), names: new Set(), numbers: new Set() });
    index.remove(on('5'), 0);
    index.remove(on('8'), 0);
    expect(index.takeChanges()).toEqual({ codes: new Set([code]), names: new Set(['国道改造', '问题']), numbers: new Set([`${unitAt('泽州县')}|1`]) });
    index.add(on('A'), 2);
    expect(index.takeChanges()).toEqual({ codes: new Set(), names: new Set(['别的']), numbers: new Set() });
  });

  it('that was in no index changes nothing', () => {
    const { index, on, at } = open({ 5: [road('泽州县', { projectCode: code }), {}], 1: [{ unit: '泽州县' }] });
    index.remove(on('5'), 1);
    index.remove(on('1'), 0);
    index.remove(on('5'), 0);
    index.remove(on('5'), 0);
    index.add(on('5'), 0);
    expect(at(index.withCode(code))).toEqual(['5.0']);
    const fresh = new ProjectIndex(makeContext(entriesOf({ rows: { 5: [road('泽州县', { projectCode: code })] } }), plan, lists));
    expect(fresh.takeChanges()).toEqual({ codes: new Set(), names: new Set(), numbers: new Set() });
  });
});

it('is filled fifteen hundred rows at a time, so that the page goes on answering', () => {
  expect(open({ A: Array.from({ length: 3_001 }, (_, at) => ({ projectName: `项目${at}` })), 9: [road('城区')] }).pauses).toBe(2);
});

it('a code or a number is what is typed, but for strokes and blanks', () => {
  const { on } = open({ 8: [{ projectCode: '—', problemNumber: 7 }, { projectCode: ' ２３ ', problemNumber: 'Ａ 1' }, { projectCode: '', projectName: '甲' }] });
  expect([0, 1, 2].map((row) => [codeOf(on('8'), row), numberOf(on('8'), row)])).toEqual([['', '7'], ['23', 'a1'], ['', '']]);
});

it('of many rows the first five are named, and that there are more', () => {
  const { index, on } = open({ A: Array.from({ length: 6 }, () => road('泽州县')) });
  const rows = index.rowsAt(index.projectOf(on('A'), 0)!.places);
  expect(placesOf(rows)).toEqual({ lists: ['A', 'A', 'A', 'A', 'A'], rows: [7, 8, 9, 10, 11], more: true });
  expect(placesOf(rows.slice(1))).toMatchObject({ rows: [8, 9, 10, 11, 12], more: false });
});

it('rows without 行标识 are spoken for by the first', () => {
  const { context, index, on } = open({ A: [road('高平市'), road('泽州县'), road('泽州县')] });
  const rows = index.named('国道改造').flatMap(({ places }) => index.rowsAt(places));
  expect(spokesmanOf(rows, context)).toEqual({ table: on('A'), row: 1 });
  expect(spokesmanOf([], context)).toBeUndefined();
});
