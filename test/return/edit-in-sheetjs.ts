import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from 'xlsx';
import type { Editing, Step } from './step';

/** Opens, changes and saves files with SheetJS 0.18, which keeps values and formulas and little else. */
export function editInSheetjs(jobs: readonly Editing[]): void {
  for (const { source, target, format, steps } of jobs) {
    let book = XLSX.read(readFileSync(source), { cellFormula: true, cellNF: true });
    for (const step of steps) book = changeBook(book, step);
    writeFileSync(target, XLSX.write(book, { type: 'buffer', bookType: format }) as Uint8Array);
  }
}

type Cells = (XLSX.CellObject | undefined)[][];

function changeBook(book: XLSX.WorkBook, step: Step): XLSX.WorkBook {
  const sheet = book.Sheets[step.sheet];
  if (sheet === undefined) throw new Error(`no sheet ${step.sheet}`);
  const cells = cellsOf(sheet);
  switch (step.do) {
    case 'insertRow': {
      const row: Cells[number] = [];
      for (const [column, value] of Object.entries(step.cells)) row[Number(column)] = cellOf(value);
      cells.splice(step.row, 0, row);
      break;
    }
    case 'deleteRow':
      cells.splice(step.row, 1);
      break;
    case 'moveColumn':
      for (const row of cells) {
        row.length = Math.max(row.length, step.from + 1);
        row.splice(step.to, 0, ...row.splice(step.from, 1));
      }
      break;
    case 'insertColumn':
      for (const [row, contents] of cells.entries()) {
        contents.length = Math.max(contents.length, step.column);
        contents.splice(step.column, 0, row === step.row ? cellOf(step.header) : undefined);
      }
      break;
    case 'setCell':
      cells[step.row]![step.column] = step.value === null ? undefined : cellOf(step.value);
      break;
    case 'sortRows': {
      const rows = cells.splice(step.row, step.rows);
      const text = (row: Cells[number]) => String(row[step.by]?.v ?? '');
      cells.splice(step.row, 0, ...rows.sort((a, b) => (text(a) < text(b) ? 1 : -1)));
      break;
    }
    case 'mergeCells':
      sheet['!merges'] = [...(sheet['!merges'] ?? []), { s: { r: step.row, c: step.column }, e: { r: step.row + step.rows - 1, c: step.column } }];
      for (let row = step.row + 1; row < step.row + step.rows; row += 1) cells[row]![step.column] = undefined;
      break;
    case 'hideRows':
    case 'filterRows': {
      const rows = (sheet['!rows'] ??= []);
      for (let row = step.row; row < step.row + step.rows; row += 1) {
        rows[row] = { ...rows[row], hidden: step.do === 'hideRows' || cells[row]?.[step.by]?.v !== step.text };
      }
      break;
    }
    case 'renameSheet':
      return { ...book, SheetNames: book.SheetNames.map((name) => (name === step.sheet ? step.name : name)), Sheets: { ...book.Sheets, [step.name]: sheet } };
    case 'keepSheet': {
      const other = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(other, sheet, step.sheet);
      return other;
    }
  }
  putCells(sheet, cells);
  return book;
}

function cellsOf(sheet: XLSX.WorkSheet): Cells {
  const { e } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  return Array.from({ length: e.r + 1 }, (_, r) =>
    Array.from({ length: e.c + 1 }, (_, c) => sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined),
  );
}

function putCells(sheet: XLSX.WorkSheet, cells: Cells): void {
  for (const key of Object.keys(sheet)) if (!key.startsWith('!')) delete sheet[key];
  let width = 1;
  cells.forEach((row, r) => {
    width = Math.max(width, row.length);
    row.forEach((cell, c) => {
      if (cell !== undefined) sheet[XLSX.utils.encode_cell({ r, c })] = cell;
    });
  });
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: cells.length - 1, c: width - 1 } });
}

function cellOf(value: string | number): XLSX.CellObject {
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value };
}
