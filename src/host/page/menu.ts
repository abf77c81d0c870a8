import { makeElement } from './element';

export type MenuItem =
  | { readonly label: string; readonly run: () => void; readonly disabled?: boolean; readonly hint?: string }
  | 'separator';

/**
 * Opens a menu at a point of the window, kept inside it. Arrows, Enter and Esc work; it closes on a choice, on a
 * click elsewhere and when the focus goes. onClose is called once.
 */
export function openMenu(at: { readonly x: number; readonly y: number }, items: readonly MenuItem[], onClose: () => void): void {
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    document.removeEventListener('pointerdown', onOutside, true);
    window.removeEventListener('blur', close);
    menu.remove();
    onClose();
  };
  const onOutside = (event: PointerEvent): void => {
    if (!menu.contains(event.target as Node)) close();
  };
  const menu = makeElement('div', { class: 'menu', role: 'menu' }, items.map((item) => makeItem(item, close)));
  menu.addEventListener('contextmenu', (event) => event.preventDefault());
  menu.addEventListener('keydown', (event) => onKey(event, menu, close));
  document.body.append(menu);
  keepInside(menu, at);
  document.addEventListener('pointerdown', onOutside, true);
  window.addEventListener('blur', close);
  focusItem(menu, 0);
}

/** Places a floating element at a point, moved back where it would leave the window. */
export function keepInside(element: HTMLElement, at: { readonly x: number; readonly y: number }, above = 0): void {
  const { offsetWidth, offsetHeight } = element;
  const left = Math.max(4, Math.min(at.x, window.innerWidth - offsetWidth - 4));
  const fitsBelow = at.y + offsetHeight <= window.innerHeight - 4;
  const top = fitsBelow ? at.y : Math.max(4, at.y - offsetHeight - above);
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

function makeItem(item: MenuItem, close: () => void): HTMLElement {
  if (item === 'separator') return makeElement('hr');
  const button = makeElement('button', { type: 'button', role: 'menuitem', tabindex: -1, disabled: item.disabled }, [
    makeElement('span', {}, [item.label]),
    ...(item.hint ? [makeElement('kbd', {}, [item.hint])] : []),
  ]);
  button.addEventListener('click', () => {
    close();
    item.run();
  });
  return button;
}

function enabledItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('button:not([disabled])')];
}

function focusItem(menu: HTMLElement, index: number): void {
  const items = enabledItems(menu);
  items[(index + items.length) % items.length]?.focus({ preventScroll: true });
}

function onKey(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const at = enabledItems(menu).indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown') focusItem(menu, at + 1);
  else if (event.key === 'ArrowUp') focusItem(menu, at - 1);
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
