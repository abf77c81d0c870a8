import type { Call } from './definition';
import { broadcast } from './broadcast';
import { intersect, isBlock, type Operand } from './operand';
import { toBoolean, toNumber } from './coerce';
import { ERROR, isError, type Scalar } from './scalar';

type Runnable = (call: Call) => Operand;

interface Branching {
  readonly min: number;
  readonly max: number;
  /** Parts run only where they are chosen; over blocks (array mode) all run and each cell picks its own. */
  readonly build: (parts: readonly Runnable[], array: boolean) => Runnable;
}

/** A function that chooses a part by looking at single values: `choose` answers the part's position or a value. */
function byChoice(
  min: number,
  max: number,
  choose: (look: (index: number) => Scalar, count: number) => { part: number } | { value: Scalar },
): Branching {
  return {
    min,
    max,
    build: (parts, array) => (call) => {
      const seen = new Map<number, Operand>();
      const run = (index: number): Operand => {
        if (!seen.has(index)) seen.set(index, parts[index]!(call));
        return seen.get(index)!;
      };
      let blocks = false;
      const look = (index: number): Scalar => {
        const value = run(index);
        if (array && isBlock(value) && value.rows * value.columns > 1) blocks = true;
        return intersect(value, call.row, call.column);
      };
      const choice = choose(look, parts.length);
      if (!blocks) return 'part' in choice ? run(choice.part) : choice.value;
      return broadcast(
        parts.map((_, index) => run(index)),
        call,
        (values) => {
          const picked = choose((index) => values[index] ?? null, parts.length);
          return 'part' in picked ? (values[picked.part] ?? null) : picked.value;
        },
      );
    },
  };
}

export const branchingFunctions: Readonly<Record<string, Branching>> = {
  IF: byChoice(2, 3, (look, count) => {
    const condition = toBoolean(look(0));
    if (isError(condition)) return { value: condition };
    if (condition) return { part: 1 };
    return count > 2 ? { part: 2 } : { value: false };
  }),
  IFERROR: byChoice(2, 2, (look) => ({ part: isError(look(0)) ? 1 : 0 })),
  IFNA: byChoice(2, 2, (look) => ({ part: look(0) === ERROR.notAvailable ? 1 : 0 })),
  IFS: byChoice(2, 254, (look, count) => {
    for (let index = 0; index + 1 < count; index += 2) {
      const condition = toBoolean(look(index));
      if (isError(condition)) return { value: condition };
      if (condition) return { part: index + 1 };
    }
    return { value: ERROR.notAvailable };
  }),
  CHOOSE: byChoice(2, 255, (look, count) => {
    const index = toNumber(look(0));
    if (isError(index)) return { value: index };
    const part = Math.trunc(index);
    return part >= 1 && part < count ? { part } : { value: ERROR.value };
  }),
};
