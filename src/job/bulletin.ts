import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import type { Plan } from '../plan/plan';
import { buildBulletin, bulletinTable, type BulletinSheet } from '../sheet/build-bulletin';
import type { WorkbookContent, WorkbookModel } from '../sheet/model';
import { sheetNames } from '../sheet/sheet-name';
import { bulletinTexts } from '../text/bulletin-word';
import { scopeName } from '../text/workbook';
import { computeBulletin } from '../total/bulletin';
import type { Columns, TotalData } from '../total/data';
import type { Surroundings } from './clock';
import type { OlderWorkbook } from './compare';
import type { KnownWorkbook } from './known-workbook';
import { layReport, reportTab } from './lay-report';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseWorkbook } from './recognise';
import type { CheckReport } from './report';
import { WorkbookError } from './workbook-error';

/** What an older workbook ranks by. */
export interface OlderTotals {
  /** The file's name, as shown. */
  readonly name: string;
  readonly data: TotalData;
}

/**
 * An older city workbook of the plan, to be ranked against. Throws WorkbookError where it is none of ours, of another
 * plan, or of one unit.
 */
export function readOlderTotals(older: OlderWorkbook, plan: Plan, plans: readonly Plan[], around: Surroundings): OlderTotals {
  const was = recogniseWorkbook(older.content, plans, around);
  const { entries, lists } = was.reading;
  if (was.plan.id !== plan.id) throw new WorkbookError(bulletinTexts.otherPlan(was.plan.id, plan.id));
  if (entries.scope.kind === 'unit') throw new WorkbookError(bulletinTexts.unitFile(scopeName(plan, entries.scope)));
  return { name: older.name, data: totalsOf(entries, plan, lists) };
}

/** 排名通报 of entries that were read; in a unit's workbook its own rates, without ranks and older figures. */
export function bulletinOf({ plan, lists, entries }: Pick<CheckReport, 'plan' | 'lists' | 'entries'>, older: OlderTotals | null): BulletinSheet {
  const own = entries.scope.kind === 'city' ? older : null;
  return { bulletin: computeBulletin(totalsOf(entries, plan, lists), own?.data ?? null), olderFile: own?.name ?? null };
}

/** 排名通报 of a workbook as it stands now. Reads only. Throws WorkbookError where it is no city workbook of ours. */
export async function readBulletin(
  port: WorkbookPort,
  older: OlderWorkbook | null,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<BulletinSheet> {
  const known = recogniseCity(await port.read(options), plans, around);
  return bulletinOf({ ...known.reading, plan: known.plan }, older === null ? null : readOlderTotals(older, known.plan, plans, around));
}

/**
 * Lays the sheet 排名通报 of what stands in the workbook now, over an earlier one, and shows it. Returns its tab. Throws
 * WorkbookError in a unit's workbook, where nothing can be ranked, and where a backup waits for 恢复.
 */
export async function layBulletin(
  port: WorkbookPort,
  older: OlderTotals | null,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions = {},
): Promise<string> {
  const { plan, reading, content } = recogniseCity(await port.read(options), plans, around);
  const { sheets } = content;
  const report = bulletinOf({ ...reading, plan }, older);
  const name = reportTab(content, isBulletin, buildBulletin(sheetNames.bulletin, report));
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  const sheet = buildBulletin(name, report);
  await layReport(port, content, { kind: 'laySheet', sheet, after: visible[visible.length - 1]?.name ?? null }, options);
  return name;
}

/** A workbook that holds nothing but the sheet 排名通报. */
export function bulletinWorkbook(report: BulletinSheet): WorkbookModel {
  const sheet = buildBulletin(sheetNames.bulletin, report);
  return { sheets: [sheet], names: [], activeSheet: sheet.name };
}

/**
 * What the bulletin counts, from entries as they were read: their ƒ columns are computed already, and once more would
 * be felt in a large workbook at each edit. Blind spot: a row whose 手续办结率 was cleared is never overdue.
 */
function totalsOf({ scope, asOf, cityLevelReserve, lists: entered }: WorkbookEntries, plan: Plan, lists: readonly List[]): TotalData {
  const columns: Record<ListKey, Columns> = {};
  for (const { key } of lists) columns[key] = entered[key]?.values ?? {};
  return { plan, lists, scope, asOf, columns, cityLevelReserve };
}

function isBulletin({ tables }: WorkbookContent['sheets'][number]): boolean {
  return tables.some((table) => table.name.toLowerCase() === bulletinTable.toLowerCase());
}

function recogniseCity(content: WorkbookContent, plans: readonly Plan[], around: Surroundings): KnownWorkbook {
  const known = recogniseWorkbook(content, plans, around);
  if (known.reading.entries.scope.kind === 'unit') throw new WorkbookError(bulletinTexts.unitOnly);
  return known;
}
