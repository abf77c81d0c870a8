import type { Book } from '../book/book';
import { copySheet } from '../book/edit/copy-sheet';
import { protectSheet, unprotectSheet } from '../book/edit/protect';
import { addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import { askText, askUser } from './dialog';
import { makeButton, makeElement } from './element';
import { tryEdit } from './grid/entry';
import { drawIcon } from './icon';
import { type MenuItem, openMenu } from './menu';

/** Sheet tabs: show, add, rename, delete, move (also by dragging), hide. Hidden sheets have no tab. */
export class SheetTabs {
  private readonly tabs = makeElement('div', { class: 'tabs', role: 'tablist', 'aria-label': '工作表' });
  readonly element = makeElement('nav', { class: 'tabs-row', 'aria-label': '工作表标签' }, [
    makeButton(drawIcon('left'), () => this.scroll(-1), { label: '向左查看工作表标签' }),
    makeButton(drawIcon('right'), () => this.scroll(1), { label: '向右查看工作表标签' }),
    this.tabs,
    makeButton(drawIcon('add'), () => this.add(), { label: '新建工作表' }),
  ]);

  constructor(
    private readonly book: Book,
    /** Confirms what is being edited; false keeps the sheet. */
    private readonly leaveEditor: () => boolean,
    private readonly focusGrid: () => void,
  ) {
    book.subscribe((event) => {
      if (event.kind === 'tabs' || event.kind === 'activated' || event.kind === 'sheetRenamed') this.show();
    });
    this.tabs.addEventListener('keydown', (event) => this.onKey(event));
    // The wheel moves along the tabs, which have no scroll bar of their own.
    this.tabs.addEventListener('wheel', (event) => (this.tabs.scrollLeft += event.deltaY || event.deltaX), { passive: true });
    this.show();
  }

  /** The next or previous visible sheet. */
  step(by: 1 | -1): void {
    const visible = this.visible();
    const next = visible[visible.indexOf(this.book.activeSheet) + by];
    if (next) this.book.activate(next);
  }

  private scroll(direction: 1 | -1): void {
    this.tabs.scrollBy({ left: direction * this.tabs.clientWidth * 0.6, behavior: 'smooth' });
  }

  private visible(): readonly Sheet[] {
    return this.book.sheets.filter((sheet) => sheet.state.visibility === 'visible');
  }

  private show(): void {
    const tabs = this.visible().map((sheet) => this.makeTab(sheet));
    const hadFocus = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...tabs);
    const active = this.tabs.querySelector<HTMLElement>('[aria-selected=true]');
    active?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) active?.focus();
  }

  private makeTab(sheet: Sheet): HTMLElement {
    const isActive = sheet === this.book.activeSheet;
    const tab = makeElement(
      'button',
      { type: 'button', class: 'tab', role: 'tab', 'aria-selected': isActive ? 'true' : 'false', tabindex: isActive ? 0 : -1, title: sheet.name, draggable: 'true' },
      [sheet.name],
    );
    if (sheet.state.tabColor) {
      const color = makeElement('span', { class: 'color', 'aria-hidden': 'true' });
      color.style.background = sheet.state.tabColor;
      tab.prepend(color);
    }
    tab.addEventListener('click', () => {
      if (!this.leaveEditor()) return;
      this.book.activate(sheet);
      this.focusGrid();
    });
    tab.addEventListener('dblclick', () => void this.rename(sheet));
    tab.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      if (!this.leaveEditor()) return;
      this.book.activate(sheet);
      openMenu({ x: event.clientX, y: event.clientY }, this.listItems(sheet), this.focusGrid);
    });
    this.makeDraggable(tab, sheet);
    return tab;
  }

  private makeDraggable(tab: HTMLElement, sheet: Sheet): void {
    tab.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData('text/x-sheet', sheet.id);
      tab.classList.add('dragged');
    });
    tab.addEventListener('dragend', () => tab.classList.remove('dragged'));
    tab.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('text/x-sheet')) event.preventDefault();
    });
    tab.addEventListener('drop', (event) => {
      const moved = this.book.sheets.find(({ id }) => id === event.dataTransfer?.getData('text/x-sheet'));
      if (!moved) return;
      event.preventDefault();
      tryEdit(() => moveSheet(this.book, 'user', moved, this.book.sheets.indexOf(sheet)));
    });
  }

  private listItems(sheet: Sheet): MenuItem[] {
    const { book } = this;
    const visible = this.visible();
    const at = visible.indexOf(sheet);
    const moveTo = (neighbour: Sheet | undefined) => (): void => {
      if (neighbour) tryEdit(() => moveSheet(book, 'user', sheet, book.sheets.indexOf(neighbour)));
    };
    const hidden = book.sheets.filter((other) => other.state.visibility === 'hidden');
    return [
      { label: '插入工作表', run: () => this.add() },
      { label: '重命名', run: () => void this.rename(sheet) },
      { label: '删除', disabled: visible.length < 2, run: () => void this.remove(sheet) },
      'separator',
      { label: '左移', disabled: at === 0, run: moveTo(visible[at - 1]) },
      { label: '右移', disabled: at === visible.length - 1, run: moveTo(visible[at + 1]) },
      { label: '建立副本', run: () => book.activate(copySheet(book, 'user', sheet, book.sheets.indexOf(sheet) + 1)) },
      'separator',
      { label: '隐藏', disabled: visible.length < 2, run: () => void tryEdit(() => setVisibility(book, 'user', sheet, 'hidden')) },
      ...hidden.map((other): MenuItem => ({
        label: `取消隐藏“${other.name}”`,
        run: () => void tryEdit(() => setVisibility(book, 'user', other, 'visible')),
      })),
      sheet.state.protection
        ? { label: '撤销工作表保护', run: () => void this.unprotect(sheet) }
        : { label: '保护工作表', run: () => void this.protect(sheet) },
    ];
  }

  private async protect(sheet: Sheet): Promise<void> {
    const password = await askText('保护工作表', '密码（可以不填）', '');
    if (password === null) return;
    tryEdit(() => protectSheet(this.book, 'user', sheet, { allowFormatColumns: true, allowFilter: true }, password));
  }

  private async unprotect(sheet: Sheet): Promise<void> {
    const hasPassword = sheet.state.protection?.password !== undefined;
    const password = hasPassword ? await askText('撤销工作表保护', '密码', '') : '';
    if (password !== null) tryEdit(() => unprotectSheet(this.book, 'user', sheet, password));
  }

  private add(): void {
    if (!this.leaveEditor()) return;
    const after = this.book.sheets.indexOf(this.book.activeSheet) + 1;
    this.book.activate(addSheet(this.book, 'user', undefined, after));
    this.focusGrid();
  }

  private async rename(sheet: Sheet): Promise<void> {
    const name = await askText('重命名工作表', '新的名称', sheet.name);
    if (name !== null && name !== sheet.name) tryEdit(() => renameSheet(this.book, 'user', sheet, name));
  }

  private async remove(sheet: Sheet): Promise<void> {
    const answer = await askUser({
      title: '删除工作表',
      text: `工作表“${sheet.name}”及其中的内容将被删除，其他表中引用它的公式会变成 #REF!。确定要删除吗？`,
      level: 'warning',
      choices: [
        { key: 'delete', label: '删除' },
        { key: 'keep', label: '取消' },
      ],
      dismiss: 'keep',
    });
    if (answer === 'delete') tryEdit(() => deleteSheet(this.book, 'user', sheet));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      if (this.leaveEditor()) this.step(event.key === 'ArrowRight' ? 1 : -1);
    }
  }
}
