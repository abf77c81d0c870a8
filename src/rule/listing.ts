import { issueCodes } from './code';
import type { Issue } from './issue';
import { compareRanked, numberAlike, type IssueMaker, type Ranked } from './issue-maker';
import { codeOfKind, isFailure, severityOf } from './kind';
import type { Rule } from './rule';
import type { TableJudge } from './table-judge';

/** An issue made of a hit. */
interface Listed extends Ranked {
  readonly slot: number;
}

/** Hits chosen to be listed, row by row. */
class Choice {
  readonly slots: number[] = [];
  readonly rows: number[] = [];
  /** By code, as in issueCodes. */
  readonly taken = new Int32Array(issueCodes.length);

  /** One after the last of the row that begins at a position. */
  endOfRow(start: number): number {
    let end = start + 1;
    while (end < this.rows.length && this.rows[end] === this.rows[start]) end++;
    return end;
  }
}

/** Issues made between two yields. */
const issuesPerStep = 300;
/** Rows looked through between two yields. */
const rowsPerStep = 20_000;

const beyondAll = Infinity;

/**
 * The listed issues of one table's hits: per code the first of them by rows, up to the limit, and those that may have
 * been explained. After a change the choice is made anew among numbers; issues are made, and ordered, only in rows
 * where it turned out otherwise or that have changed.
 */
export class Listing {
  private choice = new Choice();
  /** Row by row as chosen, within a row in the order of issues. */
  private listed: Listed[] = [];
  private ready: Issue[] = [];
  /** Issues whose ids begin alike: rows that were copied with their identity. */
  private readonly alike = new Map<string, Listed | Listed[]>();
  private unsettled = new Set<string>();
  /** How many are listed of each code, as in issueCodes, and of each severity explained. */
  readonly countByCode = new Int32Array(issueCodes.length);
  readonly explained = { error: 0, warning: 0, info: 0 };

  constructor(
    private readonly judge: TableJudge,
    private readonly rules: ReadonlyMap<string, Rule>,
  ) {}

  /** In their order. */
  get ranked(): readonly Ranked[] {
    return this.listed;
  }

  /** The same, ready to be shown. */
  get issues(): readonly Issue[] {
    return this.ready;
  }

  /** Chooses again after rows have changed (all of them where null), and makes the issues that are new. */
  *renew(maker: IssueMaker, changed: ReadonlySet<number> | null): Generator<void> {
    const { rowCount } = this.judge.table;
    const choice = new Choice();
    for (let from = 0; from < rowCount; from += rowsPerStep) {
      if (from > 0) yield;
      this.choose(from, Math.min(from + rowsPerStep, rowCount), maker, choice);
    }
    const [before, old, oldReady] = [this.choice, this.listed, this.ready];
    const listed: Listed[] = [];
    const ready: Issue[] = [];
    let made = 0;
    let [own, next] = [0, 0];
    while (own < before.rows.length || next < choice.rows.length) {
      const row = Math.min(before.rows[own] ?? beyondAll, choice.rows[next] ?? beyondAll);
      const ownEnd = before.rows[own] === row ? before.endOfRow(own) : own;
      const nextEnd = choice.rows[next] === row ? choice.endOfRow(next) : next;
      const isChanged = changed === null || changed.has(row);
      if (!isChanged && isSame(before.slots, own, ownEnd, choice.slots, next, nextEnd)) {
        for (; own < ownEnd; own++) {
          listed.push(old[own]!);
          ready.push(oldReady[own]!);
        }
      } else {
        const slots = choice.slots.slice(next, nextEnd);
        const known = new Map<number, Listed>();
        for (const each of old.slice(own, ownEnd)) {
          if (!isChanged && slots.includes(each.slot)) known.set(each.slot, each);
          else this.drop(each);
        }
        const ofRow = slots.map((slot) => known.get(slot) ?? this.make(slot, row, maker));
        for (const each of ofRow.sort(compareRanked)) {
          listed.push(each);
          ready.push(each.issue);
        }
        const makes = made;
        made += ofRow.length;
        if (Math.trunc(makes / issuesPerStep) !== Math.trunc(made / issuesPerStep)) yield;
      }
      [own, next] = [ownEnd, nextEnd];
    }
    [this.choice, this.listed] = [choice, listed];
    this.ready = this.settle() ? listed.map(({ issue }) => issue) : ready;
  }

  private choose(from: number, to: number, maker: IssueMaker, { slots, rows, taken }: Choice): void {
    const { hits, table } = this.judge;
    const { kinds } = maker.weighing;
    for (let row = from; row < to; row++) {
      let mayBeExplained: boolean | null = null;
      for (let slot = hits.first(row); slot >= 0; slot = hits.after(slot)) {
        const kind = hits.kindAt(slot);
        if (!isFailure(kind) || kinds[kind]! < 0) continue;
        const code = codeOfKind[kind]!;
        if (taken[code]! >= maker.limit) {
          mayBeExplained ??= maker.mayBeExplained(table.identity(row));
          if (!mayBeExplained) continue;
        }
        taken[code]!++;
        slots.push(slot);
        rows.push(row);
      }
    }
  }

  private make(slot: number, row: number, maker: IssueMaker): Listed {
    const { hits, table, sources } = this.judge;
    const kind = hits.kindAt(slot);
    const code = issueCodes[codeOfKind[kind]!]!;
    const subject = { list: table.list.key, unit: table.unitKey(row), rowIndex: row, row: table.identity(row) };
    const severity = severityOf(maker.weighing.kinds[kind]!);
    const detail = sources[hits.sourceAt(slot)]!.detail(code, row);
    const { rank, base, issue } = maker.make(this.rules.get(code)!, severity, subject, detail);
    const own: Listed = { rank, base, issue, slot };
    this.count(own, 1);
    const alike = this.alike.get(base);
    if (alike === undefined) this.alike.set(base, own);
    else if (Array.isArray(alike)) alike.push(own);
    else this.alike.set(base, [alike, own]);
    if (alike !== undefined) this.unsettled.add(base);
    return own;
  }

  private drop(own: Listed): void {
    this.count(own, -1);
    const alike = this.alike.get(own.base);
    if (!Array.isArray(alike)) this.alike.delete(own.base);
    else {
      alike.splice(alike.indexOf(own), 1);
      this.unsettled.add(own.base);
      if (alike.length === 0) this.alike.delete(own.base);
    }
  }

  private count({ issue }: Listed, by: 1 | -1): void {
    this.countByCode[codeAt.get(issue.code)!]! += by;
    if (issue.explained) this.explained[issue.severity] += by;
  }

  /** Numbers anew what is alike; tells whether there was anything. */
  private settle(): boolean {
    const bases = this.unsettled;
    this.unsettled = new Set();
    for (const base of bases) {
      const alike = this.alike.get(base);
      if (alike) numberAlike(Array.isArray(alike) ? alike.sort(compareRanked) : [alike]);
    }
    return bases.size > 0;
  }
}

const codeAt = new Map<string, number>(issueCodes.map((code, at) => [code, at]));

function isSame(a: readonly number[], fromA: number, toA: number, b: readonly number[], fromB: number, toB: number): boolean {
  if (toA - fromA !== toB - fromB) return false;
  for (let at = 0; at < toA - fromA; at++) if (a[fromA + at] !== b[fromB + at]) return false;
  return true;
}
