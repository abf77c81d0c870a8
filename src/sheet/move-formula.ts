import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from './address';

const REFERENCE_TOKENS: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_ternary']);

/**
 * The formula as it reads when copied from one cell (0-based) to others: relative references move along, those
 * with $ stay. A reference pushed off the sheet becomes #REF!. The formula is taken apart once for all copies.
 */
export function createFormulaMover(formula: string, row: number, column: number): (row: number, column: number) => string {
  const parts = tokenize(formula, { mergeRefs: true, allowTernary: true }).map((token) => {
    if (!REFERENCE_TOKENS.has(token.type)) return token.value;
    const reference = parseA1Ref(token.value, { allowTernary: true });
    return reference && 'range' in reference ? reference : token.value;
  });
  return (toRow, toColumn) => {
    const down = toRow - row;
    const right = toColumn - column;
    return parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const { range } = part;
        const moved = {
          ...range,
          top: move(range.top, range.$top, down),
          left: move(range.left, range.$left, right),
          ...(range.bottom !== undefined && { bottom: move(range.bottom, range.$bottom, down) }),
          ...(range.right !== undefined && { right: move(range.right, range.$right, right) }),
        };
        const onSheet =
          isWithin(moved.top, MAXIMUM_ROWS) &&
          isWithin(moved.bottom, MAXIMUM_ROWS) &&
          isWithin(moved.left, MAXIMUM_COLUMNS) &&
          isWithin(moved.right, MAXIMUM_COLUMNS);
        return onSheet ? stringifyA1Ref({ ...part, range: moved }) : '#REF!';
      })
      .join('');
  };
}

function move(position: number | null | undefined, isFixed: boolean | null | undefined, by: number): number | null {
  return position === null || position === undefined ? null : isFixed ? position : position + by;
}

function isWithin(position: number | null | undefined, size: number): boolean {
  return position === null || position === undefined || (position >= 0 && position < size);
}
