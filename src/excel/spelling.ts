import { isEmptyContent } from '../sheet/grid';
import type { Value } from './cell-block';

/** Programs differ in the last binary digits of a number. */
const NOISE = 1e-14;

/**
 * True where a cell as Excel gives it (range.formulas: the formula, or the constant) holds what was expected, which is
 * written the same way. Told apart neither by the last digits of a number nor by the spelling of a formula, of a line
 * break, or of text with Excel's text mark (an apostrophe), and "" is empty.
 */
export function isSameStanding(stood: unknown, expected: Value): boolean {
  if (stood === expected) return true;
  if (typeof stood === 'number' && typeof expected === 'number') {
    return Math.abs(stood - expected) <= NOISE * Math.max(Math.abs(stood), Math.abs(expected));
  }
  const one = stood ?? '';
  const other = expected ?? '';
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  if (one.startsWith('=') && other.startsWith('=')) return spellFormula(one) === spellFormula(other);
  return plainText(one) === plainText(other) && isEmptyContent(one) === isEmptyContent(other);
}

function plainText(text: string): string {
  return text.replace(/^'/, '').replace(/\r\n?/g, '\n');
}

const STRING = /("(?:[^"]|"")*")/;

/**
 * A formula without what Excel is free to spell in its own way: case, blanks, quotes round sheet names, the implicit
 * intersection (@), prefixes of newer functions, and T[[#This Row],[c]] for T[@c] or, within the table, [@c].
 */
function spellFormula(formula: string): string {
  return formula
    .split(STRING)
    .map((part, i) => (i % 2 === 1 ? part : spellPart(part)))
    .join('');
}

function spellPart(part: string): string {
  return part
    .toUpperCase()
    .replace(/[\s']/g, '')
    .replace(/_XLFN\.|_XLWS\./g, '')
    .replace(/\[\[#THISROW\],/g, '[@')
    .replace(/(?<!\[)@/g, '')
    .replace(/\[@\[/g, '[@')
    .replace(/\]\]/g, ']')
    .replace(/[^()+\-*/^&=<>,;:{}[\]]+(?=\[@)/g, '');
}
