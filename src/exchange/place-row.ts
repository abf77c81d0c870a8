import type { RowImage } from './row-shape';

/**
 * The order of a list's rows after a merge: those that stay in their order, the new ones of a unit after its last
 * row, or where it has none, after the last of the units before it: so that it does not matter whose file comes
 * first. Numbers are rows as they were.
 */
export function placeRows<T extends { readonly unit: string }>(
  rowCount: number,
  stays: (row: number) => boolean,
  filled: readonly RowImage[],
  added: readonly T[],
  units: readonly string[],
): (number | T)[] {
  const lastOf = new Map<string, number>();
  for (const { unit, at } of filled) if (unit !== null) lastOf.set(unit, at);
  const after = new Map<number, T[]>();
  const rank = new Map(units.map((unit, at) => [unit, at]));
  const byUnit = new Map<string, T[]>();
  for (const row of added) {
    const known = byUnit.get(row.unit);
    if (known === undefined) byUnit.set(row.unit, [row]);
    else known.push(row);
  }
  for (const unit of [...byUnit.keys()].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
    const before = units.slice(0, (rank.get(unit) ?? 0) + 1).map((each) => lastOf.get(each) ?? -1);
    const place = lastOf.get(unit) ?? Math.max(...before);
    after.set(place, [...(after.get(place) ?? []), ...byUnit.get(unit)!]);
  }
  const order: (number | T)[] = [...(after.get(-1) ?? [])];
  for (let row = 0; row < rowCount; row++) {
    if (stays(row)) order.push(row);
    const following = after.get(row);
    if (following !== undefined) order.push(...following);
  }
  return order;
}
