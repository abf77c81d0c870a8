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

/** Rows that are chosen from together: as many as make it seldom that a change concerns more than one page. */
const rowsPerPage = 256;

/** Some rows, and which of their hits are listed, row by row. */
class Page {
  /** Failures there are by code, as in issueCodes, and how many of them may be listed. */
  found: Int32Array = new Int32Array(issueCodes.length);
  allowed: Int32Array = new Int32Array(issueCodes.length);
  slots: number[] = [];
  rows: number[] = [];
  /** Row by row as chosen, within a row in the order of issues. */
  listed: readonly Listed[] = [];
  /** The same, ready to be shown. */
  ready: readonly Issue[] = [];

  /** One after the last of the row that begins at a position. */
  endOfRow(start: number): number {
    let end = start + 1;
    while (end < this.rows.length && this.rows[end] === this.rows[start]) end++;
    return end;
  }
}

/** Issues made between two yields. */
const issuesPerStep = 300;
/** Pages looked through between two yields. */
const pagesPerStep = 80;

const beyondAll = Infinity;

/** By code: how many of those found may still be listed; so many fewer are left. */
function takeFrom(left: Int32Array, found: Int32Array): Int32Array {
  const taken = new Int32Array(found.length);
  for (let code = 0; code < found.length; code++) {
    taken[code] = Math.min(found[code]!, left[code]!);
    left[code]! -= taken[code]!;
  }
  return taken;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/**
 * The listed issues of one table's hits: per code the first of them by rows, up to the limit, and those that may have
 * been explained. After a change the choice is made anew only on pages where rows have changed, or where other pages
 * leave more or less to be listed; issues are made, and ordered, only in rows where it turned out otherwise or that have
 * changed.
 */
export class Listing {
  private pages: Page[] = [];
  private listed: readonly Listed[] = [];
  private ready: readonly Issue[] = [];
  /** Issues whose ids begin alike: rows that were copied with their identity. */
  private readonly alike = new Map<string, Listed | Listed[]>();
  private unsettled = new Set<string>();
  private made = 0;
  /** How many are listed of each code, as in issueCodes, and of each severity explained. */
  readonly countByCode = new Int32Array(issueCodes.length);
  readonly explained = { error: 0, warning: 0, info: 0 };
  /** Errors explained, by unit key. */
  readonly explainedErrors = new Map<string, number>();

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
    const touched = changed && new Set([...changed].map((row) => Math.trunc(row / rowsPerPage)));
    const pageCount = Math.ceil(this.judge.table.rowCount / rowsPerPage);
    const left = new Int32Array(issueCodes.length).fill(maker.limit);
    for (let at = 0; at < Math.max(pageCount, this.pages.length); at++) {
      if (at % pagesPerStep === pagesPerStep - 1) yield;
      const before = this.pages[at] ?? new Page();
      const isTouched = !touched || touched.has(at);
      const found = isTouched ? this.countFailures(at, maker) : before.found;
      const allowed = takeFrom(left, found);
      if (!isTouched && isSame(allowed, before.allowed)) continue;
      const page = this.choose(at, maker, found, allowed);
      yield* this.fill(page, before, maker, changed);
      this.pages[at] = page;
    }
    this.pages.length = pageCount;
    if (this.settle()) for (const page of this.pages) page.ready = page.listed.map(({ issue }) => issue);
    this.listed = ([] as Listed[]).concat(...this.pages.map(({ listed }) => listed));
    this.ready = ([] as Issue[]).concat(...this.pages.map(({ ready }) => ready));
  }

  private rowsOf(page: number): readonly [from: number, to: number] {
    const from = page * rowsPerPage;
    return [from, Math.min(from + rowsPerPage, this.judge.table.rowCount)];
  }

  private countFailures(page: number, { weighing: { kinds } }: IssueMaker): Int32Array {
    const { hits } = this.judge;
    const found = new Int32Array(issueCodes.length);
    const [from, to] = this.rowsOf(page);
    for (let row = from; row < to; row++) {
      for (let slot = hits.first(row); slot >= 0; slot = hits.after(slot)) {
        const kind = hits.kindAt(slot);
        if (isFailure(kind) && kinds[kind]! >= 0) found[codeOfKind[kind]!]!++;
      }
    }
    return found;
  }

  private choose(at: number, maker: IssueMaker, found: Int32Array, allowed: Int32Array): Page {
    const { hits, table } = this.judge;
    const { kinds } = maker.weighing;
    const page = new Page();
    page.found = found;
    page.allowed = allowed;
    const left = allowed.slice();
    const [from, to] = this.rowsOf(at);
    for (let row = from; row < to; row++) {
      let mayBeExplained: boolean | null = null;
      for (let slot = hits.first(row); slot >= 0; slot = hits.after(slot)) {
        const kind = hits.kindAt(slot);
        if (!isFailure(kind) || kinds[kind]! < 0) continue;
        const code = codeOfKind[kind]!;
        if (left[code]! > 0) left[code]!--;
        else {
          mayBeExplained ??= maker.mayBeExplained(table.identity(row));
          if (!mayBeExplained) continue;
        }
        page.slots.push(slot);
        page.rows.push(row);
      }
    }
    return page;
  }

  /** Takes the issues over from the page as it was before, and makes those that are new. */
  private *fill(page: Page, before: Page, maker: IssueMaker, changed: ReadonlySet<number> | null): Generator<void> {
    const listed: Listed[] = [];
    let [own, next] = [0, 0];
    while (own < before.rows.length || next < page.rows.length) {
      const row = Math.min(before.rows[own] ?? beyondAll, page.rows[next] ?? beyondAll);
      const ownEnd = before.rows[own] === row ? before.endOfRow(own) : own;
      const nextEnd = page.rows[next] === row ? page.endOfRow(next) : next;
      const slots = page.slots.slice(next, nextEnd);
      const isChanged = changed === null || changed.has(row);
      const known = new Map<number, Listed>();
      for (const each of before.listed.slice(own, ownEnd)) {
        if (!isChanged && slots.includes(each.slot)) known.set(each.slot, each);
        else this.drop(each);
      }
      const ofRow = slots.map((slot) => known.get(slot) ?? this.make(slot, row, maker));
      for (const each of ofRow.sort(compareRanked)) listed.push(each);
      if (this.made >= issuesPerStep) {
        this.made = 0;
        yield;
      }
      [own, next] = [ownEnd, nextEnd];
    }
    page.listed = listed;
    page.ready = listed.map(({ issue }) => issue);
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
    this.made++;
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
    if (!issue.explained) return;
    this.explained[issue.severity] += by;
    if (issue.severity !== 'error' || issue.unit === null) return;
    this.explainedErrors.set(issue.unit, (this.explainedErrors.get(issue.unit) ?? 0) + by);
  }

  /** Numbers anew what is alike; tells whether there was anything. */
  private settle(): boolean {
    if (this.unsettled.size === 0) return false;
    for (const base of this.unsettled) {
      const alike = this.alike.get(base);
      if (alike) numberAlike(Array.isArray(alike) ? alike.sort(compareRanked) : [alike]);
    }
    this.unsettled.clear();
    return true;
  }
}

const codeAt = new Map<string, number>(issueCodes.map((code, at) => [code, at]));
