import { basename } from 'node:path';
import { z } from 'zod';
import { compareWithOlder, comparisonWorkbook } from '../job/compare';
import { createMemoryPort } from '../job/memory-port';
import { readContent } from '../xlsx/read-content';
import { openFile } from '../xlsx/file-port';
import { writeWorkbook } from '../xlsx/write-workbook';
import { aboutFile } from './about-file';
import { CommandError } from './command-error';
import { comparisonData } from './comparison-data';
import { comparisonText } from './comparison-text';
import { parseOptions, workbookOption } from './option';
import { planOf } from './plan-file';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { readBytes } from './read-file';
import { refuseTaken, writeNew } from './write-file';

const schema = z.object({
  out: workbookOption.optional(),
  plan: z.string().optional(),
  json: z.boolean().default(false),
});

/** `compare`: tells what happened between two workbooks, and with --out writes it as a sheet into a new workbook. */
export async function runCompare(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema, ['json']);
  const [older, newer] = files;
  if (older === undefined || newer === undefined || files.length > 2) {
    throw new CommandError('请写出两个工作簿，先旧后新，例如：npx nine-lists compare 11月.xlsx 12月.xlsx');
  }
  if (options.out !== undefined) await refuseTaken(options.out);
  const plan = await planOf(options.plan);
  const content = await aboutFile(older, async () => readContent(await readBytes(older)));
  const port = await aboutFile(newer, async () => openFile(await readBytes(newer), createMemoryPort));
  const report = await aboutFile(newer, () =>
    compareWithOlder(port, { name: basename(older), content }, [plan], surroundings, { onProgress: showProgress }),
  );
  if (options.out !== undefined) await writeNew(options.out, await writeWorkbook(comparisonWorkbook(report)));
  terminal.out(options.json ? comparisonData(report) : comparisonText(report));
  if (options.out !== undefined && !options.json) terminal.out(`${options.out}\n`);
  return 0;
}
