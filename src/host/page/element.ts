type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element with attributes (false and undefined are left out) and children. Styles go through classes or .style: the CSP allows no style attributes. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** A push button with a text or an icon; label is what a screen reader says. */
export function makeButton(
  face: string | Node,
  onPress: () => void,
  options: { readonly label?: string; readonly class?: string; readonly title?: string } = {},
): HTMLButtonElement {
  const button = makeElement(
    'button',
    { type: 'button', class: options.class, title: options.title ?? options.label, 'aria-label': options.label },
    [face],
  );
  button.addEventListener('click', onPress);
  return button;
}
