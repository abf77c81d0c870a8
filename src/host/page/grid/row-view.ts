import { makeElement } from '../element';
import { isTooNarrow, needsClip, paintCell, type CellPaint, type CellReader } from './cell-paint';
import type { Scene } from './scene';
import { nameStyle } from './style-class';

/** How far to the left a text is looked for that runs over into the window. */
const runOverReach = 12;

interface Placed {
  readonly element: HTMLElement;
  key: string;
}

/** The cells of one row in one pane. Cells that show nothing have no element. */
export class RowView {
  readonly element = makeElement('div', { class: 'row' });
  private readonly placed = new Map<number, Placed>();

  constructor(readonly row: number) {}

  /** Draws the cells from column to column (end excluded), changing only what differs. */
  draw(scene: Scene, reader: CellReader, from: number, to: number): void {
    this.element.style.transform = `translateY(${scene.rows.start(this.row)}px)`;
    const wanted = new Set<number>();
    for (let column = this.firstColumn(scene, from); column < to; column += 1) {
      if (scene.columns.isHidden(column) || scene.mergeAt(this.row, column)) continue;
      const paint = paintCell(scene.sheet, this.row, column, reader);
      if (!paint) continue;
      wanted.add(column);
      this.place(column, paint, scene);
    }
    for (const [column, { element }] of this.placed) {
      if (wanted.has(column)) continue;
      element.remove();
      this.placed.delete(column);
    }
    this.describe(wanted.size > 0);
  }

  /** A row without cells is nothing to a screen reader. */
  private describe(hasCells: boolean): void {
    if (hasCells === this.element.hasAttribute('role')) return;
    if (hasCells) {
      this.element.setAttribute('role', 'row');
      this.element.setAttribute('aria-rowindex', String(this.row + 1));
    } else {
      this.element.removeAttribute('role');
      this.element.removeAttribute('aria-rowindex');
    }
  }

  /** A text left of the window may run over empty cells into it. */
  private firstColumn(scene: Scene, from: number): number {
    const cells = scene.state.rows.get(this.row);
    if (!cells) return from;
    for (let column = from; column >= Math.max(0, from - runOverReach); column -= 1) {
      const cell = cells.get(column);
      if (cell && (cell.value !== null || cell.formula !== null)) return column;
    }
    return from;
  }

  private place(column: number, paint: CellPaint, scene: Scene): void {
    const end = paint.runsOver ? this.runOverEnd(column, paint, scene) : column + 1;
    const left = scene.columns.start(column);
    const width = scene.columns.start(end) - left;
    // A text that runs over hides the lines of the cells it covers, but not the one below it.
    const isOver = end > column + 1;
    const narrow = isTooNarrow(paint, scene.sheet.valueAt(this.row, column), width);
    const opaque = isOver && !paint.css.includes('background-color') ? { ...paint, css: `background-color:#fff;${paint.css}` } : paint;
    drawCell(this.take(column), opaque, {
      left,
      top: 0,
      width: isOver ? width - 1 : width,
      height: scene.rows.size(this.row) - (isOver ? 1 : 0),
      text: narrow ? '#'.repeat(Math.max(1, Math.floor(width / 9))) : paint.text,
      column,
    });
  }

  private take(column: number): Placed {
    const known = this.placed.get(column);
    if (known) return known;
    const made = { element: makeCellElement(column), key: '' };
    this.placed.set(column, made);
    // Cells stand in the order of their columns, so that a line on the right is not hidden by the next cell's fill.
    let after: Element | null = null;
    for (let next = this.element.lastElementChild; next && Number(next.getAttribute('aria-colindex')) > column + 1; ) {
      after = next;
      next = next.previousElementSibling;
    }
    this.element.insertBefore(made.element, after);
    return made;
  }

  private runOverEnd(column: number, paint: CellPaint, scene: Scene): number {
    let end = column + 1;
    if (paint.align !== 'left') return end;
    let width = scene.columns.size(column);
    const cells = scene.state.rows.get(this.row);
    while (width < paint.textWidth + 6 && end < scene.columns.count) {
      const next = cells?.get(end);
      if ((next && (next.value !== null || next.formula !== null)) || scene.mergeAt(this.row, end)) break;
      width += scene.columns.size(end);
      end += 1;
    }
    return end;
  }
}

interface CellPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly column: number;
}

export function makeCellElement(column: number): HTMLElement {
  return makeElement('div', { role: 'gridcell', class: 'cell', 'aria-colindex': column + 1 }, [makeElement('span')]);
}

/** Puts a paint on a cell's element; nothing is touched where it shows that already. */
export function drawCell(placed: Placed, paint: CellPaint, place: CellPlace): void {
  const { element } = placed;
  // Lines lie on the edge shared with the neighbour above and on the left, hence one pixel more on these sides.
  const lined = paint.css.includes('border-');
  const grow = lined ? 1 : 0;
  const css =
    `${paint.ownCss}left:${place.left - grow}px;top:${place.top - grow}px;` +
    `width:${place.width + grow}px;height:${place.height + grow}px`;
  const look = nameStyle(paint.css);
  const key = `${css}|${look}|${paint.align}|${paint.filter}|${paint.link}|${place.text}`;
  if (placed.key === key) return;
  placed.key = key;
  element.style.cssText = css;
  element.className = `cell ${look} ${paint.align}${paint.link ? ' link' : ''}${paint.wraps ? '' : ' one-line'}${needsClip(paint, place.width, place.height) ? ' clip' : ''}`;
  const [span, button] = element.children;
  span!.textContent = place.text;
  if (paint.filter === null) button?.remove();
  else drawFilterButton(element, button ?? null, paint.filter, place.text);
}

function drawFilterButton(cell: HTMLElement, button: Element | null, filter: 'off' | 'on', header: string): void {
  const shown = button ?? cell.appendChild(makeElement('button', { type: 'button', tabindex: -1 }));
  shown.className = filter === 'on' ? 'filter on' : 'filter';
  shown.setAttribute('aria-label', `${header.replaceAll('\n', '')}：筛选与排序${filter === 'on' ? '（已筛选）' : ''}`);
}
