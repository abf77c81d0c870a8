import type { Area } from '../../../sheet/model';
import type { Book } from '../../book/book';
import { clearContents } from '../../book/edit/clear-cells';
import { fillCells } from '../../book/edit/fill-cells';
import type { Sheet } from '../../book/sheet';
import { tellUser } from '../dialog';
import { CellEditor, type EditMode } from './cell-editor';
import type { CellReader } from './cell-paint';
import { GridClipboard } from './clipboard';
import { Cursor } from './cursor';
import { Dropdown } from './dropdown';
import { enterOrAsk, tryEdit } from './entry';
import { openCellMenu, openHeaderMenu } from './grid-menu';
import { GridView } from './grid-view';
import { InputPrompt } from './input-prompt';
import { type KeyActions, listenToKeys } from './keyboard';
import { MarkPainter } from './overlay';
import type { Scene } from './scene';
import { ReferencePointer } from './point-reference';
import { listenToPointer } from './pointer';
import { fillFromEdge, fillSelection } from './fill-selection';
import { fitLine, resizeLine } from './line-size';
import { showForEdit } from './shown-for-edit';

/** What the grid leaves to the page. */
export interface GridDuties {
  save(): void;
  open(): void;
  goToSheet(step: 1 | -1): void;
  /** Choices of a list validation, in order; null where the cell has none. */
  readChoices(sheet: Sheet, row: number, column: number): readonly string[] | null;
  /** The selection, the text being edited or the mode changed. */
  changed(): void;
}

/** The grid with all that a user does in it. The book tells it what changed; it writes through the book's edits. */
export class Grid {
  readonly view: GridView;
  readonly cursor: Cursor;
  readonly editor: CellEditor;
  readonly keys: KeyActions;
  readonly clipboard: GridClipboard;
  private readonly pointer: ReferencePointer;
  private readonly dropdown: Dropdown;
  private readonly prompt = new InputPrompt();
  private readonly marks = new MarkPainter();
  private edited: { readonly sheet: Sheet; readonly row: number; readonly column: number; readonly before: string } | null = null;
  private filling: Area | null = null;

  constructor(
    readonly book: Book,
    private readonly reader: CellReader,
    private readonly duties: GridDuties,
  ) {
    this.view = new GridView(reader, (scene, overlays) => this.drawMarks(scene, overlays), () => this.cursor.area);
    this.cursor = new Cursor(book, this.view);
    this.editor = new CellEditor({ mayEdit: () => this.mayEdit(), changed: () => this.onEditorChange() });
    this.pointer = new ReferencePointer(this.editor);
    this.clipboard = new GridClipboard(book, this.editor, this.cursor, reader, () => this.view.drawSelection());
    this.dropdown = new Dropdown(this.editor, {
      readChoices: () => this.readChoices(),
      currentText: () => this.activeText(),
      take: (text) => this.takeChoice(text),
      place: (list) => this.placeList(list),
    });
    this.view.window.append(this.editor.element, this.dropdown.element, this.prompt.element);
    this.keys = this.makeKeyActions();
    listenToKeys(this.editor, this.cursor, this.keys);
    this.listenToPointer();
    this.view.onDraw(() => this.placeFloating());
    book.subscribe((event) => {
      if (event.kind === 'activated') this.showActive();
      else if (event.kind === 'redraw' && event.sheets.has(book.activeSheet)) this.view.show(book.activeSheet);
      else if (event.kind === 'selected' && event.sheet === book.activeSheet) this.onSelected();
    });
  }

  /** Shows the book's active sheet from where it was left. */
  showActive(): void {
    if (this.editor.isEditing) this.editor.end();
    this.cursor.follow();
    this.view.show(this.book.activeSheet);
    this.duties.changed();
  }

  /** Selects and shows an area (name box, links, the add-in). */
  goTo(area: Area): void {
    this.cursor.selectArea(area);
    this.editor.focus();
  }

  /** Text of the active cell as it is edited; while editing, what was typed so far. */
  activeText(): string {
    if (this.editor.isEditing) return this.editor.text;
    const { row, column } = this.cursor.active;
    return showForEdit(this.cursor.sheet, row, column);
  }

  /** Begins to edit the active cell; elsewhere is the formula bar when editing begins there. */
  edit(mode: EditMode, elsewhere: HTMLTextAreaElement | null = null): boolean {
    this.view.reveal(this.cursor.active.row, this.cursor.active.column);
    return this.editor.begin(this.activeText(), mode, elsewhere);
  }

  /** Confirms what is being edited; then is called once it has been taken. True where that was at once. */
  confirm(then: () => void = () => undefined): boolean {
    if (!this.edited) {
      then();
      return true;
    }
    const { sheet, row, column, before } = this.edited;
    const text = this.editor.text;
    const finish = (): void => {
      this.editor.end();
      this.editor.focus();
      then();
    };
    const answer = text === before ? 'taken' : enterOrAsk(this.book, { sheet, row, column, text });
    if (answer === 'taken') {
      finish();
      return true;
    }
    void answer.then((decided) => {
      if (decided === 'taken') finish();
      else if (decided === 'cancel') this.cancel();
      else this.editor.focus();
    });
    return false;
  }

  cancel(): void {
    this.editor.end();
    this.editor.focus();
  }

  private mayEdit(): boolean {
    const { row, column } = this.cursor.active;
    if (!this.cursor.sheet.isLocked(row, column)) return true;
    this.editor.element.value = '';
    void tellUser(
      '单元格受保护',
      '您试图更改的单元格位于受保护的工作表中，目标数、公式等单元格不能改动。请在可填写的单元格中录入。',
    );
    return false;
  }

  private onEditorChange(): void {
    const { editor } = this;
    if (editor.isEditing && !this.edited) {
      const { row, column } = this.cursor.active;
      // The text before editing is asked of the cell, for the editor already has the typed one.
      const before = showForEdit(this.cursor.sheet, row, column);
      this.edited = { sheet: this.cursor.sheet, row, column, before };
      this.book.isEditing = true;
      this.clipboard.forget();
    } else if (!editor.isEditing) {
      this.edited = null;
      this.pointer.forget();
      this.book.isEditing = false;
      this.dropdown.close();
    }
    if (editor.isEditing && editor.editMode === 'typing') this.dropdown.follow(editor.text);
    this.view.drawSelection();
    this.duties.changed();
  }

  private onSelected(): void {
    if (!this.editor.isEditing) this.dropdown.close();
    if (this.cursor.isMoving) this.view.drawSelection();
    else this.followSelection();
    this.duties.changed();
  }

  /** What the add-in selected is shown: its first cell at least. */
  private followSelection(): void {
    this.cursor.follow();
    const { area } = this.cursor;
    this.view.reveal(area.row, area.column);
  }

  private drawMarks(scene: Scene, overlays: readonly HTMLElement[]): void {
    const { sheet, area, activeArea } = this.cursor;
    const { isEditing } = this.editor;
    this.marks.draw(scene, overlays, {
      area,
      active: activeArea,
      copied: this.clipboard.copiedArea(sheet),
      filling: this.filling,
      dropdown: this.hasList(),
      handle: !isEditing && !sheet.isLocked(this.cursor.active.row, this.cursor.active.column),
    });
  }

  private hasList(): boolean {
    const { row, column } = this.cursor.active;
    const { sheet } = this.cursor;
    return sheet.validationAt(row, column)?.rule.kind === 'list' && !sheet.isLocked(row, column);
  }

  private readChoices(): readonly string[] | null {
    const { row, column } = this.edited ?? this.cursor.active;
    return this.hasList() ? this.duties.readChoices(this.cursor.sheet, row, column) : null;
  }

  private takeChoice(text: string): void {
    const { sheet } = this.cursor;
    const { row, column } = this.cursor.active;
    this.editor.end();
    const answer = enterOrAsk(this.book, { sheet, row, column, text });
    if (answer !== 'taken') void answer.then(() => this.editor.focus());
    this.editor.focus();
  }

  private placeFloating(): void {
    const place = this.edited ?? this.cursor.active;
    const { sheet, layout } = { sheet: this.cursor.sheet, layout: this.view.layout };
    const area = sheet.mergeAt(place.row, place.column) ?? { row: place.row, column: place.column, rows: 1, columns: 1 };
    const box = this.view.boxInWindow(area);
    const style = sheet.styleAt(place.row, place.column);
    this.editor.place({ ...box, roomRight: layout.width - box.left - 4, roomBelow: layout.height - box.top - 4 }, style);
    const isInView = box.left < layout.width && box.top < layout.height && box.left + box.width > 0 && box.top + box.height > 0;
    const prompt = this.dropdown.isOpen || !isInView ? null : (sheet.validationAt(place.row, place.column)?.prompt ?? null);
    this.prompt.show(prompt, box, layout);
    if (this.dropdown.isOpen) this.placeList(this.dropdown.element);
  }

  private placeList(list: HTMLElement): void {
    const box = this.view.boxInWindow(this.cursor.activeArea);
    const { layout } = this.view;
    list.style.minWidth = `${box.width}px`;
    const below = layout.height - box.top - box.height;
    const height = Math.min(list.scrollHeight + 2, 236);
    list.style.left = `${Math.max(0, Math.min(box.left, layout.width - list.offsetWidth - 4))}px`;
    list.style.top = `${below >= height || below >= box.top ? box.top + box.height + 2 : box.top - height - 2}px`;
    this.prompt.element.hidden = true;
  }

  private makeKeyActions(): KeyActions {
    const { book } = this;
    return {
      confirm: (then) => void this.confirm(then),
      cancel: () => this.cancel(),
      editActive: () => void this.edit('editing'),
      editAnew: () => void this.editor.begin('', 'typing'),
      clear: () => tryEdit(() => clearContents(book, 'user', this.cursor.sheet, this.cursor.area)),
      undo: () => book.undo(),
      redo: () => book.redo(),
      save: () => this.confirm(() => this.duties.save()),
      open: () => this.duties.open(),
      openDropdown: () => this.dropdown.open(),
      openContextMenu: () => {
        const box = this.view.window.getBoundingClientRect();
        const cell = this.view.boxInWindow(this.cursor.activeArea);
        openCellMenu(this, box.left + cell.left + cell.width / 2, box.top + cell.top + cell.height);
      },
      forgetCopy: () => this.clipboard.forget(),
      fillAll: () => {
        const { text } = this.editor;
        this.confirm(() => fillSelection(book, this.cursor, text));
      },
      fill: (direction) => fillFromEdge(book, this.cursor, direction),
      goToSheet: (step) => this.duties.goToSheet(step),
    };
  }

  private listenToPointer(): void {
    const { book, cursor, view } = this;
    listenToPointer(view, cursor, {
      leaveEditor: () => this.confirm(),
      pointTo: (area, isDrag) => this.pointer.pointTo(area, isDrag),
      edit: () => void this.edit('editing'),
      openDropdown: () => (this.dropdown.isOpen ? this.dropdown.close() : this.dropdown.open()),
      openFilter: (row, column, button) => openHeaderMenu(this, row, column, button),
      openContextMenu: (x, y) => openCellMenu(this, x, y),
      followLink: ({ row, column }) => this.followLink(row, column),
      showFilling: (area) => {
        this.filling = area;
        view.drawSelection();
      },
      fillTo: (target) => {
        const source = cursor.area;
        if (tryEdit(() => fillCells(book, 'user', cursor.sheet, source, target))) cursor.selectArea(target);
      },
      resize: (kind, index, pixels) => resizeLine(book, cursor, kind, index, pixels),
      fitSize: (kind, index) => fitLine(book, cursor, this.reader, kind, index),
      focus: () => this.editor.focus(),
    });
  }

  private followLink(row: number, column: number): boolean {
    const link = this.cursor.sheet.linkAt(row, column);
    const target = link && this.book.findSheet(link.sheet);
    if (!target || target.state.visibility !== 'visible') return false;
    this.book.activate(target);
    this.goTo({ row: link.targetRow, column: link.targetColumn, rows: 1, columns: 1 });
    return true;
  }
}
