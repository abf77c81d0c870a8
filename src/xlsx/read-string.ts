import { FileError } from './file-error';
import { elementsOf, withoutElements } from './xml-element';
import { decodeEscapes, decodeMarkup } from './xml-text';

/** The workbook's texts in order; of rich text the words, without phonetic guides. Throws FileError tooLarge. */
export function readStrings(xml: string, limit: number): readonly string[] {
  const items = elementsOf(xml, 'si');
  if (items.length > limit) throw new FileError({ kind: 'tooLarge', measure: 'texts', limit });
  return items.map(({ inner }) => readRichText(inner));
}

/** Text of <si> or <is>: all its <t>, in runs or not. */
export function readRichText(inner: string): string {
  const words = inner.includes('rPh') ? withoutElements(inner, 'rPh') : inner;
  return decodeEscapes(elementsOf(words, 't').map((run) => decodeMarkup(run.inner)).join(''));
}
