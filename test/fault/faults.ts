/** `npm run faults [-- NAME…]`: every operation with every mishap (or those named) at every round trip, as a table. Ends with 1 where something is wanting. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CaseResult } from './run-case';
import { writeTable } from './table';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
const parts = Math.min(4, availableParallelism());

/** One process with its share of the operations; true where it came to its end. */
function runPart(part: number): Promise<boolean> {
  const jest = ['node_modules/jest/bin/jest.js', '-i', '--silent', '-c', '.config/jest.fault.js'];
  const env = { ...process.env, FAULT_PART: String(part), FAULT_PARTS: String(parts), FAULT_RESULTS: fileOf(part), FAULT_NAMES: process.argv.slice(2).join(',') };
  return new Promise((resolve) => {
    spawn(process.execPath, jest, { cwd: root, env, stdio: 'inherit' }).on('exit', (status) => resolve(status === 0));
  });
}

const fileOf = (part: number): string => join(folder, `${part}.json`);

const numbers = Array.from({ length: parts }, (_, part) => part);
const ended = await Promise.all(numbers.map(runPart));
const results = numbers.flatMap((part) => (existsSync(fileOf(part)) ? (JSON.parse(readFileSync(fileOf(part), 'utf8')) as CaseResult[]) : []));
rmSync(folder, { recursive: true });
process.stdout.write(`${writeTable(results)}\n`);
process.exitCode = ended.every(Boolean) && results.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
