import { join } from 'node:path';
import { z } from 'zod';
import { createMemoryPort } from '../job/memory-port';
import { splitCityWorkbook, type CitySplit } from '../job/split';
import { listsOf } from '../list/registry';
import { describeStrays } from '../text/exchange-split';
import { commandTexts } from '../text/command-line';
import { describeUnknownParts } from '../text/file';
import { openFile } from '../xlsx/file-port';
import { writeWorkbook } from '../xlsx/write-workbook';
import { zipFiles } from '../xlsx/zip-files';
import { CommandError, foreseenFailure } from './command-error';
import { parseOptions, unitsOption } from './option';
import { planOf } from './plan-file';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { readBytes } from './read-file';
import { makeFolder, removeFiles, replaceFile, writeAllNew } from './write-file';

const schema = z.object({
  out: z.string('缺少存放文件的文件夹，例如 --out 分发'),
  unit: z.array(z.string()).optional(),
  plan: z.string().optional(),
  zip: z.boolean().default(false),
  write: z.boolean().default(false),
});

/** `split`: writes one workbook for each unit into a folder, or all of them into one .zip, and prints their names. */
export async function runSplit(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema, ['zip', 'write'], ['unit']);
  const [city] = files;
  if (city === undefined || files.length > 1) {
    throw new CommandError('请写出一个市级工作簿，例如：npx nine-lists split 全市.xlsx --out 分发');
  }
  const plan = await planOf(options.plan);
  const units = options.unit === undefined ? null : unitsOption(plan, options.unit);
  const bytes = await readBytes(city);
  try {
    const port = await openCity(bytes);
    const result = await splitCityWorkbook(port, [plan], units, surroundings, { onProgress: showProgress });
    if (options.write && port.unknown.length > 0) {
      throw new CommandError(`${describeUnknownParts(port.unknown, city)}${commandTexts.noneLeft}不写 --write 时可以分发，市级工作簿没有改动。`);
    }
    const written = await writeFiles(result, options.out, options.zip);
    await writeCity(city, port, options.write, result, terminal).catch(async (error: unknown) => {
      // Files that the city workbook knows nothing of would be taken for sent.
      await removeFiles(written);
      throw new CommandError(`${foreseenFailure(error, city)}${commandTexts.noneLeft}`, { cause: error });
    });
    for (const sentence of describeStrays(result.strays, listsOf(plan))) terminal.err(`${sentence}\n`);
    terminal.out(written.map((path) => `${path}\n`).join(''));
    return 0;
  } catch (error) {
    throw new CommandError(foreseenFailure(error, city), { cause: error });
  }
}

/** All of them, or none. */
async function writeFiles({ files, zipName }: CitySplit, folder: string, zip: boolean): Promise<string[]> {
  const made: { name: string; bytes: Uint8Array }[] = [];
  for (const { fileName, model } of files) made.push({ name: fileName, bytes: await writeWorkbook(model) });
  const out = zip ? [{ name: zipName, bytes: zipFiles(made) }] : made;
  await makeFolder(folder);
  const placed = out.map(({ name, bytes }) => ({ path: join(folder, name), bytes }));
  await writeAllNew(placed);
  return placed.map(({ path }) => path);
}

/** The city workbook with its 行标识 and 交换记录, only where that was asked for. */
async function writeCity(path: string, port: Awaited<ReturnType<typeof openCity>>, isAsked: boolean, result: CitySplit, terminal: Terminal): Promise<void> {
  if (isAsked) return replaceFile(path, await port.save());
  terminal.err(
    result.gaveIdentities
      ? `“${path}”有些行还没有行标识，这次没有写回；汇总时只能按项目代码或名称对应。请加 --write 再分发一次。\n`
      : `“${path}”没有改动；要在其中留下交换记录，请加 --write。\n`,
  );
}

function openCity(bytes: Uint8Array) {
  return openFile(bytes, createMemoryPort);
}
