import { builtInPlan } from '../plan/built-in';
import { readPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import { commandTexts } from '../text/command-line';
import { CommandError } from './command-error';
import { readBytes } from './read-file';

/** The plan of a JSON file, or the one that the program brings along. */
export async function planOf(path: string | undefined): Promise<Plan> {
  if (path === undefined) return builtInPlan;
  return readPlan(decode(await readBytes(path, 'plan'), path), path);
}

/** UTF-8, or UTF-16 as old editors call Unicode. Any other coding would turn names into signs that nobody notices. */
function decode(bytes: Uint8Array, path: string): string {
  const coding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandError(commandTexts.planCoding(path), { cause });
  }
}
