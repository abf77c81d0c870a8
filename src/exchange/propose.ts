import type { List } from '../list/list';
import type { Explanation, IssueBase } from '../list/record';
import { listsInScope } from '../list/registry';
import type { Plan, Scope } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { isBlank } from '../rule/value';
import { ListDraft, type ListCase, type ListOutcome } from './list-draft';
import type { Pieces } from './pieces';
import type { ExplanationProposal, ListProposal, MergeNote, MergeProposal } from './proposal';
import { proposeProjects } from './propose-project';
import { RowShape, type RowImage } from './row-shape';
import type { ExchangeRows, ExchangeSource, ReturnedWorkbook } from './source';

/**
 * What a returned file would do to the city workbook (回收): nothing is written. Rows of the file that say another
 * unit are refused; only the unit's own line of a target list is looked at; ƒ columns, marks and identities are not
 * merged, nor formulas, only what they came to. knownBatches: the 分发 that this city workbook made (by default those
 * of its 交换记录); a base of any other would make a city's older copy look like edits, so it is merged two ways.
 */
export function* proposeMerge(
  city: ExchangeSource,
  returned: ReturnedWorkbook,
  plan: Plan,
  knownBatches: ReadonlySet<string> = batchesOf(city),
): Pieces<MergeProposal> {
  const { base } = returned;
  const notes: MergeNote[] = [];
  if (base === null) notes.push({ kind: 'noBase' });
  else if (!knownBatches.has(base.batch)) notes.push({ kind: 'unknownBatch', batch: base.batch });
  const trusted = base !== null && knownBatches.has(base.batch) ? base : null;
  const lists: ListProposal[] = [];
  const outcomes: ListOutcome[] = [];
  for (const list of listsInScope(plan, { kind: 'unit', unit: returned.unit })) {
    const given = caseOf(list, city, returned, plan, trusted);
    yield;
    if (given === null) {
      notes.push({ kind: 'absentList', list: list.key });
      lists.push({ list: list.key, recognised: [], added: [], changed: [], deleted: [], conflicting: [], refused: [] });
      continue;
    }
    notes.push(...structureNotes(given));
    const outcome = list.kind === 'project' ? yield* proposeProjects({ ...given, list, plan }) : proposeTargets(given, plan);
    lists.push(outcome.proposal);
    notes.push(...outcome.notes);
    outcomes.push(outcome);
  }
  notes.push(...(returned.copies ?? []).map((copy): MergeNote => ({ kind: 'copiedSheet', ...copy })));
  return {
    unit: returned.unit,
    file: returned.file,
    savedAt: returned.savedAt,
    fingerprint: returned.fingerprint,
    batch: base?.batch ?? '',
    issuedAt: base?.issuedAt ?? '',
    ways: trusted === null ? 'two' : 'three',
    lists,
    explanations: explanationsOf(city, returned, outcomes),
    notes,
  };
}

function batchesOf(city: ExchangeSource): ReadonlySet<string> {
  return new Set(city.exchanges.filter(({ kind }) => kind === 'split').map(({ batch }) => batch));
}

interface Reading {
  readonly list: List;
  readonly scope: Scope;
  readonly images: readonly RowImage[];
}

const readings = new WeakMap<ExchangeRows, Reading>();

/** The city's rows are the same for eight files. */
function readOnce(shape: RowShape, rows: ExchangeRows, scope: Scope): readonly RowImage[] {
  const known = readings.get(rows);
  if (known?.list === shape.list && known.scope === scope) return known.images;
  const images = shape.read(rows, scope);
  readings.set(rows, { list: shape.list, scope, images });
  return images;
}

const noRows: ExchangeRows = { rowCount: 0, values: {} };

/** Null where the file has no such list. A list that is gone from the city workbook counts as one without rows. */
function caseOf(list: List, city: ExchangeSource, returned: ReturnedWorkbook, plan: Plan, base: IssueBase | null): ListCase | null {
  const fileRows = returned.lists[list.key];
  if (fileRows === undefined) return null;
  const shape = new RowShape(list, plan);
  const cityRows = city.lists[list.key] ?? noRows;
  const issued = base !== null && Object.hasOwn(base.rows, list.key) ? base.rows[list.key] : undefined;
  return {
    shape,
    unit: returned.unit,
    cityRows,
    city: readOnce(shape, cityRows, city.scope),
    fileRows,
    file: shape.read(fileRows, { kind: 'unit', unit: returned.unit }),
    base: base === null ? null : (issued ?? {}),
  };
}

function structureNotes({ shape, fileRows }: ListCase): MergeNote[] {
  const list = shape.list.key;
  return [
    ...shape.columns
      .filter(({ key }) => fileRows.values[key] === undefined)
      .map(({ key }): MergeNote => ({ kind: fileRows.doubled?.includes(key) ? 'doubledColumn' : 'absentColumn', list, column: key })),
    ...(fileRows.userColumns ?? []).map(({ header }): MergeNote => ({ kind: 'userColumn', list, header })),
  ];
}

/** The unit's own line of a target list; lines of others are refused where something is filled in. */
function proposeTargets(given: ListCase, plan: Plan): ListOutcome {
  const { shape, unit, city, file, base } = given;
  const draft = new ListDraft(given);
  const notes: MergeNote[] = [];
  const list = shape.list.key;
  const own = ownTarget(given);
  const now = city.find((row) => row.unit === unit);
  if (own === undefined) {
    // List 2 has nothing to be filled in.
    if (now !== undefined && shape.columns.length > 0) notes.push({ kind: 'absentTarget', list });
  } else if (now === undefined) {
    if (!own.cells.every(isBlank)) draft.add({ identity: unit, name: unitOf(plan, unit).name, cityRow: null, fileRow: own.at }, own);
  } else {
    const place = { identity: unit, name: unitOf(plan, unit).name, cityRow: now.at, fileRow: own.at };
    const issued = base !== null && Object.hasOwn(base, unit) ? shape.imageOf(unit, unit, base[unit]!) : null;
    draft.judgeCells(place, issued, now, own);
  }
  for (const row of file) {
    if (row === own || row.cells.every(isBlank)) continue;
    const name = shape.unitText(given.fileRows, row.at);
    const reason = row.unit === null ? 'unknownUnit' : row.unit === unit ? 'twice' : 'otherUnit';
    draft.refuse({ identity: row.unit ?? '', name, cityRow: null, fileRow: row.at }, reason, row);
  }
  return { proposal: draft.finish(), notes, rowOf: new Map() };
}

/** The unit's own line. One that says no unit counts only where none says it: a blank line that somebody put in clears nothing. */
function ownTarget({ shape, unit, file, fileRows }: ListCase): RowImage | undefined {
  const own = file.filter((row) => row.unit === unit);
  const named = own.filter(({ at }) => shape.unitText(fileRows, at) !== '');
  const candidates = named.length > 0 ? named : own;
  return candidates.find(({ cells }) => !cells.every(isBlank)) ?? candidates[0];
}

/**
 * 说明情况 of the file's rows that the city does not have yet. On the same row, code and values the returned one counts
 * as the later; where the values judged differ both stay, and only one of them fits what stands there.
 */
function explanationsOf(city: ExchangeSource, returned: ReturnedWorkbook, outcomes: readonly ListOutcome[]): ExplanationProposal[] {
  const known = new Map(city.explanations.map((each) => [keyOf(each), each]));
  const proposals = new Map<string, ExplanationProposal>();
  for (const each of returned.explanations) {
    const found = each.row === '' ? { identity: '', fileRow: null, list: '' } : placeIn(outcomes, each.row);
    if (found === null) continue;
    const explanation = { ...each, row: found.identity };
    const replaces = known.get(keyOf(explanation)) ?? null;
    if (replaces !== null && replaces.who === each.who && replaces.why === each.why) continue;
    proposals.set(keyOf(explanation), { explanation, fileRow: found.fileRow, list: found.list, replaces });
  }
  return [...proposals.values()];
}

function keyOf({ row, code, valueHash }: Explanation): string {
  return `${row}|${code}|${valueHash}`;
}

function placeIn(outcomes: readonly ListOutcome[], identity: string) {
  for (const { rowOf, proposal } of outcomes) {
    const found = rowOf.get(identity);
    if (found !== undefined) return { ...found, list: proposal.list };
  }
  return null;
}
