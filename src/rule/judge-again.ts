import type { WorkbookEntries } from '../list/entry';
import type { ListKey } from '../list/list';
import { isEqual, type ListChange } from './change';
import type { Context } from './context';
import type { JudgedTable, JudgedWorkbook } from './judged-workbook';
import type { RowPlace } from './project-index';
import type { Fellowship } from './rule';
import { rowState, type Table } from './table';
import { isConcerned, judgeWide } from './wide-judge';

type Changes = ReadonlyMap<ListKey, ListChange>;

/** Rows worked on between two yields. */
const rowsPerStep = 300;

/** Which units have begun and filled in which lists, and which lists are begun or filled in at all. */
function whoHasBegun({ tables }: Context): { readonly units: readonly string[]; readonly lists: string } {
  const all = [...tables.values()].map(({ unitRows }) => unitRows);
  const bits = (filled: boolean, begun: boolean) => (filled ? 2 : 0) + (begun ? 1 : 0);
  const unitCount = (all[0]?.length ?? 1) - 1;
  return {
    units: Array.from({ length: unitCount }, (_, unit) =>
      all.map((rows) => bits(rows[unit]!.filled > 0, rows[unit]!.filled + rows[unit]!.waiting > 0)).join(''),
    ),
    lists: all.map((rows) => bits(rows.some(({ filled }) => filled > 0), rows.some(({ filled, waiting }) => filled + waiting > 0))).join(''),
  };
}

/** Judges a workbook again of which these rows have changed; rows of the tables are taken over from `after`. */
class Again {
  /** Rows of which something may be listed otherwise. */
  private readonly touched = new Map<Table, Set<number>>();
  private readonly edited: RowPlace[] = [];
  /** Lists in which a row begins, ends, or changes its unit. */
  private readonly moved = new Set<ListKey>();

  constructor(
    private readonly workbook: JudgedWorkbook,
    private readonly changes: Changes,
  ) {}

  *run(after: WorkbookEntries): Generator<void> {
    const { context, maker, wideRules, outcomes } = this.workbook;
    const before = context.entries;
    const begun = whoHasBegun(context);
    const known = new Map<JudgedTable, readonly number[]>();
    for (const each of this.tables()) known.set(each, yield* this.takeOut(each, after.lists[each.table.list.key]!.rowCount));
    context.entries = after;
    maker.entries = after;
    for (const { table, judge } of this.workbook.tables) {
      table.adopt(after.lists[table.list.key]!);
      judge.hits.resize(table.rowCount);
    }
    for (const [each, was] of known) yield* this.takeIn(each, was);
    if (!this.workbook.peers.isEmpty) yield* this.judgePeers(begun);

    const isWeighedAnew = !isEqual(before.ruleSettings, after.ruleSettings) || !isEqual(before.explanations, after.explanations);
    if (isWeighedAnew) this.workbook.maker = this.workbook.newMaker(after);
    const isWhole = isWeighedAnew || !isEqual(before.findings, after.findings);
    for (const rule of wideRules) {
      if (!isWhole && !isConcerned(rule, context.plan, this.changes, this.moved)) continue;
      outcomes.set(rule, yield* judgeWide(rule, context, this.workbook.maker));
      yield;
    }
    this.workbook.listWideAgain();
    const listed = isWeighedAnew ? this.workbook.tables : this.workbook.tables.filter(({ table }) => this.touched.has(table));
    yield* this.workbook.listAgain(listed, isWeighedAnew ? null : (table) => this.touched.get(table)!);
  }

  private *tables(): Generator<JudgedTable> {
    for (const each of this.workbook.tables) if (this.changes.has(each.table.list.key)) yield each;
  }

  /** True where what rows of the list say of each other stands, as long as none of them begins or ends. */
  private isOwnMatter({ list }: Table): boolean {
    return this.workbook.peers.isIndifferentTo(this.changes.get(list.key)!.columns);
  }

  private rowsOf(table: Table): readonly number[] {
    return this.changes.get(table.list.key)!.rows;
  }

  /** Takes back what was found in the rows, as long as they are as they were; tells what they were. */
  private *takeOut({ table, judge }: JudgedTable, rowsAfter: number): Generator<void, readonly number[]> {
    const was: number[] = [];
    const isOwn = this.isOwnMatter(table);
    for (const row of this.rowsOf(table)) {
      if (row >= table.rowCount) break;
      was.push(stateAndUnit(table, row));
      if (isOwn && row < rowsAfter) judge.retractOwn(row);
      else {
        this.workbook.index.remove(table, row);
        judge.hits.retract(row, () => true);
      }
      table.forgetRow(row);
      if (was.length % rowsPerStep === 0) yield;
    }
    return was;
  }

  /** Prepares the rows as they are now and asks the rules on cells and rows about them. */
  private *takeIn({ table, judge }: JudgedTable, was: readonly number[]): Generator<void> {
    const list = table.list.key;
    const touched = new Set<number>();
    this.touched.set(table, touched);
    const isOwn = this.isOwnMatter(table);
    let seen = 0;
    for (const row of this.rowsOf(table)) {
      touched.add(row);
      const before = was[seen++] ?? nothing;
      if (row >= table.rowCount) {
        if (before !== nothing) this.moved.add(list);
        continue;
      }
      table.prepareRows(row, row + 1);
      const isMoved = stateAndUnit(table, row) !== before;
      if (isMoved) this.moved.add(list);
      judge.judge(row, row + 1);
      if (isMoved || !isOwn) {
        if (isOwn) this.workbook.index.remove(table, row);
        this.workbook.index.add(table, row);
        this.edited.push(this.workbook.index.placeOf(table, row));
      }
      if (seen % rowsPerStep === 0) yield;
    }
  }

  /** Asks the rules that hold rows against each other about all rows that had or have something in common with these. */
  private *judgePeers(begun: ReturnType<typeof whoHasBegun>): Generator<void> {
    const { index, peers } = this.workbook;
    const { codes, names, numbers } = index.takeChanges();
    const coded = this.gather([...codes].map((code) => index.withCode(code)));
    const named = this.gather([...names].flatMap((name) => index.named(name).map(({ places }) => places)));
    const all = new Set([...coded, ...named, ...this.rowsOfBeginners(begun)]);
    for (const project of yield* peers.follow(names)) project.places.forEach((place) => named.add(place));
    yield* this.judgeFellowship('row', all);
    yield* this.judgeFellowship('code', coded);
    yield* this.judgeFellowship('name', named);
    yield* this.judgeFellowship('number', this.gather([...numbers].map((key) => index.withNumberKey(key))));
  }

  private gather(groups: readonly (readonly RowPlace[])[]): Set<RowPlace> {
    const places = new Set(this.edited);
    for (const group of groups) for (const place of group) places.add(place);
    return places;
  }

  private *judgeFellowship(fellowship: Fellowship, places: ReadonlySet<RowPlace>): Generator<void> {
    const { index, peers, tables } = this.workbook;
    const isOf = peers.isOf(fellowship);
    const judgeOf = new Map(tables.map(({ table, judge }) => [table, judge]));
    let seen = 0;
    for (const place of places) {
      const { table, row } = index.rowAt(place);
      judgeOf.get(table)!.hits.retract(row, isOf);
      this.touch(table, row);
      if (++seen % (rowsPerStep * 5) === 0) yield;
    }
    for (const place of places) {
      const { table, row } = index.rowAt(place);
      peers.judgeAgain(fellowship, table, row);
      if (++seen % rowsPerStep === 0) yield;
    }
  }

  private touch(table: Table, row: number): void {
    let touched = this.touched.get(table);
    if (!touched) this.touched.set(table, (touched = new Set()));
    touched.add(row);
  }

  /** Rows of units that have just begun a list or have nothing on it any more: what they are held against is there, or gone. */
  private rowsOfBeginners(before: ReturnType<typeof whoHasBegun>): RowPlace[] {
    const now = whoHasBegun(this.workbook.context);
    const isAny = now.lists !== before.lists;
    const units = new Set(now.units.flatMap((bits, unit) => (bits === before.units[unit] ? [] : [unit])));
    if (!isAny && units.size === 0) return [];
    const places: RowPlace[] = [];
    for (const { table } of this.workbook.tables) {
      for (let row = 0; row < table.rowCount; row++) {
        const isMeant = isAny || units.has(table.unit[row]!);
        if (isMeant && table.state[row] !== rowState.empty) places.push(this.workbook.index.placeOf(table, row));
      }
    }
    return places;
  }
}

const nothing = -1;

/** What a row is and whose, as one number. */
function stateAndUnit({ state, unit }: Table, row: number): number {
  return (unit[row]! + 1) * 4 + state[row]!;
}

/** Goes on with other entries of the same frame (isSameFrame): judges again what can have changed. */
export function judgeAgain(workbook: JudgedWorkbook, after: WorkbookEntries, changes: Changes): Generator<void> {
  return new Again(workbook, changes).run(after);
}
