import type { ProjectList } from '../list/list';
import type { Plan } from '../plan/plan';
import { ListDraft, type ListCase, type ListOutcome } from './list-draft';
import { matchRows, type Slot } from './match-row';
import type { Pieces } from './pieces';
import type { MergeNote, RowPlace } from './proposal';
import type { RowImage, RowShape } from './row-shape';
import { isTotalName } from './total-line';

/** One project three ways; what is not there is null. */
interface Triple {
  base: RowImage | null;
  city: RowImage | null;
  file: RowImage | null;
}

/** Rows that are compared in a piece. */
const rowsPerStep = 250;

/**
 * Compares a project list three ways, row by row and cell by cell, by the table of 回收: what only the unit changed
 * is taken, what both changed otherwise is a conflict, what the unit deleted is listed. Without a base two ways:
 * every difference in a row of both is a conflict, rows of the city alone stay.
 */
export function* proposeProjects(given: ListCase & { readonly list: ProjectList; readonly plan: Plan }): Pieces<ListOutcome> {
  const { shape, unit, file, base, plan } = given;
  const draft = new ListDraft(given);
  const notes: MergeNote[] = [];
  const triples = pairCity(given);
  yield;
  const slots = triples.map(slotOf);
  const strangers = file.filter((row) => row.unit !== unit);
  const own = file.filter((row) => row.unit === unit);
  const leftOver = detach(assign(own, matchRows(shape, own, slots), triples), triples, shape);
  yield;
  // A row that was moved to another unit is refused, but the one that was issued is not deleted for it.
  const free = triples.flatMap((triple, at) => (triple.file === null ? [{ triple, slot: slots[at]! }] : []));
  const asOwn = strangers.map((row) => ({ ...row, unit }));
  const unmatched = assign(strangers, matchRows(shape, asOwn, free.map(({ slot }) => slot)), free.map(({ triple }) => triple));

  const rowOf = new Map<string, { identity: string; fileRow: number | null }>();
  const known = new Set(slots.flatMap(({ identities }) => identities));
  let missing = 0;
  for (const [at, triple] of triples.entries()) {
    if (at % rowsPerStep === 0) yield;
    if (triple.file === null && triple.base === null) missing++;
    judge(draft, given, triple);
    const { base: was, city, file: row } = triple;
    if (was !== null && city !== null && was.identity !== city.identity) draft.recognised.push({ cityRow: city.at, identity: was.identity });
    if (row === null || row.identity === '' || row.unit !== unit) continue;
    rowOf.set(row.identity, city === null ? { identity: triple.base?.identity ?? '', fileRow: row.at } : { identity: city.identity, fileRow: null });
  }
  for (const row of leftOver) {
    if (isNoProject(shape, row, plan)) {
      draft.refuse(placeOf(given, { base: null, city: null, file: row }), 'notProject', row);
      continue;
    }
    const copied = row.identity !== '' && rowOf.has(row.identity);
    if (copied) notes.push({ kind: 'copiedRow', list: shape.list.key, fileRow: row.at, name: shape.nameOf(row) });
    // An identity that another project was issued under, or stands under in the city, is not this row's.
    const identity = copied || known.has(row.identity) ? '' : row.identity;
    if (identity !== '') rowOf.set(identity, { identity, fileRow: row.at });
    draft.add({ identity, name: shape.nameOf(row), cityRow: null, fileRow: row.at }, row);
  }
  for (const row of unmatched) refuseStranger(draft, given, row, null);
  if (base === null && missing > 0) notes.push({ kind: 'notInFile', list: shape.list.key, count: missing });
  return { proposal: draft.finish(), notes, rowOf };
}

/** A line of sums that somebody wrote under the projects, or of headers that was pasted with them. */
function isNoProject(shape: RowShape, row: RowImage, plan: Plan): boolean {
  const { name, code } = shape.keyOf(row);
  return (code === '' && isTotalName(name, plan)) || (name !== '' && name === shape.nameHeader);
}

/** What was issued and what the city has now: first the rows issued, then those that the city added for the unit. */
function pairCity({ shape, unit, base, city, file }: ListCase): Triple[] {
  const issued = Object.entries(base ?? {}).map(([identity, values]) => shape.imageOf(identity, unit, values));
  const known = new Set(issued.map(({ identity }) => identity));
  const sent = new Set(file.map(({ identity }) => identity));
  // A row that the city has since given to another unit, or to none, is still the one that was issued.
  const rows = city.filter((row) => row.unit === unit || known.has(row.identity) || (!row.unit && row.identity !== '' && sent.has(row.identity)));
  const triples: Triple[] = issued.map((image) => ({ base: image, city: null, file: null }));
  // A row that the file knows by its identity came from this unit, whatever its name is like.
  const match = matchRows(
    shape,
    rows.map((row) => (row.identity !== '' && !known.has(row.identity) && sent.has(row.identity) ? { ...row, unit: null } : row)),
    issued.map((image) => ({ identities: [image.identity], faces: [image] })),
  );
  rows.forEach((row, at) => {
    const slot = match[at]!;
    if (slot >= 0) triples[slot]!.city = row;
    else if (!row.unit || row.unit === unit) triples.push({ base: null, city: row, file: null });
  });
  return triples;
}

function slotOf({ base, city }: Triple): Slot {
  const faces = [base, city].filter((face) => face !== null);
  return { identities: faces.map(({ identity }) => identity), faces };
}

/** Puts rows where they were matched; gives those that were not. */
function assign(rows: readonly RowImage[], match: Int32Array, triples: readonly Triple[]): RowImage[] {
  return rows.filter((row, at) => {
    const slot = match[at]!;
    if (slot < 0) return true;
    triples[slot]!.file = row;
    return false;
  });
}

/**
 * A row that is new in the file can be in the city workbook already, from an earlier merge of the same file, and have
 * been taken there for an issued row of the same name that the city deleted. It is known by its content, and gets
 * its row back, else it would be added once more.
 */
function detach(leftOver: readonly RowImage[], triples: Triple[], shape: RowShape): RowImage[] {
  if (leftOver.length === 0) return [];
  const byContent = new Map<string, Triple[]>();
  for (const triple of triples) {
    const { base, city } = triple;
    if (base === null || city === null || base.identity === city.identity) continue;
    const content = shape.contentOf(city);
    const known = byContent.get(content);
    if (known === undefined) byContent.set(content, [triple]);
    else known.push(triple);
  }
  return leftOver.filter((file) => {
    const triple = byContent.get(shape.contentOf(file))?.pop();
    if (triple === undefined) return true;
    triples.push({ base: null, city: triple.city, file });
    triple.city = null;
    return false;
  });
}

function placeOf({ shape }: ListCase, { base, city, file }: Triple): RowPlace {
  const named = city ?? file ?? base;
  return {
    identity: base?.identity || city?.identity || file?.identity || '',
    name: named === null ? '' : shape.nameOf(named),
    cityRow: city?.at ?? null,
    fileRow: file?.at ?? null,
  };
}

function judge(draft: ListDraft, given: ListCase, triple: Triple): void {
  const { shape, unit } = given;
  const { base, city, file } = triple;
  const place = placeOf(given, triple);
  if (file !== null && file.unit !== unit) return refuseStranger(draft, given, file, triple);
  if (city?.unit && city.unit !== unit) {
    if (base !== null && file !== null && shape.distance(base, file) > 0) {
      draft.refuse(place, 'movedInCity', file, null, shape.unitText(given.cityRows, city.at));
    }
    return;
  }
  if (city !== null && file !== null) return draft.judgeCells(place, base, city, file);
  if (base === null) return;
  if (city !== null) {
    const cells = draft.changesOf(place, base, 'city', city);
    if (cells.length === 0) draft.deleted.push({ ...place, id: draft.id(place, 'deleted'), values: shape.valuesOf(city) });
    else draft.conflicting.push({ ...place, kind: 'deletedInUnit', id: draft.id(place, 'deletedInUnit'), cells });
  } else if (file !== null) {
    const cells = draft.changesOf(place, base, 'returned', file);
    if (cells.length === 0) return;
    const values = { ...shape.valuesOf(base), ...Object.fromEntries(cells.map(({ column, returned }) => [column, returned])) };
    draft.conflicting.push({ ...place, kind: 'deletedInCity', id: draft.id(place, 'deletedInCity'), cells, values });
  }
}

function refuseStranger(draft: ListDraft, given: ListCase, row: RowImage, triple: Triple | null): void {
  const place = placeOf(given, triple ?? { base: null, city: null, file: row });
  draft.refuse(place, row.unit === null ? 'unknownUnit' : 'otherUnit', row);
}
