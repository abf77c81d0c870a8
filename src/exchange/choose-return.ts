import type { Plan } from '../plan/plan';
import { compareRows, type ListComparison } from './compare-row';
import type { ReturnedWorkbook } from './source';

/** A file of a unit that sent another one too, and does not count. */
export interface SupersededReturn {
  readonly returned: ReturnedWorkbook;
  readonly by: ReturnedWorkbook;
  readonly reason: 'sameContent' | 'olderBatch' | 'savedEarlier';
  /** From this file to the one that counts, list by list; lists without a difference are not there. */
  readonly differences: readonly ListComparison[];
}

export interface ReturnChoice {
  /** One file per unit, in the plan's order of units. */
  readonly chosen: readonly ReturnedWorkbook[];
  readonly superseded: readonly SupersededReturn[];
}

/**
 * Of several files of one unit the one of the later batch counts, of the same batch the one saved later. A file
 * without a base counts as older than any batch, one without a time as saved earlier than any other.
 */
export function chooseReturns(returned: readonly ReturnedWorkbook[], plan: Plan): ReturnChoice {
  const chosen: ReturnedWorkbook[] = [];
  const superseded: SupersededReturn[] = [];
  for (const { key } of plan.units) {
    const [best, ...others] = returned.filter(({ unit }) => unit === key).sort(laterFirst);
    if (best === undefined) continue;
    chosen.push(best);
    for (const other of others) {
      const reason = other.fingerprint === best.fingerprint ? 'sameContent' : batchOf(other) === batchOf(best) ? 'savedEarlier' : 'olderBatch';
      superseded.push({ returned: other, by: best, reason, differences: reason === 'sameContent' ? [] : differencesOf(other, best, plan) });
    }
  }
  return { chosen, superseded };
}

function differencesOf(older: ReturnedWorkbook, newer: ReturnedWorkbook, plan: Plan): ListComparison[] {
  return compareRows(older, newer, plan, 'all').filter(
    ({ added, dropped, changed }) => added.length + dropped.length + changed.length > 0,
  );
}

function batchOf({ base }: ReturnedWorkbook): string {
  return base?.batch ?? '';
}

function laterFirst(a: ReturnedWorkbook, b: ReturnedWorkbook): number {
  return (
    compareText(b.base?.issuedAt ?? '', a.base?.issuedAt ?? '') ||
    compareText(batchOf(b), batchOf(a)) ||
    (b.savedAt ?? -Infinity) - (a.savedAt ?? -Infinity) ||
    compareText(b.file, a.file) ||
    compareText(b.fingerprint, a.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
