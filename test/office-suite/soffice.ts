import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type OfficeFormat = 'xlsx' | 'pdf' | 'csv' | 'ods' | 'xls' | 'html';

/** Without it LibreOffice shows the values that a file was saved with, and judges nothing. */
const alwaysRecalculate =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/** Lets LibreOffice open an .xlsx file and save it in another format, with a profile of its own. Every formula is recalculated. */
export function convertFile(soffice: string, bytes: Uint8Array, format: OfficeFormat): Uint8Array {
  return convertFiles(soffice, [bytes], format)[0]!;
}

/** The same for several files, for which it is started once. */
export function convertFiles(soffice: string, files: readonly Uint8Array[], format: OfficeFormat): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'nine-lists-soffice-'));
  try {
    const out = join(folder, 'out');
    const sources = files.map((bytes, at) => {
      const source = join(folder, `${at}.xlsx`);
      writeFileSync(source, bytes);
      return source;
    });
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), alwaysRecalculate);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const run = spawnSync(soffice, [profile, '--headless', '--convert-to', format, '--outdir', out, ...sources], {
      timeout: 150_000,
      encoding: 'utf8',
    });
    return files.map((_, at) => {
      const made = join(out, `${at}.${format}`);
      if (run.status !== 0 || !existsSync(made)) throw new Error(`LibreOffice did not convert to ${format}: ${run.stdout}${run.stderr}`);
      return new Uint8Array(readFileSync(made));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
