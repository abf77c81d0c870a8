import { parseReference } from '../sheet/address';
import { isSameName } from '../sheet/lay-sheet';
import type { Area, DefinedName, PrintSetup, Validation } from '../sheet/model';
import type { SheetLook } from '../sheet/sheet-look';
import { askForHidden } from './look-hidden';
import type { Desk } from './request';
import type { SheetSurvey } from './survey';

type AreaStyles = SheetLook['styles'];

/** Where it does not count what lies there. */
const noArea: Area = { row: 0, column: 0, rows: 1, columns: 1 };

type Parts = Omit<SheetLook, 'name' | 'conditionalFormats'> & {
  /** Columns among which some are hidden. */
  readonly unsureColumns: readonly number[];
};

/** Everything but conditional and number formats; the returned function gives it once the request has been answered. */
export function askForParts(desk: Desk, laid: SheetLook, survey: SheetSurvey, canPrint: boolean): () => Parts {
  const { name } = survey;
  const sheet = desk.sheet(name);
  sheet.load('tabColor,showGridlines');
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('address');
  const checks = laid.validations.map((validation) => askForCheck(desk, name, validation));
  const styles = askForOpen(desk, laid, name);
  const hidden = askForHidden(desk, laid, survey);
  const print = laid.print && canPrint ? askForPrint(desk, name, laid.print) : () => laid.print;
  return () => {
    const { tabColor, showGridlines } = sheet;
    const standingPrint = print();
    const { columns, rows, unsure } = hidden();
    return {
      visibility: survey.visibility,
      gridlines: showGridlines,
      ...(tabColor !== '' && { tabColor }),
      validations: checks.flatMap((check) => check() ?? []),
      styles: styles(),
      tables: survey.tables.map((table) => ({ name: table.name, filter: table.hasFilter, area: laid.tables.find((each) => isSameName(each.name, table.name))?.area ?? noArea })),
      hiddenColumns: columns,
      unsureColumns: unsure,
      hiddenRows: rows,
      // Where something is frozen, where that is does not count.
      ...(!frozen.isNullObject && laid.freeze && { freeze: laid.freeze }),
      ...(standingPrint && { print: standingPrint }),
      ...(survey.protection && laid.protection && { protection: laid.protection }),
    };
  };
}

const KINDS: Readonly<Record<string, Validation['rule']['kind']>> = {
  List: 'list',
  // A mere prompt is None where it came with a file, and rests on a rule that everything meets where we laid it.
  None: 'any',
  Custom: 'any',
  Decimal: 'decimal',
  WholeNumber: 'whole',
  Date: 'date',
  TextLength: 'textLength',
};

/** The check as laid where one of its kind, with its list and a prompt, stands over its whole area. */
function askForCheck(desk: Desk, sheet: string, laid: Validation): () => Validation | null {
  const { dataValidation } = desk.range(sheet, laid.area);
  dataValidation.load('type,rule,prompt');
  return () => {
    const { type, rule, prompt } = dataValidation;
    const kind = KINDS[String(type)];
    if (kind !== laid.rule.kind) return null;
    const found: Validation['rule'] = laid.rule.kind === 'list' ? { kind: 'list', source: String(rule?.list?.source ?? '') } : laid.rule;
    return { area: laid.area, rule: found, ...(prompt?.showPrompt && prompt.message !== '' && laid.prompt && { prompt: laid.prompt }) };
  };
}

/** The areas whose cells can all be filled in where they are to. */
function askForOpen(desk: Desk, laid: SheetLook, sheet: string): () => AreaStyles {
  const open = laid.styles
    .filter(({ style }) => style.locked === false)
    .map(({ area }) => {
      const { protection } = desk.range(sheet, area).format;
      protection.load('locked');
      return { area, protection };
    });
  return () => open.flatMap(({ area, protection }): AreaStyles => (protection.locked === false ? [{ area, style: { locked: false } }] : []));
}

function askForPrint(desk: Desk, sheet: string, laid: PrintSetup): () => PrintSetup | undefined {
  const { pageLayout } = desk.sheet(sheet);
  pageLayout.load('orientation');
  const area = pageLayout.getPrintAreaOrNullObject();
  area.load('address');
  const titles = pageLayout.getPrintTitleRowsOrNullObject();
  titles.load('address');
  return () => {
    const { area: laidArea, titleRows, ...rest } = laid;
    return {
      ...rest,
      orientation: pageLayout.orientation === 'Landscape' ? 'landscape' : 'portrait',
      ...(laidArea && !area.isNullObject && { area: laidArea }),
      ...(titleRows && !titles.isNullObject && { titleRows }),
    };
  };
}

/** Names that still lead to cells. */
export function askForNames(desk: Desk): () => DefinedName[] {
  const { names } = desk.workbook;
  names.load('items/name,items/type,items/value');
  return () =>
    names.items.flatMap(({ name, type, value }): DefinedName[] => {
      if (type !== 'Range' || String(value).includes('#REF!')) return [];
      return [{ name, ...(parseReference(String(value)) ?? { sheet: '', area: noArea }) }];
    });
}
