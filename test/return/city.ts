import { surroundings } from '../../src/cli/surroundings';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { previewMerge, type MergePreview } from '../../src/job/preview-merge';
import { recogniseWorkbook } from '../../src/job/recognise';
import { splitCityWorkbook } from '../../src/job/split';
import type { ListEntries } from '../../src/list/entry';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
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

export async function makeCity(): Promise<City> {
  const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
  const asOf = toSerial('2023-12-25');
  const sample = { kind: 'clean', seed: 3 } as const;
  await generateWorkbook(port, { plan: builtInPlan, scope: { kind: 'city' }, asOf, sample }, surroundings);
  const { files } = await splitCityWorkbook(port, [builtInPlan], ['chengqu'], surroundings);
  const { fileName, model } = files[0]!;
  const list = listOf(model);
  return { port, fileName, bytes: await writeWorkbook(model), list, at: (key) => list.at[key]! };
}

/** What merging a returned file into the city workbook would do, read as the pane and the command line do. */
export async function previewOf(city: City, bytes: Uint8Array): Promise<MergePreview> {
  const file = { name: city.fileName, savedAt: null, fingerprint: '', content: await readContent(bytes) };
  return previewMerge(city.port, [file], [builtInPlan], surroundings);
}

function listOf(model: WorkbookModel): ListEntries {
  return recogniseWorkbook(contentOf(model), [builtInPlan], surroundings).reading.entries.lists['5']!;
}
