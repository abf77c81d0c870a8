import { isInArea } from '../sheet/area';
import { formatAbsoluteAddress, formatArea, quoteSheetName } from '../sheet/address';
import { isSameName } from '../sheet/lay-sheet';
import type { DefinedName, Link, SheetModel, TableModel } from '../sheet/model';
import { chartSteps, type PresentCharts } from './chart';
import { constantSteps, describeBlock, formulaSteps } from './content-steps';
import { refuseOverlong } from './cell-input';
import { highlightSteps } from './highlight';
import { inPlaceSteps } from './lay-in-place';
import { layersOf, LOOKS, measureSteps, paintSteps } from './paint';
import { printSteps } from './page-layout';
import type { Scene } from './scene';
import type { Desk } from './request';
import type { Step } from './step';
import type { SheetExtent } from './survey';
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

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Lays one sheet out, in place where the scene has it already (then with its extent). */
export function planSheet(scene: Scene, sheet: SheetModel, after: string | null, extent: SheetExtent | null, charts: PresentCharts): SheetPlan {
  for (const block of sheet.blocks) refuseOverlong(block.content, describeBlock(sheet.name, block));
  const textAreas = layersOf(sheet.styles, 'numberFormat', true).filter(({ value }) => value === '@');
  const isTextCell = (row: number, column: number): boolean =>
    textAreas.some(({ area }) => isInArea(area, row, column));
  const start = extent
    ? [...scene.open(sheet.name), ...inPlaceSteps(sheet, extent)]
    : [addStep(sheet.name, scene.addSheet(sheet.name, after))];
  const isNewTable = (table: TableModel): boolean =>
    !extent?.tables.some(({ name }) => isSameName(name, table.name));

  const ground = [
    ...start,
    ...paintSteps(sheet.name, sheet.styles, ['numberFormat'], true),
    ...sheet.blocks.flatMap((block) => constantSteps(sheet.name, block, isTextCell)),
    ...sheet.tables.map((table) => tableStep(sheet.name, table, isNewTable(table))),
  ];
  const formulas = sheet.blocks.flatMap((block) => formulaSteps(sheet.name, block, isTextCell));
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

function addStep(name: string, position: number): Step {
  return {
    bytes: 500,
    run: (desk) => {
      desk.workbook.worksheets.add(name).position = position;
    },
  };
}

function tableStep(sheet: string, model: TableModel, isNew: boolean): Step {
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
  return {
    bytes: 800,
    run: (desk) => {
      const sheet = desk.sheet(name);
      const rows = freeze?.rows ?? 0;
      const columns = freeze?.columns ?? 0;
      if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(desk.range(name, { row: 0, column: 0, rows, columns }));
      else if (rows > 0) sheet.freezePanes.freezeRows(rows);
      else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
      sheet.tabColor = tabColor ?? '';
      sheet.showGridlines = gridlines;
      sheet.visibility = VISIBILITY[visibility];
    },
  };
}

function protectionOf({ allowFormatColumns, allowFilter }: NonNullable<SheetModel['protection']>): Excel.WorksheetProtectionOptions {
  return { allowFormatColumns, allowAutoFilter: allowFilter };
}
