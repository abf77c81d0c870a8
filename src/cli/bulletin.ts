import { basename } from 'node:path';
import { z } from 'zod';
import { bulletinWorkbook, readBulletin } from '../job/bulletin';
import type { OlderWorkbook } from '../job/compare';
import { createMemoryPort } from '../job/memory-port';
import { recogniseWorkbook } from '../job/recognise';
import type { Plan } from '../plan/plan';
import { openFile } from '../xlsx/file-port';
import { readContent } from '../xlsx/read-content';
import { writeWorkbook } from '../xlsx/write-workbook';
import { aboutFile } from './about-file';
import { bulletinText } from './bulletin-text';
import { CommandError } from './command-error';
import { parseOptions, workbookOption } from './option';
import { planOf } from './plan-file';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { readBytes } from './read-file';
import { refuseTaken, writeNew } from './write-file';

const schema = z.object({ out: workbookOption.optional(), plan: z.string().optional() });

/** `bulletin`: 排名通报 of a city workbook, against an older one where it is named; with --out as a sheet of a new workbook. */
export async function runBulletin(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema);
  const [city, older] = files;
  if (city === undefined || files.length > 2) {
    throw new CommandError('请写出市级工作簿，要与上月比较时再写出上月的，例如：npx nine-lists bulletin 12月.xlsx 11月.xlsx');
  }
  if (options.out !== undefined) await refuseTaken(options.out);
  const plan = await planOf(options.plan);
  const port = await aboutFile(city, async () => openFile(await readBytes(city), createMemoryPort));
  const was = older === undefined ? null : await aboutFile(older, () => readOlder(older, plan));
  const report = await aboutFile(city, () => readBulletin(port, was, [plan], surroundings, { onProgress: showProgress }));
  if (options.out !== undefined) await writeNew(options.out, await writeWorkbook(bulletinWorkbook(report)));
  terminal.out(bulletinText(report));
  if (options.out !== undefined) terminal.out(`${options.out}\n`);
  return 0;
}

/** Recognised here already, so that what is wrong with it is said of it. */
async function readOlder(path: string, plan: Plan): Promise<OlderWorkbook> {
  const content = await readContent(await readBytes(path));
  recogniseWorkbook(content, [plan], surroundings);
  return { name: basename(path), content };
}
