import { formatCells } from '../../src/host/book/edit/format-cells';
import { enterText } from '../../src/host/book/edit/enter-text';
import { clearContents } from '../../src/host/book/edit/clear-cells';
import { unprotectSheet } from '../../src/host/book/edit/protect';
import { deleteSheet } from '../../src/host/book/edit/tabs';
import { checkWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { repairWorkbook } from '../../src/job/repair';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { openBook } from './open-book';

// Workbooks are read, checked and mended, on machines that do more than that.
jest.setTimeout(120_000);

const whole = halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 });
const around = makeSurroundings();

/** A workbook with one cell of a ƒ column pasted over: empty, and formatted as text. */
async function pastedOver(list: string, column: string) {
  const { book, port } = await openBook(whole);
  const { entries } = await checkWorkbook(port, [plan], around);
  const { sheetName, firstRow, at } = entries.lists[list]!;
  const sheet = book.findSheet(sheetName)!;
  const cell = { row: firstRow, column: at[column]!, rows: 1, columns: 1 };
  return { book, port, sheet, cell, formulaNow: () => sheet.formulaAt(cell.row, cell.column), valueNow: () => sheet.valueAt(cell.row, cell.column) };
}

test('修复表格 makes a formula, and no text, of a cell that was pasted as text', async () => {
  const { book, port, sheet, cell, formulaNow, valueNow } = await pastedOver('5', 'index');
  clearContents(book, 'user', sheet, cell);
  formatCells(book, 'user', sheet, cell, { numberFormat: '@' });
  const { left } = await repairWorkbook(port, [plan], around);
  expect(left).toEqual([]);
  expect(formulaNow()).toMatch(/^=/);
  expect(valueNow()).toBe(1);
});

test('修正 connects a formula again with a sheet that was gone, in a cell that was formatted as text', async () => {
  const { book, port, sheet, cell, formulaNow, valueNow } = await pastedOver('2', 'reserveInvestment.done');
  unprotectSheet(book, 'user', sheet);
  // What Excel leaves of a formula that read a deleted sheet.
  enterText(book, sheet, cell.row, cell.column, '=#REF!+1', { insist: true });
  formatCells(book, 'user', sheet, cell, { numberFormat: '@' });
  deleteSheet(book, 'user', book.findSheet('A 储备项目库')!);
  expect(valueNow()).toBe('#REF!');
  const report = await checkWorkbook(port, [plan], around);
  const gone = report.result.issues.filter(({ fix }) => fix?.kind === 'restoreSheet');
  expect(gone).toHaveLength(1);
  await applyFixes(port, report, gone, around);
  expect(formulaNow()).toMatch(/^=IF/);
  expect(valueNow()).not.toBe('#REF!');
  expect(sheet.styleAt(cell.row, cell.column).numberFormat).not.toBe('@');
});
