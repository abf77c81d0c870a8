import type { Place } from './area';
import type { Axis } from './axis';
import type { Scene } from './scene';

export type Direction = 'up' | 'down' | 'left' | 'right';

const steps: Record<Direction, { readonly row: number; readonly column: number }> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** The neighbouring visible cell; from a merged cell the one beyond it, into a merged cell its first cell. */
export function stepFrom(scene: Scene, place: Place, direction: Direction, count = 1): Place {
  const { row, column } = steps[direction];
  const merge = scene.mergeAt(place.row, place.column);
  const edge = merge && {
    row: row > 0 ? merge.row + merge.rows - 1 : merge.row,
    column: column > 0 ? merge.column + merge.columns - 1 : merge.column,
  };
  const from = edge ?? place;
  // Only the moving axis leaves from the merge's edge.
  return settle(scene, {
    row: row === 0 ? place.row : stepBeyond(scene.rows, from.row, row * count),
    column: column === 0 ? place.column : stepBeyond(scene.columns, from.column, column * count),
  });
}

/** Steps may lead one line beyond what is laid out: the grid then grows. */
function stepBeyond(axis: Axis, from: number, steps: number): number {
  const inside = axis.step(from, steps);
  return inside === from && steps > 0 && from === axis.count - 1 ? from + 1 : inside;
}

/** A cell inside a merged area stands for the area's first cell. */
export function settle(scene: Scene, place: Place): Place {
  const merge = scene.mergeAt(place.row, place.column);
  return merge ? { row: merge.row, column: merge.column } : place;
}

/** Ctrl+arrow: to the edge of the filled block, or to the next filled cell, or to the edge of the used sheet. */
export function jumpFrom(scene: Scene, place: Place, direction: Direction, last: Place): Place {
  const step = steps[direction];
  const limit = (line: number, first: number, end: number): boolean => line >= first && line <= end;
  const inside = (at: Place): boolean =>
    limit(at.row, 0, Math.max(last.row, place.row)) && limit(at.column, 0, Math.max(last.column, place.column));
  const filled = (at: Place): boolean => scene.sheet.valueAt(at.row, at.column) !== null;
  const next = (at: Place): Place => {
    let beyond = { row: at.row + step.row, column: at.column + step.column };
    while (inside(beyond) && (scene.rows.isHidden(beyond.row) || scene.columns.isHidden(beyond.column))) {
      beyond = { row: beyond.row + step.row, column: beyond.column + step.column };
    }
    return beyond;
  };
  let at = place;
  let beyond = next(at);
  if (!inside(beyond)) return place;
  const running = filled(at) && filled(beyond);
  while (inside(beyond)) {
    at = beyond;
    beyond = next(at);
    if (running ? !inside(beyond) || !filled(beyond) : filled(at)) return settle(scene, at);
  }
  return settle(scene, at);
}

/** Lines that fit into a window of this size from a line on, for PgUp and PgDn. */
export function pageSteps(axis: Axis, from: number, room: number): number {
  const start = axis.start(from);
  return Math.max(1, axis.at(Math.min(start + room, axis.total - 1)) - from - 1);
}
