import { strFromU8, unzipSync } from 'fflate';
import { surroundings } from '../../src/cli/surroundings';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort } from '../../src/job/memory-port';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { packData, rawZip, type RawEntry } from './raw-zip';

/** A unit's workbook of ours, and what it takes to spoil one part of it. */
export interface OwnWorkbook {
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, string>;
  /** Path of a sheet's part by its tab, and of its table. */
  readonly sheet: (tab: string) => string;
  readonly table: (tab: string) => string;
  /** The workbook with parts replaced; null leaves one out. */
  with(changed: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array;
  /** The workbook with one part's text changed; throws where that changes nothing, since the file would then be no test. */
  edited(path: string, edit: (xml: string) => string): Uint8Array;
  readonly entries: readonly (RawEntry & { readonly name: string; readonly data: string })[];
}

export async function makeOwnWorkbook(): Promise<OwnWorkbook> {
  const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
  const request = { plan: builtInPlan, scope: { kind: 'unit', unit: 'kaifaqu' }, asOf: toSerial('2023-12-25') } as const;
  await generateWorkbook(port, { ...request, sample: { kind: 'mistakes', seed: 7 } }, surroundings);
  const bytes = await writeWorkbook(port.model());
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  // Packed once for hundreds of files.
  const entries = [...parts].map(([name, data]) => ({ name, data, packed: packData(data) }));
  const sheet = (tab: string): string => {
    const place = port.model().sheets.findIndex(({ name }) => name === tab);
    if (place < 0) throw new Error(`no sheet ${tab}`);
    return `xl/worksheets/sheet${place + 1}.xml`;
  };
  const withParts: OwnWorkbook['with'] = (changed) => {
    const kept = entries.filter(({ name }) => !(name in changed));
    return rawZip([...kept, ...Object.entries(changed).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]))]);
  };
  return {
    bytes,
    parts,
    sheet,
    table: (tab) => {
      const relations = parts.get(sheet(tab).replace('worksheets/', 'worksheets/_rels/').concat('.rels')) ?? '';
      const target = /tables\/table\d+\.xml/.exec(relations)?.[0];
      if (target === undefined) throw new Error(`no table on ${tab}`);
      return `xl/${target}`;
    },
    with: withParts,
    edited(path, edit) {
      const before = parts.get(path);
      const after = edit(before ?? '');
      if (after === before) throw new Error(`${path} stays as it was`);
      return withParts({ [path]: after });
    },
    entries,
  };
}
