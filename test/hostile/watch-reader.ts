import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Examination } from './examine-file';

/** How one file ended: examined, or what became of the process that opened it. */
export type Outcome = Examination | { readonly crash: string };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Nothing may be written, and no process started; the reader's TypeScript is compiled in a worker by a native module. */
const confined = ['--experimental-permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons', '--no-warnings'];

/** Six hundred short readings: V8 spends a sixth of them on making code quicker that is over by then. */
const patientCompiler = '--interrupt-budget=600000';

/**
 * Opens files one after the other in a process that may not write and has little memory. Where a file takes the process
 * down or longer than `patience` milliseconds, that is its outcome, and the next process goes on with the rest.
 */
export async function openFiles(paths: readonly string[], patience: number): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  let rest = paths;
  while (rest.length > 0) {
    const stuck = await openInProcess(rest, patience, outcomes);
    rest = stuck === null ? [] : rest.slice(rest.indexOf(stuck) + 1);
  }
  return outcomes;
}

/** Resolves with the file that the process did not survive, null where it got through all. */
async function openInProcess(paths: readonly string[], patience: number, outcomes: Map<string, Outcome>): Promise<string | null> {
  const args = [...confined, patientCompiler, '--max-old-space-size=384', '--import', './.config/run-typescript.mjs', 'test/hostile/open-files.mjs', ...paths];
  const reader = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  reader.stderr.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-2_000)));
  const over = new Promise<void>((resolve) => reader.once('close', () => resolve()));
  let open: string | null = null;
  let watchdog: NodeJS.Timeout | undefined;
  for await (const line of createInterface(reader.stdout)) {
    clearTimeout(watchdog);
    const { path, ...outcome } = JSON.parse(line) as { path: string } & Partial<Examination>;
    if ('end' in outcome || 'crash' in outcome) {
      outcomes.set(path, outcome as Outcome);
      open = null;
      continue;
    }
    open = path;
    watchdog = setTimeout(() => reader.kill('SIGKILL'), patience);
  }
  await over;
  clearTimeout(watchdog);
  if (open !== null) outcomes.set(open, { crash: `the process ended (${reader.exitCode ?? reader.signalCode}): ${complaint}` });
  else if (reader.exitCode !== 0) throw new Error(`the reader failed: ${complaint}`);
  return open;
}
