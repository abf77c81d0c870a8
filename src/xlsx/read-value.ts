import type { Formula } from '../sheet/model';
import type { Budget } from './budget';
import { FileError } from './file-error';
import { parseIsoDate } from './iso-date';
import { readRichText } from './read-string';
import { firstElement, isTrue } from './xml-element';
import { decodeEscapes, decodeMarkup, detach } from './xml-text';

type Value = Formula['value'];

export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly budget: Budget;
  /** True where only what is entered matters, not how it looks. */
  readonly isBare: boolean;
  /** Days to add to the numbers of cells in this style: dates of a 1904 workbook. */
  dateShift(styleIndex: number): number;
}

/** What a cell shows: of a formula, the result it was saved with. Throws FileError for a text that is not there. */
export function readValue(type: string, style: number, inner: string, context: CellContext): Value {
  if (type === 'inlineStr') return detach(readRichText(inner, context.budget, context.sheet));
  const text = valueText(inner);
  if (text === null) return null;
  switch (type) {
    case 's': {
      const string = context.strings[Number(text)];
      if (string === undefined) throw new FileError({ kind: 'damaged', sheet: context.sheet });
      return string;
    }
    case 'str':
      return detach(decodeEscapes(decodeMarkup(text)));
    case 'b':
      return isTrue(text.trim().toLowerCase());
    case 'e':
      return detach(decodeMarkup(text));
    case 'd':
      return parseIsoDate(text) ?? detach(decodeMarkup(text));
    default: {
      if (text.trim() === '') return null;
      const number = Number(text);
      return Number.isFinite(number) ? number + context.dateShift(style) : detach(decodeMarkup(text));
    }
  }
}

/** Text of <v>, still encoded; null where there is none. */
function valueText(inner: string): string | null {
  if (inner.startsWith('<v>')) {
    const close = inner.indexOf('</v>');
    if (close !== -1) return inner.slice(3, close);
  }
  return firstElement(inner, 'v')?.inner ?? null;
}
