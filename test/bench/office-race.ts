import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A race that needs a page (`NAME.bench.ts`), in a process of its own under jest. Throws where it fails. */
export function runInPage(name: string): void {
  runUnderJest(name, ['-c', '.config/jest.bench.js']);
}

/** A race that needs a browser, likewise. */
export function runInBrowser(name: string): void {
  runUnderJest(name, ['-c', '.config/jest.node.js', '--testRegex', `/test/bench/${name}\\.bench\\.ts$`]);
}

function runUnderJest(name: string, options: readonly string[]): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // What an ordinary machine gives a process by itself does not hold both the embedded Excel and what is written into it.
  const jest = ['--expose-gc', '--max-old-space-size=8192', 'node_modules/jest/bin/jest.js', '-i', ...options, `test/bench/${name}.bench.ts`];
  const { status } = spawnSync(process.execPath, jest, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`the races of ${name}.bench.ts ended with ${status}`);
}
