/** Longest text a cell can hold in Excel; a longer one makes Excel repair the file. */
const LONGEST_TEXT = 32_767;

const MARKUP = /[&<>"]/;
const MARKUP_ALL = /[&<>"]/g;
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold, half surrogates, and text that only looks like one of Excel's own escapes. */
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]|_x[0-9A-Fa-f]{4}_/;
const UNSAFE_ALL = /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text of a cell as XML, with Excel's _xHHHH_ escapes, so that any text reads back as it was. */
export function encodeText(text: string): string {
  return encodeMarkup(escapeUnsafe(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text));
}

/** A table's header as Excel writes it: line breaks too are escaped, or Excel repairs the file. */
export function escapeHeader(text: string): string {
  return escapeUnsafe(text).replace(/[\n\t]/g, (char) => hexEscape(char).toLowerCase());
}

/** Formulas know no escapes: what XML cannot hold is left out. */
export function encodeFormula(formula: string): string {
  const plain = UNSAFE.test(formula)
    ? formula.replace(UNSAFE_ALL, (found) => (found.length === 2 || found === '_' ? found : found === '\r' ? '\n' : ''))
    : formula;
  return encodeMarkup(plain);
}

/** The same text on its own: a piece of a part keeps the whole part in memory for as long as it is kept. */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** & < > " as entities. */
export function encodeMarkup(text: string): string {
  return MARKUP.test(text) ? text.replace(MARKUP_ALL, (char) => ENTITY[char] ?? char) : text;
}

/** True for text whose blanks an XML reader may drop unless told to keep them. */
export function needsPreserve(text: string): boolean {
  return /^\s|\s$|[\n\t]|\s\s/.test(text);
}

/** Entities and character references of XML text as characters; line ends as \n. Unknown entities stay as they are. */
export function decodeMarkup(xml: string): string {
  const lines = xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml;
  if (!lines.includes('&')) return lines;
  // By far the most frequent: what the hidden sheet keeps as JSON is full of quotes.
  const text = lines.replaceAll('&quot;', '"');
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g, (found, hex, decimal, name) => {
    if (name) return NAMED[name as string] ?? found;
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : found;
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Excel's _xHHHH_ escapes as characters. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_found, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Excel's _xHHHH_ escapes for what XML cannot hold; & and < are still as they were. */
export function escapeUnsafe(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replace(UNSAFE_ALL, (found) => {
    if (found.length === 2) return found;
    if (found === '_') return '_x005F_';
    const code = found.charCodeAt(0);
    return code >= 0xd800 && code <= 0xdfff ? '\uFFFD' : hexEscape(found);
  });
}

function hexEscape(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
