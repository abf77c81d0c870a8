import { writeAddress } from '../book/address';
import type { Book } from '../book/book';
import { findName } from '../book/edit/names';
import { readAddress } from '../book/address';
import { tellUser } from './dialog';
import { makeElement } from './element';
import type { Grid } from './grid/grid';
import { onFormulaBarKey } from './grid/keyboard';

/** Name box and formula bar above the grid. */
export class FormulaRow {
  readonly nameBox = makeElement('input', { class: 'name-box', type: 'text', 'aria-label': '名称框', spellcheck: 'false', autocomplete: 'off' });
  readonly bar = makeElement('textarea', { class: 'formula-bar', rows: 1, 'aria-label': '编辑栏', spellcheck: 'false', autocomplete: 'off' });
  readonly element = makeElement('div', { class: 'formula-row' }, [
    this.nameBox,
    makeElement('span', { class: 'fx', 'aria-hidden': 'true' }, ['fx']),
    this.bar,
  ]);

  /** True from the first letter in the name box until it is confirmed or left for the grid. */
  private isNaming = false;

  constructor(
    private readonly book: Book,
    private readonly grid: Grid,
  ) {
    this.bar.addEventListener('focus', () => this.begin());
    this.bar.addEventListener('input', () => this.onInput());
    this.bar.addEventListener('keydown', (event) => onFormulaBarKey(event, grid.editor, grid.cursor, grid.keys));
    this.nameBox.addEventListener('focus', () => this.nameBox.select());
    this.nameBox.addEventListener('keydown', (event) => this.onNameKey(event));
    this.nameBox.addEventListener('input', () => (this.isNaming = true));
    this.nameBox.addEventListener('blur', () => this.show());
  }

  /** Shows the selection, and the text of the active cell or of the editor. */
  show(): void {
    const { area, active, activeArea } = this.grid.cursor;
    const isBlock = area.rows > activeArea.rows || area.columns > activeArea.columns;
    const named = this.book.state.names.find(
      (entry) =>
        entry.sheet === this.grid.cursor.sheet.name &&
        entry.area.row === area.row &&
        entry.area.column === area.column &&
        entry.area.rows === area.rows &&
        entry.area.columns === area.columns,
    );
    const { activeElement } = document;
    // The add-in's pane may take the focus for a moment while it works: what was typed waits for the user to come back.
    if (activeElement === this.grid.editor.element) this.isNaming = false;
    if (activeElement !== this.nameBox && !this.isNaming) {
      this.nameBox.value = named?.name ?? writeAddress(isBlock ? area : { ...active, rows: 1, columns: 1 });
    }
    const text = this.grid.activeText();
    if (this.bar.value !== text) this.bar.value = text;
  }

  private begin(): void {
    if (this.grid.editor.isEditing) return;
    const text = this.grid.activeText();
    if (!this.grid.edit('editing', this.bar)) this.grid.editor.focus();
    else this.bar.value = text;
  }

  private onInput(): void {
    if (this.grid.editor.isEditing) this.grid.editor.mirror(this.bar.value);
  }

  private onNameKey(event: KeyboardEvent): void {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    const text = this.nameBox.value.trim();
    this.isNaming = false;
    this.grid.editor.focus();
    if (event.key === 'Enter') this.goTo(text);
  }

  private goTo(text: string): void {
    const found = findName(this.book, text) ?? readAddress(text);
    const sheet = found && (found.sheet === null ? this.grid.cursor.sheet : this.book.findSheet(found.sheet));
    if (!found || sheet?.state.visibility !== 'visible') {
      void tellUser('找不到这个位置', `“${text}”不是单元格地址，也不是工作簿中的名称。请输入类似 B5 或 A1:D20 的地址。`, 'information');
      return;
    }
    this.book.activate(sheet);
    this.grid.goTo(found.area);
  }
}
