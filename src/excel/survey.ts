import { parseReference } from '../sheet/address';
import type { Area, SheetModel } from '../sheet/model';
import { HostError, type JobOptions } from '../job/port';
import type { KnownFormats } from './known-format';
import { type Desk, sendRequest } from './request';

/** A sheet as it stands, before it is read or written. */
export interface SheetSurvey {
  readonly name: string;
  readonly visibility: SheetModel['visibility'];
  /** What its protection allows, null where it is not protected. */
  readonly protection: Excel.WorksheetProtectionOptions | null;
  readonly tables: readonly TableSurvey[];
}

/** What the user can switch on a table, and what then must not be asked of it. */
export interface TableSurvey {
  readonly name: string;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
  readonly hasFilter: boolean;
}

export interface Survey {
  readonly sheets: readonly SheetSurvey[];
  /** Defined names of the workbook. */
  readonly names: readonly string[];
  readonly enableEvents: boolean;
}

/** The workbook as a read has just seen it. */
export interface Sighting {
  readonly survey: Survey;
  /** By sheet name; only of the sheets that were read. */
  readonly extents: ReadonlyMap<string, SheetExtent>;
  /** Of hidden sheets: what is written there often looks like numbers or dates, and is not. */
  readonly formats: readonly KnownFormats[];
}

/** Where a sheet's contents and tables are. */
export interface SheetExtent {
  /** What is used, formats included; null for a bare sheet. */
  readonly used: Area | null;
  /** What holds contents; null for an empty sheet. */
  readonly filled: Area | null;
  readonly tables: readonly TableExtent[];
}

export interface TableExtent extends TableSurvey {
  /** Header row and body, the header's row also where it is switched off; without a totals row. */
  readonly area: Area;
  /** Null where the header row is switched off. */
  readonly headers: readonly string[] | null;
}

const VISIBILITY: Readonly<Record<string, SheetModel['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** What there is in the workbook: one round trip. */
export async function surveyWorkbook(options: JobOptions = {}): Promise<Survey> {
  const found = await sendRequest(({ context }) => {
    const { workbook, runtime } = context;
    const { worksheets, tables, names } = workbook;
    worksheets.load('items/name,items/visibility,items/protection/protected,items/protection/options');
    tables.load('items/name,items/showHeaders,items/showTotals,items/showFilterButton,items/worksheet/name');
    names.load('items/name');
    runtime.load('enableEvents');
    return { worksheets, tables, names, runtime };
  }, options);
  const tables = found.tables.items.map((table) => ({
    sheet: table.worksheet.name,
    name: table.name,
    hasHeaders: table.showHeaders,
    hasTotals: table.showTotals,
    hasFilter: table.showFilterButton,
  }));
  return {
    sheets: found.worksheets.items.map(({ name, visibility, protection }) => ({
      name,
      visibility: VISIBILITY[visibility] ?? 'visible',
      protection: protection.protected ? protection.options : null,
      tables: tables.filter(({ sheet }) => sheet === name),
    })),
    names: found.names.items.map(({ name }) => name),
    enableEvents: found.runtime.enableEvents,
  };
}

/** Asks for a sheet's extent in a request; the returned function gives it once the request has been answered. */
export function askForExtent(desk: Desk, sheet: SheetSurvey): () => SheetExtent {
  const used = desk.sheet(sheet.name).getUsedRangeOrNullObject(false);
  used.load('address');
  const filled = desk.sheet(sheet.name).getUsedRangeOrNullObject(true);
  filled.load('address');
  const tables = sheet.tables.map((survey) => {
    const table = desk.table(survey.name);
    const range = table.getRange();
    range.load('address');
    const header = survey.hasHeaders ? table.getHeaderRowRange() : null;
    header?.load('values');
    return { survey, range, header };
  });
  return () => ({
    used: used.isNullObject ? null : areaOf(used.address),
    filled: filled.isNullObject ? null : areaOf(filled.address),
    tables: tables.map(({ survey, range, header }) => ({
      ...survey,
      area: wholeTable(areaOf(range.address), survey),
      headers: header ? headersOf(survey.name, header.values) : null,
    })),
  });
}

function wholeTable(area: Area, { hasHeaders, hasTotals }: TableSurvey): Area {
  const above = hasHeaders || area.row === 0 ? 0 : 1;
  return { ...area, row: area.row - above, rows: area.rows + above - (hasTotals ? 1 : 0) };
}

function headersOf(table: string, values: unknown): readonly string[] {
  const line: unknown = Array.isArray(values) ? values[0] : null;
  if (!Array.isArray(line)) throw new HostError('incompleteRead', `incomplete answer for the headers of ${table}`);
  return line.map(String);
}

/** The area of an address that Excel gave. */
export function areaOf(address: unknown): Area {
  if (typeof address !== 'string') throw new HostError('incompleteRead', 'incomplete answer for an address');
  const reference = parseReference(address);
  if (!reference) throw new HostError('unknown', `cannot read the address ${address}`);
  return reference.area;
}
