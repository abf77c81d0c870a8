import ExcelJS from 'exceljs';
import type { Editing, Step } from './step';

/** Opens, changes and saves .xlsx files with exceljs 4. */
export async function editInExceljs(jobs: readonly Editing[]): Promise<void> {
  for (const { source, target, steps } of jobs) {
    let book = new ExcelJS.Workbook();
    await book.xlsx.readFile(source);
    for (const step of steps) book = changeBook(book, step);
    await book.xlsx.writeFile(target);
  }
}

function changeBook(book: ExcelJS.Workbook, step: Step): ExcelJS.Workbook {
  const sheet = book.getWorksheet(step.sheet);
  if (sheet === undefined) throw new Error(`no sheet ${step.sheet}`);
  switch (step.do) {
    case 'insertRow': {
      sheet.insertRow(step.row + 1, []);
      for (const [column, value] of Object.entries(step.cells)) sheet.getCell(step.row + 1, Number(column) + 1).value = value;
      return book;
    }
    case 'deleteRow':
      sheet.spliceRows(step.row + 1, 1);
      return book;
    case 'moveColumn': {
      const values = Array.from({ length: sheet.rowCount }, (_, row) => sheet.getCell(row + 1, step.from + 1).value);
      for (let row = 0; row < values.length; row += 1) {
        for (let column = step.from; column > step.to; column -= 1) {
          sheet.getCell(row + 1, column + 1).value = sheet.getCell(row + 1, column).value;
        }
        sheet.getCell(row + 1, step.to + 1).value = values[row];
      }
      return book;
    }
    case 'insertColumn':
      sheet.spliceColumns(step.column + 1, 0, []);
      sheet.getCell(step.row + 1, step.column + 1).value = step.header;
      return book;
    case 'setCell':
      sheet.getCell(step.row + 1, step.column + 1).value = step.value;
      return book;
    case 'sortRows': {
      const cell = (row: number, column: number) => sheet.getCell(step.row + row + 1, column + 1);
      const rows = Array.from({ length: step.rows }, (_, row) => Array.from({ length: step.columns }, (_, column) => cell(row, column).value));
      const text = (row: readonly ExcelJS.CellValue[]) => String(row[step.by] ?? '');
      rows.sort((a, b) => (text(a) < text(b) ? 1 : -1));
      rows.forEach((values, row) => values.forEach((value, column) => (cell(row, column).value = value)));
      return book;
    }
    case 'mergeCells':
      sheet.mergeCells(step.row + 1, step.column + 1, step.row + step.rows, step.column + 1);
      return book;
    case 'hideRows':
    case 'filterRows':
      for (let row = step.row; row < step.row + step.rows; row += 1) {
        sheet.getRow(row + 1).hidden = step.do === 'hideRows' || sheet.getCell(row + 1, step.by + 1).value !== step.text;
      }
      return book;
    case 'renameSheet':
      sheet.name = step.name;
      return book;
    case 'keepSheet': {
      const other = new ExcelJS.Workbook();
      const page = other.addWorksheet(step.sheet);
      sheet.eachRow((row, number) => row.eachCell((cell, column) => (page.getCell(number, column).value = cell.value)));
      return other;
    }
  }
}
