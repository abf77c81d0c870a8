import { randomBytes } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { CommandError } from './command-error';

/** A file's bytes; throws CommandError where it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
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

/** Replaces a file whole or not at all. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await rename(await writeDraft(path, bytes), path);
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
