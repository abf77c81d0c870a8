import { isOlder } from '../list/schema-version';
import type { Plan } from '../plan/plan';
import { intersectAreas } from '../sheet/area';
import type { Loss } from '../sheet/lost-look';
import type { Area, Change, SheetContent } from '../sheet/model';
import { cellReader } from '../sheet/read-data';
import { againWhenEdited } from './again';
import { checkWorkbook, workbookOf } from './check';
import type { Surroundings } from './clock';
import { keptInput } from './kept-input';
import type { KnownWorkbook } from './known-workbook';
import { writeWorkbookOver } from './lay-again';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseForWriting } from './recognise';
import type { CheckReport } from './report';
import { writeSafely } from './safe-write';
import { findLosses, findLostLooks, lostFormulas } from './structure';

/** What 修复表格 put back, what it could not, and the check that follows it. */
export interface RepairResult {
  readonly restored: readonly Loss[];
  readonly left: readonly Loss[];
  readonly report: CheckReport;
}

/**
 * 修复表格: puts back what the workbook has lost of how it is laid out, and checks it again. Nothing that is entered is
 * touched, nor the user's own columns, sheets, notes and cell formats; a sheet is laid anew only where it is gone, or
 * its table cannot be made again where it was. A workbook of an earlier version is only checked: 升级 is what it needs. Throws WorkbookError where the workbook is none of ours.
 */
export async function repairWorkbook(port: WorkbookPort, plans: readonly Plan[], around: Surroundings, options: JobOptions = {}): Promise<RepairResult> {
  const read = async (): Promise<KnownWorkbook> => recogniseForWriting(await port.read(options), plans, around);
  let lost: readonly Loss[] | null = null;
  await againWhenEdited(async () => {
    const found = await read();
    if (isOlder(found.reading.data)) return;
    const losses: readonly Loss[] = (await findLosses(port, found, options)) ?? [];
    lost ??= losses;
    const anew = await rebuildTables(port, found, losses, around, options);
    const known = anew === null ? found : await read();
    const looks = await findLostLooks(port, known, options);
    const formulas = lostFormulas(known, anew ?? new Set(), true);
    // Formulas read the named cells, and a sheet that is protected again takes no more.
    const isName = ({ kind }: Loss): boolean => kind === 'name';
    const steps = [...looks.filter(isName), ...formulas, ...looks.filter((loss) => !isName(loss))];
    const changes = steps.flatMap(({ restore }) => restore);
    if (changes.length > 0) await writeSafely(port, known, parted(changes), around, options);
  });
  const report = await checkWorkbook(port, plans, around, options);
  const left = (await findLosses(port, workbookOf(report), options)) ?? [];
  const isLeft = (loss: Loss): boolean => left.some(({ sheet, kind }) => sheet === loss.sheet && kind === loss.kind);
  return { restored: (lost ?? []).filter((loss) => !isLeft(loss)), left, report };
}

/** 汇总 laid anew may take the place of what somebody wrote on it; nothing else here does. */
function parted(changes: readonly Change[]): { readonly entered: readonly Change[]; readonly derived: readonly Change[] } {
  const isLaying = ({ kind }: Change): boolean => kind === 'laySheet';
  return { entered: changes.filter(isLaying), derived: changes.filter((change) => !isLaying(change)) };
}

/**
 * Sheets and tables that are gone come back, and tables take in the rows below them. Gives the sheets whose formulas have
 * to be written anew, since a table that is gone takes its name from them; null where nothing was rebuilt.
 */
async function rebuildTables(port: WorkbookPort, known: KnownWorkbook, losses: readonly Loss[], around: Surroundings, options: JobOptions): Promise<ReadonlySet<string> | null> {
  const tables = losses.filter(({ kind }) => kind === 'table');
  const { content, reading, plan } = known;
  if (losses.some(({ kind }) => kind === 'sheet') || tables.some((loss) => !canBeMade(loss, content.sheets))) {
    const input = keptInput(reading, plan, around);
    await writeWorkbookOver(port, { content, present: reading, input, before: input }, around, options);
    return new Set();
  }
  const changes = losses.filter(({ kind }) => kind === 'table' || kind === 'row').flatMap(({ restore }) => restore);
  if (changes.length === 0) return null;
  await writeSafely(port, known, { entered: [], derived: changes }, around, options);
  if (tables.length === 0) return new Set();
  const targets = reading.lists.flatMap(({ key, kind }) => (kind === 'target' ? [reading.sheetNames[key]!] : []));
  return new Set([...tables.map(({ sheet }) => sheet), ...targets, reading.sheetNames['summary']!]);
}

/** True where the header row of a table that is gone still stands, every text once, and no other table is in its way. */
function canBeMade({ sheet: name, restore }: Loss, sheets: readonly SheetContent[]): boolean {
  const sheet = sheets.find((each) => each.name === name);
  const change = restore.find(({ kind }) => kind === 'addTable');
  if (sheet === undefined || change?.kind !== 'addTable') return false;
  const { area } = change.table;
  const headers = headersIn(sheet, area);
  const isSound = headers.every((header) => header !== '') && new Set(headers.map((header) => header.toUpperCase())).size === headers.length;
  return isSound && area.rows > 1 && sheet.mergedInTables !== true && !sheet.tables.some((table) => intersectAreas(table.area, area) !== null);
}

function headersIn(sheet: SheetContent, { row, column, columns }: Area): string[] {
  const cell = cellReader(sheet);
  return Array.from({ length: columns }, (_, at) => {
    const value = cell(row, column + at);
    return value === null ? '' : String(value);
  });
}
