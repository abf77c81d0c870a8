import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../../sheet/address';
import { intersectAreas } from '../../../sheet/area';
import type { Area } from '../../../sheet/model';
import type { Book } from '../../book/book';
import { moveCells } from '../../book/edit/move-cells';
import { type Clip, copyCells, pasteClip, pasteTexts, usedPart } from '../../book/edit/paste-block';
import type { Sheet } from '../../book/sheet';
import type { CellEditor } from './cell-editor';
import type { CellReader } from './cell-paint';
import { formatHtmlTable, formatTabText, layPaste, parseTabText } from './clipboard-text';
import type { Cursor } from './cursor';
import { tryEdit } from './entry';

/** What was copied here last: pasted with formats and formulas while the clipboard still holds its text. */
interface Copied {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly clip: Clip;
  readonly text: string;
  readonly isCut: boolean;
}

/** Copy, cut and paste through the browser's own clipboard events, which need no permission. */
export class GridClipboard {
  private copied: Copied | null = null;

  constructor(
    private readonly book: Book,
    private readonly editor: CellEditor,
    private readonly cursor: Cursor,
    private readonly reader: CellReader,
    private readonly changed: () => void,
  ) {
    const { element } = editor;
    element.addEventListener('copy', (event) => this.onCopy(event, false));
    element.addEventListener('cut', (event) => this.onCopy(event, true));
    element.addEventListener('paste', (event) => this.onPaste(event));
  }

  /** The block that the running border surrounds on this sheet. */
  copiedArea(sheet: Sheet): Area | null {
    return this.copied?.sheet === sheet ? this.copied.area : null;
  }

  forget(): void {
    if (!this.copied) return;
    this.copied = null;
    this.changed();
  }

  /** From the menu; false where the browser forbids it. */
  async pasteFromSystem(): Promise<boolean> {
    const text = await navigator.clipboard.readText().catch(() => null);
    if (text === null) return false;
    this.paste(text);
    return true;
  }

  private onCopy(event: ClipboardEvent, isCut: boolean): void {
    if (this.editor.isEditing || !event.clipboardData) return;
    event.preventDefault();
    const { sheet } = this.cursor;
    const area = usedPart(sheet, this.cursor.area);
    const texts = this.readTexts(sheet, area);
    const text = formatTabText(texts);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', formatHtmlTable(texts));
    this.copied = { sheet, area, clip: copyVisible(sheet, area), text, isCut };
    this.changed();
  }

  private onPaste(event: ClipboardEvent): void {
    if (this.editor.isEditing || !event.clipboardData) return;
    event.preventDefault();
    this.paste(event.clipboardData.getData('text/plain'));
  }

  private paste(text: string): void {
    if (text === '') return;
    const { sheet, area } = this.cursor;
    const { copied } = this;
    // Some systems change line breaks on the way.
    const own = copied && text.replaceAll('\r\n', '\n') === copied.text.replaceAll('\r\n', '\n');
    const done = tryEdit(() => {
      const pasted = own ? this.pasteOwn(sheet, area, copied) : this.pasteText(sheet, area, text);
      if (pasted) this.cursor.selectArea(pasted);
    });
    if (done && own && copied.isCut) this.copied = null;
    this.changed();
  }

  private pasteText(sheet: Sheet, area: Area, text: string): Area | null {
    const laid = layPaste(parseTabText(text), area, { rows: MAXIMUM_ROWS, columns: MAXIMUM_COLUMNS }, '');
    return laid.content.length === 0 ? null : pasteTexts(this.book, sheet, laid.row, laid.column, laid.content);
  }

  private pasteOwn(sheet: Sheet, area: Area, copied: Copied): Area {
    if (!copied.isCut) return pasteClip(this.book, sheet, clampTarget(area, copied.clip), clampClip(area, copied.clip));
    return moveCells(this.book, copied.sheet, copied.area, sheet, area.row, area.column);
  }

  private readTexts(sheet: Sheet, area: Area): string[][] {
    const rows: string[][] = [];
    for (const row of visibleLines(area.row, area.rows, (at) => sheet.isRowHidden(at))) {
      rows.push(
        visibleLines(area.column, area.columns, (at) => sheet.isColumnHidden(at)).map((column) =>
          sheet.valueAt(row, column) === null ? '' : this.reader.readText(sheet, row, column).text,
        ),
      );
    }
    return rows;
  }
}

/** Hidden rows and columns are not copied, so that a filtered list is copied as it is seen. */
function copyVisible(sheet: Sheet, area: Area): Clip {
  const clip = copyCells(sheet, area);
  const rows = visibleLines(area.row, area.rows, (row) => sheet.isRowHidden(row));
  const columns = visibleLines(area.column, area.columns, (column) => sheet.isColumnHidden(column));
  const cells = rows.map((row) => columns.map((column) => clip.cells[row - area.row]?.[column - area.column] ?? null));
  const validations = clip.validations.flatMap((validation) => {
    const down = visibleSpan(rows, validation.area.row, validation.area.rows);
    const across = visibleSpan(columns, validation.area.column, validation.area.columns);
    if (down.count === 0 || across.count === 0) return [];
    const shown = { row: area.row + down.from, rows: down.count, column: area.column + across.from, columns: across.count };
    return [{ ...validation, area: shown }];
  });
  return { area: { ...area, rows: Math.max(1, rows.length), columns: Math.max(1, columns.length) }, cells, validations };
}

/** Where these lines are among the visible ones. */
function visibleSpan(visible: readonly number[], from: number, count: number): { readonly from: number; readonly count: number } {
  return { from: visible.filter((line) => line < from).length, count: visible.filter((line) => line >= from && line < from + count).length };
}

function visibleLines(from: number, count: number, isHidden: (line: number) => boolean): number[] {
  const lines = Array.from({ length: count }, (_, index) => from + index);
  const shown = lines.filter((line) => !isHidden(line));
  return shown.length > 0 ? shown : lines;
}

/** A clip that would reach beyond the sheet's edge loses what is beyond. */
function clampClip(target: Area, clip: Clip): Clip {
  const rows = Math.min(clip.area.rows, MAXIMUM_ROWS - target.row);
  const columns = Math.min(clip.area.columns, MAXIMUM_COLUMNS - target.column);
  const area = { ...clip.area, rows, columns };
  const validations = clip.validations.flatMap((validation) => {
    const shared = intersectAreas(validation.area, area);
    return shared ? [{ ...validation, area: shared }] : [];
  });
  return { area, cells: clip.cells.slice(0, rows).map((line) => line.slice(0, columns)), validations };
}

/** Whole selected rows or columns are no block to fill again and again with a smaller clip. */
function clampTarget(target: Area, clip: Clip): Area {
  const isBand = target.rows === MAXIMUM_ROWS || target.columns === MAXIMUM_COLUMNS;
  return isBand ? { ...target, rows: clip.area.rows, columns: clip.area.columns } : target;
}
