import { makeButton, makeElement } from './element';
import { drawIcon, type IconName } from './icon';

export interface RibbonActions {
  open(): void;
  save(): void;
  undo(): void;
  redo(): void;
  openPane(): void;
  check(): void;
  recalculate(): void;
}

/** The title bar and the row of buttons under it. */
export class Ribbon {
  readonly element: HTMLElement;
  private readonly document = makeElement('span', { class: 'document' });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;

  constructor(actions: RibbonActions) {
    this.undo = button('undo', '撤销', 'Ctrl+Z', actions.undo, true);
    this.redo = button('redo', '恢复', 'Ctrl+Y', actions.redo, true);
    const titleBar = makeElement('div', { class: 'title-bar' }, [makeElement('h1', {}, ['九张清单']), this.document]);
    const buttons = makeElement('div', { class: 'ribbon', role: 'toolbar', 'aria-label': '工具栏' }, [
      makeElement('div', { class: 'group', role: 'group', 'aria-label': '文件' }, [
        button('open', '打开', 'Ctrl+O', actions.open),
        button('save', '保存', 'Ctrl+S', actions.save),
      ]),
      makeElement('div', { class: 'group', role: 'group', 'aria-label': '撤销与恢复' }, [this.undo, this.redo]),
      makeElement('div', { class: 'group addin', role: 'group', 'aria-label': '九张清单' }, [
        button('pane', '打开面板', '', actions.openPane),
        button('check', '一键校验', '', actions.check),
        button('sum', '重算汇总', '', actions.recalculate),
      ]),
    ]);
    this.element = makeElement('header', {}, [titleBar, buttons]);
  }

  /** The file's name, with a mark while there are changes that are not saved. */
  showDocument(name: string, isChanged: boolean): void {
    this.document.textContent = isChanged ? `${name}（未保存）` : name;
    document.title = `${isChanged ? '* ' : ''}${name} - 九张清单`;
  }

  showHistory(canUndo: boolean, canRedo: boolean): void {
    this.undo.disabled = !canUndo;
    this.redo.disabled = !canRedo;
  }
}

function button(icon: IconName, label: string, keys: string, onPress: () => void, iconOnly = false): HTMLButtonElement {
  const made = makeButton(drawIcon(icon), onPress, {
    label,
    title: keys ? `${label}（${keys}）` : label,
    class: iconOnly ? 'icon-only' : '',
  });
  if (!iconOnly) made.append(label);
  // The grid keeps the focus: the keyboard goes on where it was.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  return made;
}
