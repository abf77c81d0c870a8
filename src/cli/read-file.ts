import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { commandTexts } from '../text/command-line';
import { CommandError } from './command-error';
import { codeOf, isThere } from './disk';

/** A file's bytes; throws CommandError where it cannot be read, or is a folder, whatever it is called. */
export async function readBytes(path: string, what: 'workbook' | 'plan' = 'workbook'): Promise<Uint8Array> {
  const name = basename(path);
  if (name.startsWith(officeOwner)) throw new CommandError(commandTexts.officeOwner(path, name.slice(officeOwner.length)));
  try {
    return await readFile(path);
  } catch (cause) {
    const sentences: Readonly<Record<string, string>> = {
      EISDIR: what === 'plan' ? commandTexts.planFolder(path) : commandTexts.workbookFolder(path),
      ENOENT: commandTexts.missing(path),
      ENOTDIR: commandTexts.missing(path),
      EBUSY: commandTexts.locked(path),
      EACCES: commandTexts.locked(path),
      EPERM: commandTexts.locked(path),
    };
    throw new CommandError(sentences[codeOf(cause)] ?? commandTexts.unreadable(path), { cause });
  }
}

/** Excel and WPS leave a small file of this beginning beside each workbook that is open. */
const officeOwner = '~$';

/**
 * The files that were named, each once. A name with * or ? in it stands for all it fits in its folder, as Windows hands it
 * over: without Excel's own temporary files, unless there is nothing else. Throws CommandError where it fits none.
 */
export async function listFiles(paths: readonly string[], onTwice: (path: string) => void): Promise<string[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of (await isPattern(path)) ? await matching(path) : [path]) {
      if (found.has(resolve(file))) onTwice(file);
      else found.set(resolve(file), file);
    }
  }
  // A shell that fills in * itself hands over Excel's files as well.
  const own = [...found.values()].filter((file) => !basename(file).startsWith(officeOwner));
  return own.length === 0 ? [...found.values()] : own;
}

async function isPattern(path: string): Promise<boolean> {
  return /[*?]/.test(basename(path)) && !(await isThere(path));
}

async function matching(pattern: string): Promise<string[]> {
  const letters = [...basename(pattern)].map((letter) => (letter === '*' ? '.*' : letter === '?' ? '.' : letter.replace(/[\\^$.|+()[\]{}]/, '\\$&')));
  const fits = new RegExp(`^${letters.join('')}$`, 'isu');
  const folder = dirname(pattern);
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new CommandError(commandTexts.noMatch(pattern), { cause });
  });
  const found = names.filter((name) => fits.test(name) && !name.startsWith(officeOwner)).sort();
  if (found.length === 0) throw new CommandError(commandTexts.noMatch(pattern));
  return found.map((name) => join(folder, name));
}
