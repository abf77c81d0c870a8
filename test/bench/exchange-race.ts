import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import type { Surroundings } from '../../src/job/clock';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import { previewMerge } from '../../src/job/preview-merge';
import type { ReturnedFile } from '../../src/job/recognise-return';
import { splitCityWorkbook, type CitySplit } from '../../src/job/split';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import type { WorkbookModel } from '../../src/sheet/model';
import { readContent } from '../../src/xlsx/read-content';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { largeInput } from './large-city';
import type { Contestant } from './measure';

/** 9 × 2,000 rows, spread over the eight lists and ledgers that have a row per project. */
const rowsPerList = 2_250;
/** In the files that come back every so many-th row has another 备注. */
const editedRow = 10;

/** A file as it arrives by mail. */
interface Mail {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The contestant whose time the others are held against. */
export const bareReading = '裸读八个文件：hucre';

/** Splitting a large city workbook into eight files and merging them back, beside the bare reading of the same files. */
export async function exchangeRace(): Promise<readonly Contestant[]> {
  const city = buildWorkbook(largeInput(rowsPerList));
  const port = createMemoryPort(city);
  const { files } = await split(port);
  const mail = await Promise.all(files.map(async ({ fileName, model }) => ({ name: fileName, bytes: await writeWorkbook(edited(model)) })));
  const splitCity = port.model();
  const buffers = mail.map(({ bytes }) => Buffer.from(bytes) as unknown as ArrayBuffer);
  return [
    { name: '分发：从打开的全市工作簿做成八份', run: async () => `${(await split(createMemoryPort(city))).files.length} 份` },
    { name: '写成八个 .xlsx', run: () => writeAll(files) },
    { name: bareReading, run: () => sum(mail, async ({ bytes }) => rowCount(await readXlsx(bytes))) },
    { name: '裸读八个文件：exceljs', run: () => sum(buffers, readByExceljs) },
    { name: '读八个文件的内容（本项目）', run: () => sum(mail, async ({ bytes }) => rowCount(await contentOf(bytes))) },
    { name: '读、认、比（汇总前的预览）', run: async () => said(await preview(createMemoryPort(splitCity), mail)) },
    { name: '汇总：读、认、比、写回全市工作簿', run: () => merge(createMemoryPort(splitCity), mail) },
  ];
}

function split(port: MemoryPort): Promise<CitySplit> {
  return splitCityWorkbook(port, [plan], null, surroundings());
}

async function writeAll(files: CitySplit['files']): Promise<string> {
  let bytes = 0;
  for (const { model } of files) bytes += (await writeWorkbook(model)).length;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function preview(port: MemoryPort, mail: readonly Mail[]) {
  const files: ReturnedFile[] = [];
  for (const { name, bytes } of mail) {
    files.push({ name, savedAt: null, fingerprint: name, content: await readContent(bytes) });
  }
  return previewMerge(port, files, [plan], surroundings());
}

async function merge(port: MemoryPort, mail: readonly Mail[]): Promise<string> {
  const proposed = await preview(port, mail);
  const { counts } = await mergeFiles(port, proposed, {}, surroundings());
  return `${Object.values(counts).reduce((total, { changed }) => total + changed, 0)} 行有改动`;
}

function said({ files, proposals }: Awaited<ReturnType<typeof preview>>): string {
  const refused = files.find(({ state }) => state !== 'proposed');
  if (refused) throw new Error(`${refused.file}: ${refused.sentences.join('')}`);
  return `${proposals.length} 份`;
}

async function readByExceljs(buffer: ArrayBuffer): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(buffer);
  return workbook.worksheets.reduce((total, { rowCount: rows }) => total + rows, 0);
}

async function contentOf(bytes: Uint8Array): Promise<{ readonly sheets: readonly { readonly rows: readonly unknown[] }[] }> {
  const { sheets } = await readContent(bytes);
  return { sheets: sheets.map(({ values }) => ({ rows: values })) };
}

function rowCount({ sheets }: { readonly sheets: readonly { readonly rows: readonly unknown[] }[] }): number {
  return sheets.reduce((total, { rows }) => total + rows.length, 0);
}

/** One file after another, as a merge reads them. */
async function sum<T>(files: readonly T[], read: (file: T) => Promise<number>): Promise<string> {
  let rows = 0;
  for (const file of files) rows += await read(file);
  return `${rows} 行`;
}

/** What a unit does to its file. */
export function edited(model: WorkbookModel): WorkbookModel {
  const port = createMemoryPort(model);
  for (const { name, tables } of model.sheets) {
    for (const { headers, area } of tables) {
      const remark = headers.indexOf('备注');
      if (remark < 0) continue;
      for (let row = area.row + editedRow; row < area.row + area.rows; row += editedRow) {
        port.edit(name, row, area.column + remark, [['已核实']]);
      }
    }
  }
  return port.model();
}

function surroundings(): Surroundings {
  return { now: () => Date.now(), utcOffsetMinutes: 480, random: () => Math.random(), yieldToScreen: async () => undefined };
}
