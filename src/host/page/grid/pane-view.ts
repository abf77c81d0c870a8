import type { Area } from '../../../sheet/model';
import { areaBetween, intersectAreas } from '../../../sheet/area';
import { makeElement } from '../element';
import type { CellReader } from './cell-paint';
import { paintCell } from './cell-paint';
import type { PaneBox } from './layout';
import { drawChart } from './chart-view';
import { drawCell, makeCellElement, RowView } from './row-view';
import type { Scene } from './scene';

/** One of the four panes: lines of the grid, rows of cells, merged cells, and a layer for the selection above them. */
export class PaneView {
  readonly element = makeElement('div', { class: 'pane', role: 'rowgroup' });
  readonly overlay = makeElement('div', { class: 'overlay', 'aria-hidden': 'true' });
  private readonly lines = makeElement('div', { class: 'lines', 'aria-hidden': 'true' });
  private readonly cells = makeElement('div', { class: 'cells', role: 'presentation' });
  private readonly merged = makeElement('div', { class: 'merged', role: 'presentation' });
  private readonly charts = makeElement('div', { class: 'charts', role: 'presentation' });
  private readonly layer = makeElement('div', { class: 'layer', role: 'presentation' }, [
    this.lines,
    this.cells,
    this.merged,
    this.charts,
    this.overlay,
  ]);
  private readonly rows = new Map<number, RowView>();
  private readonly merges = new Map<string, { row: HTMLElement; cell: { element: HTMLElement; key: string } }>();
  private drawn = { scene: null as Scene | null, window: '' };

  constructor() {
    this.element.append(this.layer);
  }

  /** Moves the pane; draws only when cells came into the window or the scene is another. */
  show(scene: Scene, box: PaneBox, reader: CellReader): void {
    const { style } = this.element;
    style.left = `${box.left}px`;
    style.top = `${box.top}px`;
    style.width = `${Math.max(0, box.width)}px`;
    style.height = `${Math.max(0, box.height)}px`;
    style.display = box.width > 0 && box.height > 0 ? '' : 'none';
    this.layer.style.transform = `translate(${-box.shiftX}px,${-box.shiftY}px)`;
    const window = `${box.rows.from},${box.rows.to},${box.columns.from},${box.columns.to}`;
    if (this.drawn.scene === scene && this.drawn.window === window) return;
    this.drawn = { scene, window };
    this.drawRows(scene, box, reader);
    this.drawMerges(scene, box, reader);
    this.drawLines(scene, box);
    this.drawCharts(scene, box);
  }

  /** Like merges, in every pane that they reach. */
  private drawCharts(scene: Scene, box: PaneBox): void {
    const window = windowArea(box);
    const shown = scene.state.charts.filter(({ chart }) => window && intersectAreas(chart.place, window));
    this.charts.replaceChildren(...shown.map(({ chart }) => drawChart(scene, chart)));
  }

  private drawRows(scene: Scene, box: PaneBox, reader: CellReader): void {
    for (const [row, view] of this.rows) {
      if (row >= box.rows.from && row < box.rows.to && !scene.rows.isHidden(row)) continue;
      view.element.remove();
      this.rows.delete(row);
    }
    let before: Element | null = null;
    for (let row = box.rows.to - 1; row >= box.rows.from; row -= 1) {
      if (scene.rows.isHidden(row)) continue;
      let view = this.rows.get(row);
      if (!view) {
        view = new RowView(row);
        this.rows.set(row, view);
        this.cells.insertBefore(view.element, before);
      }
      view.draw(scene, reader, box.columns.from, box.columns.to);
      before = view.element;
    }
  }

  /** A merge is drawn in every pane that it reaches, and clipped by the pane: so a title crosses the freeze line. */
  private drawMerges(scene: Scene, box: PaneBox, reader: CellReader): void {
    const shown = new Set<string>();
    const window = windowArea(box);
    for (const merge of window ? scene.state.merges : []) {
      if (!intersectAreas(merge, window!)) continue;
      const id = `${merge.row},${merge.column}`;
      const paint = paintCell(scene.sheet, merge.row, merge.column, reader);
      const place = scene.boxOf(merge);
      if (!paint || place.width === 0 || place.height === 0) continue;
      shown.add(id);
      const taken = this.takeMerge(id, merge);
      taken.cell.element.setAttribute('aria-rowspan', String(merge.rows));
      taken.cell.element.setAttribute('aria-colspan', String(merge.columns));
      // Without a fill of its own a merged cell still hides the lines of the cells under it.
      const opaque = paint.css.includes('background-color') ? paint : { ...paint, css: `background-color:#fff;${paint.css}` };
      drawCell(taken.cell, opaque, { ...place, text: paint.text, column: merge.column });
    }
    for (const [id, { row }] of this.merges) {
      if (shown.has(id)) continue;
      row.remove();
      this.merges.delete(id);
    }
  }

  private takeMerge(id: string, merge: Area): { cell: { element: HTMLElement; key: string } } {
    const known = this.merges.get(id);
    if (known) return known;
    const cell = { element: makeCellElement(merge.column), key: '' };
    const row = makeElement('div', { role: 'row', class: 'row', 'aria-rowindex': merge.row + 1 }, [cell.element]);
    this.merged.append(row);
    const made = { row, cell };
    this.merges.set(id, made);
    return made;
  }

  /** One element per line instead of borders on each cell: empty cells need no element at all. */
  private drawLines(scene: Scene, box: PaneBox): void {
    const parts: HTMLElement[] = [];
    const top = scene.rows.start(box.rows.from);
    const left = scene.columns.start(box.columns.from);
    const bottom = scene.rows.start(box.rows.to);
    const right = scene.columns.start(box.columns.to);
    const line = (kind: string, x: number, y: number, length: number): void => {
      const part = makeElement('i', { class: kind });
      part.style.cssText = `left:${x}px;top:${y}px;${kind === 'across' ? 'width' : 'height'}:${length}px`;
      parts.push(part);
    };
    if (scene.state.gridlines) {
      for (let row = box.rows.from; row < box.rows.to; row += 1) {
        if (!scene.rows.isHidden(row)) line('across', left, scene.rows.end(row) - 1, right - left);
      }
      for (let column = box.columns.from; column < box.columns.to; column += 1) {
        if (!scene.columns.isHidden(column)) line('down', scene.columns.end(column) - 1, top, bottom - top);
      }
    }
    this.lines.replaceChildren(...parts);
  }
}

function windowArea(box: PaneBox): Area | null {
  const { rows, columns } = box;
  if (rows.to <= rows.from || columns.to <= columns.from) return null;
  return areaBetween(rows.from, columns.from, rows.to - 1, columns.to - 1);
}
