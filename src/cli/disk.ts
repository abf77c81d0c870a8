import { access } from 'node:fs/promises';
import { commandTexts } from '../text/command-line';
import { CommandError } from './command-error';

/** True where a file or folder of the name is there; throws CommandError where that cannot be told. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(cause))) return false;
    throw new CommandError(commandTexts.unreadable(path), { cause });
  }
}

/** What the system calls a failure (ENOENT, EBUSY…); nothing for any other error. */
export function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? '';
}
