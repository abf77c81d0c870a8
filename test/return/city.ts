import { surroundings } from '../../src/cli/surroundings';
import { decideConflicts, type Decisions } from '../../src/exchange/proposal';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import { previewMerge, type MergePreview } from '../../src/job/preview-merge';
import { recogniseWorkbook } from '../../src/job/recognise';
import { splitCityWorkbook } from '../../src/job/split';
import type { ListEntries } from '../../src/list/entry';
import { emptyRecord } from '../../src/list/record';
import { listsOf } from '../../src/list/registry';
import { sampleRows } from '../../src/list/sample/sample';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { unitOf } from '../../src/plan/unit';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { issueRows } from '../../src/sheet/issue-rows';
import type { WorkbookModel } from '../../src/sheet/model';
import { readContent } from '../../src/xlsx/read-content';
import { writeWorkbook } from '../../src/xlsx/write-workbook';

/** A city workbook, and the file of one unit that was issued from it. */
export interface City {
  readonly port: MemoryPort;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The unit's list 5 as issued. */
  readonly list: ListEntries;
  /** Sheet column (0-based) of a column of list 5. */
  readonly at: (key: string) => number;
}

const unit = unitOf(builtInPlan, 'chengqu');

/** The city workbook holds that unit's projects and every unit's targets: what other units have is not asked here. */
export async function makeCity(): Promise<City> {
  const scope = { kind: 'city' } as const;
  const asOf = toSerial('2023-12-25');
  const sample = sampleRows(builtInPlan, scope, asOf, { kind: 'clean', seed: 3 });
  const rows = listsOf(builtInPlan).map((list) => {
    const columns = sample[list.key] ?? {};
    const all = Array.from({ length: Math.max(0, ...Object.values(columns).map((cells) => cells.length)) }, (_, row) => row);
    const kept = list.kind === 'target' ? all : all.filter((row) => columns['unit']?.[row] === unit.name);
    const values = Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, kept.map((row) => cells[row] ?? null)]));
    const targets = list.kind === 'target' ? issueRows(builtInPlan, scope, () => '').rows[list.key]!.values : {};
    return [list.key, { rowCount: kept.length, values: { ...targets, ...values } }] as const;
  });
  const port = createMemoryPort(buildWorkbook({ plan: builtInPlan, scope, asOf, rows: Object.fromEntries(rows), ...emptyRecord, lastCheck: null }));
  const { files } = await splitCityWorkbook(port, [builtInPlan], [unit.key], surroundings);
  const { fileName, model } = files[0]!;
  const list = listOf(model);
  return { port, fileName, bytes: await writeWorkbook(model), list, at: (key) => list.at[key]! };
}

/** What merging a returned file into the city workbook would do, read as the pane and the command line do. */
export async function previewOf(city: City, bytes: Uint8Array): Promise<MergePreview> {
  const file = { name: city.fileName, savedAt: null, fingerprint: '', content: await readContent(bytes) };
  return previewMerge(city.port, [file], [builtInPlan], surroundings);
}

/** List 5 of the city workbook once a preview is applied, what conflicts decided for the unit; the city itself stays as it is. */
export async function appliedTo(city: City, bytes: Uint8Array): Promise<{ readonly before: ListEntries; readonly after: ListEntries; readonly preview: MergePreview }> {
  const port = createMemoryPort(city.port.model());
  const preview = await previewOf({ ...city, port }, bytes);
  const decisions = preview.proposals.map((proposal) => decideConflicts(proposal, 'unit'));
  await mergeFiles(port, preview, Object.assign({}, ...decisions) as Decisions, surroundings);
  return { before: listOf(city.port.model()), after: listOf(port.model()), preview };
}

function listOf(model: WorkbookModel): ListEntries {
  return recogniseWorkbook(contentOf(model), [builtInPlan], surroundings).reading.entries.lists['5']!;
}
