import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { City } from './city';
import type { Edit } from './edit';
import type { Editing } from './step';

/** Opens, changes and saves files. */
export type Program = (jobs: readonly Editing[]) => void | Promise<void>;

/** Each edit's file as the program saved it, in one run of the program. */
export async function editAll(program: Program, city: City, edits: readonly Edit[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'nine-lists-return-'));
  try {
    const source = join(folder, 'issued.xlsx');
    writeFileSync(source, city.bytes);
    const jobs = edits.map((edit, at): Editing => {
      const format = edit.format ?? 'xlsx';
      return { source, target: join(folder, `${at}.${format}`), format, ...(edit.password !== undefined && { password: edit.password }), steps: edit.steps(city) };
    });
    await program(jobs);
    return new Map(edits.map(({ name }, at) => [name, new Uint8Array(readFileSync(jobs[at]!.target))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program driven by one of the Python scripts beside this file. */
export function pythonProgram(python: string, script: string, ...args: readonly string[]): Program {
  return async (jobs) => {
    const folder = mkdtempSync(join(tmpdir(), 'nine-lists-jobs-'));
    try {
      const list = join(folder, 'jobs.json');
      writeFileSync(list, JSON.stringify(jobs));
      const path = fileURLToPath(new URL(script, import.meta.url));
      // Where it fails, the error holds what it said.
      await promisify(execFile)(python, [path, ...args, list], { timeout: 300_000 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
