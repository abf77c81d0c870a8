import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { decideConflicts, type Decisions } from '../exchange/proposal';
import { createMemoryPort } from '../job/memory-port';
import { mergeFiles, type MergeResult } from '../job/merge';
import { previewMerge } from '../job/preview-merge';
import type { ReturnedFile } from '../job/recognise-return';
import { commandTexts } from '../text/command-line';
import { describeUnknownParts } from '../text/file';
import { openFile } from '../xlsx/file-port';
import { fingerprintOf } from '../xlsx/fingerprint';
import { readContent } from '../xlsx/read-content';
import { CommandError, foreseenFailure } from './command-error';
import { mergeData } from './merge-data';
import { mergeText, refusedText } from './merge-text';
import { parseOptions, workbookOption } from './option';
import { planOf } from './plan-file';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { listFiles, readBytes } from './read-file';
import { refuseTaken, writeNew } from './write-file';

const schema = z.object({
  out: z.string('缺少汇总后的文件名，例如 --out 汇总.xlsx').pipe(workbookOption),
  prefer: z.enum(['city', 'unit'], '应为 city（冲突按市级）或 unit（冲突按单位）').optional(),
  plan: z.string().optional(),
  json: z.boolean().default(false),
});

/** `merge`: puts returned files into a copy of the city workbook, and tells what was taken, what is in conflict, what was refused. */
export async function runMerge(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema, ['json']);
  const [city, ...named] = files;
  if (city === undefined || named.length === 0) {
    throw new CommandError('请写出市级工作簿和单位返回的文件，例如：npx nine-lists merge 全市.xlsx 泽州县.xlsx 高平市.xlsx --out 汇总.xlsx');
  }
  await refuseTaken(options.out);
  const returned = await listFiles(named, (path) => terminal.err(`${commandTexts.sameFile(path)}\n`));
  const plan = await planOf(options.plan);
  const read: ReturnedFile[] = [];
  for (const file of returned) {
    const opened = await readReturned(file, terminal);
    if (opened !== null) read.push(opened);
  }
  const cityBytes = await readBytes(city);
  try {
    const port = await openFile(cityBytes, createMemoryPort);
    const progress = { onProgress: showProgress };
    const preview = await previewMerge(port, read, [plan], surroundings, { ...progress, trustUnrecorded: true });
    if (preview.files.every(({ state }) => state === 'refused')) {
      terminal.out(options.json ? mergeData(preview, {}, nothingMerged, null) : refusedText(preview));
      terminal.err(`${commandTexts.noneUsable(options.out)}\n`);
      return 2;
    }
    const decisions: Decisions = Object.assign({}, ...preview.proposals.map((proposal) => (options.prefer === undefined ? {} : decideConflicts(proposal, options.prefer))));
    const result = await mergeFiles(port, preview, decisions, surroundings, progress);
    await writeNew(options.out, await port.save());
    if (port.unknown.length > 0) terminal.err(`${describeUnknownParts(port.unknown, options.out)}\n`);
    terminal.out(options.json ? mergeData(preview, decisions, result, options.out) : mergeText(preview, decisions, result, options.out));
    const unusable = read.length < returned.length || preview.files.some(({ state }) => state === 'refused');
    return unusable ? 2 : result.undecided > 0 ? 1 : 0;
  } catch (error) {
    throw new CommandError(foreseenFailure(error, city), { cause: error });
  }
}

/** A copy of the city workbook in which nothing was merged would be taken for the result. */
const nothingMerged: MergeResult = { counts: {}, undecided: 0, changed: false };

/** A returned file as it was read; null, with a sentence on err, where it cannot be opened. */
async function readReturned(file: string, terminal: Terminal): Promise<ReturnedFile | null> {
  try {
    const bytes = await readBytes(file);
    const { mtimeMs: savedAt } = await stat(file);
    return { name: basename(file), savedAt, fingerprint: fingerprintOf(bytes), content: await readContent(bytes) };
  } catch (error) {
    terminal.err(`${foreseenFailure(error, file)}\n`);
    return null;
  }
}
