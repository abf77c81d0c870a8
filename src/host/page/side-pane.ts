import { makeButton, makeElement } from './element';
import { drawIcon } from './icon';

/** As wide as Excel lets a task pane be on the web. */
const narrowest = 320;
const widest = 450;
const usual = 350;

/** The add-in's task pane beside the workbook: a frame with the unmodified page, a splitter, and a word when it fails. */
export class SidePane {
  readonly frame = makeElement('iframe', { title: '九张清单面板' });
  readonly splitter = makeElement('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'vertical',
    'aria-label': '调整面板宽度',
    'aria-valuemin': narrowest,
    'aria-valuemax': widest,
  });
  private readonly fault = makeElement('div', { class: 'side-fault', role: 'alert', hidden: true });
  readonly element = makeElement('aside', { class: 'side', 'aria-label': '九张清单面板' }, [
    makeElement('div', { class: 'side-head' }, [
      '九张清单',
      makeButton(drawIcon('close'), () => this.hide(), { label: '关闭面板' }),
    ]),
    this.fault,
    this.frame,
    this.splitter,
  ]);
  private width = usual;

  constructor(private readonly retry: () => void) {
    this.setWidth(usual);
    this.splitter.addEventListener('pointerdown', (event) => this.onDrag(event));
    this.splitter.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowLeft' ? 10 : event.key === 'ArrowRight' ? -10 : 0;
      if (step === 0) return;
      event.preventDefault();
      this.setWidth(this.width + step);
    });
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  show(): void {
    this.element.hidden = false;
  }

  /** The frame goes on running: the ribbon's commands are in it. */
  hide(): void {
    this.element.hidden = true;
  }

  /** Says that the pane did not start, and offers to try again. Null takes the sentence away. */
  showFault(sentence: string | null): void {
    this.fault.hidden = sentence === null;
    this.fault.replaceChildren(sentence ?? '', makeElement('br'), makeButton('重新加载面板', () => this.retry()));
  }

  private setWidth(width: number): void {
    this.width = Math.min(widest, Math.max(narrowest, width));
    this.element.style.width = `${this.width}px`;
    this.splitter.setAttribute('aria-valuenow', String(this.width));
  }

  private onDrag(event: PointerEvent): void {
    const from = event.clientX;
    const width = this.width;
    const move = (moved: PointerEvent): void => this.setWidth(width + from - moved.clientX);
    const end = (): void => {
      this.element.classList.remove('dragging');
      this.splitter.removeEventListener('pointermove', move);
      this.splitter.removeEventListener('pointerup', end);
      this.splitter.removeEventListener('pointercancel', end);
    };
    // Over the frame the pointer would be the frame's.
    this.element.classList.add('dragging');
    this.splitter.setPointerCapture(event.pointerId);
    this.splitter.addEventListener('pointermove', move);
    this.splitter.addEventListener('pointerup', end);
    this.splitter.addEventListener('pointercancel', end);
  }
}
