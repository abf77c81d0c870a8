import type { Area } from '../../../sheet/model';
import type { Sheet } from '../../book/sheet';
import { makeElement } from '../element';
import { RowFitter } from './auto-height';
import type { Place } from './area';
import type { CellReader } from './cell-paint';
import { HeaderView } from './header-view';
import { headerHeight, headerWidth, layOut, revealStretch, toSheet, toWindow, type Layout } from './layout';
import { PaneView } from './pane-view';
import { reachOf, Scene, type Reach } from './scene';

/** Where a sheet was scrolled to, kept per sheet. */
interface Scroll {
  readonly left: number;
  readonly top: number;
}

/** A layer of the selection: asked to draw itself into each pane's overlay after every change. */
export type OverlayPainter = (scene: Scene, overlays: readonly HTMLElement[], layout: Layout) => void;

/**
 * The grid: one scrolling box with a sticky window of four panes, moved by transform, in which only visible cells
 * are elements.
 */
export class GridView {
  readonly element = makeElement('div', { class: 'grid-scroll', tabindex: -1 });
  /** The window: what floats over the cells (editor, lists) is put in here. */
  readonly window = makeElement('div', { class: 'grid-window' });
  private readonly cells = makeElement('div', { class: 'grid-cells', role: 'grid', 'aria-multiselectable': 'true' });
  private readonly space = makeElement('div', { class: 'grid-space', role: 'presentation' }, [this.window]);
  private readonly corner = makeElement('div', { class: 'corner', 'aria-hidden': 'true' });
  private readonly freezeLines = makeElement('div', { class: 'freeze-lines', 'aria-hidden': 'true' }, [
    makeElement('i'),
    makeElement('i'),
  ]);
  private readonly panes = [new PaneView(), new PaneView(), new PaneView(), new PaneView()] as const;
  private readonly columnHeaders = new HeaderView('column');
  private readonly rowHeaders = new HeaderView('row');
  private readonly scrolls = new WeakMap<Sheet, Scroll>();
  private readonly reaches = new WeakMap<Sheet, Reach>();
  private readonly fitters = new WeakMap<Sheet, { widths: unknown; hidden: unknown; fitter: RowFitter }>();
  private current: { scene: Scene; layout: Layout } | null = null;
  private frame = 0;
  /** Sizes and scroll position as last seen: asking the browser in the middle of drawing makes it lay out the page. */
  private room = { width: 0, height: 0 };
  private scroll: Scroll = { left: 0, top: 0 };
  private readonly afterDraw: (() => void)[] = [];

  constructor(
    private readonly reader: CellReader,
    private readonly paintOverlay: OverlayPainter,
    private readonly selectedArea: () => Area,
  ) {
    this.cells.append(...this.panes.map((pane) => pane.element));
    this.window.append(
      this.cells,
      this.freezeLines,
      this.columnHeaders.element,
      this.rowHeaders.element,
      this.corner,
    );
    this.element.append(this.space);
    this.element.addEventListener('scroll', () => this.onScroll(), { passive: true });
    new ResizeObserver(() => this.onResize()).observe(this.element);
  }

  get scene(): Scene {
    if (!this.current) throw new Error('the grid shows no sheet yet');
    return this.current.scene;
  }

  get layout(): Layout {
    if (!this.current) throw new Error('the grid shows no sheet yet');
    return this.current.layout;
  }

  /** Called after each drawing: what floats over the grid follows it. */
  onDraw(listener: () => void): void {
    this.afterDraw.push(listener);
  }

  /** Lays the sheet out anew and draws it: after a change of its contents, or to show another sheet. */
  show(sheet: Sheet): void {
    const before = this.current?.scene.sheet;
    if (before && before !== sheet) this.scrolls.set(before, this.scroll);
    if (this.room.width === 0) this.measure();
    const reach = reachOf(sheet, this.reaches.get(sheet) ?? { rows: 0, columns: 0 });
    const scene = new Scene(sheet, reach, this.fitterFor(sheet));
    this.current = { scene, layout: this.layOut(scene) };
    this.space.style.width = `${scene.columns.total + headerWidth}px`;
    this.space.style.height = `${scene.rows.total + headerHeight}px`;
    this.cells.setAttribute('aria-rowcount', String(scene.rows.count));
    this.cells.setAttribute('aria-colcount', String(scene.columns.count));
    this.cells.setAttribute('aria-label', `工作表 ${sheet.name}`);
    this.scrollTo(before === sheet ? this.scroll : (this.scrolls.get(sheet) ?? { left: 0, top: 0 }));
    this.draw();
  }

  /** Draws what is seen now; cheap when nothing came into view. */
  draw(): void {
    if (!this.current) return;
    const { scene } = this.current;
    const layout = this.layOut(scene);
    this.current = { scene, layout };
    this.window.style.width = `${layout.width}px`;
    this.window.style.height = `${layout.height}px`;
    layout.panes.forEach((box, index) => this.panes[index]!.show(scene, box, this.reader));
    this.drawFreezeLines(layout);
    this.drawSelection();
  }

  /** Draws the selection and what belongs to it, without touching cells. */
  drawSelection(): void {
    if (!this.current) return;
    const { scene, layout } = this.current;
    this.drawHeaders();
    this.paintOverlay(scene, this.panes.map((pane) => pane.overlay), layout);
    for (const listener of this.afterDraw) listener();
  }

  /** Scrolls as little as needed to show a cell, making the grid longer where the cell lies beyond it. */
  reveal(row: number, column: number): void {
    this.reachTo(row, column);
    const { scene, layout } = this.current!;
    let { left, top } = this.scroll;
    if (row >= layout.frozenRows) {
      const room = layout.height - headerHeight - layout.frozenHeight;
      top = revealStretch(top, scene.rows.start(row), scene.rows.end(row), layout.frozenHeight, room);
    }
    if (column >= layout.frozenColumns) {
      const room = layout.width - headerWidth - layout.frozenWidth;
      left = revealStretch(left, scene.columns.start(column), scene.columns.end(column), layout.frozenWidth, room);
    }
    if (left === this.scroll.left && top === this.scroll.top) {
      this.drawSelection();
      return;
    }
    this.scrollTo({ left, top });
    this.draw();
  }

  /** The cell under a point of the screen; points outside give the nearest cell in view. */
  placeAt(clientX: number, clientY: number): Place {
    const { scene, layout } = this.current!;
    const { x, y } = this.pointOnSheet(clientX, clientY, layout);
    return { row: scene.rows.at(y), column: scene.columns.at(x) };
  }

  pointOnSheet(clientX: number, clientY: number, layout = this.layout): { readonly x: number; readonly y: number } {
    const box = this.window.getBoundingClientRect();
    const x = Math.min(Math.max(clientX - box.left, 0), layout.width - 1);
    const y = Math.min(Math.max(clientY - box.top, 0), layout.height - 1);
    return toSheet(layout, x, y);
  }

  /** Box of an area in the window, as its first cell's pane shows it. */
  boxInWindow(area: Area): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
    const { scene, layout } = this.current!;
    const box = scene.boxOf(area);
    const frozen = { row: area.row < layout.frozenRows, column: area.column < layout.frozenColumns };
    const { x, y } = toWindow(layout, box.left, box.top, frozen);
    return { left: x, top: y, width: box.width, height: box.height };
  }

  private layOut(scene: Scene): Layout {
    return layOut(scene, this.room.width, this.room.height, this.scroll.left, this.scroll.top);
  }

  private measure(): void {
    this.room = { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  private onResize(): void {
    this.measure();
    this.scroll = { left: this.element.scrollLeft, top: this.element.scrollTop };
    this.draw();
  }

  /** Scrolls at once; the browser's own event comes later and finds it done. */
  private scrollTo(wanted: Scroll): void {
    const { scene } = this.current!;
    const furthest = (total: number, room: number): number => Math.max(0, total - room);
    const left = Math.min(wanted.left, furthest(scene.columns.total + headerWidth, this.room.width));
    const top = Math.min(wanted.top, furthest(scene.rows.total + headerHeight, this.room.height));
    if (left === this.scroll.left && top === this.scroll.top) return;
    this.scroll = { left, top };
    this.element.scrollTo(left, top);
  }

  private drawHeaders(): void {
    const { scene, layout } = this.current!;
    const area = this.selectedArea();
    this.columnHeaders.show(scene, layout, { from: area.column, to: area.column + area.columns });
    this.rowHeaders.show(scene, layout, { from: area.row, to: area.row + area.rows });
  }

  private drawFreezeLines(layout: Layout): void {
    const [across, down] = this.freezeLines.children as HTMLCollectionOf<HTMLElement>;
    across!.style.cssText = layout.frozenHeight
      ? `top:${headerHeight + layout.frozenHeight - 1}px;left:0;width:100%;height:1px`
      : 'display:none';
    down!.style.cssText = layout.frozenWidth
      ? `left:${headerWidth + layout.frozenWidth - 1}px;top:0;height:100%;width:1px`
      : 'display:none';
  }

  private onScroll(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.scroll = { left: this.element.scrollLeft, top: this.element.scrollTop };
      this.growAtEnd();
      this.draw();
    });
  }

  /** At its end the sheet goes on: Excel's has a million rows. */
  private growAtEnd(): void {
    const { scene } = this.current!;
    const { scrollTop, scrollLeft, clientHeight, clientWidth, scrollHeight, scrollWidth } = this.element;
    const atBottom = scrollTop + clientHeight >= scrollHeight - 2;
    const atRight = scrollLeft > 0 && scrollLeft + clientWidth >= scrollWidth - 2;
    if (atBottom || atRight) {
      this.reachTo(scene.rows.count - 1 + (atBottom ? 40 : 0), scene.columns.count - 1 + (atRight ? 6 : 0));
    }
  }

  private reachTo(row: number, column: number): void {
    const { scene } = this.current!;
    if (row < scene.rows.count && column < scene.columns.count) return;
    this.reaches.set(scene.sheet, {
      rows: Math.max(scene.rows.count, row + 1),
      columns: Math.max(scene.columns.count, column + 1),
    });
    this.show(scene.sheet);
  }

  private fitterFor(sheet: Sheet): RowFitter {
    const { columnWidths, hiddenColumns } = sheet.state;
    const known = this.fitters.get(sheet);
    if (known?.widths === columnWidths && known.hidden === hiddenColumns) return known.fitter;
    const fitter = new RowFitter((column) => sheet.columnWidth(column));
    this.fitters.set(sheet, { widths: columnWidths, hidden: hiddenColumns, fitter });
    return fitter;
  }
}
