import { isInArea } from '../sheet/area';
import { formatAbsoluteAddress, formatArea, quoteSheetName } from '../sheet/address';
import { isSameName } from '../sheet/lay-sheet';
import type { Block, Change, DefinedName, Link, RowMove, SheetContent, SheetModel, TableModel } from '../sheet/model';
import type { Pieces } from './breathe';
import { chartSteps, type PresentCharts } from './chart';
import { constantSteps, describeBlock, formulaSteps } from './content-steps';
import { refuseOverlong } from './cell-input';
import { withSheetLook } from './found-sheet';
import { highlightSteps } from './highlight';
import { inPlaceSteps } from './lay-in-place';
import { layersOf, LOOKS, measureSteps, paintSteps } from './paint';
import { printSteps } from './page-layout';
import type { Scene } from './scene';
import { setUpStep, VISIBILITY } from './set-up';
import type { Desk } from './request';
import { joinSteps, type Step } from './step';
import type { SheetExtent, SheetSurvey } from './survey';
import { validationSteps } from './validate';

/** A sheet's steps in the three rounds that all sheets go through together. */
export interface SheetPlan {
  /** Sheet, number formats, constants, tables. */
  readonly ground: readonly Step[];
  /** Formulas: they may refer to tables of other sheets. */
  readonly formulas: readonly Step[];
  /** Looks, checks, links, print, protection: they may refer to names and other sheets. */
  readonly finish: readonly Step[];
}

export type LaySheet = Extract<Change, { kind: 'laySheet' }>;

/** A sheet that is there already. */
export interface Standing {
  readonly survey: SheetSurvey;
  readonly extent: SheetExtent;
}

/** Lays one sheet out, in place where the scene has it already (then with its extent). */
export function* planSheet(scene: Scene, { sheet, after, expects, moves }: LaySheet, standing: Standing | null, charts: PresentCharts): Pieces<SheetPlan> {
  const extent = standing?.extent ?? null;
  for (const block of sheet.blocks) refuseOverlong(block.content, describeBlock(sheet.name, block));
  const textAreas = layersOf(sheet.styles, 'numberFormat', true).filter(({ value }) => value === '@');
  const isTextCell = (row: number, column: number): boolean =>
    textAreas.some(({ area }) => isInArea(area, row, column));
  const start = standing
    ? [...scene.open(sheet.name), ...(yield* clearingSteps(sheet, standing, expects, moves))]
    : [addStep(sheet, scene.addSheet(sheet.name, after))];
  const isNewTable = (table: TableModel): boolean =>
    !extent?.tables.some(({ name }) => isSameName(name, table.name));

  const ground = [
    ...start,
    ...paintSteps(sheet.name, sheet.styles, ['numberFormat'], true),
    ...(yield* forEachBlock(sheet, (block) => constantSteps(sheet.name, block, isTextCell))),
    ...sheet.tables.map((table) => tableStep(sheet.name, table, isNewTable(table))),
  ];
  const formulas = yield* forEachBlock(sheet, (block) => formulaSteps(sheet.name, block, isTextCell));
  const finish = [
    ...sheet.merges.map((area) => ({ bytes: 300, run: (desk: Desk) => desk.range(sheet.name, area).merge() })),
    ...sheet.links.map((link) => linkStep(sheet.name, link)),
    ...paintSteps(sheet.name, sheet.styles, LOOKS, true),
    ...measureSteps(sheet),
    // Checks may lie beyond what counts as used; Excel refuses a rule over cells that differ.
    ...validationSteps(sheet.name, sheet.validations, extent === null),
    ...highlightSteps(sheet.name, sheet.conditionalFormats),
    ...(sheet.print ? printSteps(sheet.name, sheet.print) : []),
    ...chartSteps(sheet.name, sheet.charts ?? [], charts),
    viewStep(sheet),
    ...scene.protect(sheet.name, sheet.protection ? protectionOf(sheet.protection) : null),
  ];
  scene.show(sheet.name, sheet.visibility);
  for (const { name } of sheet.tables) scene.addTable(name);
  return { ground, formulas, finish };
}

function* forEachBlock({ blocks }: SheetModel, plan: (block: Block) => Pieces<readonly Step[]>): Pieces<readonly Step[]> {
  const steps: Step[] = [];
  for (const block of blocks) for (const step of yield* plan(block)) steps.push(step);
  return steps;
}

/** What is asked and what makes room belong into one request: in between nothing can be typed unseen. */
function* clearingSteps(sheet: SheetModel, { survey, extent }: Standing, expects: SheetContent | undefined, moves: readonly RowMove[] | undefined): Pieces<readonly Step[]> {
  const clearing = joinSteps(inPlaceSteps(sheet, extent, moves));
  return expects ? yield* withSheetLook(clearing, survey, extent, expects) : [clearing];
}

/** Names are added from ranges: formulas of names are in the user's language on some platforms. */
export function nameSteps(scene: Scene, names: readonly DefinedName[]): readonly Step[] {
  return names.map(({ name, sheet, area }) => {
    scene.requireSheet(sheet);
    const isThere = scene.hasName(name);
    scene.addName(name);
    return {
      bytes: 700,
      run: (desk) => {
        if (isThere) desk.workbook.names.getItem(name).delete();
        desk.workbook.names.add(name, desk.range(sheet, area));
      },
    };
  });
}

/** A sheet that is to be hidden is so from the start: should the write end here, nobody comes upon it. */
function addStep({ name, visibility }: SheetModel, position: number): Step {
  return {
    bytes: 600,
    run: (desk) => {
      const sheet = desk.workbook.worksheets.add(name);
      sheet.position = position;
      if (visibility !== 'visible') sheet.visibility = VISIBILITY[visibility];
    },
  };
}

export function tableStep(sheet: string, model: TableModel, isNew: boolean): Step {
  return {
    bytes: 1200,
    run: (desk) => {
      const table = isNew ? desk.sheet(sheet).tables.add(formatArea(model.area), true) : desk.table(model.name);
      if (isNew) table.name = model.name;
      table.style = model.style ?? '';
      table.showFilterButton = model.filter;
    },
  };
}

function linkStep(sheet: string, link: Link): Step {
  return {
    bytes: 700,
    run: (desk) => {
      desk.range(sheet, { row: link.row, column: link.column, rows: 1, columns: 1 }).hyperlink = {
        documentReference: `${quoteSheetName(link.sheet)}!${formatAbsoluteAddress(link.targetRow, link.targetColumn).replaceAll('$', '')}`,
      };
    },
  };
}

function viewStep({ name, visibility, tabColor, gridlines, freeze }: SheetModel): Step {
  return setUpStep(name, { visibility, tabColor: tabColor ?? '', gridlines, ...(freeze && { freeze }) });
}

export function protectionOf({ allowFormatColumns, allowFilter }: NonNullable<SheetModel['protection']>): Excel.WorksheetProtectionOptions {
  return { allowFormatColumns, allowAutoFilter: allowFilter };
}
