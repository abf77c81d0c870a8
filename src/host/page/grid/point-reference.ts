import { columnLetters } from '../../../sheet/address';
import type { Area } from '../../../sheet/model';
import type { CellEditor } from './cell-editor';

/** True where a formula waits for a reference at the caret: after the = sign, an operator, a bracket or a comma. */
export function awaitsReference(text: string, caret: number): boolean {
  if (!text.startsWith('=')) return false;
  const before = text.slice(0, caret);
  // Inside quotes everything is text.
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1) return false;
  return /[=+\-*/^&(,;:<>]\s*$/.test(before);
}

/** A1 or A1:B2, as a formula names an area of its own sheet. */
export function writeReference(area: Area): string {
  const corner = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
  const first = corner(area.row, area.column);
  return area.rows * area.columns === 1 ? first : `${first}:${corner(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** Puts references into the formula being edited where the user points; dragging goes on with the same one. */
export class ReferencePointer {
  private last: { readonly start: number; readonly end: number } | null = null;

  constructor(private readonly editor: CellEditor) {}

  /** False where no formula waits for a reference: then the click is an ordinary one. */
  pointTo(area: Area, isDrag: boolean): boolean {
    const { editor } = this;
    if (!editor.isEditing) return false;
    const goesOn = this.last !== null && editor.caret === this.last.end;
    if (!goesOn && (isDrag || !awaitsReference(editor.text, editor.caret))) return false;
    const start = goesOn ? this.last!.start : editor.caret;
    const reference = writeReference(area);
    editor.replace(start, editor.caret, reference);
    this.last = { start, end: start + reference.length };
    return true;
  }

  forget(): void {
    this.last = null;
  }
}
