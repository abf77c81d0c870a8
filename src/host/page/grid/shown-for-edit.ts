import { editTextAt } from '../../book/display';
import { parseEntry } from '../../book/edit/parse-entry';
import type { Sheet } from '../../book/sheet';

/** A cell's text for editing: confirming it unchanged leaves the cell as it was, so text that looks like more bears a '. */
export function showForEdit(sheet: Sheet, row: number, column: number): string {
  const text = editTextAt(sheet, row, column);
  const cell = sheet.cellAt(row, column);
  const isText = cell?.formula === null && typeof cell.value === 'string' && cell.style.numberFormat !== '@';
  return isText && changesWhenTyped(text) ? `'${text}` : text;
}

function changesWhenTyped(text: string): boolean {
  // The year only completes dates typed without one, and those are no text anyway.
  const entry = parseEntry(text, 'General', 2000);
  return entry.formula !== null || entry.value !== text;
}
