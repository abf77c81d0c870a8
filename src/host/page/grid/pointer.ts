import type { Area } from '../../../sheet/model';
import { isInArea } from '../../../sheet/area';
import { type Place, spanPlaces } from './area';
import type { Cursor } from './cursor';
import type { GridView } from './grid-view';

export interface PointerActions {
  /** Called before the selection moves: confirms what is being edited; false keeps the pointer from acting. */
  leaveEditor(): boolean;
  /** Editing a formula: puts a reference to the area at the caret; false where the caret is not at such a place. */
  pointTo(area: Area, isDrag: boolean): boolean;
  edit(): void;
  openDropdown(): void;
  openFilter(row: number, column: number, button: HTMLElement): void;
  openContextMenu(x: number, y: number): void;
  followLink(place: Place): boolean;
  showFilling(area: Area | null): void;
  fillTo(area: Area): void;
  resize(kind: 'row' | 'column', index: number, pixels: number): void;
  fitSize(kind: 'row' | 'column', index: number): void;
  focus(): void;
}

/** Milliseconds between the two clicks of a double click; the browser's own event is lost to the captured pointer. */
const doubleClick = 400;

interface Click {
  readonly place: Place;
  readonly time: number;
}

/** How near to a header's edge the pointer must be to drag its size. */
const grip = 4;

/** Mouse and touch on the grid's window. */
export function listenToPointer(view: GridView, cursor: Cursor, actions: PointerActions): void {
  const { window: target } = view;
  let clicked: Click | null = null;
  let gripped = { line: '', time: 0 };
  target.addEventListener('pointerdown', (event) => {
    const element = event.target as HTMLElement;
    if (element.closest('.cell-editor, .floating')) return;
    event.preventDefault();
    if (element.closest('.headers')) {
      const header = headerAt(event);
      const line = header?.edge ? `${header.kind}${header.edge.index}` : '';
      const isSecond = line !== '' && gripped.line === line && event.timeStamp - gripped.time < doubleClick;
      gripped = { line, time: event.timeStamp };
      if (isSecond && header?.edge) actions.fitSize(header.kind, header.edge.index);
      else if (header) onHeader(event, header, view, cursor, actions);
    } else if (element.closest('.corner')) {
      if (actions.leaveEditor()) cursor.selectAll();
    } else if (element.classList.contains('fill-handle')) dragFill(event, view, cursor, actions);
    else if (element.classList.contains('dropdown-button')) actions.openDropdown();
    else clicked = onCells(event, view, cursor, actions, clicked);
    // The filter menu takes the focus itself.
    if (!element.closest('.filter')) actions.focus();
  });
  target.addEventListener('contextmenu', (event) => {
    if ((event.target as HTMLElement).closest('.cell-editor')) return;
    event.preventDefault();
    actions.openContextMenu(event.clientX, event.clientY);
  });
  // Else the browser would give the focus to the scrolling box.
  target.addEventListener('mousedown', (event) => {
    if (!(event.target as HTMLElement).closest('.cell-editor, .floating')) event.preventDefault();
  });
  target.addEventListener('pointermove', (event) => {
    const header = headerAt(event);
    target.classList.toggle('resizing-column', header?.kind === 'column' && header.edge !== null);
    target.classList.toggle('resizing-row', header?.kind === 'row' && header.edge !== null);
  });
}

function onCells(
  event: PointerEvent,
  view: GridView,
  cursor: Cursor,
  actions: PointerActions,
  before: Click | null,
): Click | null {
  const place = view.placeAt(event.clientX, event.clientY);
  const button = (event.target as HTMLElement).closest<HTMLElement>('.filter');
  if (button && event.button === 0) {
    if (!actions.leaveEditor()) return null;
    cursor.selectPlace(place);
    actions.openFilter(place.row, place.column, button);
    return null;
  }
  if (event.button === 0 && actions.pointTo(spanPlaces(place, place), false)) {
    drag(event, view, (to) => actions.pointTo(spanPlaces(place, to), true), () => undefined);
    return null;
  }
  if (!actions.leaveEditor()) return null;
  if (event.button !== 0) {
    if (!isInArea(cursor.area, place.row, place.column)) cursor.selectPlace(place);
    return null;
  }
  const isSecond =
    before !== null && before.place.row === place.row && before.place.column === place.column && event.timeStamp - before.time < doubleClick;
  if (isSecond) {
    actions.edit();
    return null;
  }
  if (event.shiftKey) cursor.extendTo(place);
  else cursor.selectPlace(place);
  let moved = false;
  drag(
    event,
    view,
    (to) => {
      moved ||= to.row !== place.row || to.column !== place.column;
      if (moved) cursor.extendTo(to);
    },
    () => {
      if (!moved && !event.shiftKey && (event.target as HTMLElement).closest('.link')) actions.followLink(place);
    },
  );
  return { place, time: event.timeStamp };
}

function dragFill(event: PointerEvent, view: GridView, cursor: Cursor, actions: PointerActions): void {
  if (!actions.leaveEditor()) return;
  const from = cursor.area;
  let target: Area | null = null;
  drag(
    event,
    view,
    (to) => {
      target = fillTarget(from, to);
      actions.showFilling(target);
    },
    () => {
      actions.showFilling(null);
      if (target) actions.fillTo(target);
    },
  );
}

/** The handle fills along one axis, the one dragged further; null where the pointer stays inside the source. */
export function fillTarget(from: Area, to: Place): Area | null {
  const down = Math.max(to.row - (from.row + from.rows - 1), from.row - to.row, 0);
  const across = Math.max(to.column - (from.column + from.columns - 1), from.column - to.column, 0);
  if (down === 0 && across === 0) return null;
  if (down >= across) {
    const row = Math.min(from.row, to.row);
    return { ...from, row, rows: Math.max(from.row + from.rows - 1, to.row) - row + 1 };
  }
  const column = Math.min(from.column, to.column);
  return { ...from, column, columns: Math.max(from.column + from.columns - 1, to.column) - column + 1 };
}

interface HeaderHit {
  readonly kind: 'row' | 'column';
  readonly index: number;
  /** The line whose lower or right edge is under the pointer. */
  readonly edge: { readonly index: number } | null;
}

function headerAt(event: MouseEvent): HeaderHit | null {
  const header = (event.target as HTMLElement).closest<HTMLElement>('.header');
  if (!header) return null;
  const kind = header.closest('.column-headers') ? 'column' : 'row';
  const index = Number(header.dataset['index']);
  const box = header.getBoundingClientRect();
  const [at, start, end] = kind === 'column' ? [event.clientX, box.left, box.right] : [event.clientY, box.top, box.bottom];
  if (end - at <= grip) return { kind, index, edge: { index } };
  if (at - start <= grip && index > 0) return { kind, index, edge: { index: index - 1 } };
  return { kind, index, edge: null };
}

function onHeader(event: PointerEvent, hit: HeaderHit, view: GridView, cursor: Cursor, actions: PointerActions): void {
  if (!actions.leaveEditor()) return;
  const columns = hit.kind === 'column';
  if (hit.edge && event.button === 0) {
    dragSize(event, view, hit.kind, hit.edge.index, actions);
    return;
  }
  const select = (from: number, to: number): void => (columns ? cursor.selectColumns(from, to) : cursor.selectRows(from, to));
  const selected = columns ? cursor.wholeColumns : cursor.wholeRows;
  if (event.button !== 0 && selected && hit.index >= selected.from && hit.index < selected.from + selected.count) return;
  const from = event.shiftKey ? (columns ? cursor.active.column : cursor.active.row) : hit.index;
  select(from, hit.index);
  drag(event, view, (to) => select(from, columns ? to.column : to.row), () => undefined);
}

function dragSize(event: PointerEvent, view: GridView, kind: 'row' | 'column', index: number, actions: PointerActions): void {
  const axis = kind === 'column' ? view.scene.columns : view.scene.rows;
  const at = (moved: PointerEvent): number => (kind === 'column' ? moved.clientX : moved.clientY);
  const size = axis.size(index);
  const begin = at(event);
  let last = begin;
  const move = (moved: PointerEvent): void => {
    last = at(moved);
  };
  track(view.window, event, move, () => {
    if (last !== begin) actions.resize(kind, index, Math.max(0, Math.round(size + last - begin)));
  });
}

/** Follows the pointer over the cells, scrolling when it leaves the window. */
function drag(event: PointerEvent, view: GridView, onPlace: (place: Place) => void, onEnd: () => void): void {
  let point = { x: event.clientX, y: event.clientY };
  let timer = 0;
  const scroll = (): void => {
    const box = view.window.getBoundingClientRect();
    const beyond = (value: number, low: number, high: number): number => (value < low ? value - low : value > high ? value - high : 0);
    const dx = beyond(point.x, box.left, box.right);
    const dy = beyond(point.y, box.top, box.bottom);
    if (dx === 0 && dy === 0) return;
    view.element.scrollBy(Math.sign(dx) * Math.min(60, Math.abs(dx)), Math.sign(dy) * Math.min(60, Math.abs(dy)));
    onPlace(view.placeAt(point.x, point.y));
  };
  const move = (moved: PointerEvent): void => {
    point = { x: moved.clientX, y: moved.clientY };
    onPlace(view.placeAt(point.x, point.y));
  };
  timer = window.setInterval(scroll, 40);
  track(view.window, event, move, () => {
    clearInterval(timer);
    onEnd();
  });
}

function track(target: HTMLElement, event: PointerEvent, onMove: (event: PointerEvent) => void, onEnd: () => void): void {
  const end = (): void => {
    target.removeEventListener('pointermove', onMove);
    target.removeEventListener('pointerup', end);
    target.removeEventListener('pointercancel', end);
    onEnd();
  };
  target.setPointerCapture(event.pointerId);
  target.addEventListener('pointermove', onMove);
  target.addEventListener('pointerup', end);
  target.addEventListener('pointercancel', end);
}
