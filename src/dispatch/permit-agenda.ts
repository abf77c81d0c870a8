import type { WorkbookEntries } from '../list/entry';
import type { List } from '../list/list';
import { itemOf } from '../plan/choice';
import type { Plan } from '../plan/plan';
import { readPermits } from '../rule/permit';
import { rowState } from '../rule/table';
import { doneLabels, notApplicable } from '../total/row-formula';
import { prepareTables } from './prepare-tables';

/**
 * Where one permit of a project stands:
 * cleared 已办结, 承诺制, 统一服务 or 不涉及: others can rest on it · inHand 办理中 or 容缺受理 · ready not begun, and all
 * that must come first is cleared · blocked not begun, and something that must come first is not · unknown no 状态 to be
 * read. 容缺受理 is not yet granted, so nothing rests on it here, though row/permit-order lets it pass.
 */
export type PermitStanding = 'cleared' | 'inHand' | 'ready' | 'blocked' | 'unknown';

/** A permit that is blocked, and what is missing before it, by permit key. */
export interface BlockedPermit {
  readonly permit: string;
  readonly by: readonly string[];
}

/** One project of list 9 that has not been asked to be taken off (申请调出). */
export interface PermitProject {
  /** Index into the entries of list 9. */
  readonly row: number;
  readonly projectName: string;
  readonly unit: string | null;
  readonly plannedStart: number | null;
  /** Days from 统计截止日 to 计划开工日期, below 0 once it has passed; null without one. */
  readonly daysToStart: number | null;
  readonly isStarted: boolean;
  /** 手续办结率 as the list shows it (0.4667), null where it shows none. */
  readonly rate: number | null;
  /** 政策性障碍 as written, empty where there is none. */
  readonly barrier: string;
  /** Permit keys, in the plan's order. */
  readonly ready: readonly string[];
  readonly inHand: readonly string[];
  readonly unknown: readonly string[];
  readonly blocked: readonly BlockedPermit[];
}

/** How many projects stand where with one permit. */
export interface PermitJam {
  readonly permit: string;
  /** Projects in which it is this permit's turn and a later one cannot be begun before it: the jam. */
  readonly holding: number;
  readonly inHand: number;
  readonly ready: number;
  readonly blocked: number;
  readonly unknown: number;
}

export interface PermitAgenda {
  /** The earliest planned start first; those without one last. */
  readonly projects: readonly PermitProject[];
  /** Every permit of the plan, the biggest jam first. */
  readonly jams: readonly PermitJam[];
  /** Rows left out because 申请调出 = 是. */
  readonly withdrawn: number;
}

/** 前期手续 as of 统计截止日, of one unit (by key) or of all: 三(三)2. Null where the workbook has no list 9. */
export function readPermitAgenda(entries: WorkbookEntries, plan: Plan, lists: readonly List[], unit: string | null = null): PermitAgenda | null {
  const { tables, asOf } = prepareTables(entries, plan, lists, ['9']);
  const table = tables.get('9');
  if (!table) return null;
  const permits = readPermits(table, plan);
  const cleared = clearedStates(plan);
  const [names, barriers] = [table.texts('projectName'), table.texts('policyBarrier')];
  const barrierOf = table.choices('policyBarrier');
  const [starts, actualStarts] = [table.days('plannedStart'), table.days('actualStart')];
  const withdraws = table.choices('withdraw');
  const jams = new Map(plan.permits.map(({ key }) => [key, { permit: key, holding: 0, inHand: 0, ready: 0, blocked: 0, unknown: 0 }]));
  const projects: PermitProject[] = [];
  let withdrawn = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (table.state[row] !== rowState.filled || (unit !== null && table.unitKey(row) !== unit)) continue;
    if (withdraws(row) === 'yes') {
      withdrawn++;
      continue;
    }
    const states = new Map(permits.map(({ key, state }) => [key, state(row)]));
    const missingBefore = (after: readonly string[]) => after.filter((key) => !cleared.has(states.get(key) ?? ''));
    const found: Record<Exclude<PermitStanding, 'cleared' | 'blocked'>, string[]> = { inHand: [], ready: [], unknown: [] };
    const blocked: BlockedPermit[] = [];
    for (const { key, after } of permits) {
      const state = states.get(key) ?? null;
      const by = missingBefore(after);
      const standing = standingOf(state, cleared.has(state ?? ''), by.length > 0);
      if (standing === 'cleared') continue;
      jams.get(key)![standing]++;
      if (standing === 'blocked') blocked.push({ permit: key, by });
      else found[standing].push(key);
    }
    for (const key of turnsHeldUp(blocked)) jams.get(key)!.holding++;
    const plannedStart = starts(row);
    const rate = table.value('permitRate', row);
    projects.push({
      row,
      projectName: names(row),
      unit: table.unitKey(row),
      plannedStart,
      daysToStart: plannedStart === null ? null : plannedStart - asOf,
      isStarted: actualStarts(row) !== null,
      rate: typeof rate === 'number' ? rate : null,
      barrier: barrierOf(row) === 'none' ? '' : barriers(row),
      ...found,
      blocked,
    });
  }
  const waiting = ({ inHand, ready }: PermitJam) => inHand + ready;
  return {
    projects: projects.sort((a, b) => (a.plannedStart ?? Infinity) - (b.plannedStart ?? Infinity) || a.row - b.row),
    // Sorting keeps the plan's order where two jams are alike.
    jams: [...jams.values()].sort((a, b) => b.holding - a.holding || waiting(b) - waiting(a) || b.blocked - a.blocked),
    withdrawn,
  };
}

/** Item keys of the states that another permit can rest on: what counts as done in 手续办结率, and 不涉及. */
function clearedStates(plan: Plan): ReadonlySet<string> {
  return new Set([...doneLabels(plan), notApplicable(plan)].flatMap((label) => itemOf(plan, 'permitState', label)?.key ?? []));
}

function standingOf(state: string | null, isCleared: boolean, isHeldUp: boolean): PermitStanding {
  if (isCleared) return 'cleared';
  if (state === null) return 'unknown';
  if (state !== 'notStarted') return 'inHand';
  return isHeldUp ? 'blocked' : 'ready';
}

/** The permits that others wait for and that do not themselves wait: each once, however many wait for it. */
function turnsHeldUp(blocked: readonly BlockedPermit[]): ReadonlySet<string> {
  const waiting = new Set(blocked.map(({ permit }) => permit));
  return new Set(blocked.flatMap(({ by }) => by.filter((key) => !waiting.has(key))));
}
