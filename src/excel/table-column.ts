/** How a table's columns become those wanted, so that each header that stays keeps its own column. */
export interface ColumnPlan {
  /** Positions to take out, from the right. */
  readonly removed: readonly number[];
  /** Positions after that, and their new headers. */
  readonly renamed: readonly { readonly at: number; readonly header: string }[];
  /** Positions to put columns in, from the left. */
  readonly added: readonly { readonly at: number; readonly header: string }[];
}

/**
 * References in the user's formulas follow a table's column, not its text: a header must not be written over
 * another's column. Headers in both stay (the longest run in the same order); between them, one that goes and
 * one that comes are a renaming.
 */
export function planColumns(present: readonly string[], wanted: readonly string[]): ColumnPlan {
  const removed: number[] = [];
  const renamed: { at: number; header: string }[] = [];
  const added: { at: number; header: string }[] = [];
  let from = 0;
  let to = 0;
  let settled = 0;
  for (const [keptFrom, keptTo] of [...longestCommon(present, wanted), [present.length, wanted.length] as const]) {
    const going = present.slice(from, keptFrom).map((header, i) => ({ at: from + i, header }));
    const coming = wanted.slice(to, keptTo).map((header, i) => ({ at: to + i, header }));
    const leaving = going.filter(({ header }) => !wanted.includes(header));
    const arriving = coming.filter(({ header }) => !present.includes(header)).slice(0, leaving.length);
    const reused = leaving.slice(0, arriving.length);
    removed.push(...going.filter((column) => !reused.includes(column)).map(({ at }) => at));
    renamed.push(...arriving.map(({ header }, i) => ({ at: settled + i, header })));
    added.push(...coming.filter((column) => !arriving.includes(column)));
    settled += arriving.length + 1;
    from = keptFrom + 1;
    to = keptTo + 1;
  }
  return { removed: removed.sort((a, b) => b - a), renamed, added };
}

/** Index pairs of a longest common subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      (lengths[i] ?? [])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
