import type { Book } from '../../book/book';
import { clearFilters, filterChoices, filterTable, type FilterChoice } from '../../book/edit/filter-table';
import { sortTable } from '../../book/edit/sort-table';
import type { Sheet } from '../../book/sheet';
import type { Table } from '../../book/state';
import { makeButton, makeElement } from '../element';
import { keepInside } from '../menu';
import { tryEdit } from './entry';

const pinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/** The menu behind a header's filter button: sort, choose texts, clear. onClose is called once. */
export function openFilterMenu(
  book: Book,
  sheet: Sheet,
  table: Table,
  column: number,
  at: { readonly x: number; readonly y: number },
  onClose: () => void,
): void {
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    document.removeEventListener('pointerdown', onOutside, true);
    menu.remove();
    onClose();
  };
  const onOutside = (event: PointerEvent): void => {
    if (!menu.contains(event.target as Node)) close();
  };
  const act = (work: () => void): void => {
    close();
    tryEdit(work);
  };
  const values = new FilterValues(filterChoices(sheet, table, column));
  const apply = (): void => act(() => filterTable(book, 'user', sheet, table, column, values.chosen()));
  const sort = (descending: boolean) => (): void =>
    act(() => sortTable(book, 'user', sheet, table, [{ column, descending }]));
  const clear = makeButton('清除本列筛选', () => act(() => filterTable(book, 'user', sheet, table, column, null)));
  clear.disabled = !table.criteria.has(column);
  const clearAll = makeButton('清除全部筛选', () => act(() => clearFilters(book, 'user', sheet, table)));
  clearAll.disabled = table.criteria.size === 0;
  const menu = makeElement('div', { class: 'menu filter-menu', role: 'dialog', 'aria-label': '筛选与排序' }, [
    makeButton('升序排列', sort(false)),
    makeButton('降序排列', sort(true)),
    makeElement('hr'),
    clear,
    clearAll,
    makeElement('hr'),
    values.search,
    values.element,
    makeElement('div', { class: 'buttons' }, [
      makeButton('确定', apply, { class: 'primary' }),
      makeButton('取消', close),
    ]),
  ]);
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === values.search && !event.isComposing) apply();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  keepInside(menu, at);
  document.addEventListener('pointerdown', onOutside, true);
  values.search.focus();
}

/** The list of texts with its boxes and its search. */
class FilterValues {
  readonly search = makeElement('input', { type: 'search', placeholder: '搜索', 'aria-label': '搜索要显示的内容' });
  readonly element = makeElement('div', { class: 'values', role: 'group', 'aria-label': '要显示的内容' });
  private readonly chosenTexts: Set<string>;
  private readonly choices: readonly FilterChoice[];

  constructor(choices: readonly FilterChoice[]) {
    this.choices = [...choices].sort((one, other) => Number(one.text === '') - Number(other.text === '') || pinyin.compare(one.text, other.text));
    this.chosenTexts = new Set(choices.filter(({ shown }) => shown).map(({ text }) => text));
    this.search.addEventListener('input', () => {
      // As in Excel, what is found is what will be shown.
      const found = this.found();
      this.chosenTexts.clear();
      for (const { text } of this.search.value === '' ? this.choices : found) this.chosenTexts.add(text);
      this.draw();
    });
    this.draw();
  }

  /** Null where nothing is left out. */
  chosen(): ReadonlySet<string> | null {
    return this.chosenTexts.size === this.choices.length ? null : this.chosenTexts;
  }

  private found(): readonly FilterChoice[] {
    const wanted = this.search.value.trim().toLowerCase();
    return this.choices.filter(({ text }) => text.toLowerCase().includes(wanted));
  }

  private draw(): void {
    const found = this.found();
    const all = this.box('（全选）', found.every(({ text }) => this.chosenTexts.has(text)), (isOn) => {
      for (const { text } of found) this.put(text, isOn);
      this.draw();
    });
    const boxes = found.map(({ text }) =>
      this.box(text === '' ? '（空白）' : text, this.chosenTexts.has(text), (isOn) => {
        this.put(text, isOn);
        this.draw();
      }),
    );
    const scroll = this.element.scrollTop;
    this.element.replaceChildren(all, ...boxes);
    this.element.scrollTop = scroll;
  }

  private put(text: string, isOn: boolean): void {
    if (isOn) this.chosenTexts.add(text);
    else this.chosenTexts.delete(text);
  }

  private box(text: string, isOn: boolean, onChange: (isOn: boolean) => void): HTMLElement {
    const input = makeElement('input', { type: 'checkbox', checked: isOn });
    input.addEventListener('change', () => onChange(input.checked));
    return makeElement('label', {}, [input, makeElement('span', { title: text }, [text])]);
  }
}
