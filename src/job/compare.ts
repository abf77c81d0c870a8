import { compareWorkbooks, type ComparedWorkbook, type Comparison } from '../exchange/compare';
import type { List, ListKey } from '../list/list';
import { isNewer } from '../list/schema-version';
import type { Plan } from '../plan/plan';
import { buildComparison, comparisonTable, type ComparisonSheet } from '../sheet/build-comparison';
import type { ListRows } from '../sheet/build-input';
import type { WorkbookContent, WorkbookModel } from '../sheet/model';
import { readData } from '../sheet/read-data';
import { sheetNames } from '../sheet/sheet-name';
import { comparisonTexts } from '../text/exchange-comparison';
import { scopeName } from '../text/workbook';
import type { Surroundings } from './clock';
import type { KnownWorkbook } from './known-workbook';
import { layReport, reportTab } from './lay-report';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseWorkbook } from './recognise';
import { refuseNewer } from './refuse-newer';
import { WorkbookError } from './workbook-error';

/** An older workbook, read from a file. */
export interface OlderWorkbook {
  readonly name: string;
  readonly content: WorkbookContent;
}

/** 比上月 as data; the sheet is built from it. */
export interface ComparisonReport extends ComparisonSheet {
  readonly plan: Plan;
  readonly lists: readonly List[];
  readonly comparison: Comparison;
}

/**
 * 比上月: what happened in the open workbook since the older one. Reads only. Throws WorkbookError where one of them
 * is no workbook of ours, and where they belong to different plans or units.
 */
export async function compareWithOlder(
  port: WorkbookPort,
  older: OlderWorkbook,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<ComparisonReport> {
  const now = recogniseWorkbook(await port.read(options), plans, around);
  const { plan, reading } = now;
  const was = recogniseOlder(older, plan, around);
  const [oldScope, scope] = [was.reading.data.scope, reading.data.scope];
  if (oldScope.kind === 'unit' && scope.kind === 'unit' && oldScope.unit !== scope.unit) {
    throw new WorkbookError(comparisonTexts.otherUnit(scopeName(plan, oldScope), scopeName(plan, scope)));
  }
  const comparison = compareWorkbooks(compared(was), compared(now), plan);
  return { plan, scope, lists: longerOf(reading.lists, was.reading.lists), comparison, olderFile: older.name };
}

/** What is wrong with the older file is said of that file, not of the open workbook. */
function recogniseOlder({ name, content }: OlderWorkbook, plan: Plan, around: Surroundings): KnownWorkbook {
  const data = readData(content);
  if (data === null) throw new WorkbookError(comparisonTexts.notOurs(name));
  if (data.planId !== plan.id) throw new WorkbookError(comparisonTexts.otherPlan(name, data.planId, plan.id));
  if (isNewer(data)) throw new WorkbookError(comparisonTexts.newerVersion(name));
  const { scope } = data;
  if (scope.kind === 'unit' && !plan.units.some(({ key }) => key === scope.unit)) throw new WorkbookError(comparisonTexts.unknownUnit(name, scope.unit));
  return recogniseWorkbook(content, [plan], around);
}

/** Lays the sheet 比上月 into the open workbook, over an earlier one, and shows it. Returns its tab. Throws WorkbookError where a backup waits for 恢复, and in a workbook of a newer version. */
export async function layComparison(port: WorkbookPort, report: ComparisonReport, options: JobOptions = {}): Promise<string> {
  const content = await port.read(options);
  refuseNewer(content);
  const { sheets } = content;
  const isOurs = (sheet: WorkbookContent['sheets'][number]) => sheet.tables.some((table) => table.name.toLowerCase() === comparisonTable.toLowerCase());
  const name = reportTab(content, isOurs, buildComparison(sheetNames.comparison, report));
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  await layReport(port, content, { kind: 'laySheet', sheet: buildComparison(name, report), after: visible[visible.length - 1]?.name ?? null }, options);
  return name;
}

/** A workbook that holds nothing but the sheet 比上月. */
export function comparisonWorkbook(report: ComparisonReport): WorkbookModel {
  const sheet = buildComparison(sheetNames.comparison, report);
  return { sheets: [sheet], names: [], activeSheet: sheet.name };
}

/** Rows below a table count, too: they are entries that nobody moved into it yet. */
function compared({ reading }: KnownWorkbook): ComparedWorkbook {
  const lists: Record<ListKey, ListRows> = {};
  for (const [key, { rows }] of Object.entries(reading.readings)) lists[key] = rows;
  return { scope: reading.data.scope, asOf: reading.entries.asOf, lists };
}

function longerOf(a: readonly List[], b: readonly List[]): readonly List[] {
  return a.length >= b.length ? a : b;
}
