import { makeElement } from '../element';
import type { CellEditor } from './cell-editor';

export interface DropdownDuties {
  /** All choices of the active cell's list; null where it has none. */
  readChoices(): readonly string[] | null;
  /** Text that the cell holds now. */
  currentText(): string;
  /** Enters the choice. */
  take(text: string): void;
  /** Room for the list below the active cell, in the grid's window. */
  place(list: HTMLElement): void;
}

/** Choices that contain what was typed; those that begin with it come first. All of them for an empty text. */
export function filterChoices(choices: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return choices;
  const found = choices.filter((choice) => choice.toLowerCase().includes(wanted));
  return [...found.filter((choice) => choice.toLowerCase().startsWith(wanted)), ...found.filter((choice) => !choice.toLowerCase().startsWith(wanted))];
}

/**
 * The list of a cell with list validation: opened by its button or Alt+Down, or by typing, which filters it. The
 * focus stays in the textarea, so that an input method goes on composing.
 */
export class Dropdown {
  readonly element = makeElement('ul', { class: 'floating choices', role: 'listbox', id: 'choices', 'aria-label': '可选内容', hidden: true });
  private choices: readonly string[] = [];
  private shown: readonly string[] = [];
  private marked = -1;

  constructor(
    private readonly editor: CellEditor,
    private readonly duties: DropdownDuties,
  ) {
    this.element.addEventListener('pointerdown', (event) => {
      // The scroll bar of the list is the list itself.
      if (event.target !== this.element) event.preventDefault();
      const index = [...this.element.children].indexOf((event.target as HTMLElement).closest('li')!);
      const choice = this.shown[index];
      if (choice !== undefined) this.choose(choice);
    });
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    // Before the grid's own keys.
    editor.element.addEventListener('keydown', (event) => this.onKey(event), true);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    const choices = this.duties.readChoices();
    if (!choices) return;
    this.choices = choices;
    this.element.hidden = false;
    this.show(choices, choices.indexOf(this.duties.currentText()));
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.editor.element.removeAttribute('aria-activedescendant');
  }

  /** The text being typed changed: the list follows it. */
  follow(typed: string): void {
    if (!this.isOpen) {
      const choices = this.duties.readChoices();
      if (!choices || typed === '') return;
      this.choices = choices;
    }
    const found = filterChoices(this.choices, typed);
    // While pinyin is being composed nothing is found yet: the list stays away until something is.
    this.element.hidden = found.length === 0;
    // Nothing is marked while typing: Enter takes what was typed, not what is found.
    if (found.length > 0) this.show(found, -1);
  }

  private show(choices: readonly string[], marked: number): void {
    this.shown = choices;
    const items = choices.map((choice, index) =>
      makeElement('li', { role: 'option', id: `choice-${index}`, 'aria-selected': 'false' }, [choice]),
    );
    this.element.replaceChildren(...items);
    this.mark(marked);
    this.duties.place(this.element);
  }

  private mark(index: number): void {
    this.element.children[this.marked]?.setAttribute('aria-selected', 'false');
    this.marked = index;
    const item = this.element.children[index];
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
    if (item) this.editor.element.setAttribute('aria-activedescendant', item.id);
  }

  private choose(text: string): void {
    this.close();
    this.duties.take(text);
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.isOpen || event.isComposing || event.keyCode === 229) return;
    const choice = this.shown[this.marked];
    if (event.key === 'ArrowDown' && !event.altKey) this.mark(Math.min(this.marked + 1, this.shown.length - 1));
    else if (event.key === 'ArrowUp' && !event.altKey) this.mark(Math.max(this.marked - 1, 0));
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice !== undefined) this.choose(choice);
    else if (event.key === 'Escape' || (event.altKey && event.key === 'ArrowUp')) this.close();
    else {
      if (['Enter', 'Tab', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp'].includes(event.key)) this.close();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
