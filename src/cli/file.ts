import { randomBytes } from 'node:crypto';
import { access, link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { CommandError } from './command-error';

/** A file's bytes; throws CommandError where it cannot be read, or is a folder, whatever it is called. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EISDIR') {
      throw new CommandError(`“${path}”是文件夹，不是工作簿文件，应为一个 .xlsx 文件。请写出文件夹里工作簿的文件名，例如：${path}/全市.xlsx`, { cause });
    }
    throw new CommandError(`文件“${path}”打不开，请检查文件名和路径。`, { cause });
  }
}

/** Writes a new file whole or not at all; throws CommandError where one of that name is there. */
export async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const draft = await writeDraft(path, bytes);
  try {
    // A link fails where the name is taken, so nothing is written over even if two commands run at once.
    await link(draft, path);
  } catch (cause) {
    throw new CommandError(`文件“${path}”已经存在，没有覆盖。请用 --out 换一个文件名。`, { cause });
  } finally {
    await unlink(draft);
  }
}

/** Throws CommandError for the first of these files that is there already: of several files none or all are written. */
export async function refuseTaken(paths: readonly string[]): Promise<void> {
  for (const path of paths) if (await isThere(path)) throw new CommandError(`文件“${path}”已经存在，没有覆盖，也没有写出其他文件。请换一个文件夹，或先移走原来的文件。`);
}

/** A folder to write into, made where it is not there; throws CommandError where it cannot be. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new CommandError(`文件夹“${path}”建不了，请检查路径是否正确、是否有写入权限。`, { cause });
  }
}

/** Replaces a file whole or not at all. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await rename(await writeDraft(path, bytes), path);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new CommandError(`文件“${path}”打不开，请检查文件名和路径。`, { cause });
  }
}

async function writeDraft(path: string, bytes: Uint8Array): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
  } catch (cause) {
    throw new CommandError(`文件“${path}”写不进去，请检查文件夹是否存在、是否有写入权限。`, { cause });
  }
  return draft;
}
