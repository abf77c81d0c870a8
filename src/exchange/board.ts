import type { ListKey } from '../list/list';
import type { Exchange } from '../list/record';
import type { Plan } from '../plan/plan';
import type { Waiting } from '../rule/issue';
import { countProposal, type MergeProposal } from './proposal';

/** What the board is made from. */
export interface BoardInput {
  /** 交换记录 of the city workbook, the oldest first. */
  readonly exchanges: readonly Exchange[];
  /** ULID of a 分发; null for each unit's latest. */
  readonly batch: string | null;
  /** Files that are read and not yet applied. */
  readonly proposals: readonly MergeProposal[];
  /** As judged, of the city workbook or of the returned files. */
  readonly waiting: readonly Waiting[];
  /** Errors as judged, listed or not, by unit key; a unit that is not there was not judged. */
  readonly errors: Readonly<Record<string, number>>;
}

export interface BoardList {
  readonly list: ListKey;
  readonly filled: number;
  readonly waiting: number;
  /** The notice's number, null where it counts none. */
  readonly expected: number | null;
}

/** One line of 报送看板. */
export interface UnitStatus {
  readonly unit: string;
  /** notSent 未分发 · sent 未返回 · returned 已收到、待汇总 · merged 已汇总. */
  readonly state: 'notSent' | 'sent' | 'returned' | 'merged';
  readonly batch: string;
  /** yyyy-mm-dd hh:mm, null where it was not sent. */
  readonly sentAt: string | null;
  /** When the file was merged, yyyy-mm-dd hh:mm; null before. */
  readonly mergedAt: string | null;
  /** When the file that came back was last saved, milliseconds since 1970; null where none is open or it is not known. */
  readonly savedAt: number | null;
  /** The file that came back; empty before. */
  readonly file: string;
  readonly lists: readonly BoardList[];
  /** Null where nothing was judged. */
  readonly errors: number | null;
  /** Conflicts of the file that waits; after merging those that were left undecided. */
  readonly conflicts: number;
}

/**
 * 报送看板: one line per unit in the plan's order: sent when, returned as which file, what is filled in and waits, and
 * who has not returned. A merge that was taken back counts as not done. A file of an older 分发 counts only while it
 * waits to be merged.
 */
export function statusBoard(plan: Plan, input: BoardInput): UnitStatus[] {
  return plan.units.map(({ key }) => statusOf(key, input));
}

/** The batch of the latest 分发; null before the first. */
export function latestBatch(exchanges: readonly Exchange[]): string | null {
  return exchanges.filter(({ kind }) => kind === 'split').at(-1)?.batch ?? null;
}

function statusOf(unit: string, input: BoardInput): UnitStatus {
  const own = input.exchanges.filter((each) => each.unit === unit);
  const sent = own.filter(({ kind, batch }) => kind === 'split' && (input.batch === null || batch === input.batch)).at(-1);
  const merged = sent === undefined ? undefined : lastMerge(own, sent);
  const open = input.proposals.find((proposal) => proposal.unit === unit);
  const state = open !== undefined && open.fingerprint !== merged?.fingerprint ? 'returned' : merged !== undefined ? 'merged' : sent !== undefined ? 'sent' : 'notSent';
  return {
    unit,
    state,
    batch: sent?.batch ?? '',
    sentAt: sent?.at ?? null,
    mergedAt: merged?.at ?? null,
    savedAt: state === 'returned' ? (open?.savedAt ?? null) : null,
    file: (state === 'returned' ? open?.file : merged?.file) ?? '',
    lists: input.waiting
      .filter((each) => each.unit === unit)
      .map(({ list, filledRows, waitingRows, expectedRows }) => ({ list, filled: filledRows, waiting: waitingRows, expected: expectedRows })),
    errors: Object.hasOwn(input.errors, unit) ? (input.errors[unit] ?? null) : null,
    conflicts: state === 'returned' && open !== undefined ? countProposal(open).conflicting : (merged?.counts.conflicting ?? 0),
  };
}

/** The last merge that was not taken back, of the file sent or of one made by hand since. */
function lastMerge(own: readonly Exchange[], sent: Exchange): Exchange | undefined {
  const standing: Exchange[] = [];
  for (const each of own) {
    if (each.kind === 'merge') standing.push(each);
    else if (each.kind === 'undo') standing.pop();
  }
  return standing.filter((each) => each.batch === sent.batch || (each.batch === '' && own.indexOf(each) > own.indexOf(sent))).at(-1);
}
