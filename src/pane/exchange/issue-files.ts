import { splitCityWorkbook } from '../../job/split';
import type { Surroundings } from '../../job/clock';
import type { JobOptions, WorkbookPort } from '../../job/port';
import { breather } from '../../job/run-steps';
import { listsOf } from '../../list/registry';
import type { Plan } from '../../plan/plan';
import { describeStrays } from '../../text/exchange-split';
import { downloadFile, saveWorkbookFile, type SavedAs } from '../../excel/save-file';
import { writeWorkbook } from '../../xlsx/write-workbook';
import { zipFiles } from '../../xlsx/zip-files';
import type { Issued, IssuedFile } from './exchanging';

/** 分发: the units' workbooks as files, ready to be saved. Throws what splitCityWorkbook throws. */
export async function issueFiles(
  port: WorkbookPort,
  plan: Plan,
  units: readonly string[],
  around: Surroundings,
  options: JobOptions,
): Promise<Issued> {
  const split = await splitCityWorkbook(port, [plan], units, around, options);
  const files: IssuedFile[] = [];
  const breathe = breather(around);
  for (const { unit, fileName, model, rows } of split.files) {
    files.push({ unit, fileName, rows, bytes: new Uint8Array(await writeWorkbook(model, breathe)) });
    options.onProgress?.({ stage: 'write', done: files.length, total: split.files.length });
    await around.yieldToScreen();
  }
  return { files, zipName: split.zipName, strays: describeStrays(split.strays, listsOf(plan)) };
}

/** Hands the user one of the files, or (null) all of them as one .zip. Throws HostError. */
export async function saveIssued({ files, zipName }: Issued, fileName: string | null): Promise<SavedAs> {
  if (fileName === null) {
    downloadFile(new Uint8Array(zipFiles(files.map(({ fileName: name, bytes }) => ({ name, bytes })))), zipName, 'application/zip');
    return 'download';
  }
  const file = files.find((each) => each.fileName === fileName);
  if (!file) throw new RangeError(`no file ${fileName}`);
  return saveWorkbookFile(file.bytes, file.fileName);
}
