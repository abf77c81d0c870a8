import fc from 'fast-check';
import { agreedCells, carryFor, listCarries } from '../../src/dispatch/carry';
import { carryAt } from '../../src/dispatch/carry-excerpt';
import { openBook } from '../../src/dispatch/move-book';
import { editEntries } from '../../src/rule/edit';
import { isBlank } from '../../src/rule/value';
import { day, entriesOf, lists, plan, type Row } from '../rule/fixture';

const full: Row = {
  identity: '5-1',
  projectName: '第十中学校',
  unit: '高平市',
  developer: '高平市教育局',
  projectCode: '2311-140581-04-01-123456',
  projectType: '社会民生',
  totalInvestment: 12_000,
  responsibleUnit: '高平市教育局',
  responsiblePerson: '王某',
  phone: '13912345678',
  plannedStart: day('2023-12-15'),
  startState: '未开工',
};
const entered: Row = { identity: '6-1', projectName: '第十 中学校', unit: '高平' };

type Rows = Readonly<Record<string, readonly Row[]>>;
const bookOf = (rows: Rows) => openBook(entriesOf({ rows }), plan, lists);
const carry = (rows: Rows, list = '6', row = 0) => carryFor(bookOf(rows), list, row);
const columns = (found: ReturnType<typeof carry>) => found?.cells.map(({ column }) => column);

describe('自动带入', () => {
  it('offers what another list says of the project, by its normalised name in the same unit', () => {
    const found = carry({ 5: [full], 6: [entered] });
    expect(found).toMatchObject({ row: { list: '6', rowIndex: 0, identity: '6-1' }, name: '第十 中学校', unit: 'gaoping' });
    expect(agreedCells(found!)).toEqual({
      developer: '高平市教育局',
      projectCode: '2311-140581-04-01-123456',
      projectType: '社会民生',
      totalInvestment: 12_000,
      responsibleUnit: '高平市教育局',
      responsiblePerson: '王某',
      phone: '13912345678',
    });
  });
  it('knows a project by its code alone, with name and unit', () => {
    const found = carry({ 5: [full], 6: [{ identity: '6-1', projectCode: full['projectCode']! }] });
    expect(agreedCells(found!)).toMatchObject({ projectName: '第十中学校', unit: '高平市', totalInvestment: 12_000 });
  });
  it('takes other columns of equal meaning along: 计划开工日期, 包保领导', () => {
    const found = carry({ 5: [{ ...full, patron: '赵某' }], 9: [{ ...entered, identity: '9-1' }] }, '9');
    expect(agreedCells(found!)).toMatchObject({ plannedStart: day('2023-12-15'), patron: '赵某' });
  });
  it('turns 亿元 of ledger B into 万元', () => {
    const found = carry({ B: [{ projectName: '第十中学校', unit: '高平市', plannedInvestment: 1.2345 }], 6: [entered] });
    expect(agreedCells(found!)).toEqual({ totalInvestment: 12_345 });
  });
  it('brings 实际开工日期 to list 6 only', () => {
    const started = { ...full, startState: '已开工', actualStart: day('2023-12-01') };
    expect(columns(carry({ 5: [started], 6: [entered] }))).toContain('actualStart');
    expect(columns(carry({ 6: [{ ...full, actualStart: day('2023-12-01') }], 5: [{ ...entered, identity: '5-2' }] }, '5'))).not.toContain('actualStart');
  });
  it('leaves what stands in a cell, 无 too', () => {
    expect(columns(carry({ 5: [full], 6: [{ ...entered, developer: '教育局', projectCode: '无' }] }))).not.toEqual(expect.arrayContaining(['developer']));
    expect(columns(carry({ 5: [full], 6: [{ ...entered, projectCode: '无' }] }))).not.toContain('projectCode');
  });
  it('offers nothing of another unit, of a row that waits itself, of 无, or of a value that the column would not take', () => {
    expect(carry({ 5: [{ ...full, unit: '泽州县' }], 6: [entered] })).toBeNull();
    expect(carry({ 5: [{ projectName: '第十中学校', unit: '高平市', developer: '暂无', totalInvestment: '2000万' }], 6: [entered] })).toBeNull();
  });
  it('names both sources where they agree, the fuller one first', () => {
    const found = carry({ 5: [full], 9: [{ projectName: '第十中学校', unit: '高平市', developer: '高平市 教育局' }], 6: [entered] })!;
    const [choice] = found.cells.find(({ column }) => column === 'developer')!.choices;
    expect(choice!.value).toBe('高平市教育局');
    expect(choice!.sources.map(({ list }) => list)).toEqual(['5', '9']);
  });
  it('leaves it to the user where sources differ, and carries none of them by itself', () => {
    const found = carry({ 5: [full], 9: [{ ...full, identity: '9-1', totalInvestment: 15_000 }], 6: [entered] })!;
    expect(found.cells.find(({ column }) => column === 'totalInvestment')!.choices.map(({ value }) => value)).toEqual([12_000, 15_000]);
    expect(agreedCells(found)).not.toHaveProperty('totalInvestment');
  });
  it('gives nobody the telephone of somebody else', () => {
    expect(columns(carry({ 5: [full], 6: [{ ...entered, responsiblePerson: '李某' }] }))).not.toContain('phone');
    expect(columns(carry({ 5: [full], 6: [{ ...entered, responsibleUnit: '高平市住建局' }] }))).not.toContain('responsiblePerson');
    const open = carry({ 5: [full], 9: [{ ...full, identity: '9-1', responsiblePerson: '李某', phone: null }], 6: [entered] });
    expect(columns(open)).toContain('responsiblePerson');
    expect(columns(open)).not.toContain('phone');
  });
  it('is listed for every row that it helps, also where two rows help each other', () => {
    const found = listCarries(bookOf({ 5: [{ ...full, developer: null }], 6: [{ ...entered, developer: '高平市教育局' }, { ...entered, projectName: '别的' }] }));
    expect(found.map(({ row }) => [row.list, row.rowIndex])).toEqual([
      ['5', 0],
      ['6', 0],
    ]);
  });
});

describe('any rows', () => {
  const identify = (list: string, own: readonly Row[]) => own.map((each): Row => ({ ...each, identity: String(each['identity'] ?? '').replace('6-', `${list}-`) || null }));
  const cell = (value: string | number) => fc.constantFrom(null, value, `${value}甲`, '无');
  const row = fc
    .record({
      projectName: fc.constantFrom('第十中学校', '第十 中学校', '老城改造'),
      unit: fc.constantFrom('高平市', '泽州县', null),
      projectCode: fc.constantFrom(null, full['projectCode']!),
      developer: cell('教育局'),
      totalInvestment: fc.constantFrom(null, 12_000, 15_000, '2000万'),
      responsiblePerson: cell('王某'),
      phone: fc.constantFrom(null, '13912345678'),
      tie: fc.constantFrom(null, '6-01HGVR3GK147C4FEZDQK8YZG0M', '6-01HGVR3GK147C4FEZDQK8YZG0N'),
    })
    .map(({ tie, ...cells }): Row => ({ remark: '填报', identity: tie, ...cells }));
  const rows = fc.record({ 5: fc.array(row, { maxLength: 3 }), 6: fc.array(row, { maxLength: 3 }), 9: fc.array(row, { maxLength: 2 }) }).map((lists) => Object.fromEntries(Object.entries(lists).map(([list, own]) => [list, identify(list, own)])));

  it('never lose a filled cell, get only what another row says, and want nothing more that all agree on', () => {
    fc.assert(
      fc.property(rows, (chosen) => {
        const entries = entriesOf({ rows: chosen });
        for (const each of listCarries(openBook(entries, plan, lists))) {
          const { list, rowIndex } = each.row;
          const cells = agreedCells(each);
          for (const { column, choices } of each.cells) {
            expect(isBlank(entries.lists[list]!.values[column]![rowIndex])).toBe(true);
            for (const { value, sources } of choices) {
              const said = sources.map((source) => entries.lists[source.list]!.values[column]?.[source.rowIndex]);
              if (column !== 'unit') expect(said).toContain(value);
            }
          }
          const after = editEntries(entries, Object.entries(cells).map(([column, value]) => ({ list, row: rowIndex, column, value })));
          const left = carryFor(openBook(after, plan, lists), list, rowIndex);
          for (const column of Object.keys(cells)) expect(left?.cells.map((cell) => cell.column) ?? []).not.toContain(column);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are offered the same for one row alone as in the list of all', () => {
    fc.assert(
      fc.property(rows, (chosen) => {
        const entries = entriesOf({ rows: chosen });
        const book = openBook(entries, plan, lists);
        for (const list of ['5', '6', '9']) {
          for (let row = 0; row < entries.lists[list]!.rowCount; row++) expect(carryAt(entries, plan, lists, list, row)).toEqual(carryFor(book, list, row));
        }
      }),
      { numRuns: 100 },
    );
  });
});
