import type { ReadFile } from '../reader/read-file';

/** A file that the user chose, by the name it has among the others. */
export interface Shelved {
  readonly label: string;
  /** Empty for a file that could not be read. */
  readonly fingerprint: string;
}

/**
 * The shelf with more files on it. The same file chosen again takes its old place; another file of the same name is
 * told apart by a number.
 */
export function shelveFiles<T extends Shelved>(shelf: readonly T[], read: readonly ReadFile[], make: (file: ReadFile, label: string) => T): readonly T[] {
  const next = [...shelf];
  for (const file of read) {
    const at = next.findIndex((each) => isSame(file, each));
    const label = at >= 0 ? next[at]!.label : labelFor(file.name, next);
    next.splice(at >= 0 ? at : next.length, 1, make(file, label));
  }
  return next;
}

/** Files that could not be read, chosen again under the same name, are meant to be the same. */
function isSame(file: ReadFile, { label, fingerprint }: Shelved): boolean {
  return fingerprint === '' ? label === file.name : fingerprint === file.fingerprint;
}

function labelFor(name: string, shelf: readonly Shelved[]): string {
  const taken = new Set(shelf.map(({ label }) => label));
  let label = name;
  for (let count = 2; taken.has(label); count += 1) label = `${name}（${count}）`;
  return label;
}
