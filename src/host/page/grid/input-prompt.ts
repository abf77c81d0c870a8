import type { Validation } from '../../../sheet/model';
import { makeElement } from '../element';

/** The yellow note of a validation beside the selected cell. */
export class InputPrompt {
  readonly element = makeElement('div', { class: 'floating prompt', role: 'note', hidden: true });

  /** Null hides it. Placed below the cell, or above it where there is no room. */
  show(
    prompt: Validation['prompt'] | null,
    box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
    room: { readonly width: number; readonly height: number },
  ): void {
    this.element.hidden = !prompt;
    if (!prompt) return;
    this.element.replaceChildren(...(prompt.title ? [makeElement('strong', {}, [prompt.title])] : []), prompt.text);
    const { offsetWidth, offsetHeight } = this.element;
    const left = Math.max(0, Math.min(box.left + 12, room.width - offsetWidth - 6));
    const below = box.top + box.height + 6;
    const top = below + offsetHeight < room.height ? below : Math.max(0, box.top - offsetHeight - 6);
    this.element.style.left = `${left}px`;
    this.element.style.top = `${top}px`;
  }
}
