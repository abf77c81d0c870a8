import { decodeMarkup } from './xml-text';

export interface XmlElement {
  /** As written, prefix included. */
  readonly name: string;
  /** Attributes by name as written, prefix included, decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between the tags, as written; empty for a closed tag. */
  readonly inner: string;
}

/**
 * All elements of a name (or of several, parted by |), whatever their prefix, in order and one by one: a part may
 * hold more of them than memory.
 * For flat lists in parts written by programs: an element within another of the same name is taken as text of the
 * outer one.
 */
export function* elementsOf(xml: string, name: string): Generator<XmlElement, void, void> {
  const open = new RegExp(`<((?:[A-Za-z_][\\w.-]{0,30}:)?(?:${name}))(?=[\\s/>])`, 'g');
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const tag = match[1] ?? '';
    const end = tagEnd(xml, open.lastIndex);
    const attributes = xml.slice(open.lastIndex, end);
    const isClosed = attributes.endsWith('/');
    const close = isClosed ? end + 1 : xml.indexOf(`</${tag}>`, end);
    const innerEnd = close === -1 ? xml.length : close;
    yield { name: tag, attributes: attributesOf(attributes), inner: xml.slice(end + 1, innerEnd) };
    open.lastIndex = innerEnd;
  }
}

/** The first element of a name; undefined where there is none. */
export function firstElement(xml: string, name: string): XmlElement | undefined {
  return elementsOf(xml, name).next().value ?? undefined;
}

/** The text without the elements of these names, whatever their prefix. */
export function withoutElements(xml: string, ...names: readonly string[]): string {
  const open = new RegExp(`<((?:[A-Za-z_][\\w.-]{0,30}:)?(?:${names.join('|')}))(?=[\\s/>])`, 'g');
  const parts: string[] = [];
  let from = 0;
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    parts.push(xml.slice(from, match.index));
    const end = tagEnd(xml, open.lastIndex);
    const closing = `</${match[1] ?? ''}>`;
    const close = xml[end - 1] === '/' ? end + 1 - closing.length : xml.indexOf(closing, end);
    from = close === -1 ? xml.length : close + closing.length;
    open.lastIndex = from;
  }
  parts.push(xml.slice(from));
  return parts.join('');
}

/** Place of the > that ends the tag; quoted text may hold one too. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const char = xml[at];
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '>') return at;
    else if (char === '"' || char === "'") quote = char;
  }
  return xml.length;
}

/** Attributes of a start tag's text. Lengths and number are bounded, so that no text takes long to search. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  if (!text.includes('=')) return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, decodeMarkup(double ?? single ?? ''));
    if (attributes.size === MOST_ATTRIBUTES) break;
  }
  return attributes;
}

/** Several times as many as any element of these formats has. */
const MOST_ATTRIBUTES = 200;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const ATTRIBUTE = /([^\s=/"'<>]{1,80})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g;

/** Text of the first child of a name, decoded; null where there is none. */
export function childText(inner: string, name: string): string | null {
  const child = firstElement(inner, name);
  return child ? decodeMarkup(child.inner.replace(/<[^<>]*>/g, '')) : null;
}

/** 1 and true, as XML spells them. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
