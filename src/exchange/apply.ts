import type { List, ListKey, Value } from '../list/list';
import type { Explanation, RowValues } from '../list/record';
import { listsOf } from '../list/registry';
import type { Plan } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { applyExplanations, fileRowKey } from './apply-explanation';
import type { Pieces } from './pieces';
import { placeRows } from './place-row';
import { addCounts, noCounts, type Decisions, type ListProposal, type MergeCounts, type MergeProposal } from './proposal';
import { RowShape, type RowImage } from './row-shape';
import type { ExchangeRows, ExchangeSource } from './source';

/** One list of the city workbook after a merge. */
export interface MergedRows {
  readonly rowCount: number;
  /** By column key. ƒ columns and marks are what stood there, empty in new rows. */
  readonly values: Readonly<Record<string, readonly Value[]>>;
  /** The city's row that each row was, null for a new one: columns of the user's and typed formulas go along by it. */
  readonly from: readonly (number | null)[];
  /** Cells whose value came from a unit, by row in these rows: a formula that the city had typed there must go. */
  readonly taken: readonly { readonly row: number; readonly column: string }[];
  /** False where the list is as it was. */
  readonly touched: boolean;
}

export interface MergedWorkbook {
  /** Every list that the city workbook has, and those it lacked that got rows. */
  readonly rows: Readonly<Record<ListKey, MergedRows>>;
  readonly explanations: readonly Explanation[];
  /** By unit key, what was done: rows added (or put back), changed, deleted; conflicts left undecided; what was refused. */
  readonly counts: Readonly<Record<string, MergeCounts>>;
}

/** A row that a unit brings. */
export interface NewRow {
  readonly unit: string;
  readonly fileRow: number | null;
  /** To be kept where no other row has it; empty for a new one. */
  readonly identity: string;
  readonly values: RowValues;
}

/** 〈list〉-〈ULID〉 */
const identityPattern = /^[0-9A-Za-z]+-[0-9A-HJKMNP-TV-Z]{26}$/;

/** What all proposals together do to one list. */
interface ListWork {
  readonly cells: Map<number, Map<string, Value>>;
  readonly gone: Set<number>;
  readonly added: NewRow[];
  /** Identities that rows get back. */
  readonly identities: Map<number, string>;
}

/**
 * The city workbook's lists with the proposals applied as decided. An undecided conflict keeps the city's, an
 * undecided deletion is not done. Rows keep their order; new ones stand after the last of their unit, or where the
 * unit's would begin. A new row keeps the 行标识 that its own file gave it, where that is one and free, so that a
 * later return is recognised; else newIdentity gives one. `city` must be what the proposals were made from.
 * Throws RangeError for two proposals of one unit.
 */
export function* applyMerge(
  city: ExchangeSource,
  plan: Plan,
  proposals: readonly MergeProposal[],
  decisions: Decisions,
  newIdentity: (list: ListKey) => string,
): Pieces<MergedWorkbook> {
  const units = new Set(proposals.map(({ unit }) => unit));
  if (units.size < proposals.length) throw new RangeError('two proposals of one unit: choose one of them');
  const rows: Record<ListKey, MergedRows> = {};
  const counts: Record<string, MergeCounts> = Object.fromEntries([...units].map((unit) => [unit, noCounts]));
  const identityOf = new Map<string, string>();
  for (const list of listsOf(plan)) {
    const present = city.lists[list.key];
    const work: ListWork = { cells: new Map(), gone: new Set(), added: [], identities: new Map() };
    for (const proposal of proposals) {
      const own = proposal.lists.find((each) => each.list === list.key);
      if (own !== undefined) counts[proposal.unit] = addCounts(counts[proposal.unit]!, gather(own, proposal.unit, decisions, work));
    }
    const isTouched = work.cells.size + work.gone.size + work.added.length > 0;
    yield;
    if (isTouched) rows[list.key] = yield* mergeRows(list, plan, city, present ?? { rowCount: 0, values: {} }, work, newIdentity, identityOf);
    else if (present !== undefined) {
      const from = Array.from({ length: present.rowCount }, (_, row) => row);
      rows[list.key] = { rowCount: present.rowCount, values: present.values, from, taken: [], touched: false };
    }
  }
  return { rows, explanations: applyExplanations(city.explanations, proposals, identityOf), counts };
}

/** Puts one proposal's changes to the others of the list; gives what was done. */
function gather(proposal: ListProposal, unit: string, decisions: Decisions, work: ListWork): MergeCounts {
  const isForUnit = (id: string) => Object.hasOwn(decisions, id) && decisions[id] === 'unit';
  const changed = new Set<number>();
  const setCell = (row: number, column: string, value: Value) => {
    let cells = work.cells.get(row);
    if (cells === undefined) work.cells.set(row, (cells = new Map()));
    cells.set(column, value);
    changed.add(row);
  };
  for (const { cityRow, cells } of proposal.changed) {
    for (const { column, returned } of cells) setCell(cityRow!, column, returned);
  }
  let deleted = 0;
  let added = proposal.added.length;
  for (const { fileRow, identity, values } of proposal.added) work.added.push({ unit, fileRow, identity, values });
  for (const { id, cityRow } of proposal.deleted) {
    if (!isForUnit(id)) continue;
    work.gone.add(cityRow!);
    deleted++;
  }
  let undecided = 0;
  for (const conflict of proposal.conflicting) {
    if (!Object.hasOwn(decisions, conflict.id)) undecided++;
    if (!isForUnit(conflict.id)) continue;
    if (conflict.kind === 'cell') setCell(conflict.cityRow!, conflict.cell.column, conflict.cell.returned);
    else if (conflict.kind === 'deletedInUnit') {
      work.gone.add(conflict.cityRow!);
      deleted++;
    } else {
      const { fileRow, identity, values } = conflict;
      work.added.push({ unit, fileRow, identity, values });
      added++;
    }
  }
  if (added + changed.size + deleted > 0) {
    for (const { cityRow, identity } of proposal.recognised) work.identities.set(cityRow, identity);
  }
  return { added, changed: changed.size, deleted, conflicting: undecided, refused: proposal.refused.length };
}

function* mergeRows(
  list: List,
  plan: Plan,
  city: ExchangeSource,
  present: ExchangeRows,
  work: ListWork,
  newIdentity: (list: ListKey) => string,
  identityOf: Map<string, string>,
): Pieces<MergedRows> {
  const standing = new RowShape(list, plan).read(present, city.scope).filter(({ at }) => !work.gone.has(at));
  yield;
  const order = placeRows(
    present.rowCount,
    (row) => !work.gone.has(row),
    standing,
    work.added,
    plan.units.map(({ key }) => key),
  );
  const back = identitiesBack(standing, work.identities);
  for (const { at, identity } of standing) if (back.has(at) && identity !== '') identityOf.set(identity, back.get(at)!);
  const identities = new Set(standing.map(({ at, identity }) => back.get(at) ?? identity));
  const given = order.map((place) => {
    if (typeof place === 'number' || list.kind === 'target') return null;
    const isFree = identityPattern.test(place.identity) && place.identity.startsWith(`${list.key}-`) && !identities.has(place.identity);
    const identity = isFree ? place.identity : newIdentity(list.key);
    identities.add(identity);
    identityOf.set(fileRowKey(place.unit, list.key, place.fileRow), identity);
    return identity;
  });
  const keys = new Set([
    ...Object.keys(present.values),
    ...[...work.cells.values()].flatMap((cells) => [...cells.keys()]),
    ...work.added.flatMap(({ values }) => Object.keys(values)),
    ...(back.size > 0 ? ['identity'] : []),
    ...(work.added.length > 0 ? ['unit', ...(list.kind === 'project' ? ['identity'] : [])] : []),
  ]);
  const filled = new Set(standing.map(({ at }) => at));
  const identityAt = (row: number): Value => {
    const own = present.values['identity']?.[row] ?? null;
    // An emptied row does not keep an identity that a row put back has again.
    return filled.has(row) ? (back.get(row) ?? own) : typeof own === 'string' && identities.has(own) ? null : own;
  };
  const taken: { row: number; column: string }[] = [];
  const valueOf = (key: string, place: number | NewRow, at: number): Value => {
    if (typeof place !== 'number') {
      if (key === 'unit') return unitOf(plan, place.unit).name;
      if (key === 'identity') return given[at] ?? null;
      return Object.hasOwn(place.values, key) ? (place.values[key] ?? null) : null;
    }
    if (key === 'identity') return identityAt(place);
    const cells = work.cells.get(place);
    if (cells?.has(key)) {
      taken.push({ row: at, column: key });
      return cells.get(key) ?? null;
    }
    return present.values[key]?.[place] ?? null;
  };
  const values: Record<string, readonly Value[]> = {};
  for (const key of keys) {
    values[key] = order.map((place, at) => valueOf(key, place, at));
    yield;
  }
  return {
    rowCount: order.length,
    values,
    from: order.map((place) => (typeof place === 'number' ? place : null)),
    taken,
    touched: true,
  };
}

/** Identities that rows can have back: those that no row stands under which keeps its own. */
function identitiesBack(standing: readonly RowImage[], wanted: ReadonlyMap<number, string>): Map<number, string> {
  const back = new Map(wanted);
  if (back.size === 0) return back;
  const wanterOf = new Map([...wanted].map(([at, identity]) => [identity, at]));
  const held = new Map(standing.map(({ at, identity }) => [at, identity]));
  const keepers = standing.filter(({ at }) => !wanted.has(at)).map(({ at }) => at);
  for (let at = keepers.pop(); at !== undefined; at = keepers.pop()) {
    const wanter = wanterOf.get(held.get(at) ?? '');
    if (wanter !== undefined && wanter !== at && back.delete(wanter)) keepers.push(wanter);
  }
  return back;
}
