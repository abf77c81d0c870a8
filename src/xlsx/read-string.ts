import type { Budget } from './budget';
import { FileError } from './file-error';
import { elementsOf } from './xml-element';
import { decodeEscapes, decodeMarkup } from './xml-text';

/** The workbook's texts in order; of rich text the words, without phonetic guides. Throws FileError tooLarge. */
export function readStrings(xml: string, budget: Budget): readonly string[] {
  const { texts } = budget.limits;
  const strings: string[] = [];
  for (const { inner } of elementsOf(xml, 'si')) {
    if (strings.length === texts) throw new FileError({ kind: 'tooLarge', measure: 'texts', limit: texts });
    strings.push(readRichText(inner, budget));
  }
  return strings;
}

/** Text of <si> or <is>: all its <t>, in runs or not. Throws FileError tooLarge for one that no cell can hold. */
export function readRichText(inner: string, budget: Budget, sheet?: string): string {
  let text = '';
  for (const run of elementsOf(inner, inner.includes('rPh') ? 't|rPh' : 't')) {
    // What stands in a phonetic guide says how the words are read.
    if (run.name.endsWith('rPh')) continue;
    // A run without text costs as much as one with some.
    text += decodeMarkup(run.inner) || EMPTY_RUN;
    budget.checkText(text, sheet);
  }
  return decodeEscapes(text.replaceAll(EMPTY_RUN, ''));
}

/** No character of XML. */
const EMPTY_RUN = '\uFFFF';
