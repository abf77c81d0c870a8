import type { ListKey, Value } from '../list/list';
import type { Explanation, RowValues } from '../list/record';

/** One cell, three ways. */
export interface CellDifference {
  readonly column: string;
  /** As issued; absent where there is no base (two ways). */
  readonly base?: Value;
  /** Null where the city workbook has no such row. */
  readonly city: Value;
  /** What the unit's file holds; null where it has no such row. */
  readonly returned: Value;
}

/** A row, as lists of a preview name it. Row numbers are 0-based indexes into the rows that were given. */
export interface RowPlace {
  /** 行标识 as issued, else in the city workbook, else in the file (may be empty); the unit's key on target lists. */
  readonly identity: string;
  /** 项目名称 as written; the unit's name on target lists. */
  readonly name: string;
  /** Null where the city workbook has no such row. */
  readonly cityRow: number | null;
  /** Null where the file has no such row. */
  readonly fileRow: number | null;
}

/** A row that only the file has. */
export interface AddedRow extends RowPlace {
  readonly values: RowValues;
}

/** Cells that only the unit changed. */
export interface ChangedRow extends RowPlace {
  readonly cells: readonly CellDifference[];
}

/** A row that the unit deleted and the city left as issued. Kept, unless a decision for `id` says 'unit'. */
export interface DeletedRow extends RowPlace {
  readonly id: string;
  readonly values: RowValues;
}

/**
 * Something that a person decides. cell: both wrote something else (or there is no base to tell who did).
 * deletedInUnit: the unit deleted a row that the city changed (cells: the city's changes); 'unit' deletes it.
 * deletedInCity: the city deleted a row that the unit changed (cells: the unit's changes); 'unit' puts it back.
 */
export type Conflict = RowPlace & { readonly id: string } & (
    | { readonly kind: 'cell'; readonly cell: CellDifference }
    | { readonly kind: 'deletedInUnit'; readonly cells: readonly CellDifference[] }
    | { readonly kind: 'deletedInCity'; readonly cells: readonly CellDifference[]; readonly values: RowValues }
  );

/**
 * What is not taken, and listed. otherUnit: the row says another unit (or was moved to one in the file) · unknownUnit:
 * what stands under 县（市、区） is no unit · movedInCity: the city has given the project to another unit since ·
 * twice: another line of a target list is the unit's own · notProject: a line of sums or of headers among the projects · formulaError: one
 * cell (column) holds #REF! or the like, or a formula whose result is not in the file; the rest of its row is judged.
 */
export interface Refusal extends RowPlace {
  readonly reason: 'otherUnit' | 'unknownUnit' | 'movedInCity' | 'twice' | 'notProject' | 'formulaError';
  /** What stands under 县（市、区） in the file; of movedInCity, in the city workbook. */
  readonly unitText: string;
  /** Column key of a refused cell, null where the whole row is refused. */
  readonly column: string | null;
  /** The file's values, of the row or the cell. */
  readonly values: RowValues;
}

/** A row of the city workbook that lost the 行标识 it was issued under and was known by code or name. */
export interface RecognisedRow {
  readonly cityRow: number;
  /** What it was issued under, and has again as soon as anything of this proposal is applied to the list. */
  readonly identity: string;
}

/** What one returned file would do to one list. */
export interface ListProposal {
  readonly list: ListKey;
  readonly recognised: readonly RecognisedRow[];
  readonly added: readonly AddedRow[];
  readonly changed: readonly ChangedRow[];
  readonly deleted: readonly DeletedRow[];
  readonly conflicting: readonly Conflict[];
  readonly refused: readonly Refusal[];
}

/** Something to be told that changes nothing. */
export type MergeNote =
  /** Made by hand or its base is damaged: merged two ways. */
  | { readonly kind: 'noBase' }
  /** The base belongs to a 分发 that this city workbook knows nothing of: merged two ways. */
  | { readonly kind: 'unknownBatch'; readonly batch: string }
  /** The list, or a column of it, was not found in the file; nothing of it counts as deleted or cleared. */
  | { readonly kind: 'absentList'; readonly list: ListKey }
  | { readonly kind: 'absentColumn'; readonly list: ListKey; readonly column: string }
  /** Two columns have its header and differ: neither is read. */
  | { readonly kind: 'doubledColumn'; readonly list: ListKey; readonly column: string }
  /** A column that the unit added is not carried over. */
  | { readonly kind: 'userColumn'; readonly list: ListKey; readonly header: string }
  /** A copied row: another one keeps the identity, this one is new. */
  | { readonly kind: 'copiedRow'; readonly list: ListKey; readonly fileRow: number; readonly name: string }
  /** Another sheet of the file that looks like the list; what stands only there is not carried over. */
  | { readonly kind: 'copiedSheet'; readonly list: ListKey; readonly sheet: string }
  /** A target list without the unit's own row. */
  | { readonly kind: 'absentTarget'; readonly list: ListKey }
  /** Two ways: rows of the unit that the file does not have; they stay. */
  | { readonly kind: 'notInFile'; readonly list: ListKey; readonly count: number };

/** 说明情况 that comes with the file. */
export interface ExplanationProposal {
  /** row is the city's identity; of an added row the file's, until applying gives one. */
  readonly explanation: Explanation;
  /** The file's row where the row is added or put back; null where the city has it. */
  readonly fileRow: number | null;
  /** List of that row; empty where the explanation is about no row. */
  readonly list: ListKey;
  /** What the city has on the same row, code and values, and would be replaced. */
  readonly replaces: Explanation | null;
}

/** What one returned file would do to the city workbook: plain data, nothing is written. */
export interface MergeProposal {
  readonly unit: string;
  readonly file: string;
  readonly savedAt: number | null;
  readonly fingerprint: string;
  /** Batch the file was issued in, empty where it has no base. */
  readonly batch: string;
  /** yyyy-mm-dd hh:mm, empty where it has no base. */
  readonly issuedAt: string;
  /** Whether cells were held against a base. */
  readonly ways: 'three' | 'two';
  /** The unit's lists, in the order of their sheets. */
  readonly lists: readonly ListProposal[];
  readonly explanations: readonly ExplanationProposal[];
  readonly notes: readonly MergeNote[];
}

/** By id of conflict or deletion. A conflict that is not in here keeps the city's, a deletion is not done. */
export type Decisions = Readonly<Record<string, 'city' | 'unit'>>;

/** Rows added, changed, deleted; conflicts; rows and cells refused. */
export type MergeCounts = Readonly<Record<'added' | 'changed' | 'deleted' | 'conflicting' | 'refused', number>>;

export function countListProposal(list: ListProposal): MergeCounts {
  return {
    added: list.added.length,
    changed: list.changed.length,
    deleted: list.deleted.length,
    conflicting: list.conflicting.length,
    refused: list.refused.length,
  };
}

export function countProposal(proposal: MergeProposal): MergeCounts {
  return proposal.lists.map(countListProposal).reduce(addCounts, noCounts);
}

export const noCounts: MergeCounts = { added: 0, changed: 0, deleted: 0, conflicting: 0, refused: 0 };

export function addCounts(a: MergeCounts, b: MergeCounts): MergeCounts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    deleted: a.deleted + b.deleted,
    conflicting: a.conflicting + b.conflicting,
    refused: a.refused + b.refused,
  };
}

/** True where applying would change nothing, whatever is decided. */
export function isEmptyProposal(proposal: MergeProposal): boolean {
  const { added, changed, deleted, conflicting } = countProposal(proposal);
  return added + changed + deleted + conflicting + proposal.explanations.length === 0;
}

/** Every conflict of a proposal decided for one side; deletions are left as they are, off. */
export function decideConflicts(proposal: MergeProposal, side: 'city' | 'unit'): Decisions {
  return Object.fromEntries(proposal.lists.flatMap((list) => list.conflicting.map(({ id }) => [id, side] as const)));
}
