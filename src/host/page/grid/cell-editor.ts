import { DEFAULT_FONT, type Style } from '../../book/style';
import { makeElement } from '../element';
import { listFontFamilies } from './cell-font';
import { estimateWidth, POINT } from './cell-measure';

/** typing: arrows confirm and move on · editing: arrows move the caret (F2, double click, formula bar). */
export type EditMode = 'typing' | 'editing';

export interface EditorBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Room up to the window's right and lower edge. */
  readonly roomRight: number;
  readonly roomBelow: number;
}

export interface EditorDuties {
  /** Asked before the first character is taken; false refuses (the reason is shown by whoever refuses). */
  mayEdit(): boolean;
  /** Editing began, its text changed, or it ended. */
  changed(): void;
}

/**
 * The one textarea that always has the focus. While nothing is edited it lies transparent over the active cell, so
 * that an input method begins to compose right there and loses no stroke; the first input makes it the editor.
 */
export class CellEditor {
  readonly element = makeElement('textarea', {
    class: 'cell-editor',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    wrap: 'soft',
    rows: 1,
    'aria-label': '单元格',
  });
  private mode: EditMode | null = null;
  /** The formula bar, while it is where the user types. */
  private elsewhere: HTMLTextAreaElement | null = null;

  constructor(private readonly duties: EditorDuties) {
    const { element } = this;
    element.addEventListener('compositionstart', () => this.beginByInput());
    element.addEventListener('beforeinput', (event) => {
      // A composition cannot be refused here; beginByInput ends it by taking the focus away for a moment.
      if (!this.isEditing && !event.isComposing && !this.duties.mayEdit()) event.preventDefault();
    });
    element.addEventListener('input', () => {
      if (!this.isEditing) this.beginByInput();
      else this.duties.changed();
    });
  }

  get isEditing(): boolean {
    return this.mode !== null;
  }

  get editMode(): EditMode | null {
    return this.mode;
  }

  get text(): string {
    return (this.elsewhere ?? this.element).value;
  }

  /** Begins with a text, the caret at its end; the formula bar hands itself over when editing begins there. */
  begin(text: string, mode: EditMode, elsewhere: HTMLTextAreaElement | null = null): boolean {
    if (this.isEditing || !this.duties.mayEdit()) return false;
    this.mode = mode;
    this.elsewhere = elsewhere;
    this.element.value = text;
    if (!elsewhere) {
      this.element.setSelectionRange(text.length, text.length);
      this.focus();
    }
    this.duties.changed();
    return true;
  }

  /** F2 while typing lets the arrows move the caret, and back. */
  switchMode(): void {
    this.mode = this.mode === 'typing' ? 'editing' : 'typing';
  }

  /** Puts text at the caret. */
  insert(text: string): void {
    const target = this.elsewhere ?? this.element;
    target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end');
    this.duties.changed();
  }

  /** Replaces a stretch of the text and puts the caret behind it. */
  replace(start: number, end: number, text: string): void {
    const target = this.elsewhere ?? this.element;
    target.setRangeText(text, start, end, 'end');
    this.duties.changed();
  }

  get caret(): number {
    return (this.elsewhere ?? this.element).selectionEnd;
  }

  /** The text typed in the formula bar is shown in the cell, too. */
  mirror(text: string): void {
    this.element.value = text;
    this.duties.changed();
  }

  /** Ends editing; what becomes of the text is the caller's business. */
  end(): void {
    this.mode = null;
    this.elsewhere = null;
    this.element.value = '';
    this.duties.changed();
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** Lays the textarea over its cell, as large as its text needs while it is edited. */
  place(box: EditorBox, style: Style): void {
    const { element } = this;
    const fontSize = style.fontSize ?? DEFAULT_FONT.size;
    const lines = element.value.split('\n');
    const needed = this.isEditing ? Math.max(...lines.map((line) => estimateWidth(line, fontSize, style.bold))) + 14 : 0;
    const width = Math.max(box.width, Math.min(style.wrap ? box.width : needed, box.roomRight), 24);
    element.className = `cell-editor${this.isEditing ? ' active' : ''}`;
    element.style.cssText =
      `left:${box.left - 1}px;top:${box.top - 1}px;width:${width + 1}px;height:${box.height + 1}px;` +
      `font-family:${listFontFamilies(style.fontName ?? DEFAULT_FONT.name)};font-size:${fontSize * POINT}px;` +
      `font-weight:${style.bold ? 700 : 400}`;
    if (this.isEditing) {
      element.style.height = `${Math.min(Math.max(box.height + 1, element.scrollHeight + 2), Math.max(box.roomBelow, 40))}px`;
    }
  }

  private beginByInput(): void {
    if (this.isEditing) return;
    if (!this.duties.mayEdit()) {
      this.element.blur();
      this.element.value = '';
      this.focus();
      return;
    }
    this.mode = 'typing';
    this.duties.changed();
  }
}
