import { columnNumber, MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../sheet/address';
import type { Grid } from '../sheet/grid';
import { createFormulaMover } from '../sheet/move-formula';
import type { Area, SheetModel, RowRun } from '../sheet/model';
import { FileError } from './file-error';
import { readValue } from './read-value';
import type { CellContext } from './read-value';
import { attributesOf, firstElement, isTrue } from './xml-element';
import { decodeMarkup, detach } from './xml-text';

export interface ReadCells {
  readonly grid: Grid;
  readonly rowHeights: SheetModel['rowHeights'];
  /** Rows that are hidden, by hand or by a filter. */
  readonly hiddenRows: readonly RowRun[];
  /** Areas of one style down a column each, by the style's index in the file. */
  readonly styled: readonly { readonly area: Area; readonly index: number }[];
  /** Cells that the budget was charged with. */
  readonly paid: number;
  /** The sheet's text round its cells. */
  readonly before: string;
  readonly after: string;
}

/** Twice what Excel allows, since other programs write formulas more fully. */
const LONGEST_FORMULA = 16_384;

/** Characters that a text of its own costs beside those it has. */
const COST_OF_TEXT = 20;

/** Characters that a formula unlike all others costs beside its own. */
const COST_OF_FORMULA = 80;

/** Characters of plain formula that moving one character costs as much time as. */
const MOVING_COST = 5;

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  mover: ReturnType<typeof createFormulaMover> | null;
}

interface StyleRun {
  index: number;
  from: number;
  to: number;
}

interface CellTag {
  readonly isCell: boolean;
  readonly isClosed: boolean;
  readonly type: string;
  readonly style: number;
  /** Place after the tag. */
  readonly end: number;
}

/**
 * The cells of a worksheet part. Read by us and not by the library, which takes a truncated sheet for a short one,
 * fills a million rows for one stray cell, and turns numbers into dates. Throws FileError.
 */
export function readCells(xml: string, context: CellContext): ReadCells {
  const { sheet } = context;
  if (!/<\/(?:[\w.-]{1,30}:)?worksheet>\s*$/.test(xml.slice(-200))) throw new FileError({ kind: 'incompleteSheet', sheet });
  const opening = /<((?:[A-Za-z_][\w.-]{0,30}:)?)sheetData(?:\s[^<>]*)?(\/?)>/.exec(xml);
  if (!opening) throw new FileError({ kind: 'damaged', sheet });
  const [tag, prefix = '', closed] = opening;
  const start = opening.index + tag.length;
  const end = closed ? start : xml.indexOf(`</${prefix}sheetData>`, start);
  if (end === -1) throw new FileError({ kind: 'incompleteSheet', sheet });
  const reader = new CellReader(context, prefix);
  reader.read(xml, start, end);
  const after = closed ? start : end + `</${prefix}sheetData>`.length;
  return { ...reader.result(), before: detach(xml.slice(0, opening.index)), after: detach(xml.slice(after)) };
}

/** Goes through <sheetData> once, from cell to cell. */
class CellReader {
  private readonly grid: Grid = new Map();
  private readonly heights: { row: number; height: number }[] = [];
  private readonly hidden: { row: number; rows: number }[] = [];
  /** The run of one style that is still growing, by column. */
  private readonly open: (StyleRun | undefined)[] = [];
  private readonly styled: { area: Area; index: number }[] = [];
  private readonly shared = new Map<string, SharedFormula>();
  /** Texts of formulas, of which a column holds the same one in every row. */
  private readonly formulas = new Map<string, string>();
  /** A cell's tag as nearly every program writes it. */
  private readonly usual: RegExp;
  private readonly close: string;
  private count = 0;
  private row = -1;
  private column = -1;
  private top = Infinity;
  private bottom = 0;
  private right = 0;
  /** Cells that the budget was charged with. */
  private paid = 0;

  constructor(
    private readonly context: CellContext,
    private readonly prefix: string,
  ) {
    this.usual = new RegExp(
      `<${prefix}c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,6})")?(?: t="([a-zA-Z]{1,9})")?(/?)>`,
      'y',
    );
    this.close = `</${prefix}c>`;
  }

  read(xml: string, start: number, end: number): void {
    for (let at = xml.indexOf('<', start); at !== -1 && at < end; at = xml.indexOf('<', at)) {
      const tag = this.readUsualTag(xml, at) ?? this.readTag(xml, at, end);
      at = tag.end;
      if (!tag.isCell) continue;
      let inner = '';
      if (!tag.isClosed) {
        const close = xml.indexOf(this.close, at);
        if (close === -1 || close > end) throw this.damaged();
        inner = xml.slice(at, close);
        at = close + this.close.length;
      }
      this.addCell(tag.type, tag.style, inner);
    }
  }

  result(): Pick<ReadCells, 'grid' | 'rowHeights' | 'hiddenRows' | 'styled' | 'paid'> {
    this.open.forEach((run, column) => run && this.closeRun(column, run));
    return { grid: this.grid, rowHeights: this.heights, hiddenRows: this.hidden, styled: this.styled, paid: this.paid };
  }

  private readUsualTag(xml: string, at: number): CellTag | null {
    this.usual.lastIndex = at;
    const match = this.usual.exec(xml);
    if (!match) return null;
    this.column = columnNumber(match[1] ?? '');
    this.row = Number(match[2]) - 1;
    return {
      isCell: true,
      isClosed: match[5] === '/',
      type: match[4] ?? '',
      style: Number(match[3] ?? 0),
      end: this.usual.lastIndex,
    };
  }

  private readTag(xml: string, at: number, limit: number): CellTag {
    const close = xml.indexOf('>', at);
    if (close === -1 || close >= limit) throw this.damaged();
    const tag = xml.slice(at + 1, close);
    const name = /^[^\s/]*/.exec(tag)?.[0] ?? '';
    if (name === `${this.prefix}row`) this.startRow(attributesOf(tag));
    if (name !== `${this.prefix}c`) return { isCell: false, isClosed: false, type: '', style: 0, end: close + 1 };
    const attributes = attributesOf(tag);
    const place = /^([A-Za-z]{1,3})([0-9]{1,7})$/.exec(attributes.get('r') ?? '');
    this.column = place ? columnNumber(place[1] ?? '') : this.column + 1;
    if (place) this.row = Number(place[2]) - 1;
    return {
      isCell: true,
      isClosed: tag.endsWith('/'),
      type: attributes.get('t') ?? '',
      style: Number(attributes.get('s') ?? 0) || 0,
      end: close + 1,
    };
  }

  private startRow(attributes: ReadonlyMap<string, string>): void {
    const number = attributes.get('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAXIMUM_ROWS) throw this.damaged();
    this.column = -1;
    const height = Number(attributes.get('ht') ?? NaN);
    if (isTrue(attributes.get('customHeight')) && Number.isFinite(height)) {
      this.context.budget.spend('formats', 1, this.context.sheet);
      this.heights.push({ row: this.row, height });
    }
    if (isTrue(attributes.get('hidden')) || height === 0) this.hideRow();
  }

  private hideRow(): void {
    const last = this.hidden[this.hidden.length - 1];
    if (last !== undefined && last.row + last.rows === this.row) {
      last.rows += 1;
      return;
    }
    this.context.budget.spend('formats', 1, this.context.sheet);
    this.hidden.push({ row: this.row, rows: 1 });
  }

  private addCell(type: string, style: number, inner: string): void {
    const { row, column } = this;
    if (row < 0 || row >= MAXIMUM_ROWS || column < 0 || column >= MAXIMUM_COLUMNS) throw this.damaged();
    this.count += 1;
    this.payFor(this.count);
    if (style > 0 && !this.context.isBare) this.addStyle(style);
    if (inner === '') return;
    const value = readValue(type, style, inner, this.context);
    const formula = inner.includes(`<${this.prefix}f`) ? this.readFormula(inner) : null;
    if (value === null && formula === null) return;
    this.paySpan();
    if (typeof value === 'string') {
      this.context.budget.checkText(value, this.context.sheet);
      this.context.budget.spend('characters', value.length + (type === 's' ? 0 : COST_OF_TEXT), this.context.sheet);
    }
    let cells = this.grid.get(row);
    if (!cells) {
      cells = [];
      this.grid.set(row, cells);
    }
    for (let i = cells.length; i < column; i += 1) cells[i] = null;
    cells[column] = formula === null ? value : { formula: `=${formula}`, value };
  }

  private readFormula(inner: string): string | null {
    const element = firstElement(inner, 'f');
    if (!element) return null;
    const text = decodeMarkup(element.inner).trim();
    if (text.length > LONGEST_FORMULA) throw this.damaged();
    const id = element.attributes.get('t') === 'shared' ? element.attributes.get('si') : undefined;
    if (id !== undefined && text !== '') this.shared.set(id, { text, row: this.row, column: this.column, mover: null });
    const formula = id !== undefined && text === '' ? this.followShared(id) : text;
    if (formula === null || formula === '') return null;
    return this.keepFormula(formula);
  }

  /** The formula of the first cell as it reads here; taken apart only once another cell asks for it. */
  private followShared(id: string): string | null {
    const first = this.shared.get(id);
    if (first === undefined) return null;
    // Moving costs by length whatever comes of it, so that it is paid for in advance.
    this.context.budget.spend('formulas', first.text.length * MOVING_COST, this.context.sheet);
    first.mover ??= createFormulaMover(first.text, first.row, first.column);
    return first.mover(this.row, this.column);
  }

  private keepFormula(formula: string): string {
    const known = this.formulas.get(formula);
    this.context.budget.spend('formulas', known === undefined ? formula.length + COST_OF_FORMULA : 1, this.context.sheet);
    if (known !== undefined) return known;
    const kept = detach(formula);
    this.formulas.set(kept, kept);
    return kept;
  }

  private addStyle(index: number): void {
    const run = this.open[this.column];
    if (run && run.index === index && run.to === this.row - 1) {
      run.to = this.row;
      return;
    }
    if (run) this.closeRun(this.column, run);
    this.open[this.column] = { index, from: this.row, to: this.row };
  }

  private closeRun(column: number, { index, from, to }: StyleRun): void {
    this.context.budget.spend('formats', 1, this.context.sheet);
    this.styled.push({ area: { row: from, column, rows: to - from + 1, columns: 1 }, index });
  }

  /** A single cell far away makes the used range, which is what a check reads, larger than memory. */
  private paySpan(): void {
    this.top = Math.min(this.top, this.row);
    this.bottom = Math.max(this.bottom, this.row);
    this.right = Math.max(this.right, this.column);
    this.payFor((this.bottom - this.top + 1) * (this.right + 1));
  }

  private payFor(cells: number): void {
    if (cells <= this.paid) return;
    this.context.budget.spend('cells', cells - this.paid, this.context.sheet);
    this.paid = cells;
  }

  private damaged(): FileError {
    return new FileError({ kind: 'damaged', sheet: this.context.sheet });
  }
}
