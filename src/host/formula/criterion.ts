import { compareTexts, parseNumber, sameNumber } from './coerce';
import { findError, foldCase, isError, type Scalar } from './scalar';

type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A condition of SUMIFS, COUNTIF and their kin. */
export interface Criterion {
  /** The same text means the same condition. */
  readonly id: string;
  readonly comparison: Comparison;
  /** What is compared with; null asks for empty cells, a text is folded. */
  readonly operand: Scalar;
  /** Set where the text holds * or ? (also only escaped ones). */
  readonly pattern: RegExp | null;
  readonly matchesEmpty: boolean;
  /** Tests a value whose text is folded already. */
  readonly test: (value: Scalar) => boolean;
}

/** Regular expression of a text with Excel's wildcards * ? and ~ before a literal one; null where there is none. */
export function wildcardPattern(folded: string, whole: boolean): RegExp | null {
  if (!/[*?~]/.test(folded)) return null;
  const source = folded.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}/~-]/g, (found, escaped: string | undefined, wild: string | undefined) => {
    if (wild) return wild === '*' ? '[^]*' : '[^]';
    return `\\${escaped ?? found}`;
  });
  return new RegExp(whole ? `^${source}$` : source);
}

function equals(operand: Scalar, pattern: RegExp | null): (value: Scalar) => boolean {
  if (typeof operand === 'number') {
    return (value) =>
      typeof value === 'number' ? sameNumber(value, operand) : typeof value === 'string' && parseNumber(value) === operand;
  }
  if (pattern) return (value) => typeof value === 'string' && pattern.test(value);
  return (value) => value === operand;
}

function isOrdered(comparison: Comparison, order: number): boolean {
  if (comparison === '<') return order < 0;
  if (comparison === '>') return order > 0;
  return comparison === '<=' ? order <= 0 : order >= 0;
}

function readOperand(text: string): Scalar {
  const number = parseNumber(text);
  if (number !== null) return number;
  const folded = foldCase(text);
  if (folded === 'true' || folded === 'false') return folded === 'true';
  return findError(text) ?? folded;
}

function build(comparison: Comparison, operand: Scalar): Criterion {
  const idOperand = isError(operand) ? operand.code : operand;
  const id = `${comparison}${typeof operand}${String(idOperand)}`;
  const pattern = typeof operand === 'string' && (comparison === '=' || comparison === '<>') ? wildcardPattern(operand, true) : null;
  if (comparison === '=' || comparison === '<>') {
    const test = equals(operand, pattern);
    if (comparison === '=') return { id, comparison, operand, pattern, matchesEmpty: test(null), test };
    return { id, comparison, operand, pattern, matchesEmpty: !test(null), test: (value) => !test(value) };
  }
  const test = (value: Scalar): boolean => {
    if (typeof operand === 'number') return typeof value === 'number' && isOrdered(comparison, sameNumber(value, operand) ? 0 : value - operand);
    if (typeof operand === 'string') return typeof value === 'string' && isOrdered(comparison, compareTexts(value, operand));
    return typeof operand === 'boolean' && typeof value === 'boolean' && isOrdered(comparison, Number(value) - Number(operand));
  };
  return { id, comparison, operand, pattern, matchesEmpty: false, test };
}

/** Empty cells and empty texts alike: what the criterion "" asks for. */
const EMPTY_OR_BLANK_TEXT: Criterion = {
  id: '""',
  comparison: '=',
  operand: '',
  pattern: null,
  matchesEmpty: true,
  test: (value) => value === null || value === '',
};

/**
 * Reads a criterion as Excel does: a value, or a text with a comparison sign before it. "=" alone asks for empty
 * cells, "<>" for cells that hold anything; a reference to an empty cell counts as 0.
 */
export function readCriterion(value: Scalar): Criterion {
  if (value === null) return build('=', 0);
  if (typeof value !== 'string') return build('=', value);
  if (value === '') return EMPTY_OR_BLANK_TEXT;
  const sign = /^(<=|>=|<>|=|<|>)/.exec(value)?.[1] as Comparison | undefined;
  const rest = sign ? value.slice(sign.length) : value;
  if (sign && rest === '') {
    if (sign === '=' || sign === '<>') return build(sign, null);
    return { id: sign, comparison: sign, operand: null, pattern: null, matchesEmpty: false, test: () => false };
  }
  return build(sign ?? '=', readOperand(rest));
}

