import type { List, ListKey, Value } from '../list/list';
import { emptyRecord, type IssuedRow, type RowValues, type WorkbookRecord } from '../list/record';
import { listsInScope, listsOf } from '../list/registry';
import type { Plan, Scope } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { isBlank } from '../rule/value';
import type { Pieces } from './pieces';
import { RowShape, type RowImage } from './row-shape';
import type { ExchangeRows, ExchangeSource } from './source';

export interface SplitRequest {
  /** Keys of the units that get a file. */
  readonly units: readonly string[];
  /** ULID, one for all files of this 分发. */
  readonly batch: string;
  /** yyyy-mm-dd hh:mm, the city office's clock. */
  readonly issuedAt: string;
}

/** Rows of one list of a unit's workbook. */
export interface PartRows {
  readonly rowCount: number;
  /** What people fill in, with 行标识. Not 县（市、区）, which fills itself by formula in a unit's workbook; on target lists the unit's name. */
  readonly values: Readonly<Record<string, readonly Value[]>>;
}

/** What one unit gets. */
export interface UnitPart {
  readonly unit: string;
  readonly scope: Scope;
  /** Every list of the unit's scope. Locked figures are the plan's and not among the values. */
  readonly rows: Readonly<Record<ListKey, PartRows>>;
  /** With the base. cityLevelReserve is null: it is a total, and the caller's to add for 城区. */
  readonly record: WorkbookRecord;
  /** Rows of project lists in the part. */
  readonly counts: Readonly<Record<ListKey, number>>;
}

/** A row that goes to nobody, to be told before anything is sent. */
export interface StrayRow {
  readonly list: ListKey;
  /** Index into the rows given. */
  readonly row: number;
  readonly name: string;
  /** What stands under 县（市、区）, may be empty. */
  readonly unitText: string;
  /** unknownUnit: it is no unit · notOfList: the unit does not fill in that list (市本级 on ledger B). */
  readonly reason: 'unknownUnit' | 'notOfList';
}

export interface SplitResult {
  /** In the order of the request. */
  readonly parts: readonly UnitPart[];
  readonly strays: readonly StrayRow[];
}

interface ReadList {
  readonly shape: RowShape;
  readonly rows: ExchangeRows;
  readonly byUnit: ReadonlyMap<string, readonly RowImage[]>;
}

/**
 * Each unit's part of the city workbook: its rows, also those whose unit is written by an alias, its line of the
 * target lists, the names issued and 说明情况 of its rows, the rule settings, and the base that a later merge holds
 * the returned file against. Rows without content go to nobody. Formulas, marks and columns that somebody added
 * stay behind. Throws RangeError where a row has no 行标识 or shares one: rows get theirs before a split.
 */
export function* splitWorkbook(city: ExchangeSource, plan: Plan, request: SplitRequest): Pieces<SplitResult> {
  const strays: StrayRow[] = [];
  const read = new Map<ListKey, ReadList>();
  for (const list of listsOf(plan)) {
    const rows = city.lists[list.key];
    if (rows === undefined) continue;
    const shape = new RowShape(list, plan);
    const byUnit = new Map<string, RowImage[]>();
    const images = shape.read(rows, city.scope);
    yield;
    if (list.kind === 'project') requireIdentities(list, images);
    yield;
    for (const image of images) {
      const { unit } = image;
      if (unit !== null && list.units.includes(unit)) {
        const known = byUnit.get(unit);
        if (known === undefined) byUnit.set(unit, [image]);
        else known.push(image);
      } else if (!image.cells.every(isBlank)) {
        const reason = unit === null || unit === '' ? 'unknownUnit' : 'notOfList';
        strays.push({ list: list.key, row: image.at, name: shape.nameOf(image), unitText: shape.unitText(rows, image.at), reason });
      }
    }
    read.set(list.key, { shape, rows, byUnit });
    yield;
  }
  const parts: UnitPart[] = [];
  for (const unit of request.units) parts.push(yield* partOf(city, plan, unit, read, request));
  return { parts, strays };
}

function requireIdentities(list: List, images: readonly RowImage[]): void {
  const seen = new Set<string>();
  for (const { identity, at } of images) {
    if (identity === '' || seen.has(identity)) {
      throw new RangeError(`row ${at} of list ${list.key} has ${identity === '' ? 'no identity' : `the identity of another row, ${identity}`}`);
    }
    seen.add(identity);
  }
}

function* partOf(
  city: ExchangeSource,
  plan: Plan,
  unit: string,
  read: ReadonlyMap<ListKey, ReadList>,
  { batch, issuedAt }: SplitRequest,
): Pieces<UnitPart> {
  const scope: Scope = { kind: 'unit', unit };
  const unitName = unitOf(plan, unit).name;
  const rows: Record<ListKey, PartRows> = {};
  const issued: Record<ListKey, Readonly<Record<string, IssuedRow>>> = {};
  const base: Record<ListKey, Readonly<Record<string, RowValues>>> = {};
  const counts: Record<ListKey, number> = {};
  const identities = new Set<string>();
  for (const list of listsInScope(plan, scope)) {
    const source = read.get(list.key);
    const shape = source?.shape ?? new RowShape(list, plan);
    const own = source?.byUnit.get(unit) ?? [];
    const images = list.kind === 'target' ? own.slice(0, 1) : own;
    rows[list.key] = partRows(shape, images, unitName);
    base[list.key] = yield* baseOf(shape, images, unit);
    if (list.kind === 'target') continue;
    counts[list.key] = images.length;
    issued[list.key] = issuedOf(shape, images, city.issued[list.key] ?? {}, unitName);
    for (const { identity } of images) identities.add(identity);
    yield;
  }
  return {
    unit,
    scope,
    rows,
    record: {
      ...emptyRecord,
      issued,
      explanations: city.explanations.filter(({ row }) => identities.has(row)),
      ruleSettings: city.ruleSettings,
      base: { batch, issuedAt, rows: base },
    },
    counts,
  };
}

/** Rows of a base that are made in a piece. */
const rowsPerPiece = 250;

function* baseOf(shape: RowShape, images: readonly RowImage[], unit: string): Pieces<Record<string, RowValues>> {
  const base: [string, RowValues][] = [];
  for (const image of images) {
    base.push([shape.list.kind === 'target' ? unit : image.identity, shape.valuesOf(image)]);
    if (base.length % rowsPerPiece === 0) yield;
  }
  return Object.fromEntries(base);
}

function partRows(shape: RowShape, images: readonly RowImage[], unitName: string): PartRows {
  const isTarget = shape.list.kind === 'target';
  const entries = shape.columns.map(({ key }, at) => [key, images.map((image) => image.cells[at] ?? null)] as const);
  const own: readonly (readonly [string, Value[]])[] = isTarget
    ? [['unit', images.map(() => unitName)]]
    : [['identity', images.map(({ identity }) => identity)]];
  return { rowCount: images.length, values: Object.fromEntries([...entries, ...own]) };
}

/**
 * The names issued to the unit before, and those of rows that are issued to it now with nothing but a name: they are 待填写. A
 * row that was issued to another unit is issued anew: that unit's name stays behind.
 */
function issuedOf(
  shape: RowShape,
  images: readonly RowImage[],
  known: Readonly<Record<string, IssuedRow>>,
  unitName: string,
): Record<string, IssuedRow> {
  return Object.fromEntries(
    images.flatMap((image) => {
      const { identity } = image;
      const before = Object.hasOwn(known, identity) ? known[identity]! : null;
      if (before?.unit === unitName) return [[identity, before] as const];
      return shape.isNameOnly(image) ? [[identity, { name: shape.nameOf(image), unit: unitName }] as const] : [];
    }),
  );
}
