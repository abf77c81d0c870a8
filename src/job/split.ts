import { ulid } from 'ulid';
import { splitWorkbook, type StrayRow, type UnitPart } from '../exchange/split';
import type { Exchange } from '../list/record';
import { formatSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import type { BuildInput } from '../sheet/build-input';
import { buildWorkbookInSteps, computeInSteps } from '../sheet/build-workbook';
import type { Change, WorkbookModel } from '../sheet/model';
import { computeCityLevelReserve } from '../total/city-level-reserve';
import { describeIssued, splitTexts } from '../text/exchange-split';
import { scopeName } from '../text/workbook';
import type { Steps } from '../total/steps';
import { noCounts } from '../exchange/proposal';
import { againWhenEdited } from './again';
import { momentOf } from './as-of';
import type { Surroundings } from './clock';
import { recordExchanges } from './exchange-record';
import { isStructureBroken } from './formula-source';
import { keptInSteps } from './kept-input';
import type { KnownWorkbook } from './known-workbook';
import { CancelledError, type JobOptions, type WorkbookPort } from './port';
import { recogniseToWrite } from './recognise';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { exchangeSource, unitInput } from './unit-input';
import { WorkbookError } from './workbook-error';

/** One unit's workbook, to be saved under fileName and sent. */
export interface UnitFile {
  readonly unit: string;
  /** 晋市政办函2023-31_泽州县_20231125.xlsx */
  readonly fileName: string;
  readonly model: WorkbookModel;
  /** Rows of project lists in it. */
  readonly rows: number;
}

/** What 分发 made. */
export interface CitySplit {
  /** ULID that all files of this 分发 carry. */
  readonly batch: string;
  readonly files: readonly UnitFile[];
  /** 晋市政办函2023-31_20231125.zip, for all of them in one. */
  readonly zipName: string;
  /** Rows that belong to no unit's file. */
  readonly strays: readonly StrayRow[];
  /** True where the city workbook had rows without 行标识, which they have now. */
  readonly gaveIdentities: boolean;
}

/**
 * 分发: a workbook for each of the units (null: all of the plan's), built anew from the plan and the unit's own rows;
 * nothing is copied from the city's file, so nothing of another unit can be in it. Into the city workbook it writes
 * 行标识 that rows lack, and 交换记录; nothing else there changes. Throws WorkbookError for a workbook that is not the
 * city's, or whose sheets and headers are not whole: rows would be missing in what is sent.
 */
export async function splitCityWorkbook(
  port: WorkbookPort,
  plans: readonly Plan[],
  units: readonly string[] | null,
  around: Surroundings,
  options: JobOptions = {},
): Promise<CitySplit> {
  return againWhenEdited(() => splitOnce(port, plans, units, around, options));
}

async function splitOnce(port: WorkbookPort, plans: readonly Plan[], units: readonly string[] | null, around: Surroundings, options: JobOptions): Promise<CitySplit> {
  const known = await recogniseToWrite(await port.read(options), plans, around, options);
  const { plan, reading } = known;
  if (reading.data.scope.kind !== 'city') throw new WorkbookError(splitTexts.onlyCity);
  if (isStructureBroken(reading.entries)) throw new WorkbookError(splitTexts.structureFirst);
  const wanted = plan.units.map(({ key }) => key).filter((key) => units === null || units.includes(key));
  if (wanted.length === 0) throw new WorkbookError(splitTexts.noUnit);

  const city = await runSteps(keptInSteps(reading, plan, around), around, options);
  const batch = ulid(around.now(), around.random);
  const issuedAt = momentOf(around);
  const { parts, strays } = await runSteps(splitWorkbook(exchangeSource(city), plan, { units: wanted, batch, issuedAt }), around, options);
  const reserve = computeCityLevelReserve(await runSteps(computeInSteps(city), around, options));
  const files: UnitFile[] = [];
  for (const part of parts) {
    files.push(await runSteps(unitFile(city, part, reserve), around, options));
    options.onProgress?.({ stage: 'compute', done: files.length, total: parts.length });
    await around.yieldToScreen();
    if (options.isCancelled?.() === true) throw new CancelledError('cancelled while splitting');
  }
  const sent = files.map(({ unit, fileName, rows }): Exchange => ({
    kind: 'split',
    at: issuedAt,
    unit,
    batch,
    file: fileName,
    fingerprint: '',
    counts: noCounts,
    decisions: [describeIssued(rows)],
  }));
  const identities = identityChanges(known, city);
  const kept = withoutUnsent(port, reading.entries.exchanges);
  const record = recordExchanges(known, [...kept, ...sent]);
  try {
    await writeSafely(port, known, { ...record, entered: [...identities, ...record.entered] }, around, options);
  } catch (cause) {
    unsent.set(port, [...(unsent.get(port) ?? []), batch]);
    throw cause;
  }
  unsent.delete(port);
  return { batch, files, zipName: `${plan.id}_${dayOf(city)}.zip`, strays, gaveIdentities: identities.length > 0 };
}

/**
 * Batches whose files nobody has got, since no answer came to their being recorded: should they stand in the record after
 * all, their lines give way to those of the next try.
 */
const unsent = new WeakMap<WorkbookPort, readonly string[]>();

function withoutUnsent(port: WorkbookPort, exchanges: readonly Exchange[]): readonly Exchange[] {
  const batches = unsent.get(port) ?? [];
  return exchanges.filter(({ kind, batch }) => kind !== 'split' || !batches.includes(batch));
}

function* unitFile(city: BuildInput, part: UnitPart, reserve: Readonly<Record<string, number>>): Steps<UnitFile> {
  return {
    unit: part.unit,
    fileName: `${city.plan.id}_${scopeName(city.plan, part.scope)}_${dayOf(city)}.xlsx`,
    model: yield* buildWorkbookInSteps(unitInput(city, part, reserve)),
    rows: Object.values(part.counts).reduce((sum, count) => sum + count, 0),
  };
}

function dayOf({ asOf }: BuildInput): string {
  return formatSerial(asOf).replaceAll('-', '');
}

/** 行标识 of the rows that had none, where they stand in the city workbook. */
function identityChanges({ reading }: KnownWorkbook, city: BuildInput): Change[] {
  return reading.lists.flatMap((list): Change[] => {
    const entries = reading.entries.lists[list.key];
    const at = entries?.at['identity'];
    const completed = city.rows[list.key]?.values['identity'];
    if (list.kind !== 'project' || entries === undefined || at === undefined || completed === undefined) return [];
    const before = reading.readings[list.key]?.rows.values['identity'] ?? [];
    if (completed.every((identity, row) => identity === (before[row] ?? null))) return [];
    const content = completed.map((identity) => [identity]);
    return [{ kind: 'writeCells', sheet: entries.sheetName, row: entries.firstRow, column: at, content }];
  });
}
