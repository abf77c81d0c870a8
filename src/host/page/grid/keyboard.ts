import type { CellEditor } from './cell-editor';
import type { Cursor } from './cursor';
import type { Direction } from './move';

/** What keys can ask for beyond moving. */
export interface KeyActions {
  /** Confirms the text being edited and goes on; where it is refused, editing goes on instead. */
  confirm(then: () => void): void;
  cancel(): void;
  editActive(): void;
  /** Backspace: begins with an empty text. */
  editAnew(): void;
  clear(): void;
  undo(): void;
  redo(): void;
  save(): void;
  open(): void;
  openDropdown(): void;
  openContextMenu(): void;
  /** Esc without editing: the copied block's border goes. */
  forgetCopy(): void;
  fillAll(): void;
  fill(direction: 'down' | 'right'): void;
  goToSheet(step: 1 | -1): void;
}

const arrows: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/**
 * Keys on the grid's textarea. While an input method composes (isComposing, or key code 229 where a browser does not
 * say so) no key is ours: Enter and arrows belong to its list of characters.
 */
export function listenToKeys(editor: CellEditor, cursor: Cursor, actions: KeyActions): void {
  editor.element.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const taken = editor.isEditing ? onEditingKey(event, editor, cursor, actions) : onIdleKey(event, cursor, actions);
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function onEditingKey(event: KeyboardEvent, editor: CellEditor, cursor: Cursor, actions: KeyActions): boolean {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const leave = (direction: Direction): boolean => {
    actions.confirm(() => cursor.advance(direction));
    return true;
  };
  if (key === 'Enter' && altKey) editor.insert('\n');
  else if (key === 'Enter' && control) actions.fillAll();
  else if (key === 'Enter') return leave(shiftKey ? 'up' : 'down');
  else if (key === 'Tab') return leave(shiftKey ? 'left' : 'right');
  else if (key === 'Escape') actions.cancel();
  else if (key === 'F2') editor.switchMode();
  else if (arrows[key] && editor.editMode === 'typing' && !control && !altKey) return leave(arrows[key]);
  else if (control && key.toLowerCase() === 's') actions.save();
  else return false;
  return true;
}

/** Enter, Tab and Esc while the user edits in the formula bar. */
export function onFormulaBarKey(event: KeyboardEvent, editor: CellEditor, cursor: Cursor, actions: KeyActions): void {
  if (event.isComposing || event.keyCode === 229 || arrows[event.key] || event.key === 'F2') return;
  if (!onEditingKey(event, editor, cursor, actions)) return;
  event.preventDefault();
  event.stopPropagation();
}

function onIdleKey(event: KeyboardEvent, cursor: Cursor, actions: KeyActions): boolean {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (altKey && key === 'ArrowDown') actions.openDropdown();
  else if (altKey) return false;
  else if (arrows[key]) cursor.move(arrows[key], { jump: control, extend: shiftKey });
  else if (control) return onControlKey(key, shiftKey, cursor, actions);
  else return onPlainKey(key, shiftKey, cursor, actions);
  return true;
}

function onPlainKey(key: string, shift: boolean, cursor: Cursor, actions: KeyActions): boolean {
  switch (key) {
    case 'Enter':
      cursor.advance(shift ? 'up' : 'down');
      return true;
    case 'Tab':
      cursor.advance(shift ? 'left' : 'right');
      return true;
    case 'Home':
      cursor.toLineStart(shift);
      return true;
    case 'End':
      cursor.toLineEnd(shift);
      return true;
    case 'PageUp':
    case 'PageDown':
      cursor.page(key === 'PageUp' ? 'up' : 'down', shift);
      return true;
    case 'F2':
      actions.editActive();
      return true;
    case 'Backspace':
      actions.editAnew();
      return true;
    case 'Delete':
      actions.clear();
      return true;
    case 'Escape':
      actions.forgetCopy();
      return true;
    case 'ContextMenu':
      actions.openContextMenu();
      return true;
    case 'F10':
      if (shift) actions.openContextMenu();
      return shift;
    default:
      return false;
  }
}

function onControlKey(key: string, shift: boolean, cursor: Cursor, actions: KeyActions): boolean {
  switch (key.toLowerCase()) {
    case 'home':
      cursor.toSheetStart(shift);
      return true;
    case 'end':
      cursor.toSheetEnd(shift);
      return true;
    case 'a':
      cursor.selectAll();
      return true;
    case 'z':
      if (shift) actions.redo();
      else actions.undo();
      return true;
    case 'y':
      actions.redo();
      return true;
    case 's':
      actions.save();
      return true;
    case 'o':
      actions.open();
      return true;
    case 'd':
      actions.fill('down');
      return true;
    case 'r':
      actions.fill('right');
      return true;
    case 'pageup':
    case 'pagedown':
      actions.goToSheet(key === 'PageUp' ? -1 : 1);
      return true;
    default:
      return false;
  }
}
