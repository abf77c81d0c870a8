import { toCol, parseA1Ref, tokenize, type RangeA1, type Token } from '@borgar/fx';
import { SHEET_COLUMNS, SHEET_ROWS } from './resolve-reference';

/** Position of a reference; null for the rows of A:B and the columns of 3:5. */
export interface TextRange {
  readonly top: number | null;
  readonly bottom: number | null;
  readonly left: number | null;
  readonly right: number | null;
}

/** An A1 reference as it stands in a formula. */
export interface TextReference extends TextRange {
  /** '1 投资目标任务'! or empty. */
  readonly prefix: string;
  /** Sheet that the prefix names; null without one. */
  readonly sheet: string | null;
  readonly fixed: { readonly top: boolean; readonly bottom: boolean; readonly left: boolean; readonly right: boolean };
  readonly isPair: boolean;
}

function readReference(token: Token): TextReference | null {
  const parsed = parseA1Ref(token.value);
  const context = parsed?.context ?? [];
  if (!parsed || !('range' in parsed) || context.length > 1 || context[0]?.includes(':')) return null;
  const range: RangeA1 = parsed.range;
  const cut = token.value.lastIndexOf('!') + 1;
  const bottom = range.bottom ?? range.top;
  const right = range.right ?? range.left;
  return {
    prefix: token.value.slice(0, cut),
    sheet: context[0] ?? null,
    top: range.top,
    left: range.left,
    bottom,
    right,
    fixed: {
      top: !!range.$top,
      bottom: !!(range.$bottom ?? range.$top),
      left: !!range.$left,
      right: !!(range.$right ?? range.$left),
    },
    isPair: token.value.slice(cut).includes(':'),
  };
}

function writeCorner(column: number | null, row: number | null, fixedColumn: boolean, fixedRow: boolean): string {
  const letters = column === null ? '' : `${fixedColumn ? '$' : ''}${toCol(column)}`;
  const digits = row === null ? '' : `${fixedRow ? '$' : ''}${row + 1}`;
  return letters + digits;
}

function writeReference({ prefix, fixed, isPair }: TextReference, to: TextRange): string {
  const first = writeCorner(to.left, to.top, fixed.left, fixed.top);
  if (!isPair) return prefix + first;
  return `${prefix}${first}:${writeCorner(to.right, to.bottom, fixed.right, fixed.bottom)}`;
}

function isOnSheet({ top, bottom, left, right }: TextRange): boolean {
  const rows = top === null || bottom === null || (Math.min(top, bottom) >= 0 && Math.max(top, bottom) < SHEET_ROWS);
  return rows && (left === null || right === null || (Math.min(left, right) >= 0 && Math.max(left, right) < SHEET_COLUMNS));
}

/** Tokens of a formula written back with some of them changed. */
export function rewriteTokens(formula: string, rewrite: (token: Token) => string): string {
  return tokenize(formula, { withLocation: false, negativeNumbers: false }).map(rewrite).join('');
}

/** Where a reference is now; on another sheet where it says so ('1 清单'! or empty). */
export type MovedReference = TextRange & { readonly prefix?: string };

/**
 * Formula with its A1 references moved; `move` answers where a reference now is, null for one that is lost (#REF!).
 * References to other workbooks and through several sheets stay as they are.
 */
export function moveReferences(formula: string, move: (reference: TextReference) => MovedReference | null): string {
  return rewriteTokens(formula, (token) => {
    if (token.type !== 'range' && token.type !== 'range_beam') return token.value;
    const reference = readReference(token);
    if (!reference) return token.value;
    const moved = move(reference);
    if (!moved || !isOnSheet(moved)) return `${reference.prefix}#REF!`;
    return writeReference({ ...reference, prefix: moved.prefix ?? reference.prefix }, moved);
  });
}
