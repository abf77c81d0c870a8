import type { Area } from '../../../sheet/model';
import { makeElement } from '../element';
import type { Scene } from './scene';

/** What is drawn above the cells. */
export interface Marks {
  readonly area: Area;
  /** The active cell's area: one cell, or its merge. */
  readonly active: Area;
  /** Copied or cut block with its running border. */
  readonly copied: Area | null;
  /** Block that the fill handle is being dragged to. */
  readonly filling: Area | null;
  /** Where the dropdown button stands: the active cell, when it has a list. */
  readonly dropdown: boolean;
  /** No handle while editing. */
  readonly handle: boolean;
}

/** Draws the marks into the overlays of all panes, in sheet coordinates; each pane clips its part. */
export class MarkPainter {
  private drawn = { scene: null as Scene | null, key: '' };

  draw(scene: Scene, overlays: readonly HTMLElement[], marks: Marks): void {
    const key = JSON.stringify(marks);
    if (this.drawn.scene === scene && this.drawn.key === key) return;
    this.drawn = { scene, key };
    for (const overlay of overlays) drawInto(overlay, scene, marks);
  }
}

function drawInto(overlay: HTMLElement, scene: Scene, marks: Marks): void {
  const parts: HTMLElement[] = [];
  const box = place(scene, marks.area, 'selection');
  if (marks.area.rows * marks.area.columns > 1) box.append(shade(scene, marks));
  parts.push(box, place(scene, marks.active, 'active-cell'));
  if (marks.copied) parts.push(place(scene, marks.copied, 'copied'));
  if (marks.filling) parts.push(place(scene, marks.filling, 'filling'));
  if (marks.handle) parts.push(corner(scene, marks.area, 'fill-handle'));
  if (marks.dropdown) parts.push(dropdownButton(scene, marks.active));
  overlay.replaceChildren(...parts);
}

function place(scene: Scene, area: Area, kind: string): HTMLElement {
  const { left, top, width, height } = scene.boxOf(area);
  const part = makeElement('div', { class: kind });
  part.style.cssText = `left:${left - 1}px;top:${top - 1}px;width:${width + 1}px;height:${height + 1}px`;
  return part;
}

/** The selection's tint, left out over the active cell. */
function shade(scene: Scene, { area, active }: Marks): HTMLElement {
  const outer = scene.boxOf(area);
  const inner = scene.boxOf(active);
  const x = inner.left - outer.left;
  const y = inner.top - outer.top;
  const part = makeElement('div', { class: 'shade' });
  part.style.clipPath =
    `path(evenodd, "M0 0H${outer.width}V${outer.height}H0Z` +
    `M${x} ${y}H${x + inner.width}V${y + inner.height}H${x}Z")`;
  return part;
}

function corner(scene: Scene, area: Area, kind: string): HTMLElement {
  const { left, top, width, height } = scene.boxOf(area);
  const part = makeElement('div', { class: kind });
  part.style.cssText = `left:${left + width - 4}px;top:${top + height - 4}px`;
  return part;
}

function dropdownButton(scene: Scene, active: Area): HTMLElement {
  const { left, top, width, height } = scene.boxOf(active);
  const part = makeElement('button', { type: 'button', class: 'dropdown-button', tabindex: -1, 'aria-label': '打开下拉列表' });
  part.style.cssText = `left:${left + width + 1}px;top:${top + Math.max(0, height - 20)}px`;
  return part;
}

