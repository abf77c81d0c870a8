import { randomBytes } from 'node:crypto';
import { access, chmod, constants, link, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandTexts } from '../text/command-line';
import { CommandError } from './command-error';
import { codeOf, isThere } from './disk';

/** Writes a new file whole or not at all; throws CommandError where one of that name is there. */
export async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const draft = await writeDraft(path, bytes);
  try {
    await putInPlace(draft, path);
  } catch (cause) {
    throw new CommandError(codeOf(cause) === 'EEXIST' ? await takenSentence(path) : unwritable(path, cause), { cause });
  } finally {
    await rm(draft, { force: true });
  }
}

/** Nothing is written over, even if two commands run at once: a link fails where the name is taken. */
async function putInPlace(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (cause) {
    if (['EEXIST', 'ENOENT', 'ENAMETOOLONG', 'EACCES', 'EROFS'].includes(codeOf(cause))) throw cause;
    // USB sticks and some network drives know no links: the name is taken by an empty file first.
    await writeFile(path, '', { flag: 'wx' });
    await rename(draft, path).catch(async (failure: unknown) => {
      await rm(path, { force: true });
      throw failure;
    });
  }
}

async function takenSentence(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? commandTexts.outIsFolder(path) : commandTexts.taken(path);
}

/** Several new files, all or none; throws CommandError as writeNew does. */
export async function writeAllNew(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
  for (const { path } of files) if (await isThere(path)) throw new CommandError(commandTexts.someTaken(path));
  const written: string[] = [];
  try {
    for (const { path, bytes } of files) {
      await writeNew(path, bytes);
      written.push(path);
    }
  } catch (error) {
    await removeFiles(written);
    throw error;
  }
}

/** Takes back files that this command has written. */
export async function removeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

/** Throws CommandError where a file or folder of the name is there already: before the work, not after it. */
export async function refuseTaken(path: string): Promise<void> {
  if (await isThere(path)) throw new CommandError(await takenSentence(path));
}

/** A folder to write into, made where it is not there; throws CommandError where it cannot be. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new CommandError(commandTexts.noFolderMade(path), { cause });
  }
}

/** Replaces a file whole or not at all, keeping who may read it; where the name is a link, the file it leads to. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const isNew = !(await isThere(path));
  const place = isNew ? path : await realpath(path);
  const draft = await writeDraft(place, bytes, path);
  try {
    if (!isNew) {
      await access(place, constants.W_OK);
      await chmod(draft, (await stat(place)).mode);
    }
    await rename(draft, place);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new CommandError(codeOf(cause) === 'EISDIR' ? commandTexts.outIsFolder(path) : commandTexts.readOnly(path), { cause });
  }
}

async function writeDraft(path: string, bytes: Uint8Array, shown = path): Promise<string> {
  // A name of its own: a long name with more to it would be too long.
  const draft = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
  } catch (cause) {
    // Of two failures the first is told: where the folder is none, there is nothing to take away either.
    await rm(draft, { force: true }).catch(() => undefined);
    throw new CommandError(unwritable(shown, cause), { cause });
  }
  return draft;
}

function unwritable(path: string, cause: unknown): string {
  const missing = commandTexts.noFolder(path, dirname(path));
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: missing,
    ENOTDIR: missing,
    ENOSPC: commandTexts.fullDisk(path),
    ENAMETOOLONG: commandTexts.longName(path),
  };
  return sentences[codeOf(cause)] ?? commandTexts.unwritable(path);
}
