import type { StartedOffice } from '../start-office';
import { failsWith, onSheet, open } from './run';

let office: StartedOffice;

beforeEach(async () => {
  office = await open();
  await onSheet((sheet) => {
    sheet.getRange('A3:C5').values = [['县', '数', ''], ['沁水', 1, 2], ['城区', 2, 3]];
    const table = sheet.tables.add('A3:C5', true);
    table.name = 'tA_list';
    table.style = '';
  });
});

async function readTable(): Promise<unknown> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('tA_list');
    table.load('name,style,showFilterButton,showBandedRows');
    const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
    for (const range of ranges) range.load('address');
    table.columns.load('items/name');
    table.worksheet.load('name');
    await context.sync();
    return {
      name: table.name,
      style: table.style,
      ranges: ranges.map(({ address }) => address.replace('Sheet1!', '')),
      columns: table.columns.items.map(({ name }) => name),
      sheet: table.worksheet.name,
    };
  });
}

test('made from a range, with a name for an empty header', async () => {
  expect(await readTable()).toEqual({
    name: 'tA_list', style: '', ranges: ['A3:C5', 'A3:C3', 'A4:C5'], columns: ['县', '数', '列3'], sheet: 'Sheet1',
  });
});

test('resized, and its formulas follow', async () => {
  await onSheet((sheet, context) => {
    sheet.getRange('E1').formulas = [['=SUM(tA_list[数])']];
    sheet.getRange('B6').values = [[10]];
    context.workbook.tables.getItem('tA_list').resize('A3:C6');
  });
  expect(office.book.activeSheet.valueAt(0, 4)).toBe(13);
  await expect(onSheet((_sheet, context) => context.workbook.tables.getItem('tA_list').resize('A4:C6'))).rejects.toEqual(failsWith('InvalidArgument'));
});

test.each([
  ['overlapping another', (sheet: Excel.Worksheet) => void sheet.tables.add('C5:D6', true), 'InvalidOperation'],
  ['over merged cells', (sheet: Excel.Worksheet) => (sheet.getRange('F1:G1').merge(), void sheet.tables.add('F1:G3', true)), 'InvalidOperation'],
  ['with a name that is an address', (sheet: Excel.Worksheet) => void (sheet.tables.getItem('tA_list').name = 'T1'), 'InvalidArgument'],
  ['with a name that is taken', (sheet: Excel.Worksheet) => void (sheet.tables.add('F5:G6', true).name = 'TA_LIST'), 'ItemAlreadyExists'],
])('%s is refused', async (_case, act, code) => {
  await expect(onSheet(act)).rejects.toEqual(failsWith(code));
});

test('rows and columns added, renamed and deleted', async () => {
  await onSheet((_sheet, context) => {
    const table = context.workbook.tables.getItem('tA_list');
    table.rows.add(undefined, [['高平', 5, 6]]);
    table.rows.add(0, [['泽州', 7, 8]]);
    table.columns.add(1, undefined, '编号');
    table.columns.getItem('数').name = '数量';
    table.columns.getItemAt(3).delete();
  });
  expect(await readTable()).toMatchObject({ ranges: ['A3:C7', 'A3:C3', 'A4:C7'], columns: ['县', '编号', '数量'] });
  const read = await onSheet(async (sheet, context) => {
    const table = context.workbook.tables.getItem('tA_list');
    table.rows.getItemAt(1).delete();
    const range = table.columns.getItem('县').getDataBodyRange().load('values');
    const none = table.columns.getItemOrNullObject('没有');
    none.load('name');
    await context.sync();
    expect(sheet).toBeDefined();
    return [range.values, none.isNullObject];
  });
  expect(read).toEqual([[['泽州'], ['城区'], ['高平']], true]);
});

test('sorted and filtered, and the filters cleared', async () => {
  await onSheet((_sheet, context) => {
    const table = context.workbook.tables.getItem('tA_list');
    table.sort.apply([{ key: 1, ascending: false }]);
    table.columns.getItem('县').filter.applyValuesFilter(['沁水']);
  });
  const sheet = office.book.activeSheet;
  expect([sheet.valueAt(3, 0), sheet.isRowHidden(3), sheet.isRowHidden(4)]).toEqual(['城区', true, false]);
  await onSheet((_sheet, context) => context.workbook.tables.getItem('tA_list').clearFilters());
  expect(sheet.isRowHidden(3)).toBe(false);
});

test('made a plain range again, or deleted with its cells', async () => {
  await onSheet((sheet, context) => {
    context.workbook.tables.getItem('tA_list').convertToRange();
    sheet.tables.add('A3:C5', true).delete();
    sheet.getRange('A9').values = [['在']];
  });
  const sheet = office.book.activeSheet;
  expect([sheet.state.tables.length, sheet.valueAt(3, 0), sheet.valueAt(8, 0)]).toEqual([0, null, '在']);
});
