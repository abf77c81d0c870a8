import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface PrintedPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** All text in the order in which it was drawn, cell by cell, without blanks and line ends. */
  readonly text: string;
}

/** The pages of a PDF, by poppler's tools. */
export function readPages(pdftotext: string, pdf: Uint8Array): readonly PrintedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'nine-lists-pdf-'));
  try {
    const file = join(folder, 'in.pdf');
    writeFileSync(file, pdf);
    const texts = run(pdftotext, ['-raw', file, '-']).split('\f').slice(0, -1);
    const sizes = [...run(join(dirname(pdftotext), 'pdfinfo'), ['-f', '1', '-l', String(texts.length), file]).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)];
    return texts.map((text, at) => ({ width: Number(sizes[at]?.[1]), height: Number(sizes[at]?.[2]), text: text.replace(/\s/g, '') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
