import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(__dirname, '../..');
const prefix = `nine-lists-site-${userInfo().username}-`;

/** What goes into the pages, and this file, which says how they are built; the packages are those of the lock file. */
const sources = ['src', 'assets', '.config', 'manifest.xml', 'webpack.config.js', 'package.json', 'package-lock.json', 'test/browser/build-site.ts'];

/** Milliseconds after which nobody waits any longer for a build of somebody else, and after which builds of older sources go. */
const patience = 120_000;
const kept = 2 * 3_600_000;

export interface BuiltSite {
  /** What dist would hold. It belongs to all who ask for it: nobody may change or remove it. */
  readonly folder: string;
  /** The port of https://localhost:〈port〉/nine-lists, the address that it was built for. */
  readonly port: number;
}

/**
 * Builds the pages with the project's webpack.config.js, once for all test files and runs over the same sources: the
 * build stays in the folder for temporary files. A build that was broken off is never taken for a whole one, since it
 * gets its name at the end; the lock only saves a second one at the same time.
 */
export async function buildSiteOnce(): Promise<BuiltSite> {
  const state = hashOf(sources);
  const folder = join(tmpdir(), prefix + state);
  // Below the ports that systems give to whoever asks for any.
  const port = 20_000 + (parseInt(state.slice(0, 8), 16) % 10_000);
  const lock = `${folder}.lock`;
  for (const end = Date.now() + patience; !existsSync(folder); await sleep(100)) {
    const taken = await takeLock(lock);
    if (!taken && isHeld(lock) && Date.now() < end) continue;
    const own = await mkdtemp(`${folder}-`);
    try {
      await buildSite(own, port);
      await rename(own, folder).catch((cause: NodeJS.ErrnoException) => {
        if (!existsSync(folder)) throw cause;
      });
    } finally {
      await rm(own, { recursive: true, force: true });
      await rm(lock, { force: true });
    }
    await clearOld();
  }
  return { folder, port };
}

/**
 * Builds the pages for an office's server on that port. As an office gets them but not minified: that would take longer
 * than the tests, and changes nothing that they look at.
 */
export function buildSite(folder: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const webpack = spawn(
      process.execPath,
      [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production', '--no-optimization-minimize', '--output-path', folder],
      { cwd: root, env: { ...process.env, ADDIN_URL: `https://localhost:${port}/nine-lists` }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    webpack.stdout.on('data', (text: Buffer) => (output += text.toString()));
    webpack.stderr.on('data', (text: Buffer) => (output += text.toString()));
    webpack.on('error', fail);
    webpack.on('exit', (code) => (code === 0 ? done() : fail(new Error(`webpack ended with ${code}:\n${output}`))));
  });
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version).update(process.env.OFFICE_JS ?? '');
  const add = (path: string): void => {
    const full = join(root, path);
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else hash.update(`\0${path}\0`).update(readFileSync(full));
  };
  paths.forEach(add);
  return hash.digest('hex').slice(0, 20);
}

/** True where nobody held the lock, which now names this process. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

/** Whether the process that the lock names still runs; one without a name is just being written. */
function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch (cause) {
    // The lock or the process is gone; a process that belongs to somebody else is not.
    if (['ENOENT', 'ESRCH'].includes((cause as NodeJS.ErrnoException).code ?? '')) return false;
    if ((cause as NodeJS.ErrnoException).code === 'EPERM') return true;
    throw cause;
  }
}

/** Builds of older sources, and what broken-off ones left. */
async function clearOld(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name);
    const changed = name.startsWith(prefix) ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    if (changed !== undefined && Date.now() - changed > kept) await rm(path, { recursive: true, force: true });
  }
}
