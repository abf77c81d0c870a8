import type { Area, WorkbookModel } from '../../sheet/model';
import { fromSerial } from '../formula/calendar';
import { isFormulaReadable } from '../formula/parse-formula';
import { cellArea } from './address';
import { reverseOf, type BookListener, type Origin } from './event';
import { loadModel } from './from-model';
import { eventsOf } from './transaction-event';
import { History, stepOf, type Snapshot, type Step } from './history';
import { Outbox } from './outbox';
import { Recalculation } from './recalculation';
import { BookRefusal } from './refusal';
import { Sheet, type ResultSource } from './sheet';
import { emptyState } from './state';
import { writeModel } from './to-model';
import { Transaction, type BookState } from './transaction';
import type { Value } from './value';

export interface BookOptions {
  /** Serial of the current day (and time, as a fraction), for TODAY and for dates typed without a year. */
  readonly today?: () => number;
}

/** A cell's place, 0-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The workbook in memory behind the embedded Excel. Reading goes through its sheets (sheet.ts, appearance.ts,
 * display.ts); changes through the functions in edit/, each one transaction; whoever shows or watches it
 * subscribes. A change that Excel would refuse throws BookRefusal and leaves everything as it was.
 */
export class Book implements ResultSource {
  state: BookState;
  /** True while the user types into a cell: Excel then refuses add-in calls. The page sets it. */
  isEditing = false;
  private mode: 'automatic' | 'manual' = 'automatic';
  private readonly history = new History();
  private readonly outbox = new Outbox();
  private readonly recalculation: Recalculation;
  private open: Transaction | null = null;
  /** The add-in's changes of the batch under way that have not been settled yet. */
  private held: Transaction | null = null;
  private holds = 0;
  private lastId = 0;

  private constructor(private readonly today: () => number) {
    this.recalculation = new Recalculation(this, today);
    const first = new Sheet(this.newSheetId(), emptyState('Sheet1'), this);
    this.state = { sheets: [first], active: first, names: [] };
  }

  /** One empty sheet, as Excel's new workbook. */
  static empty(options: BookOptions = {}): Book {
    return new Book(options.today ?? readToday);
  }

  /** Formulas are calculated at once; cached values of the model are not used. */
  static fromModel(model: WorkbookModel, options: BookOptions = {}): Book {
    const book = Book.empty(options);
    loadModel(book, model);
    book.history.clear();
    return book;
  }

  toModel(): WorkbookModel {
    return writeModel(this);
  }

  /** Replaces all that is in the book (the user opened a file). The old sheets are reported as deleted, the new ones as added. */
  openModel(model: WorkbookModel): void {
    loadModel(this, model);
    this.history.clear();
  }

  get sheets(): readonly Sheet[] {
    return this.state.sheets;
  }

  get activeSheet(): Sheet {
    return this.state.active;
  }

  /** Names are compared as Excel does: without regard to case. */
  findSheet(name: string): Sheet | null {
    const wanted = name.toLowerCase();
    return this.state.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
  }

  /** Shows a sheet. A hidden one is refused. */
  activate(sheet: Sheet): void {
    if (sheet.state.visibility !== 'visible') throw new BookRefusal('invalidArgument', `hidden sheet ${sheet.name}`);
    this.settleHeld();
    const before = this.state.active;
    if (before === sheet) return;
    this.state = { ...this.state, active: sheet };
    this.outbox.put({ kind: 'activated', sheet, before });
    this.outbox.put({ kind: 'tabs' });
    this.flush();
  }

  /** Moves the selection; the active cell is the area's first unless told. Does not change the active sheet. */
  select(sheet: Sheet, area: Area, cell: { readonly row: number; readonly column: number } = area): void {
    sheet.selection = { area, row: cell.row, column: cell.column };
    this.outbox.put({ kind: 'selected', sheet, area });
    this.flush();
  }

  selectCell(sheet: Sheet, row: number, column: number): void {
    this.select(sheet, cellArea(row, column));
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Takes the user's last edit back; nothing happens when there is none. */
  undo(): void {
    const step = this.history.undo();
    if (step) this.restore(step.before, step, true);
  }

  redo(): void {
    const step = this.history.redo();
    if (step) this.restore(step.after, step, false);
  }

  /** Forgets what could be taken back, as Excel does when an add-in writes. */
  clearHistory(): void {
    this.history.clear();
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: BookListener): () => void {
    return this.outbox.subscribe(listener);
  }

  /**
   * manual: formulas are recalculated only when asked. Blind spot: Excel calculates a formula that is typed then once
   * even so; here it shows nothing until the next calculation.
   */
  get calculationMode(): 'automatic' | 'manual' {
    return this.mode;
  }

  set calculationMode(mode: 'automatic' | 'manual') {
    this.settleHeld();
    this.tellCalculated(this.recalculation.calculate());
    this.mode = mode;
    this.flush();
  }

  /** Recalculates every formula, whatever the calculation mode. */
  calculate(): void {
    this.settleHeld();
    this.tellCalculated(this.recalculation.calculateAll());
    this.flush();
  }

  resultAt(sheet: Sheet, row: number, column: number): Value {
    if (!this.open) this.settleHeld();
    return this.recalculation.resultAt(sheet, row, column, this.mode === 'automatic');
  }

  /** What a formula written for `origin` gives at a cell, as in a conditional format. */
  evaluate(formula: string, sheet: Sheet, at: CellPlace, origin: CellPlace): Value {
    if (!this.open) this.settleHeld();
    return this.recalculation.evaluate(formula, sheet, at, origin);
  }

  /** Refuses a text that begins with = and is no formula. */
  requireFormula(formula: string): void {
    if (!isFormulaReadable(formula)) throw new BookRefusal('invalidFormula', `not a formula: ${formula}`);
  }

  /** Completes dates typed without a year. */
  get thisYear(): number {
    return fromSerial(this.today())?.year ?? 1900;
  }

  /**
   * Carries out one change, all or nothing; inside another change it is part of that. The user's changes can be
   * taken back; an add-in's clear that list.
   */
  transact<T>(origin: Origin, work: (transaction: Transaction) => T): T {
    if (this.open) return work(this.open);
    return origin === 'addin' && this.holds > 0 ? this.transactHeld(work) : this.transactAlone(origin, work);
  }

  /**
   * Many changes of an add-in, each complete in itself, settled, recalculated and told of together: at the end, or
   * when a formula's result is asked for in between.
   */
  hold<T>(work: () => T): T {
    this.holds++;
    try {
      return work();
    } finally {
      this.holds--;
      this.settleHeld();
      this.flush();
    }
  }

  newSheetId(): string {
    return `{00000000-0001-0000-${(++this.lastId).toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
  }

  newId(): string {
    return String(++this.lastId);
  }

  createSheet(name: string): Sheet {
    return new Sheet(this.newSheetId(), emptyState(name), this);
  }

  private transactAlone<T>(origin: Origin, work: (transaction: Transaction) => T): T {
    this.settleHeld();
    const transaction = new Transaction(this, origin);
    this.open = transaction;
    try {
      const result = work(transaction);
      this.open = null;
      this.settle(transaction);
      this.flush();
      return result;
    } catch (cause) {
      this.open = null;
      transaction.rollback();
      throw cause;
    }
  }

  private transactHeld<T>(work: (transaction: Transaction) => T): T {
    const transaction = (this.held ??= new Transaction(this, 'addin'));
    this.open = transaction;
    transaction.begin();
    try {
      return work(transaction);
    } catch (cause) {
      transaction.takeBack();
      throw cause;
    } finally {
      this.open = null;
    }
  }

  private settleHeld(): void {
    const transaction = this.held;
    this.held = null;
    if (transaction) this.settle(transaction);
  }

  private settle(transaction: Transaction): void {
    if (transaction.origin === 'user') this.history.add(stepOf(transaction, this.state));
    if (transaction.origin === 'addin' && (transaction.before.size > 0 || transaction.bookBefore !== this.state)) this.history.clear();
    this.recalculation.note(transaction);
    for (const event of eventsOf(transaction, this.state)) this.outbox.put(event);
  }

  private restore(snapshot: Snapshot, step: Step, backwards: boolean): void {
    this.transact('undo', (transaction) => {
      for (const [sheet, state] of snapshot.sheets) transaction.update(sheet, state);
      transaction.updateBook({ sheets: snapshot.book.sheets, names: snapshot.book.names, active: snapshot.book.active });
      transaction.structural = step.structural;
      transaction.visibility = step.visibility;
      for (const table of step.reshaped) transaction.reshaped.add(table);
      for (const { sheet, area, change } of step.edited) transaction.noteEdited(sheet, area, backwards ? reverseOf(change) : change);
    });
  }

  private tellCalculated(sheets: ReadonlySet<Sheet>): void {
    if (sheets.size === 0) return;
    this.outbox.put({ kind: 'calculated', sheets });
    this.outbox.put({ kind: 'redraw', sheets });
  }

  private flush(): void {
    if (this.holds > 0 || this.open) return;
    if (this.mode === 'automatic') this.tellCalculated(this.recalculation.calculate());
    this.outbox.deliver();
  }
}

/** Excel's serial of now, by the clock of the machine. */
function readToday(): number {
  const now = new Date();
  return now.getTime() / 86_400_000 - now.getTimezoneOffset() / 1440 + 25_569;
}
