import { applyMerge, type MergedWorkbook } from '../../src/exchange/apply';
import type { Decisions, MergeProposal } from '../../src/exchange/proposal';
import { proposeMerge } from '../../src/exchange/propose';
import type { ExchangeRows, ExchangeSource, ReturnedWorkbook } from '../../src/exchange/source';
import { splitWorkbook, type UnitPart } from '../../src/exchange/split';
import type { List, ListKey, Value } from '../../src/list/list';
import { emptyRecord, type Exchange, type WorkbookRecord } from '../../src/list/record';
import { listsInScope, listsOf } from '../../src/list/registry';
import { builtInPlan } from '../../src/plan/built-in';
import type { Scope } from '../../src/plan/plan';
import { finish } from '../../src/total/steps';

export const plan = builtInPlan;
export const batch = '01HGA0000000000000000BATCH';

export type Cells = Readonly<Record<string, Value>>;

export function listOf(key: ListKey): List {
  return listsOf(plan).find((list) => list.key === key)!;
}

export function unitName(key: string): string {
  return plan.units.find((unit) => unit.key === key)!.name;
}

/** Columns from rows; every column of the list is there. */
export function columnsOf(key: ListKey, rows: readonly Cells[]): ExchangeRows {
  const values = Object.fromEntries(listOf(key).columns.map((column) => [column.key, rows.map((row) => row[column.key] ?? null)]));
  return { rowCount: rows.length, values };
}

/** Rows from columns, empty cells left out. */
export function rowsOf(rows: ExchangeRows | undefined): Cells[] {
  if (rows === undefined) return [];
  return Array.from({ length: rows.rowCount }, (_, at) =>
    Object.fromEntries(
      Object.entries(rows.values).flatMap(([key, values]) => {
        const value = values[at] ?? null;
        return value === null || value === '' ? [] : [[key, value] as const];
      }),
    ),
  );
}

export function splitOf(unit: string, of: string = batch): Exchange {
  const counts = { added: 0, changed: 0, deleted: 0, conflicting: 0, refused: 0 };
  return { kind: 'split', at: '2023-11-25 09:00', unit, batch: of, file: '', fingerprint: '', counts, decisions: [] };
}

/** A city workbook with every list, empty where no rows are given; it knows of the 分发 `batch`. */
export function cityOf(rows: Readonly<Record<ListKey, readonly Cells[]>>, record: Partial<WorkbookRecord> = {}): ExchangeSource {
  return {
    ...emptyRecord,
    exchanges: plan.units.map((unit) => splitOf(unit.key)),
    ...record,
    scope: { kind: 'city' },
    lists: Object.fromEntries(listsOf(plan).map(({ key }) => [key, columnsOf(key, rows[key] ?? [])])),
  };
}

export function partOf(city: ExchangeSource, unit: string, of: string = batch): UnitPart {
  return finish(splitWorkbook(city, plan, { units: [unit], batch: of, issuedAt: '2023-11-25 09:00' })).parts[0]!;
}

export interface Return {
  readonly file?: string;
  readonly savedAt?: number | null;
  readonly fingerprint?: string;
  readonly base?: WorkbookRecord['base'];
  readonly explanations?: WorkbookRecord['explanations'];
}

/** A unit's file as it was sent, with some lists changed: rows in, rows out. */
export function returnedOf(
  part: UnitPart,
  edit: Readonly<Record<ListKey, (rows: Cells[]) => readonly Cells[]>> = {},
  given: Return = {},
): ReturnedWorkbook {
  const scope: Scope = part.scope;
  const lists = Object.fromEntries(
    listsInScope(plan, scope).map(({ key }) => {
      const rows = part.rows[key]!;
      return [key, edit[key] === undefined ? rows : columnsOf(key, edit[key](rowsOf(rows)))];
    }),
  );
  return {
    ...part.record,
    ...(given.base === undefined ? {} : { base: given.base }),
    ...(given.explanations === undefined ? {} : { explanations: given.explanations }),
    scope,
    lists,
    unit: part.unit,
    file: given.file ?? `${unitName(part.unit)}.xlsx`,
    savedAt: given.savedAt ?? null,
    fingerprint: given.fingerprint ?? part.unit,
  };
}

/** A city workbook with some lists changed. */
export function withRows(city: ExchangeSource, edit: Readonly<Record<ListKey, (rows: Cells[]) => readonly Cells[]>>): ExchangeSource {
  const changed = Object.entries(edit).map(([key, change]) => [key, columnsOf(key, change(rowsOf(city.lists[key])))] as const);
  return { ...city, lists: { ...city.lists, ...Object.fromEntries(changed) } };
}

export function identityMaker(prefix = 'NEW'): (list: ListKey) => string {
  let count = 0;
  return (list) => `${list}-${prefix}${String(++count).padStart(26 - prefix.length, '0')}`;
}

export function propose(city: ExchangeSource, returned: ReturnedWorkbook): MergeProposal {
  return finish(proposeMerge(city, returned, plan));
}

export function apply(
  city: ExchangeSource,
  proposals: readonly MergeProposal[],
  decisions: Decisions = {},
  newIdentity = identityMaker(),
): MergedWorkbook {
  return finish(applyMerge(city, plan, proposals, decisions, newIdentity));
}

/** The city workbook after a merge. */
export function afterMerge(city: ExchangeSource, merged: MergedWorkbook): ExchangeSource {
  return { ...city, lists: merged.rows, explanations: merged.explanations };
}

/** Everything that a proposal says of one list. */
export function of(proposal: MergeProposal, list: ListKey) {
  return proposal.lists.find((each) => each.list === list)!;
}

export function change(identity: string, cells: Cells): (rows: Cells[]) => Cells[] {
  return (rows) => rows.map((row) => (row['identity'] === identity ? { ...row, ...cells } : row));
}

export function remove(identity: string): (rows: Cells[]) => Cells[] {
  return (rows) => rows.filter((row) => row['identity'] !== identity);
}

/** A well-formed 行标识. */
export function identity(list: ListKey, number: number): string {
  return `${list}-01HG${String(number).padStart(22, '0')}`;
}
