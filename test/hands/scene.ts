import type { Book } from '../../src/host/book/book';
import type { Sheet } from '../../src/host/book/sheet';
import type { Host } from '../../src/host/protocol/connect-host';
import type { CheckReport } from '../../src/job/report';
import type { Work } from '../../src/pane/state/work';
import type { Column, List } from '../../src/list/list';
import { listsInScope } from '../../src/list/registry';
import type { Random } from '../../src/list/sample/random';
import { builtInPlan } from '../../src/plan/built-in';
import type { Scope } from '../../src/plan/plan';
import type { Area, WorkbookModel } from '../../src/sheet/model';
import { cellOf, type ExpectedLedger, type Ledger, type LedgerSheet } from './ledger';
import type { OwnFormula } from './own-formula';

/** All that one step may know: the workbook, what its user knows of it, chance, and what the pane shows. */
export interface Scene {
  readonly book: Book;
  /** Lets Excel fail. */
  readonly host: Host;
  /** What the pane's buttons do, bound to the workbook. */
  readonly work: Work;
  /** 分发 for one unit: its workbook. */
  readonly issue: (unit: string) => Promise<WorkbookModel>;
  readonly scope: Scope;
  readonly lists: readonly List[];
  /** Chance of this step alone, so that leaving another out does not change it. */
  random: Random;
  ledger: Ledger;
  /** Formulas that the user wrote on sheets of his own. */
  formulas: readonly OwnFormula[];
  /** The last report, as the pane would still show it. */
  report: CheckReport | null;
  /** What 撤销上次操作 would take back, where the pane offers it. */
  last: LastOperation | null;
  /** 说明 and 汇总, whatever they are called: ours with places for notes. */
  readonly frontPages: Set<string>;
  /** Tabs that the add-in alone writes, whatever they are called. */
  readonly derivedTabs: Set<string>;
  /** What stands in the workbook now. */
  read(): Ledger;
  /** Names the things that people enter, so that each can be told from all others. */
  next(): number;
}

/** An operation that can be taken back. */
export interface LastOperation {
  readonly name: string;
  /** What its job gave. */
  readonly result: object;
  readonly before: Ledger;
  readonly after: Ledger;
}

/** What a person does to the workbook, and how it is afterwards by his own understanding. */
export interface Edit {
  readonly said: string;
  /** One step of Excel's undo list. Throws BookRefusal where Excel refuses; then nothing has changed. */
  readonly run: () => void;
  /** `actual` is for what a person reads off the screen: the order in which rows are after sorting. */
  readonly expected: (actual: Ledger) => ExpectedLedger;
  /** Where the user's own formulas stand then, and what they read; as they are where it is left out. */
  readonly formulas?: (formulas: readonly OwnFormula[]) => readonly OwnFormula[];
}

export interface HandStep {
  readonly name: string;
  readonly weight: number;
  /** Null where there is nothing to do it to. */
  readonly plan: (scene: Scene) => Edit | null;
}

/** What one of the add-in's buttons does, and what it may not have done. */
export interface Operation {
  readonly name: string;
  readonly weight: number;
  readonly plan: (scene: Scene) => Press | null;
}

export interface Press {
  readonly said: string;
  /** Gives what 撤销上次操作 is asked by. */
  readonly run: () => Promise<object | void>;
  /** What is wrong with the outcome, by the ledgers before and after. */
  readonly judge: (before: Ledger, after: Ledger) => string[];
  /** The same where it was refused; then nothing may have changed, unless this says otherwise. */
  readonly judgeRefused?: (before: Ledger, after: Ledger) => string[];
}

/** A list's table where its user finds it. */
export interface Place {
  readonly list: List;
  readonly sheet: LedgerSheet;
  readonly area: Area;
}

export function tableOfList(ledger: Ledger, list: List): Place | null {
  for (const sheet of ledger.sheets) {
    const table = sheet.tables.find(({ name }) => name === list.tableName);
    if (table !== undefined) return { list, sheet, area: table.area };
  }
  return null;
}

export function placesOf(scene: Pick<Scene, 'ledger' | 'lists'>, kind?: List['kind']): Place[] {
  return scene.lists.filter((list) => kind === undefined || list.kind === kind).flatMap((list) => tableOfList(scene.ledger, list) ?? []);
}

/** The column of ours that stands under this header; undefined for the user's own. */
export function columnAt({ list, sheet, area }: Place, column: number): Column | undefined {
  const header = cellOf(sheet, area.row, column);
  return list.columns.find((candidate) => candidate.header === header);
}

export function listsOfScope(scope: Scope): readonly List[] {
  return listsInScope(builtInPlan, scope);
}

/** The tab itself. */
export function tabOf({ book }: Scene, sheet: LedgerSheet): Sheet {
  const found = book.sheets.find(({ id }) => id === sheet.id);
  if (found === undefined) throw new RangeError(`no tab ${sheet.name}`);
  return found;
}
