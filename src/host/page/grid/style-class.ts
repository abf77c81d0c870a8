/**
 * Class names for the looks that cells share. A few dozen rules instead of a style text on each of some hundred
 * cells: the browser reads the text once and shares what it computes.
 */
const names = new Map<string, string>();
let rules: CSSStyleSheet | null = null;

/** The class that stands for these declarations. */
export function nameStyle(css: string): string {
  const known = names.get(css);
  if (known !== undefined) return known;
  if (!rules) {
    rules = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  }
  const name = `look-${names.size}`;
  rules.insertRule(`.${name}{${css}}`);
  names.set(css, name);
  return name;
}
