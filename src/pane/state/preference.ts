import { readPartition } from '../../excel/partition';

/** What the pane remembers between two openings: habits only, never anything of a workbook. */
interface Preferences {
  /** Unit key last generated for, 'city' for 全市. */
  readonly scope: string;
  /** Who last signed an explanation or a rule's setting. */
  readonly who: string;
}

const keyOf = (name: keyof Preferences): string => `${readPartition()}nine-lists.${name}`;

/** Null where nothing was remembered, or where the browser refuses storage (private windows, policies). */
export function readPreference(name: keyof Preferences): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** Remembers where it can; a browser that refuses storage loses a habit, nothing else. */
export function writePreference(name: keyof Preferences, value: string): void {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    return;
  }
}
