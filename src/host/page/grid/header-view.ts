import { columnLetters } from '../../../sheet/address';
import { makeElement } from '../element';
import { headerHeight, headerWidth, type Layout } from './layout';
import type { Scene } from './scene';

interface Band {
  readonly from: number;
  readonly to: number;
}

/** The strip of column letters or row numbers: a frozen part and a scrolled part. */
export class HeaderView {
  readonly element: HTMLElement;
  private readonly frozen = new HeaderPart();
  private readonly scrolled = new HeaderPart();

  constructor(private readonly kind: 'column' | 'row') {
    // Every gridcell has its row and column index, so a screen reader needs no second row of letters.
    this.element = makeElement('div', { class: `headers ${kind}-headers`, 'aria-hidden': 'true' }, [
      this.scrolled.element,
      this.frozen.element,
    ]);
  }

  /** Marked lines are those that the selection touches. */
  show(scene: Scene, layout: Layout, marked: Band): void {
    const [first, , , body] = layout.panes;
    const columns = this.kind === 'column';
    const inset = columns ? layout.frozenWidth : layout.frozenHeight;
    const room = columns ? layout.width - headerWidth : layout.height - headerHeight;
    const shift = columns ? body!.shiftX : body!.shiftY;
    this.frozen.place(columns, 0, inset, 0);
    this.frozen.fill(scene, columns, columns ? first!.columns : first!.rows, marked);
    this.scrolled.place(columns, inset, Math.max(0, room - inset), shift);
    this.scrolled.fill(scene, columns, columns ? body!.columns : body!.rows, marked);
  }
}

class HeaderPart {
  private readonly labels = makeElement('div');
  readonly element = makeElement('div', { class: 'header-part' }, [this.labels]);
  private drawn = { scene: null as Scene | null, key: '' };

  /** Where the part stands, and how far its labels are scrolled. */
  place(columns: boolean, inset: number, room: number, shift: number): void {
    this.element.style.cssText = columns
      ? `left:${headerWidth + inset}px;width:${room}px;top:0;height:${headerHeight}px`
      : `top:${headerHeight + inset}px;height:${room}px;left:0;width:${headerWidth}px`;
    this.labels.style.transform = columns ? `translateX(${-shift}px)` : `translateY(${-shift}px)`;
  }

  fill(scene: Scene, columns: boolean, band: Band, marked: Band): void {
    const key = `${band.from},${band.to},${marked.from},${marked.to}`;
    if (this.drawn.scene === scene && this.drawn.key === key) return;
    this.drawn = { scene, key };
    const axis = columns ? scene.columns : scene.rows;
    const made: HTMLElement[] = [];
    for (let index = band.from; index < band.to; index += 1) {
      if (axis.isHidden(index)) continue;
      const isMarked = index >= marked.from && index < marked.to;
      const afterHidden = index > 0 && axis.isHidden(index - 1);
      const label = document.createElement('div');
      label.className = `header${isMarked ? ' marked' : ''}${afterHidden ? ' after-hidden' : ''}`;
      label.dataset['index'] = String(index);
      label.textContent = columns ? columnLetters(index) : String(index + 1);
      const size = axis.size(index);
      label.style.cssText = columns
        ? `left:${axis.start(index)}px;width:${size}px`
        : `top:${axis.start(index)}px;height:${size}px;line-height:${size - 1}px`;
      made.push(label);
    }
    this.labels.replaceChildren(...made);
  }
}
