import { formatArea } from '../sheet/address';
import type { Change } from '../sheet/model';
import { withOwnLooks, type OwnLook } from '../sheet/own-look';
import { describeBlock, writeSteps } from './content-steps';
import type { PresentCharts } from './chart';
import { refuseOverlong } from './cell-input';
import { relaySteps, type Highlight } from './highlight';
import { isKnownText, type KnownFormats } from './known-format';
import { nameSteps, planSheet } from './lay-sheet';
import { LOOKS, paintSteps } from './paint';
import { Scene } from './scene';
import type { Step } from './step';
import type { SheetExtent, Survey } from './survey';
import { validationSteps } from './validate';

/** What had to be looked up in the workbook before the changes could be planned. */
export interface Ground {
  readonly survey: Survey;
  /** Extents of the sheets that are laid in place, by name as in the change. */
  readonly extents: ReadonlyMap<string, SheetExtent>;
  /** Of cells that are given text which looks like a number. */
  readonly formats: readonly KnownFormats[];
  /** Of the user's own columns in sheets that are laid in place, by name as in the change. */
  readonly looks: ReadonlyMap<string, readonly OwnLook[]>;
  /** Of the sheets where ours are laid anew, by name as in the change; null where Excel could not tell them. */
  readonly highlights: ReadonlyMap<string, readonly Highlight[] | null>;
  /** Of sheets that are laid in place with a chart, by name as in the change. */
  readonly charts: PresentCharts;
}

type LayChange = Extract<Change, { kind: 'laySheet' | 'defineNames' }>;

/**
 * The changes as steps, in an order in which each finds what it refers to: sheets laid one after another go
 * through their rounds together, since formulas refer to tables of other sheets and checks to names. Throws
 * HostError notFound or tooLarge; nothing is written by then.
 */
export function planChanges(changes: readonly Change[], ground: Ground): readonly Step[] {
  const scene = new Scene(ground.survey);
  const parts = groupChanges(changes).map((group) =>
    isLaying(group) ? planLaying(group, scene, ground) : group.flatMap((change) => planOne(change, scene, ground)),
  );
  return [...scene.opening, ...parts.flatMap(markSafeStop), ...scene.close()];
}

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

function planLaying(changes: readonly LayChange[], scene: Scene, ground: Ground): readonly Step[] {
  const plans = changes.flatMap((change) =>
    change.kind === 'laySheet'
      ? [planSheet(scene, withOwnLooks(change.sheet, ground.looks.get(change.sheet.name) ?? []), change.after, extentOf(change.sheet.name, scene, ground), ground.charts)]
      : [],
  );
  const names = changes.flatMap((change) => (change.kind === 'defineNames' ? nameSteps(scene, change.names) : []));
  return [
    ...plans.flatMap((plan) => plan.ground),
    ...names,
    ...plans.flatMap((plan) => plan.formulas),
    ...plans.flatMap((plan) => plan.finish),
  ];
}

/** Null for a sheet that is new at this point of the plan. */
function extentOf(sheet: string, scene: Scene, { extents }: Ground): SheetExtent | null {
  return scene.has(sheet) ? (extents.get(sheet) ?? null) : null;
}

function planOne(change: OtherChange, scene: Scene, ground: Ground): readonly Step[] {
  switch (change.kind) {
    case 'removeSheet':
      return scene.removeSheet(change.sheet);
    case 'activate':
      return scene.activate(change.sheet);
    case 'resizeTable':
      scene.requireTable(change.table);
      return [...scene.open(change.sheet), ...stepsOf(change, ground)];
    default:
      return [...scene.open(change.sheet), ...stepsOf(change, ground)];
  }
}

type SheetChange = Exclude<Change, LayChange | { kind: 'removeSheet' | 'activate' }>;

function stepsOf(change: SheetChange, { formats, highlights }: Ground): readonly Step[] {
  const { sheet } = change;
  switch (change.kind) {
    case 'writeCells': {
      refuseOverlong(change.content, describeBlock(sheet, change));
      return writeSteps(sheet, change, (row, column) => isKnownText(formats, sheet, row, column));
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
