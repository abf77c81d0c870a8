import { makeButton, makeElement } from './element';

export interface DialogChoice<K extends string> {
  readonly key: K;
  readonly label: string;
}

interface DialogContent<K extends string> {
  readonly title: string;
  /** Plain sentences; line breaks are kept. */
  readonly text: string;
  readonly level?: 'stop' | 'warning' | 'information';
  /** The first is the default (Enter). */
  readonly choices: readonly DialogChoice<K>[];
  /** What Esc means. */
  readonly dismiss: K;
}

/** Shows a dialog and resolves with the user's choice. The page's own, since browsers block alert in frames. */
export function askUser<K extends string>(content: DialogContent<K>): Promise<K> {
  return new Promise((resolve) => {
    const answer = (key: K): void => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(key);
    };
    const before = document.activeElement;
    const text = makeElement('p', {}, [content.text]);
    const buttons = content.choices.map(({ key, label }, index) =>
      makeButton(label, () => answer(key), { class: index === 0 ? 'primary' : '' }),
    );
    const dialog = makeElement('dialog', { class: `dialog ${content.level ?? 'information'}`, 'aria-label': content.title }, [
      makeElement('h2', {}, [content.title]),
      text,
      makeElement('div', { class: 'buttons' }, buttons),
    ]);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      answer(content.dismiss);
    });
    document.body.append(dialog);
    dialog.showModal();
    buttons[0]!.focus();
  });
}

/** A message with nothing to choose. */
export async function tellUser(title: string, text: string, level: 'stop' | 'warning' | 'information' = 'stop'): Promise<void> {
  await askUser({ title, text, level, choices: [{ key: 'ok', label: '确定' }], dismiss: 'ok' });
}

/** Asks for one line of text; null where the user gives up. */
export function askText(title: string, label: string, initial: string): Promise<string | null> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const input = makeElement('input', { type: 'text', 'aria-label': label, spellcheck: 'false' });
    input.value = initial;
    const answer = (text: string | null): void => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(text);
    };
    const form = makeElement('form', { method: 'dialog' }, [
      makeElement('label', {}, [label, input]),
      makeElement('div', { class: 'buttons' }, [
        makeElement('button', { type: 'submit', class: 'primary' }, ['确定']),
        makeButton('取消', () => answer(null)),
      ]),
    ]);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer(input.value);
    });
    const dialog = makeElement('dialog', { class: 'dialog', 'aria-label': title }, [makeElement('h2', {}, [title]), form]);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      answer(null);
    });
    document.body.append(dialog);
    dialog.showModal();
    input.select();
  });
}
