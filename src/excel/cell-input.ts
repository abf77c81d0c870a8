import type { Content } from '../sheet/model';
import { HostError } from '../job/port';

/** Excel's limits for one cell, in characters. */
const MAXIMUM_TEXT = 32_767;
const MAXIMUM_FORMULA = 8_192;

/** Full-width signs are taken for formulas too by Chinese Excel. */
const FORMULA_START = /^['=+\-@#＝＋－＠]/;
const DIGIT = /[0-9０-９]/;
const NUMBER_OR_DATE =
  /^(?:[0-9０-９\s.,，:：/／\\\-年月日号时分秒点上下午%％‰￥¥$€£()（）+]|e|am|pm|a|p|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)*$/i;

/** What is handed to Excel for a cell: as if typed, so that text which Excel would take for more needs care. */
export type CellInput = string | number | boolean;

/**
 * True for text that Excel, given it in a cell of any format but text (@), would turn into a formula, number,
 * date, truth value or error, or whose first apostrophe it would swallow. Errs on the side of true: a needless
 * mark is not seen.
 */
export function isTakenForMore(text: string): boolean {
  return FORMULA_START.test(text) || /^(?:true|false)$/i.test(text) || (DIGIT.test(text) && NUMBER_OR_DATE.test(text));
}

/**
 * A constant or formula as Excel is to be given it; "" clears. Text that would be taken for more gets Excel's own
 * text mark, an apostrophe, which is not part of the value; in text cells (@) nothing is needed and the mark would
 * show.
 */
export function toCellInput(content: Content, isTextCell: boolean): CellInput {
  if (content === null) return '';
  if (typeof content === 'object') return content.formula;
  if (typeof content !== 'string') return content;
  return !isTextCell && isTakenForMore(content) ? `'${content}` : content;
}

/** Throws HostError tooLarge for content that no Excel cell can hold, before anything is written. */
export function refuseOverlong(content: readonly (readonly Content[])[], place: string): void {
  for (const cells of content) {
    for (const cell of cells) {
      if (typeof cell === 'string' && cell.length > MAXIMUM_TEXT) {
        throw new HostError('tooLarge', `text of ${cell.length} characters in ${place}`);
      }
      if (typeof cell === 'object' && cell !== null && cell.formula.length > MAXIMUM_FORMULA) {
        throw new HostError('tooLarge', `formula of ${cell.formula.length} characters in ${place}`);
      }
    }
  }
}

/** Bytes that content takes in a request. */
export function bytesOf(inputs: readonly (readonly (CellInput | null)[])[]): number {
  let bytes = 0;
  for (const line of inputs) for (const input of line) bytes += typeof input === 'string' ? bytesOfText(input) : 6;
  return bytes;
}

/** UTF-8 with quotes and comma; Chinese takes three bytes, a quote in a formula two. */
export function bytesOfText(text: string): number {
  let bytes = 3;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes += code === 34 || code === 92 ? 2 : code < 128 ? 1 : 3;
  }
  return bytes;
}
