import { z } from 'zod';
import { changeAsOf } from '../job/change-as-of';
import { checkWorkbook, judgeWorkbook } from '../job/check';
import { checkTogether, type OpenWorkbook, type TogetherReport } from '../job/check-together';
import { createMemoryPort } from '../job/memory-port';
import { recogniseWorkbook } from '../job/recognise';
import type { CheckReport } from '../job/report';
import { openFile, type FilePort } from '../xlsx/file-port';
import type { WorkbookPort } from '../job/port';
import type { Plan } from '../plan/plan';
import type { Issue, Undecided } from '../rule/issue';
import { commandTexts } from '../text/command-line';
import { describeUnknownParts } from '../text/file';
import { dayOption, parseOptions } from './option';
import { planOf } from './plan-file';
import { issueData, reportData } from './report-data';
import { reportText, togetherText } from './report-text';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { CommandError, foreseenFailure } from './command-error';
import { listFiles, readBytes } from './read-file';
import { replaceFile } from './write-file';

const schema = z.object({
  plan: z.string().optional(),
  'as-of': dayOption.optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
});

type Options = z.output<typeof schema>;

type OpenFile = OpenWorkbook & Pick<FilePort<WorkbookPort>, 'save' | 'unknown'>;

/** `check`: judges workbooks, several of them together, prints what is wrong, and with --write marks the files. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files: named } = parseOptions(args, schema, ['json', 'write']);
  if (named.length === 0) throw new CommandError('请写出要校验的文件，例如：npx nine-lists check 清单.xlsx');
  const files = await listFiles(named, (path) => terminal.err(`${commandTexts.sameFile(path)}\n`));
  const plan = await planOf(options.plan);
  const opened: OpenFile[] = [];
  for (const file of files) {
    const workbook = await openWorkbook(file, plan, options, terminal);
    if (workbook !== null) opened.push(workbook);
  }
  const { reports, together, undecided } = await judge(opened, plan, options);
  const written = options.write ? await writeMarks(opened, terminal) : opened.length;
  const labelled = reports.map((report, at) => ({ file: opened[at]!.label, report }));
  terminal.out(options.json ? jsonOf(labelled, together, files.length) : textOf(labelled, together, undecided, plan));
  if (opened.length < files.length || written < opened.length) return 2;
  return [...reports.flatMap(({ result }) => result.issues), ...together].some(isOpenError) ? 1 : 0;
}

/** A file opened and recognised; null, with a sentence on err, where it cannot be used. */
async function openWorkbook(file: string, plan: Plan, options: Options, terminal: Terminal): Promise<OpenFile | null> {
  try {
    const port = await openFile(await readBytes(file), createMemoryPort);
    const asOf = options['as-of'];
    // The day asked for is judged by; it is kept in the file only with --write.
    if (asOf !== undefined) await changeAsOf(port, [plan], asOf, surroundings);
    const known = recogniseWorkbook(await port.read(), [plan], surroundings);
    return { label: file, port, known, save: port.save, unknown: port.unknown };
  } catch (error) {
    terminal.err(`${foreseenFailure(error, file)}\n`);
    return null;
  }
}

/** Puts the marks into the files, except where something in a file would be lost; returns how many were written. */
async function writeMarks(opened: readonly OpenFile[], terminal: Terminal): Promise<number> {
  let written = 0;
  for (const { label, save, unknown } of opened) {
    if (unknown.length > 0) {
      terminal.err(`${describeUnknownParts(unknown, label)}这次没有写回。\n`);
      continue;
    }
    const bytes = await save();
    try {
      await replaceFile(label, bytes);
      written += 1;
    } catch (error) {
      // What was found is still printed, and the other files are still written.
      terminal.err(`${foreseenFailure(error, label)}\n`);
    }
  }
  return written;
}

/** One file is judged by itself; several are judged with each other as well. */
async function judge(opened: readonly OpenFile[], plan: Plan, options: Options): Promise<TogetherReport> {
  const progress = { onProgress: showProgress };
  if (opened.length > 1) return checkTogether(opened, plan, surroundings, { ...progress, mark: options.write });
  const reports: CheckReport[] = [];
  for (const { port } of opened) {
    const judgeFile = options.write ? checkWorkbook : judgeWorkbook;
    reports.push(await judgeFile(port, [plan], surroundings, progress));
  }
  return { reports, together: [], undecided: [] };
}

interface LabelledReport {
  readonly file: string;
  readonly report: CheckReport;
}

/** One file gives one object; several give their objects and what they say together. */
function jsonOf(reports: readonly LabelledReport[], together: readonly Issue[], asked: number): string {
  const data = reports.map(({ file, report }) => ({ file, ...reportData(report) }));
  const [first] = reports;
  const shown =
    asked === 1
      ? (data[0] ?? null)
      : { files: data, together: first === undefined ? [] : together.map((issue) => issueData(first.report, issue)) };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function textOf(
  reports: readonly LabelledReport[],
  together: readonly Issue[],
  undecided: readonly Undecided[],
  plan: Plan,
): string {
  const texts = reports.map(({ file, report }) => reportText(file, report));
  return [...texts, ...togetherText(together, undecided, plan)].join('\n');
}

function isOpenError(issue: Issue): boolean {
  return issue.severity === 'error' && issue.explained === undefined;
}
