import { issueCodes } from './code';
import { severities } from './compile';
import type { CheckResult, Severity, Undecided } from './issue';
import type { IssueMaker } from './issue-maker';
import { codeOfKind, firstUndecided, kindCount, reasonOf, severityOf } from './kind';
import type { Listing } from './listing';
import type { Reporter } from './rule';
import type { TableJudge } from './table-judge';

/** Exact numbers of what was found, listed or not. */
export interface Tally {
  readonly counts: Record<Severity, number> & { explained: number };
  /** By code. */
  readonly unlisted: Record<string, number>;
  readonly switchedOff: Record<string, number>;
  /** Errors, but for explained ones, by unit key. */
  readonly unitErrors: Record<string, number>;
}

/** Nothing found; the units are told to have no errors. */
export function emptyTally(units: readonly string[] = []): Tally {
  return {
    counts: { error: 0, warning: 0, info: 0, explained: 0 },
    unlisted: {},
    switchedOff: {},
    unitErrors: Object.fromEntries(units.map((unit) => [unit, 0])),
  };
}

export function addTo(record: Record<string, number>, key: string, count: number): void {
  if (count !== 0) record[key] = (record[key] ?? 0) + count;
}

export function addTally(sum: Tally, { counts, unlisted, switchedOff, unitErrors }: Tally): void {
  for (const key of ['error', 'warning', 'info', 'explained'] as const) sum.counts[key] += counts[key];
  for (const [code, count] of Object.entries(unlisted)) addTo(sum.unlisted, code, count);
  for (const [code, count] of Object.entries(switchedOff)) addTo(sum.switchedOff, code, count);
  for (const [unit, count] of Object.entries(unitErrors)) addTo(sum.unitErrors, unit, count);
}

/** Numbers of one table's hits, of which some are listed. */
export function tallyOf(
  { hits }: TableJudge,
  listing: Pick<Listing, 'countByCode' | 'explained' | 'explainedErrors'>,
  { weighing }: IssueMaker,
  unitKeys: readonly string[],
): Tally {
  const sum = emptyTally();
  for (let kind = 0; kind < firstUndecided; kind++) {
    const count = hits.countOf(kind);
    if (count === 0) continue;
    const weighed = weighing.kinds[kind]!;
    const code = issueCodes[codeOfKind[kind]!]!;
    if (weighed < 0) addTo(sum.switchedOff, code, count);
    else {
      sum.counts[severityOf(weighed)] += count;
      addTo(sum.unlisted, code, count);
      if (severityOf(weighed) === 'error') unitKeys.forEach((unit, at) => addTo(sum.unitErrors, unit, hits.countIn(kind, at)));
    }
  }
  for (const [code, found] of Object.entries(sum.unlisted)) {
    const unlisted = found - listing.countByCode[codeAt.get(code)!]!;
    if (unlisted === 0) delete sum.unlisted[code];
    else sum.unlisted[code] = unlisted;
  }
  for (const severity of severities) {
    sum.counts[severity] -= listing.explained[severity];
    sum.counts.explained += listing.explained[severity];
  }
  for (const [unit, count] of listing.explainedErrors) addTo(sum.unitErrors, unit, -count);
  return sum;
}

const codeAt = new Map<string, number>(issueCodes.map((code, at) => [code, at]));

type UndecidedEntry = Parameters<Reporter['undecided']>[0];

/** Adds up what is undecided for one reason, of one list and unit; the first says with which parameters. */
export function addUndecided(known: Map<string, Undecided>, code: string, entry: UndecidedEntry): void {
  const key = `${code}|${entry.list ?? ''}|${entry.unit ?? ''}|${entry.reason}`;
  const before = known.get(key);
  const count = (before?.count ?? 0) + (entry.count ?? 1);
  known.set(key, before ? { ...before, count } : { params: {}, ...entry, count, code });
}

/** Undecided verdicts of a table's rows. */
export function undecidedRowsOf({ hits, table }: TableJudge, unitKeys: readonly string[]): Undecided[] {
  const found: Undecided[] = [];
  for (let kind = firstUndecided; kind < kindCount; kind++) {
    for (let unit = -1; unit < unitKeys.length; unit++) {
      const count = hits.countIn(kind, unit);
      if (count === 0) continue;
      const code = issueCodes[codeOfKind[kind]!]!;
      found.push({ code, list: table.list.key, unit: unitKeys[unit] ?? null, reason: reasonOf(kind), params: {}, count });
    }
  }
  return found;
}

const reasonOrder: readonly Undecided['reason'][] = ['structure', 'waiting', 'missing'];

/** What is undecided in the order of codes, lists, units (those that cannot be told last) and reasons. */
export function sortUndecided(found: readonly Undecided[], lists: readonly string[], units: readonly string[]): CheckResult['undecided'] {
  const listAt = new Map(lists.map((list, at) => [list, at]));
  const unitAt = new Map(units.map((unit, at) => [unit, at]));
  const rank = ({ code, list, unit, reason }: Undecided) =>
    (((codeAt.get(code) ?? -1) * 64 + (listAt.get(list ?? '') ?? -1) + 1) * 64 + (unitAt.get(unit ?? '') ?? units.length)) * 4 + reasonOrder.indexOf(reason);
  return found
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
