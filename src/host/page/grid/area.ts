import type { Area } from '../../../sheet/model';
import { areaBetween, boundAreas, intersectAreas, isSameArea } from '../../../sheet/area';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The block between two corners, in whatever order they are given. */
export function spanPlaces(one: Place, other: Place): Area {
  return areaBetween(
    Math.min(one.row, other.row),
    Math.min(one.column, other.column),
    Math.max(one.row, other.row),
    Math.max(one.column, other.column),
  );
}

/** The area grown until no merge sticks out of it. */
export function coverMerges(area: Area, merges: readonly Area[]): Area {
  let covered = area;
  for (;;) {
    let grown = covered;
    for (const merge of merges) if (intersectAreas(grown, merge)) grown = boundAreas([grown, merge])!;
    if (isSameArea(grown, covered)) return covered;
    covered = grown;
  }
}
