import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The race that needs a page (office.bench.ts), in a process of its own under jest. Throws where it fails. */
export function runOfficeRace(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--expose-gc', 'node_modules/jest/bin/jest.js', '-c', '.config/jest.bench.js'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`the races through office.js ended with ${status}`);
}
