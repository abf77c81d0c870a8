import { lostLooks, type Loss } from '../../src/sheet/lost-look';
import type { Area, FormulaFormat, Validation } from '../../src/sheet/model';
import type { SheetLook } from '../../src/sheet/sheet-look';
import { shiftLook } from '../../src/sheet/sheet-look';

const body: Area = { row: 6, column: 2, rows: 10, columns: 1 };
const dropdown: Validation = { area: body, rule: { kind: 'list', source: "='_数据'!$A$2:$A$9" }, prompt: { title: '状态', text: '从下拉列表中选择。' } };
const mark: FormulaFormat = { kind: 'formula', area: { ...body, column: 0, columns: 4 }, formula: '=ISNUMBER(FIND("【"&A$6&"】",$D7))', fill: '#FBD5D5' };

const laid: SheetLook = {
  name: '5 未开工项目',
  visibility: 'visible',
  tabColor: '#3E8E7E',
  gridlines: false,
  styles: [
    { area: body, style: { numberFormat: 'yyyy-mm-dd' } },
    { area: { ...body, column: 1 }, style: { numberFormat: '@', locked: false } },
  ],
  validations: [dropdown],
  conditionalFormats: [mark],
  tables: [{ name: 't5_list', area: { row: 5, column: 0, rows: 11, columns: 4 }, filter: true }],
  hiddenColumns: [3],
  shown: { columns: [0, 1].map((column) => ({ column, width: 90 })), rows: [{ row: 0, rows: 6 }], body: { row: 6, rows: 10, table: 't5_list' } },
  freeze: { rows: 6, columns: 2 },
  protection: { allowFormatColumns: true, allowFilter: true },
};

const without = (...keys: readonly (keyof SheetLook)[]): SheetLook =>
  Object.fromEntries(Object.entries(laid).filter(([key]) => !keys.includes(key as keyof SheetLook))) as SheetLook;
const lossesOf = (standing: Partial<SheetLook>): readonly Loss[] =>
  lostLooks({ sheets: [laid], names: [] }, { sheets: [{ ...laid, ...standing }], names: [] });
const kindsOf = (standing: Partial<SheetLook>): string[] => lossesOf(standing).map(({ kind, count }) => `${kind} ${count}`);

describe('what a sheet lacks of the look it is laid with', () => {
  it('is nothing where it stands as laid, in whatever spelling and pieces', () => {
    const [top, rest] = [{ ...body, rows: 3 }, { ...body, row: 9, rows: 7 }];
    const lower: FormulaFormat = { ...mark, area: { ...mark.area, row: 10, rows: 6 }, formula: '=ISNUMBER( FIND("【"&A$6&"】",$D11))' };
    expect(
      kindsOf({
        validations: [top, rest].map((area) => ({ ...dropdown, area, rule: { kind: 'list', source: '=_数据!$A$2:$A$9' } })),
        conditionalFormats: [{ ...mark, area: { ...mark.area, rows: 4 } }, lower],
        styles: [...laid.styles, { area: body, style: { numberFormat: 'yyyy"年"m"月"d"日"' } }],
      }),
    ).toEqual([]);
  });

  it('is not what the user set otherwise', () => {
    expect(kindsOf({ freeze: { rows: 6, columns: 5 }, hiddenColumns: [2, 3], tabColor: '#FF0000', gridlines: true })).toEqual([]);
  });

  it('is what somebody hid that has to be seen: the sheet, columns of ours, rows', () => {
    expect(kindsOf({ visibility: 'hidden' })).toEqual(['shownSheet 1']);
    expect(kindsOf({ visibility: 'veryHidden', hiddenColumns: [0, 1, 3] })).toEqual(['shownColumn 2', 'shownSheet 1']);
    const rows = lossesOf({ hiddenRows: [{ row: 8, rows: 2 }] });
    expect(rows.map(({ kind, restore }) => [kind, restore])).toEqual([['shownRow', [{ kind: 'setUpSheet', sheet: laid.name, setUp: { shownRows: [{ row: 6, rows: 10 }] } }]]]);
    expect(kindsOf({ hiddenRows: [{ row: 16, rows: 4 }] })).toEqual([]);
  });

  it('is a check with a hole, another list or no prompt', () => {
    const hole = [{ ...dropdown, area: { ...body, rows: 4 } }, { ...dropdown, area: { ...body, row: 11, rows: 5 } }];
    expect(kindsOf({ validations: hole })).toEqual(['dropdown 1']);
    expect(kindsOf({ validations: [{ ...dropdown, rule: { kind: 'list', source: '="甲,乙"' } }] })).toEqual(['dropdown 1']);
    expect(kindsOf({ validations: [{ area: dropdown.area, rule: dropdown.rule }] })).toEqual(['dropdown 1']);
  });

  it('is a colour that is gone, or reads another row', () => {
    expect(kindsOf({ conditionalFormats: [] })).toEqual(['mark 1']);
    expect(kindsOf({ conditionalFormats: [{ ...mark, formula: mark.formula.replace('$D7', '$D8') }] })).toEqual(['mark 1']);
  });

  it('is a format of another kind in any row, and a cell to fill in that is locked', () => {
    const paste = { row: 8, column: 1, rows: 1, columns: 1 };
    expect(kindsOf({ styles: [...laid.styles, { area: paste, style: { numberFormat: 'General', locked: true } }] })).toEqual(['format 1', 'lock 1']);
  });

  it('is the table, its filter, its protection, what is frozen and what is hidden', () => {
    expect(kindsOf({ tables: [] })).toEqual(['table 1']);
    const standing = { ...without('freeze', 'protection'), tables: laid.tables.map((table) => ({ ...table, filter: false })), hiddenColumns: [] };
    const losses = lostLooks({ sheets: [laid], names: [] }, { sheets: [standing], names: [] });
    expect(losses.map(({ kind }) => kind)).toEqual(['filter', 'protection', 'freeze', 'hiddenColumn']);
  });

  it('lets cells be filled in before it protects them again', () => {
    const [loss] = lostLooks({ sheets: [laid], names: [] }, { sheets: [without('protection')], names: [] });
    expect(loss!.restore.map(({ kind }) => kind)).toEqual(['styleCells', 'setUpSheet']);
  });

  it('brings the colour of the tab back with the rest, and says nothing of it alone', () => {
    const standing = without('tabColor');
    const look = (sheet: SheetLook) => lostLooks({ sheets: [laid], names: [] }, { sheets: [sheet], names: [] });
    expect(look(standing)).toEqual([]);
    expect(look({ ...standing, tables: [] })[0]!.restore.at(-1)).toEqual({ kind: 'setUpSheet', sheet: laid.name, setUp: { tabColor: '#3E8E7E', gridlines: false } });
  });

  it('is a named cell that leads nowhere', () => {
    const name = { name: '统计截止日', sheet: '说明', area: { row: 3, column: 1, rows: 1, columns: 1 } };
    expect(lostLooks({ sheets: [], names: [name] }, { sheets: [], names: [] })).toEqual([
      { sheet: '说明', kind: 'name', count: 1, restore: [{ kind: 'defineNames', names: [name] }] },
    ]);
  });
});

test('a look moves with the table, but what is printed begins in the first cell', () => {
  const print = {
    paper: 'A4', orientation: 'landscape', fitToWidth: 1, titleRows: { from: 4, to: 5 }, area: { row: 0, column: 0, rows: 1_048_576, columns: 24 },
    centerHorizontally: true, footer: { left: '', center: '', right: '' }, margins: { top: 1, bottom: 1, left: 1, right: 1, footer: 1 },
  } as const;
  const moved = shiftLook({ ...laid, print }, 2, 1);
  expect(moved.validations[0]!.area).toEqual({ ...body, row: 8, column: 3 });
  expect(moved.freeze).toEqual({ rows: 8, columns: 3 });
  expect(moved.hiddenColumns).toEqual([4]);
  expect(moved.print).toMatchObject({ titleRows: { from: 6, to: 7 }, area: { row: 0, column: 0, rows: 1_048_576, columns: 25 } });
});
