import { formatArea } from '../sheet/address';
import { isSameName } from '../sheet/lay-sheet';
import type { Change, SetUp } from '../sheet/model';
import { withOwnLooks, type OwnLook } from '../sheet/own-look';
import type { Pieces } from './breathe';
import { describeBlock, writeSteps } from './content-steps';
import type { PresentCharts } from './chart';
import { refuseOverlong } from './cell-input';
import { relaySteps, type Highlight } from './highlight';
import { findKnownTexts, type IsKnownText, type KnownFormats } from './known-format';
import { nameSteps, planSheet, protectionOf, tableStep, type LaySheet, type SheetPlan, type Standing } from './lay-sheet';
import { printSteps } from './page-layout';
import { LOOKS, paintSteps } from './paint';
import { Scene } from './scene';
import { setUpStep } from './set-up';
import type { Step } from './step';
import type { SheetExtent, Survey } from './survey';
import { placeStep } from './table-place';
import { validationSteps } from './validate';

/** What had to be looked up in the workbook before the changes could be planned. */
export interface Ground {
  readonly survey: Survey;
  /** Extents of the sheets that are laid in place, by name as in the change. */
  readonly extents: ReadonlyMap<string, SheetExtent>;
  /** Of all sheets that careful changes (with what they expect) touch, as far as they were seen, by name as in the change. */
  readonly places: ReadonlyMap<string, SheetExtent>;
  /** Of cells that are given text which looks like a number. */
  readonly formats: readonly KnownFormats[];
  /** Of the user's own columns in sheets that are laid in place, by name as in the change. */
  readonly looks: ReadonlyMap<string, readonly OwnLook[]>;
  /** Of the sheets where ours are laid anew, by name as in the change; null where Excel could not tell them. */
  readonly highlights: ReadonlyMap<string, readonly Highlight[] | null>;
  /** Of sheets that are laid in place with a chart, by name as in the change. */
  readonly charts: PresentCharts;
}

/** With the formats made ready to be asked about cell by cell. */
interface KnownGround extends Ground {
  readonly isKnownText: IsKnownText;
}

type LayChange = Extract<Change, { kind: 'laySheet' | 'defineNames' }>;

/**
 * The changes as steps, in an order in which each finds what it refers to: sheets laid one after another go
 * through their rounds together, since formulas refer to tables of other sheets and checks to names. Throws
 * HostError notFound or tooLarge; nothing is written by then.
 */
export function* planChanges(changes: readonly Change[], ground: Ground): Pieces<readonly Step[]> {
  const scene = new Scene(ground.survey);
  const isKnownText = findKnownTexts(ground.formats);
  const parts: (readonly Step[])[] = [];
  const word = isWord(changes[0], ground.survey) ? 1 : 0;
  const groups = [...groupChanges(changes.slice(0, word)), ...groupChanges(changes.slice(word))];
  for (const [at, group] of groups.entries()) {
    const steps = yield* isLaying(group) ? planLaying(group, scene, ground) : planOthers(group, scene, { ...ground, isKnownText });
    // What a job writes last says that all of it is done: by then every other sheet is protected again.
    parts.push([...steps, ...scene.close((sheet) => !groups.slice(at + 1).some((later) => touchesSheet(later, sheet)))]);
  }
  const [told, rest] = [parts.slice(0, word), parts.slice(word)];
  return [...placeSteps(changes, ground), ...told.flat(), ...scene.opening, ...rest.flatMap((part, at) => (at < word ? part : markSafeStop(part)))];
}

/**
 * What a job writes first where nobody looks (a backup, a journal) says that something is under way: it stands before any
 * protection is taken off, and is not left standing by a job that is stopped.
 */
function isWord(change: Change | undefined, { sheets }: Survey): boolean {
  if (change?.kind !== 'writeCells' && change?.kind !== 'laySheet') return false;
  const name = change.kind === 'laySheet' ? change.sheet.name : change.sheet;
  const present = sheets.find((sheet) => isSameName(sheet.name, name));
  if (present === undefined) return change.kind === 'laySheet' && change.sheet.visibility === 'veryHidden';
  return present.visibility === 'veryHidden' && present.protection === null;
}

function touchesSheet(changes: readonly Change[], name: string): boolean {
  return changes.some((change) => {
    if (change.kind === 'defineNames') return false;
    return isSameName(change.kind === 'laySheet' ? change.sheet.name : change.sheet, name);
  });
}

/**
 * Ends the request before it has touched anything where a sheet is called otherwise by now, or a table stands elsewhere on a
 * sheet that is laid in place, or gets looks: these are not put back where another author was quicker.
 */
function placeSteps(changes: readonly Change[], { extents, places }: Ground): readonly Step[] {
  const laid = changes.flatMap((change) => (change.kind === 'laySheet' ? [change.sheet.name] : []));
  const painted = changes.flatMap((change) => (isPlacedLook(change) && places.has(change.sheet) ? [change.sheet] : []));
  const names = [...places.keys()];
  const presence: Step = { bytes: 200 * names.length, run: (desk) => names.forEach((name) => desk.sheet(name)) };
  const tables = [...new Set([...laid, ...painted])].flatMap((sheet) => (extents.get(sheet) ?? places.get(sheet))?.tables ?? []);
  return [...(names.length > 0 ? [presence] : []), ...tables.map(placeStep)];
}

type PlacedLook = Extract<Change, { kind: 'styleCells' | 'replaceConditionalFormats' | 'replaceValidations' | 'resizeTable' }>;

/** Looks that go by rows and columns. */
export function isPlacedLook(change: Change): change is PlacedLook {
  return looks.has(change.kind);
}

const looks: ReadonlySet<Change['kind']> = new Set<Change['kind']>(['styleCells', 'replaceConditionalFormats', 'replaceValidations', 'resizeTable']);

type OtherChange = Exclude<Change, LayChange>;

/** Changes that belong together: sheets laid one after another, and what is done to one sheet. */
function groupChanges(changes: readonly Change[]): readonly (readonly LayChange[] | readonly OtherChange[])[] {
  const groups: { key: string; changes: Change[] }[] = [];
  for (const change of changes) {
    const key = isLayChange(change) ? 'lay' : `sheet ${change.sheet}`;
    const last = groups.at(-1);
    if (last?.key === key) last.changes.push(change);
    else groups.push({ key, changes: [change] });
  }
  return groups.map((group) => group.changes as LayChange[] | OtherChange[]);
}

function isLayChange(change: Change): change is LayChange {
  return change.kind === 'laySheet' || change.kind === 'defineNames';
}

function isLaying(group: readonly LayChange[] | readonly OtherChange[]): group is readonly LayChange[] {
  return group.every(isLayChange);
}

/** A job may be stopped before a group, never within. */
function markSafeStop(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, i) => (i === 0 ? { ...step, isSafeStop: true } : step));
}

function* planLaying(changes: readonly LayChange[], scene: Scene, ground: Ground): Pieces<readonly Step[]> {
  const plans: SheetPlan[] = [];
  for (const change of changes) {
    if (change.kind !== 'laySheet') continue;
    plans.push(yield* planSheet(scene, withLooks(change, ground), standingOf(change.sheet.name, scene, ground), ground.charts));
    yield;
  }
  const names = changes.flatMap((change) => (change.kind === 'defineNames' ? nameSteps(scene, change.names) : []));
  return [
    ...plans.flatMap((plan) => plan.ground),
    ...names,
    ...plans.flatMap((plan) => plan.formulas),
    ...plans.flatMap((plan) => plan.finish),
  ];
}

function* planOthers(changes: readonly OtherChange[], scene: Scene, ground: KnownGround): Pieces<readonly Step[]> {
  const steps: Step[] = [];
  for (const change of changes) {
    for (const step of yield* planOne(change, scene, ground)) steps.push(step);
    yield;
  }
  return steps;
}

function withLooks(change: LaySheet, { looks }: Ground): LaySheet {
  return { ...change, sheet: withOwnLooks(change.sheet, looks.get(change.sheet.name) ?? []) };
}

/** Null for a sheet that is new at this point of the plan. */
function standingOf(sheet: string, scene: Scene, { extents, survey }: Ground): Standing | null {
  const extent = scene.has(sheet) ? extents.get(sheet) : undefined;
  const found = survey.sheets.find(({ name }) => isSameName(name, sheet));
  return extent && found ? { extent, survey: found } : null;
}

function* planOne(change: OtherChange, scene: Scene, ground: KnownGround): Pieces<readonly Step[]> {
  switch (change.kind) {
    case 'removeSheet':
      return scene.removeSheet(change.sheet);
    case 'activate':
      return scene.activate(change.sheet);
    case 'addTable':
      scene.addTable(change.table.name);
      return [...scene.open(change.sheet), tableStep(change.sheet, change.table, true)];
    case 'setUpSheet':
      return planSetUp(change.sheet, change.setUp, scene);
    case 'resizeTable':
      scene.requireTable(change.table);
      return [...scene.open(change.sheet), ...(yield* stepsOf(change, ground))];
    default:
      return [...scene.open(change.sheet), ...(yield* stepsOf(change, ground))];
  }
}

/** Whatever protection the sheet is to have comes last: it would forbid the rest. */
function planSetUp(sheet: string, setUp: SetUp, scene: Scene): readonly Step[] {
  const steps = [...scene.open(sheet), setUpStep(sheet, setUp), ...(setUp.print ? printSteps(sheet, setUp.print) : [])];
  if (setUp.visibility) scene.show(sheet, setUp.visibility);
  return setUp.protection ? [...steps, ...scene.protect(sheet, protectionOf(setUp.protection))] : steps;
}

type SheetChange = Exclude<Change, LayChange | { kind: 'removeSheet' | 'activate' | 'addTable' | 'setUpSheet' }>;

function* stepsOf(change: SheetChange, { isKnownText, highlights }: KnownGround): Pieces<readonly Step[]> {
  const { sheet } = change;
  switch (change.kind) {
    case 'writeCells': {
      refuseOverlong(change.content, describeBlock(sheet, change));
      return yield* writeSteps(sheet, change, (row, column) => isKnownText(sheet, row, column), change.expects ?? null);
    }
    case 'resizeTable':
      return [{ bytes: 300, run: (desk) => desk.table(change.table).resize(formatArea(change.area)) }];
    case 'styleCells':
      return paintSteps(sheet, change.styles, ['numberFormat', ...LOOKS], false);
    case 'replaceConditionalFormats': {
      const present = highlights.get(sheet);
      return present === null ? [] : relaySteps(sheet, change.formats, present ?? []);
    }
    case 'replaceValidations':
      return validationSteps(sheet, change.validations, false);
  }
}
