import { enterText } from '../../../src/host/book/edit/enter-text';
import { pasteTexts } from '../../../src/host/book/edit/paste-block';
import { deleteRows, insertRows } from '../../../src/host/book/edit/shift-lines';
import { addSheet, renameSheet } from '../../../src/host/book/edit/tabs';
import type { StartedOffice } from '../start-office';
import { onSheet, open } from './run';

let office: StartedOffice;

beforeEach(async () => {
  office = await open();
});

/** What was told before a message to and fro is heard before its answer; the second lets the handlers' promises end. */
async function settle(): Promise<void> {
  for (let messages = 0; messages < 2; messages += 1) await onSheet((sheet) => sheet.load('name'));
}

async function watchChanges(): Promise<Excel.WorksheetChangedEventArgs[]> {
  const seen: Excel.WorksheetChangedEventArgs[] = [];
  await onSheet((_sheet, context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void seen.push(event));
  });
  return seen;
}

test('what the user does is told with its place and kind, once each', async () => {
  const seen = await watchChanges();
  const { book } = office;
  const sheet = book.activeSheet;
  enterText(book, sheet, 1, 1, '甲');
  pasteTexts(book, sheet, 2, 0, [['1', '2'], ['3', '4']]);
  insertRows(book, 'user', sheet, 0, 2);
  deleteRows(book, 'user', sheet, 0, 1);
  book.undo();
  await settle();
  expect(seen.map(({ address, changeType, source, triggerSource }) => [address, changeType, source, triggerSource])).toEqual([
    ['B2', 'RangeEdited', 'Local', 'Unknown'],
    ['A3:B4', 'RangeEdited', 'Local', 'Unknown'],
    ['1:2', 'RowInserted', 'Local', 'Unknown'],
    ['1:1', 'RowDeleted', 'Local', 'Unknown'],
    ['1:1', 'RowInserted', 'Local', 'Unknown'],
  ]);
  expect(seen.every(({ worksheetId }) => worksheetId === sheet.id)).toBe(true);
});

test('recalculation alone is no change', async () => {
  await onSheet((sheet) => {
    sheet.getRange('B1').formulas = [['=A1+1']];
  });
  const seen = await watchChanges();
  enterText(office.book, office.book.activeSheet, 0, 0, '1');
  await settle();
  expect(seen.map(({ address }) => address)).toEqual(['A1']);
});

test('own writes are marked as such, and silent while events are off', async () => {
  const seen = await watchChanges();
  await onSheet((sheet) => {
    sheet.getRange('A1').values = [[1]];
  });
  await onSheet((sheet, context) => {
    context.runtime.enableEvents = false;
    sheet.getRange('A2').values = [[2]];
  });
  enterText(office.book, office.book.activeSheet, 5, 5, '用户');
  await onSheet((_sheet, context) => {
    context.runtime.enableEvents = true;
  });
  enterText(office.book, office.book.activeSheet, 6, 6, '用户');
  await settle();
  expect(seen.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([['A1', 'ThisLocalAddin'], ['G7', 'Unknown']]);
});

test('a handler that is removed hears no more', async () => {
  const seen: string[] = [];
  const registration = await onSheet((sheet) => sheet.onChanged.add(async ({ address }) => void seen.push(address)));
  enterText(office.book, office.book.activeSheet, 0, 0, '一');
  await settle();
  registration.remove();
  await registration.context.sync();
  enterText(office.book, office.book.activeSheet, 1, 0, '二');
  await settle();
  expect(seen).toEqual(['A1']);
});

test('sheets: added, activated, selected, renamed', async () => {
  const seen: string[] = [];
  await onSheet((sheet, context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async () => void seen.push('added'));
    worksheets.onActivated.add(async () => void seen.push('activated'));
    worksheets.onDeactivated.add(async () => void seen.push('deactivated'));
    sheet.onSelectionChanged.add(async ({ address }) => void seen.push(`selected ${address}`));
  });
  const { book } = office;
  const added = addSheet(book, 'user', '二');
  book.selectCell(book.activeSheet, 2, 2);
  book.activate(added);
  renameSheet(book, 'user', added, '三');
  await settle();
  expect(seen).toEqual(['added', 'selected C3', 'deactivated', 'activated']);
});
