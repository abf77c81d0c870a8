import { formatValue } from '../number-format';
import { parseNumber, toBoolean, toNumber, toText } from '../coerce';
import { wildcardPattern } from '../criterion';
import { ofBlocks, ofValues, type FunctionDefinition, type FunctionTable } from '../definition';
import { isBlock, visitBlock, type Operand } from '../operand';
import { ERROR, foldCase, isError, type FormulaError, type Scalar } from '../scalar';
import { roundHalfUp } from './rounding';

/** A function of a text and numbers after it. */
function ofText(min: number, max: number, apply: (text: string, numbers: number[]) => Scalar): FunctionDefinition {
  return ofValues(min, max, ([first, ...rest]) => {
    const text = toText(first!);
    if (isError(text)) return text;
    const numbers: number[] = [];
    for (const value of rest) {
      const number = toNumber(value);
      if (isError(number)) return number;
      numbers.push(Math.trunc(number));
    }
    return apply(text, numbers);
  });
}

/** A function of texts only. */
function ofTexts(min: number, max: number, apply: (...texts: string[]) => Scalar): FunctionDefinition {
  return ofValues(min, max, (values) => {
    const texts: string[] = [];
    for (const value of values) {
      const text = toText(value);
      if (isError(text)) return text;
      texts.push(text);
    }
    return apply(...texts);
  });
}

function limit(text: string): Scalar {
  return text.length > 32767 ? ERROR.value : text;
}

/** Position (1-based) of a text in another, from a position on. */
function locate(find: (within: string, from: number) => number): (values: Scalar[]) => Scalar {
  return (values) => {
    const within = toText(values[1]!);
    if (isError(within)) return within;
    const start = toNumber(values[2] === undefined ? 1 : values[2]);
    if (isError(start)) return start;
    const from = Math.trunc(start) - 1;
    if (from < 0 || from > within.length) return ERROR.value;
    const at = find(within, from);
    return at < 0 ? ERROR.value : at + 1;
  };
}

function find(values: Scalar[]): Scalar {
  const sought = toText(values[0]!);
  return isError(sought) ? sought : locate((within, from) => within.indexOf(sought, from))(values);
}

function search(values: Scalar[]): Scalar {
  const sought = toText(values[0]!);
  if (isError(sought)) return sought;
  const folded = foldCase(sought);
  const pattern = wildcardPattern(folded, false);
  return locate((within, from) => {
    if (!pattern) return foldCase(within).indexOf(folded, from);
    const at = foldCase(within).slice(from).search(pattern);
    return at < 0 ? -1 : at + from;
  })(values);
}

function substitute(values: Scalar[]): Scalar {
  const [text, old, fresh] = values.slice(0, 3).map(toText) as (string | FormulaError)[];
  for (const part of [text, old, fresh]) if (isError(part)) return part;
  const [whole, sought, put] = [text as string, old as string, fresh as string];
  if (sought === '') return whole;
  if (values.length < 4) return limit(whole.replaceAll(sought, () => put));
  const which = toNumber(values[3]!);
  if (isError(which)) return which;
  if (which < 1) return ERROR.value;
  let at = -1;
  for (let nth = 0; nth < Math.trunc(which); nth++) {
    at = whole.indexOf(sought, at < 0 ? 0 : at + sought.length);
    if (at < 0) return whole;
  }
  return limit(whole.slice(0, at) + put + whole.slice(at + sought.length));
}

function replace(values: Scalar[]): Scalar {
  const text = toText(values[0]!);
  const start = toNumber(values[1]!);
  const count = toNumber(values[2]!);
  const put = toText(values[3]!);
  if (isError(text)) return text;
  if (isError(start)) return start;
  if (isError(count)) return count;
  if (isError(put)) return put;
  if (start < 1 || count < 0) return ERROR.value;
  const from = Math.trunc(start) - 1;
  return limit(text.slice(0, from) + put + text.slice(from + Math.trunc(count)));
}

/** Texts of all arguments and of every cell of ranges; the first error ends it. */
function collectTexts(values: readonly Operand[]): string[] | FormulaError {
  const texts: string[] = [];
  const add = (value: Scalar): FormulaError | void => {
    const text = toText(value);
    if (isError(text)) return text;
    texts.push(text);
  };
  for (const value of values) {
    const error = isBlock(value) ? visitBlock(value, add) : add(value);
    if (error) return error;
  }
  return texts;
}

function join(values: Operand[]): Scalar {
  const delimiter = toText(values[0] as Scalar);
  const skipEmpty = toBoolean(values[1] as Scalar);
  if (isError(delimiter)) return delimiter;
  if (isError(skipEmpty)) return skipEmpty;
  const texts = collectTexts(values.slice(2));
  if (isError(texts)) return texts;
  return limit((skipEmpty ? texts.filter((text) => text !== '') : texts).join(delimiter));
}

function formatText(value: Scalar, format: Scalar): Scalar {
  const pattern = toText(format);
  if (isError(pattern)) return pattern;
  if (isError(value)) return value;
  if (pattern === '') return '';
  const number = typeof value === 'string' ? (parseNumber(value) ?? value) : (value ?? 0);
  const { text, invalid } = formatValue(number, pattern);
  return invalid ? ERROR.value : text;
}

function toFixedText(value: Scalar, digits: Scalar, plain: Scalar): Scalar {
  const number = toNumber(value);
  const places = toNumber(digits);
  const noCommas = toBoolean(plain);
  if (isError(number)) return number;
  if (isError(places)) return places;
  if (isError(noCommas)) return noCommas;
  const decimals = Math.max(0, Math.trunc(places));
  const pattern = `${noCommas ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return formatValue(roundHalfUp(number, places), pattern).text;
}

export const textFunctions: FunctionTable = {
  TEXT: ofValues(2, 2, ([value, format]) => formatText(value!, format!)),
  FIXED: ofValues(1, 3, ([value, digits, plain]) => toFixedText(value!, digits === undefined ? 2 : digits, plain ?? false)),
  VALUE: ofValues(1, 1, ([value]) => (typeof value === 'boolean' ? ERROR.value : toNumber(value!))),
  LEFT: ofText(1, 2, (text, [count = 1]) => (count < 0 ? ERROR.value : text.slice(0, count))),
  RIGHT: ofText(1, 2, (text, [count = 1]) => (count < 0 ? ERROR.value : count === 0 ? '' : text.slice(-count))),
  MID: ofText(3, 3, (text, [start, count]) => (start! < 1 || count! < 0 ? ERROR.value : text.slice(start! - 1, start! - 1 + count!))),
  LEN: ofTexts(1, 1, (text) => text!.length),
  TRIM: ofTexts(1, 1, (text) => text!.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  CLEAN: ofTexts(1, 1, (text) => text!.replace(/[\u0000-\u001f]/g, '')),
  UPPER: ofTexts(1, 1, (text) => text!.toUpperCase()),
  LOWER: ofTexts(1, 1, (text) => text!.toLowerCase()),
  EXACT: ofTexts(2, 2, (a, b) => a === b),
  REPT: ofText(2, 2, (text, [count]) => (count! < 0 || text.length * count! > 32767 ? ERROR.value : text.repeat(count!))),
  CHAR: ofValues(1, 1, ([value]) => {
    const code = toNumber(value!);
    return isError(code) ? code : code >= 1 && code < 256 ? String.fromCharCode(Math.trunc(code)) : ERROR.value;
  }),
  FIND: ofValues(2, 3, find),
  SEARCH: ofValues(2, 3, search),
  SUBSTITUTE: ofValues(3, 4, substitute),
  REPLACE: ofValues(4, 4, replace),
  CONCATENATE: ofTexts(1, 255, (...texts) => limit(texts.join(''))),
  CONCAT: ofBlocks(1, 255, (values) => {
    const texts = collectTexts(values);
    return isError(texts) ? texts : limit(texts.join(''));
  }),
  TEXTJOIN: { min: 3, max: 255, parameters: 'ss:b', apply: join },
  T: ofValues(1, 1, ([value]) => (typeof value === 'string' ? value : '')),
  N: ofValues(1, 1, ([value]) => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : 0)),
};

