import { z } from 'zod';
import { changeAsOf } from '../job/as-of';
import { checkWorkbook } from '../job/check';
import { createMemoryPort } from '../job/memory-port';
import type { CheckReport } from '../job/report';
import { openFile } from '../xlsx/file-port';
import type { Plan } from '../plan/plan';
import { readBytes, replaceFile } from './file';
import { dayOption, parseOptions } from './option';
import { planOf } from './plan-file';
import { reportData } from './report-data';
import { reportText } from './report-text';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { CommandError, foreseenFailure } from './command-error';

const schema = z.object({
  plan: z.string().optional(),
  'as-of': dayOption.optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
});

type Options = z.output<typeof schema>;

/** `check`: judges workbooks, prints what is wrong, and with --write puts the marks into the files. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema, ['json', 'write']);
  if (files.length === 0) throw new CommandError('请写出要校验的文件，例如：npx nine-lists check 清单.xlsx');
  const plan = await planOf(options.plan);
  const reports: { readonly file: string; readonly report: CheckReport }[] = [];
  let unusable = 0;
  for (const file of files) {
    const report = await checkFile(file, plan, options, terminal);
    if (report === null) unusable += 1;
    else reports.push({ file, report });
  }
  terminal.out(options.json ? jsonOf(reports, files.length) : reports.map(({ file, report }) => reportText(file, report)).join('\n'));
  if (unusable > 0) return 2;
  return reports.some(({ report }) => hasErrors(report)) ? 1 : 0;
}

/** The report of one file; null, with a sentence on stderr, where the file cannot be used. */
async function checkFile(
  file: string,
  plan: Plan,
  options: Options,
  terminal: Terminal,
): Promise<CheckReport | null> {
  try {
    const port = await openFile(await readBytes(file), createMemoryPort);
    const asOf = options['as-of'];
    // The day asked for is judged by; it is kept in the file only with --write.
    if (asOf !== undefined) await changeAsOf(port, asOf);
    const report = await checkWorkbook(port, [plan], surroundings, { onProgress: showProgress });
    if (options.write) await replaceFile(file, await port.save());
    return report;
  } catch (error) {
    terminal.err(`${foreseenFailure(error, file)}\n`);
    return null;
  }
}

/** One file gives one object; several give a list of them. */
function jsonOf(reports: readonly { readonly file: string; readonly report: CheckReport }[], asked: number): string {
  const data = reports.map(({ file, report }) => ({ file, ...reportData(report) }));
  return `${JSON.stringify(asked === 1 ? (data[0] ?? null) : data, null, 2)}\n`;
}

function hasErrors({ result }: CheckReport): boolean {
  return result.issues.some((issue) => issue.severity === 'error' && issue.explained === undefined);
}
