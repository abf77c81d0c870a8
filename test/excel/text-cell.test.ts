import { formatCells } from '../../src/host/book/edit/format-cells';
import { enterText } from '../../src/host/book/edit/enter-text';
import { clearContents } from '../../src/host/book/edit/clear-cells';
import { checkWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { makeSurroundings, newWorkbook } from '../job/workbook';
import { openBook } from './open-book';

jest.setTimeout(120_000);

test('what was pasted as text becomes a number or a formula when it is put right', async () => {
  const memory = await newWorkbook({ scope: { kind: 'unit', unit: 'lingchuan' }, asOf: toSerial('2023-12-25') });
  const { book, port } = await openBook(memory.model());
  const around = makeSurroundings();
  const first = await checkWorkbook(port, [plan], around);
  const { sheetName, firstRow, at } = first.entries.lists['5']!;
  const sheet = book.findSheet(sheetName)!;
  const money = { row: firstRow, column: at['totalInvestment']!, rows: 1, columns: 1 };
  const index = { row: firstRow, column: at['index']!, rows: 1, columns: 1 };
  for (const area of [money, index]) {
    clearContents(book, 'user', sheet, area);
    formatCells(book, 'user', sheet, area, { numberFormat: '@' });
  }
  enterText(book, sheet, money.row, money.column, '1200万元', { insist: true });

  const report = await checkWorkbook(port, [plan], around);
  expect(sheet.formulaAt(index.row, index.column)).toMatch(/^=/);
  expect(sheet.valueAt(index.row, index.column)).toBe(1);
  const fixable = report.result.issues.filter(({ list, rowIndex, fix }) => list === '5' && rowIndex === 0 && fix?.kind === 'cell');
  expect(fixable).toHaveLength(1);
  await applyFixes(port, report, fixable, around);
  expect(sheet.valueAt(money.row, money.column)).toBe(1200);
});
