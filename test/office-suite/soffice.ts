import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const folder = mkdtempSync(join(tmpdir(), 'nine-lists-soffice-'));
  try {
    const source = join(folder, 'in.xlsx');
    const out = join(folder, 'out');
    writeFileSync(source, bytes);
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), alwaysRecalculate);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const run = spawnSync(soffice, [profile, '--headless', '--convert-to', format, '--outdir', out, source], {
      timeout: 150_000,
      encoding: 'utf8',
    });
    const made = run.status === 0 ? readdirSync(out)[0] : undefined;
    if (made === undefined) throw new Error(`LibreOffice did not convert to ${format}: ${run.stdout}${run.stderr}`);
    return new Uint8Array(readFileSync(join(out, made)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
