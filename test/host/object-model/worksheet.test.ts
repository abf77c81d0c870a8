import type { StartedOffice } from '../start-office';
import { failsWith, onSheet, open } from './run';

let office: StartedOffice;

beforeEach(async () => {
  office = await open();
});

async function sheetNames(): Promise<string[]> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/position,items/visibility');
    await context.sync();
    return worksheets.items.map(({ name, position, visibility }) => `${position} ${name} ${visibility}`);
  });
}

describe('sheets', () => {
  test('added, moved, hidden, shown and deleted', async () => {
    await onSheet((_sheet, context) => {
      const { worksheets } = context.workbook;
      worksheets.add('二').position = 0;
      worksheets.add('隐').visibility = 'VeryHidden';
      worksheets.getItem('二').activate();
    });
    expect(await sheetNames()).toEqual(['0 二 Visible', '1 Sheet1 Visible', '2 隐 VeryHidden']);
    expect(office.book.activeSheet.name).toBe('二');
    await expect(onSheet((_sheet, context) => context.workbook.worksheets.getItem('隐').delete())).rejects.toEqual(failsWith('InvalidOperation'));
    await onSheet((_sheet, context) => {
      const hidden = context.workbook.worksheets.getItem('隐');
      hidden.visibility = 'Hidden';
      hidden.delete();
      context.workbook.worksheets.getItem('二').delete();
    });
    expect(await sheetNames()).toEqual(['0 Sheet1 Visible']);
    await expect(onSheet((sheet) => sheet.delete())).rejects.toEqual(failsWith('InvalidOperation'));
  });

  test.each([['', 'InvalidArgument'], ['一'.repeat(32), 'InvalidArgument'], ['a/b', 'InvalidArgument'], ['sheet1', 'ItemAlreadyExists']])('%s is refused as a name', async (name, code) => {
    await expect(
      onSheet((_sheet, context) => {
        context.workbook.worksheets.add('二').name = name;
      }),
    ).rejects.toEqual(failsWith(code));
  });

  test('found by id, by name in any case, active, first, counted', async () => {
    const read = await onSheet(async (sheet, context) => {
      const { worksheets } = context.workbook;
      sheet.load('id');
      await context.sync();
      const found = [worksheets.getItem(sheet.id), worksheets.getItem('SHEET1'), worksheets.getActiveWorksheet(), worksheets.getFirst(), worksheets.getLast(true)];
      for (const one of found) one.load('name');
      const count = worksheets.getCount(true);
      await context.sync();
      return [...found.map(({ name }) => name), count.value];
    });
    expect(read).toEqual(['Sheet1', 'Sheet1', 'Sheet1', 'Sheet1', 'Sheet1', 1]);
  });

  test('tab colour, grid lines, frozen panes', async () => {
    await onSheet((sheet) => {
      sheet.tabColor = '#c00000';
      sheet.showGridlines = false;
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B6'));
    });
    const { state } = office.book.activeSheet;
    expect([state.tabColor, state.gridlines, state.freeze]).toEqual(['#C00000', false, { rows: 6, columns: 2 }]);
    await onSheet((sheet) => {
      sheet.tabColor = '';
      sheet.freezePanes.freezeRows(1);
    });
    expect([office.book.activeSheet.state.tabColor, office.book.activeSheet.state.freeze]).toEqual([null, { rows: 1, columns: 0 }]);
    await onSheet((sheet) => sheet.freezePanes.unfreeze());
    expect(office.book.activeSheet.state.freeze).toBeNull();
  });
});

describe('protection', () => {
  test('refuses locked cells, formats and structure, and lets unlocked cells be written', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
    });
    await onSheet((sheet) => {
      sheet.getRange('B1').values = [[1]];
      sheet.getRange('A:A').format.columnWidth = 100;
    });
    const refused: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => void (sheet.getRange('A1').values = [[1]]),
      (sheet) => void (sheet.getRange('B1').format.font.bold = true),
      (sheet) => void sheet.getRange('1:1').insert('Down'),
      (sheet) => void sheet.tables.add('B1:C2', true),
      (sheet) => sheet.getRange('A1').clear('Contents'),
      (sheet) => void (sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: '1,2' } }),
    ];
    for (const act of refused) await expect(onSheet(act)).rejects.toEqual(failsWith('AccessDenied'));
  });

  test('is told, protects once only, and goes without password', async () => {
    const read = await onSheet(async (sheet, context) => {
      sheet.protection.protect({ allowAutoFilter: true });
      sheet.protection.load('protected,options');
      await context.sync();
      return [sheet.protection.protected, sheet.protection.options.allowAutoFilter, sheet.protection.options.allowFormatColumns];
    });
    expect(read).toEqual([true, true, false]);
    await expect(onSheet((sheet) => sheet.protection.protect())).rejects.toEqual(failsWith('AccessDenied'));
    await onSheet((sheet) => sheet.protection.unprotect());
    await onSheet((sheet) => void (sheet.getRange('A1').values = [[1]]));
  });
});

test('the page is set up for print', async () => {
  await onSheet((sheet) => {
    const { pageLayout } = sheet;
    pageLayout.paperSize = 'A3';
    pageLayout.orientation = 'Landscape';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.setPrintMargins('Inches', { top: 0.5, left: 0.25 });
    pageLayout.setPrintTitleRows('$4:$6');
    pageLayout.setPrintTitleColumns('$A:$B');
    pageLayout.setPrintArea('A1:H20');
    sheet.horizontalPageBreaks.add('A99');
    sheet.horizontalPageBreaks.removePageBreaks();
    sheet.horizontalPageBreaks.add('A15');
    sheet.horizontalPageBreaks.add(sheet.getRange('B9:C9'));
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
  });
  expect(office.book.activeSheet.state.print).toEqual({
    paper: 'A3',
    orientation: 'landscape',
    fitToWidth: 1,
    centerHorizontally: true,
    titleRows: { from: 3, to: 5 },
    titleColumns: { from: 0, to: 1 },
    area: { row: 0, column: 0, rows: 20, columns: 8 },
    breaks: [8, 14],
    footer: { left: '', center: '第 &P 页，共 &N 页', right: '' },
    margins: { top: 0.5, bottom: 0.75, left: 0.25, right: 0.7, footer: 0.3 },
  });
});

test('page breaks follow their rows, and are read and taken away again', async () => {
  await onSheet((sheet) => {
    sheet.horizontalPageBreaks.add('A5');
    sheet.horizontalPageBreaks.add('A9');
    sheet.getRange('3:4').insert('Down');
  });
  const rows = await onSheet(async (sheet, context) => {
    const breaks = sheet.horizontalPageBreaks.load('items/rowIndex');
    const count = sheet.horizontalPageBreaks.getCount();
    await context.sync();
    breaks.items[0]?.delete();
    return [breaks.items.map(({ rowIndex }) => rowIndex), count.value];
  });
  expect(rows).toEqual([[6, 10], 2]);
  expect(office.book.activeSheet.state.print?.breaks).toEqual([10]);
});

test('names are added from ranges, follow rows, and are refused twice', async () => {
  await onSheet((sheet, context) => {
    context.workbook.names.add('县', sheet.getRange('A2:A5'));
    sheet.getRange('B1').formulas = [['=COUNTA(县)']];
    sheet.getRange('A2:A3').values = [['沁水'], ['城区']];
    sheet.getRange('1:1').insert('Down');
  });
  const read = await onSheet(async (sheet, context) => {
    const item = context.workbook.names.getItem('县');
    item.load('name,formula,type');
    const range = item.getRange().load('address');
    const count = sheet.getRange('B2').load('values');
    const none = context.workbook.names.getItemOrNullObject('无');
    none.load('name');
    await context.sync();
    return [item.formula, range.address, count.values, none.isNullObject];
  });
  expect(read).toEqual(['=Sheet1!$A$3:$A$6', 'Sheet1!A3:A6', [[2]], true]);
  await expect(onSheet((sheet, context) => void context.workbook.names.add('县', sheet.getRange('A1')))).rejects.toEqual(failsWith('ItemAlreadyExists'));
  await expect(onSheet((sheet, context) => void context.workbook.names.add('A1', sheet.getRange('A1')))).rejects.toEqual(failsWith('InvalidArgument'));
  await onSheet((_sheet, context) => context.workbook.names.getItem('县').delete());
  expect(office.book.state.names).toEqual([]);
});

test('calculation waits while it is manual', async () => {
  const read = await onSheet(async (sheet, context) => {
    const { application } = context.workbook;
    sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
    application.calculationMode = 'Manual';
    await context.sync();
    sheet.getRange('A1').values = [[5]];
    const before = sheet.getRange('B1').load('values');
    await context.sync();
    application.calculate('Full');
    const after = sheet.getRange('B1:B1').load('values');
    await context.sync();
    return [before.values, after.values];
  });
  expect(read).toEqual([[[2]], [[6]]]);
});
