import { z } from 'zod';
import type { ListKey, Value } from '../list/list';
import type { IssueBase, IssuedRow, RuleSetting, WorkbookRecord } from '../list/record';
import type { Scope } from '../plan/plan';
import { finish, type Steps } from '../total/steps';
import { dataColumns, dataMagic, metaKeys } from './build-data';
import type { SheetContent, WorkbookContent } from './model';
import { parseInSteps } from './parse-in-steps';
import { exchangeSchema, issueBaseSchema, ruleSettingSchema } from './record-schema';
import { joinPieces } from './text-piece';

/** What the hidden sheet of a workbook of ours says; the twin of build-data. */
export interface WorkbookData extends WorkbookRecord {
  /** The hidden sheet's tab. */
  readonly sheet: string;
  readonly planId: string;
  readonly schemaVersion: number;
  readonly scope: Scope;
  readonly lastCheck: string | null;
  /** 统计截止日 (serial) at the last 生成 or check; null where that is not known. */
  readonly asOf: number | null;
  /** Header texts as issued, by list and column key. */
  readonly headers: Readonly<Record<ListKey, Readonly<Record<string, string>>>>;
}

/** The hidden sheet of the workbook, found by its mark in A1 whatever its tab is called; null where there is none. */
export function readData(content: WorkbookContent): WorkbookData | null {
  return finish(readDataInSteps(content));
}

/** The same in steps: what was issued to a unit may be a long text. */
export function* readDataInSteps(content: WorkbookContent): Steps<WorkbookData | null> {
  const sheet = findDataSheet(content);
  if (sheet === null) return null;
  const cell = cellReader(sheet);
  const meta = new Map(metaKeys.map((key, at) => [key, textOf(cell(at + 1, dataColumns.meta + 1))]));
  return {
    sheet: sheet.name,
    planId: meta.get('plan') ?? '',
    schemaVersion: versionOf(meta.get('schema') ?? ''),
    scope: meta.get('scope') === 'unit' ? { kind: 'unit', unit: meta.get('unit') ?? '' } : { kind: 'city' },
    lastCheck: meta.get('lastCheck') || null,
    asOf: Number(meta.get('asOf')) || null,
    headers: readHeaders(sheet),
    issued: readIssued(sheet),
    explanations: readBlock(sheet, dataColumns.explanation, 5).map(([row, code, valueHash, who, why]) => ({
      row: row!,
      code: code!,
      valueHash: valueHash!,
      who: who!,
      why: why!,
    })),
    ruleSettings: readRuleSettings(sheet),
    cityLevelReserve: readReserve(sheet),
    base: yield* readBase(sheet),
    exchanges: exchangeSchema.array().safeParse(yield* readText(sheet, dataColumns.exchange, 0)).data ?? [],
  };
}

/** The version of a workbook of ours, whatever else it holds; null where it has no hidden sheet. */
export function readSchemaVersion(content: WorkbookContent): number | null {
  const sheet = findDataSheet(content);
  return sheet === null ? null : versionOf(textOf(cellReader(sheet)(metaKeys.indexOf('schema') + 1, dataColumns.meta + 1)));
}

/** One that somebody has made illegible counts as the first: what is older is read, and can be laid anew. */
function versionOf(text: string): number {
  const version = Number(text);
  return Number.isInteger(version) && version > 0 ? version : 1;
}

/** The hidden sheet of a workbook of ours; null where there is none. */
export function findDataSheet({ sheets }: WorkbookContent): SheetContent | null {
  const isOurs = (sheet: SheetContent): boolean => {
    const cell = cellReader(sheet);
    return cell(0, 0) === dataMagic && cell(1, 0) === metaKeys[0];
  };
  return sheets.find(isOurs) ?? null;
}

/** Reads a cell by its place on the sheet; null outside the used range. */
export function cellReader(sheet: SheetContent): (row: number, column: number) => Value {
  return (row, column) => {
    const value = sheet.values[row - sheet.row]?.[column - sheet.column] ?? null;
    return value === '' ? null : value;
  };
}

/** Formula text of a cell by its place on the sheet; null where it holds none. */
export function formulaReader(sheet: SheetContent): (row: number, column: number) => string | null {
  return (row, column) => sheet.formulas[row - sheet.row]?.[column - sheet.column] ?? null;
}

function readHeaders(sheet: SheetContent): Record<ListKey, Record<string, string>> {
  const headers: Record<ListKey, Record<string, string>> = byText();
  for (const [list, column, header] of readBlock(sheet, dataColumns.header, 3)) {
    (headers[list!] ??= byText())[column!] = header!;
  }
  return headers;
}

function readIssued(sheet: SheetContent): Record<ListKey, Record<string, IssuedRow>> {
  const issued: Record<ListKey, Record<string, IssuedRow>> = byText();
  for (const [list, identity, name, unit] of readBlock(sheet, dataColumns.issued, 4)) {
    (issued[list!] ??= byText())[identity!] = { name: name!, unit: unit! };
  }
  return issued;
}

function readReserve(sheet: SheetContent): Record<string, number> | null {
  const rows = readBlock(sheet, dataColumns.reserve, 2);
  return rows.length === 0 ? null : Object.fromEntries(rows.map(([measure, value]) => [measure!, Number(value)]));
}

/** What somebody typed into the hidden sheet is no setting. */
function readRuleSettings(sheet: SheetContent): RuleSetting[] {
  return readBlock(sheet, dataColumns.ruleSetting, 4).flatMap(([code, severity, who, why]) => {
    const read = ruleSettingSchema.safeParse({ code, severity, who, why });
    return read.success ? [read.data] : [];
  });
}

/** What was issued to a unit, row by row; null where that is not told, or not as it is written. */
function* readBase(sheet: SheetContent): Steps<IssueBase | null> {
  const text = yield* readText(sheet, dataColumns.base, baseDepth);
  const frame = baseFrame.safeParse(text).data;
  if (frame === undefined) return null;
  for (const byRow of Object.values(frame.rows)) {
    let checked = 0;
    for (const row of Object.values(byRow)) {
      if (!isObject(row) || !Object.values(row).every(isValue)) return null;
      if (++checked % rowsPerStep === 0) yield;
    }
  }
  return frame as IssueBase;
}

/** Objects within one another above a row of a base: the base itself, its rows, those of a list. */
const baseDepth = 3;
const rowsPerStep = 100;
const baseFrame = issueBaseSchema.extend({ rows: z.record(z.string(), z.custom<object>(isObject)) });

function isObject(found: unknown): found is object {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

/** Of what JSON knows. A schema for each cell would take longer than all the rest of reading. */
function isValue(found: unknown): boolean {
  return found === null || typeof found !== 'object';
}

/** What is kept as one text in pieces; null where there is none, or it is not whole. */
function* readText(sheet: SheetContent, column: number, depth: number): Steps<unknown> {
  const cell = cellReader(sheet);
  const text = joinPieces((row) => cell(row + 1, column));
  if (text === null) return null;
  try {
    return yield* parseInSteps(text, depth);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** A table by texts from outside, in which `constructor` and `__proto__` are texts like any other. */
function byText<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** Rows of a block under its header, down to the first row that is empty. */
function readBlock(sheet: SheetContent, column: number, columns: number): string[][] {
  const cell = cellReader(sheet);
  const rows: string[][] = [];
  for (let row = 1; ; row += 1) {
    const cells = Array.from({ length: columns }, (_, at) => cell(row, column + at));
    if (cells.every((value) => value === null)) return rows;
    rows.push(cells.map(textOf));
  }
}

function textOf(value: Value): string {
  return value === null ? '' : String(value);
}
