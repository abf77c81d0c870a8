import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../../src/cli/run-command';

/** What a command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. */
export async function runNineLists(...args: string[]): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const code = await runCommand(args, { out: (text) => (stdout += text), err: (text) => (stderr += text) });
  return { code, stdout, stderr };
}

/** Runs the program as a user does, in a process of its own. */
export function startNineLists(directory: string, ...args: string[]): Promise<Outcome> {
  return new Promise((done, fail) => {
    const binary = resolve(__dirname, '../../.config/nine-lists.mjs');
    const child = spawn(process.execPath, [binary, ...args], { cwd: directory });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** An empty folder for one test file, and how to be rid of it. */
export async function makeFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'nine-lists-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
