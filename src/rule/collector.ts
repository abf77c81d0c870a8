import { issueCodes, type IssueCode } from './code';
import { severities, type Hit } from './compile';
import type { ExplanationBook } from './explain';
import type { CheckResult, Issue, Severity, Undecided } from './issue';
import type { Detail, Failure, Rule } from './rule';
import type { Table } from './table';
import type { Weighing } from './weighing';

/** Where hits come from: the table, the rule by kind, and how to tell what is wrong. */
export interface HitSource {
  readonly table: Table;
  readonly detail: (code: IssueCode, row: number) => Detail;
}

/** Issues made between two yields. */
const issuesPerStep = 500;

const codeOfKind = Uint8Array.from({ length: issueCodes.length * severities.length }, (_, kind) => Math.trunc(kind / severities.length));

/** Failures that will be listed, as numbers: growing typed arrays, not objects. */
class Hits {
  private kinds = new Uint16Array(256);
  private sources = new Uint16Array(256);
  private rows = new Int32Array(256);
  length = 0;

  push(kind: number, source: number, row: number): void {
    if (this.length === this.rows.length) {
      const grow = <T extends Uint16Array | Int32Array>(old: T, empty: T): T => (empty.set(old), empty);
      this.kinds = grow(this.kinds, new Uint16Array(this.length * 2));
      this.sources = grow(this.sources, new Uint16Array(this.length * 2));
      this.rows = grow(this.rows, new Int32Array(this.length * 2));
    }
    this.kinds[this.length] = kind;
    this.sources[this.length] = source;
    this.rows[this.length++] = row;
  }

  at(index: number): readonly [kind: number, source: number, row: number] {
    return [this.kinds[index] ?? 0, this.sources[index] ?? 0, this.rows[index] ?? 0];
  }
}

/**
 * Collects what rules find: exact counts of everything, issues only for the first `limit` per code and list,
 * so that a list with every cell wrong stays small.
 */
export class Collector {
  private readonly counts: Record<Severity, number> & { explained: number } = { error: 0, warning: 0, info: 0, explained: 0 };
  private readonly unlisted: Record<string, number> = {};
  private readonly switchedOff: Record<string, number> = {};
  private readonly issues: Issue[] = [];
  private readonly undecidedByKey = new Map<string, { -readonly [K in keyof Undecided]: Undecided[K] }>();
  /** Hits by kind, listed or not. */
  private readonly tally = new Float64Array(issueCodes.length * severities.length);
  private readonly hits = new Hits();
  private readonly sources: HitSource[] = [];
  private readonly listed = new Map<string, number>();
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly rules: ReadonlyMap<IssueCode, Rule>,
    private readonly explanations: ExplanationBook,
    private readonly weighing: Weighing,
    private readonly limit: number,
  ) {}

  /** A receiver of hits from one column or rule of one table. */
  receiver(source: HitSource, listedByCode: Int32Array): Hit {
    const index = this.sources.push(source) - 1;
    const { hits, limit, explanations, tally, switchedOff } = this;
    const { kinds } = this.weighing;
    const isExplained = explanations.isEmpty ? null : (row: number) => explanations.mayExplain(source.table.identity(row));
    return (found, row) => {
      const kind = kinds[found]!;
      if (kind < 0) {
        const off = issueCodes[codeOfKind[found]!]!;
        switchedOff[off] = (switchedOff[off] ?? 0) + 1;
        return;
      }
      tally[kind]!++;
      const code = codeOfKind[kind]!;
      if (listedByCode[code]! >= limit && !isExplained?.(row)) return;
      listedByCode[code]!++;
      hits.push(kind, index, row);
    };
  }

  /** A failure that a rule across rows found; bounded like the others. */
  fail(rule: Rule, failure: Failure, table: Table | undefined): void {
    const severity = this.weighing.of(rule.code, failure.severity ?? rule.severity);
    if (severity === 'off') {
      this.switchedOff[rule.code] = (this.switchedOff[rule.code] ?? 0) + 1;
      return;
    }
    const key = `${rule.code}|${failure.list ?? ''}`;
    const listed = this.listed.get(key) ?? 0;
    const row = failure.row === null ? null : (table?.identity(failure.row) ?? '');
    if (listed >= this.limit && (this.explanations.isEmpty || !this.explanations.mayExplain(row ?? ''))) {
      this.counts[severity]++;
      this.unlisted[rule.code] = (this.unlisted[rule.code] ?? 0) + 1;
      return;
    }
    this.listed.set(key, listed + 1);
    this.add(rule, severity, failure.list, failure.unit, failure.row, row, failure);
  }

  undecided(code: string, entry: Omit<Undecided, 'code' | 'count' | 'params'> & Partial<Pick<Undecided, 'count' | 'params'>>): void {
    const key = `${code}|${entry.list ?? ''}|${entry.unit ?? ''}|${entry.reason}`;
    const known = this.undecidedByKey.get(key);
    if (known) known.count += entry.count ?? 1;
    else this.undecidedByKey.set(key, { params: {}, count: 1, ...entry, code });
  }

  private add(rule: Rule, severity: Severity, list: string | null, unit: string | null, rowIndex: number | null, row: string | null, detail: Detail): void {
    const { columns } = detail;
    const subject = rowIndex === null ? (unit ?? '') : row || `@${rowIndex}`;
    const base = `${rule.code}|${list ?? ''}|${subject}|${columns.length === 1 ? columns[0] : columns.join(',')}`;
    const seen = this.ids.get(base) ?? 0;
    this.ids.set(base, seen + 1);
    const issue: { -readonly [K in keyof Issue]: Issue[K] } = {
      id: seen === 0 ? base : `${base}~${seen + 1}`,
      code: rule.code,
      severity,
      list,
      unit,
      row,
      rowIndex,
      columns,
      params: detail.params,
      source: detail.source ?? rule.source,
    };
    if (detail.place) issue.place = detail.place;
    if (detail.fix) issue.fix = detail.fix;
    const said = this.explanations.isEmpty ? undefined : this.explanations.find(issue);
    if (said) {
      issue.explained = { who: said.who, why: said.why };
      this.counts.explained++;
    } else this.counts[severity]++;
    this.issues.push(issue);
  }

  /** Makes issues of the listed hits, in small pieces, and closes the books. Issues come in the order of their rank, then id. */
  *finish(waiting: CheckResult['waiting'], rank: (issue: Issue) => number): Generator<void, CheckResult> {
    const perKind = this.tally.slice();
    for (let index = 0; index < this.hits.length; index++) {
      const [kind, sourceIndex, row] = this.hits.at(index);
      const source = this.sources[sourceIndex];
      const code = issueCodes[Math.trunc(kind / severities.length)];
      const rule = code && this.rules.get(code);
      const severity = severities[kind % severities.length];
      if (!source || !rule || !severity) continue;
      const { table } = source;
      perKind[kind]!--;
      if (index % issuesPerStep === issuesPerStep - 1) yield;
      this.add(rule, severity, table.list.key, table.unitKey(row), row, table.identity(row), source.detail(rule.code, row));
    }
    perKind.forEach((count, kind) => {
      const code = issueCodes[Math.trunc(kind / severities.length)];
      const severity = severities[kind % severities.length];
      if (count === 0 || !code || !severity) return;
      this.counts[severity] += count;
      this.unlisted[code] = (this.unlisted[code] ?? 0) + count;
    });
    const ranked = this.issues.map((issue) => ({ issue, rank: rank(issue) }));
    ranked.sort((a, b) => a.rank - b.rank || (a.issue.id < b.issue.id ? -1 : 1));
    return {
      issues: ranked.map(({ issue }) => issue),
      undecided: [...this.undecidedByKey.values()],
      waiting,
      counts: this.counts,
      unlisted: this.unlisted,
      switchedOff: this.switchedOff,
    };
  }
}
