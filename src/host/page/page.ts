import { Book } from '../book/book';
import { choicesAt } from '../book/validation-check';
import { tellUser } from './dialog';
import { makeElement } from './element';
import { FormulaRow } from './formula-row';
import { readBook } from './grid/book-reader';
import { Grid } from './grid/grid';
import { PaneConnection } from './pane-connection';
import { Ribbon } from './ribbon';
import { SheetTabs } from './sheet-tabs';
import { SidePane } from './side-pane';
import { StatusBar } from './status-bar';
import { WorkbookFile } from './workbook-file';

function buildPage(book: Book): void {
  const status = new StatusBar();
  const announcer = makeElement('div', { class: 'visually-hidden', 'aria-live': 'polite', role: 'status' });
  const grid: Grid = new Grid(book, readBook(book), {
    save: () => void file.save(),
    open: () => file.choose(),
    goToSheet: (step) => tabs.step(step),
    readChoices: (sheet, row, column) => choicesAt(book, sheet, row, column),
    changed: () => showState(),
  });
  const formulaRow = new FormulaRow(book, grid);
  const tabs = new SheetTabs(book, () => grid.confirm(), () => grid.editor.focus());
  const side: SidePane = new SidePane(() => pane.start());
  const pane = new PaneConnection(side.frame, book, (fault) => side.showFault(fault), () => grid.editor.focus());
  const runCommand = (command: 'checkWorkbook' | 'recalculateSummary') => (): void => {
    side.show();
    grid.confirm(() => {
      void pane.run(command).then((done) => {
        if (!done) void tellUser('面板还没有准备好', '“九张清单”面板正在打开，或者没有连接上。请稍候再点一次。', 'information');
      });
    });
  };
  const ribbon = new Ribbon({
    open: () => file.choose(),
    save: () => grid.keys.save(),
    undo: () => book.undo(),
    redo: () => book.redo(),
    openPane: () => side.show(),
    check: runCommand('checkWorkbook'),
    recalculate: runCommand('recalculateSummary'),
  });
  const file = new WorkbookFile(
    book,
    () => {
      ribbon.showDocument(file.name, file.isChanged);
      ribbon.showHistory(book.canUndo, book.canRedo);
    },
    (text) => status.say(text),
    () => pane.start(),
  );

  const showState = (): void => {
    const { cursor, editor } = grid;
    formulaRow.show();
    status.showMode(editor.isEditing ? (editor.editMode === 'typing' ? '输入' : '编辑') : '就绪');
    status.showSelection(cursor.sheet, cursor.area);
    if (!editor.isEditing) announcer.textContent = `${formulaRow.nameBox.value} ${grid.activeText() || '空'}`;
  };
  book.subscribe((event) => {
    if (event.kind !== 'redraw') return;
    ribbon.showHistory(book.canUndo, book.canRedo);
    showState();
  });

  const workbook = makeElement('main', { class: 'workbook' }, [
    formulaRow.element,
    grid.view.element,
    tabs.element,
    status.element,
  ]);
  document.body.append(
    makeElement('div', { class: 'page' }, [
      ribbon.element,
      makeElement('div', { class: 'work' }, [workbook, side.element]),
    ]),
    announcer,
  );
  // As in Excel on the web. Tab goes from cell to cell, so that nothing else leads from the cells to the pane.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || !event.ctrlKey) return;
    event.preventDefault();
    grid.confirm(() => {
      side.show();
      pane.enter();
    });
  });
  ribbon.showDocument(file.name, false);
  ribbon.showHistory(false, false);
  grid.showActive();
  grid.editor.focus();
  pane.start();
}

const sheetOfStyles = makeElement('link', { rel: 'stylesheet', href: new URL('./page.css', import.meta.url).href });
// Sizes are measured from the first drawing on, so the styles must be there.
sheetOfStyles.addEventListener('load', () => buildPage(Book.empty()));
document.head.append(sheetOfStyles);
