/** A project as near names are looked for: its unit, normalised name and 总投资 in 万元. */
export interface NamedAmount {
  readonly unit: number;
  readonly name: string;
  readonly total: number;
}

/** Names as short as this may differ in one or two characters and mean quite another thing. */
export const shortestName = 8;
export const mostEdits = 2;
export const shortestStem = 4;

/** The name without phase and kind: 一期 and 二期, 项目 and 工程 make no difference. */
export function stemOf(name: string): string {
  return name.replace(/\(?第?[一二三四五六七八九十\d]+期\)?/g, '').replace(/项目|工程|\(\)/g, '');
}

/**
 * True where a can be made of b by at most two characters put in, taken out or exchanged. What agrees at both ends costs
 * nothing; of what is left one edit must mend the beginning and one the end, and what is between agrees as it is.
 */
export function isWithinTwoEdits(a: string, b: string): boolean {
  if (a.length > b.length) return isWithinTwoEdits(b, a);
  if (b.length - a.length > mostEdits) return false;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const [left, longer] = [endA - start, endB - endA];
  if (left <= 1) return left + longer <= mostEdits || (left === 1 && longer === mostEdits && a[start] === b[start + 1]);
  /** a without so many characters at its ends is b without so many. */
  const agrees = (fromA: number, toA: number, fromB: number) => {
    for (let at = 0; at < endA - toA - start - fromA; at++) {
      if (a.charCodeAt(start + fromA + at) !== b.charCodeAt(start + fromB + at)) return false;
    }
    return true;
  };
  if (longer === 2) return agrees(0, 0, 1);
  if (longer === 1) return agrees(1, 0, 1) || agrees(0, 1, 1);
  return agrees(1, 1, 1) || agrees(1, 0, 0) || agrees(0, 1, 1);
}

/** Two units, two names, and 总投资 within a share of the larger (the plan's nearNameShare). Equal names are cross-county/same-name. */
export function mayBeNear(a: NamedAmount, b: NamedAmount, share: number): boolean {
  return a.unit !== b.unit && a.name !== b.name && Math.abs(a.total - b.total) <= share * Math.max(a.total, b.total);
}

/** Two projects of two units that may well be one: rules.md, cross-county/near-name. */
export function isNear(a: NamedAmount, b: NamedAmount, share: number): boolean {
  if (!mayBeNear(a, b, share)) return false;
  if (a.name.length >= shortestName && b.name.length >= shortestName && isWithinTwoEdits(a.name, b.name)) return true;
  const stem = stemOf(a.name);
  return stem.length >= shortestStem && stem === stemOf(b.name);
}

/** Amounts within the share lie in the same or in neighbouring bands. */
export function bandOf(total: number, share: number): number {
  return total <= 0 ? -1_000_000 : Math.floor(Math.log(total) / -Math.log(1 - share));
}

/**
 * The order in which near projects are named: by unit, then short names first, so that of a numbered series the first
 * few are soon found. A list's own order must not decide it.
 */
export function compareProjects(a: NamedAmount, b: NamedAmount): number {
  return a.unit - b.unit || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
