import type { ReturnedFile } from '../../job/recognise-return';
import type { Shelved } from '../file/shelf';
import type { ReadFile } from '../reader/read-file';

/** A chosen file that came back from a unit. */
export interface ShelvedReturn extends Shelved {
  /** Null where it could not be read. */
  readonly file: ReturnedFile | null;
  /** Why it could not be read; empty where it could. */
  readonly sentence: string;
}

export function takeReturn({ fingerprint, modified, result }: ReadFile, label: string): ShelvedReturn {
  return result.kind === 'refused'
    ? { label, fingerprint, file: null, sentence: result.sentence }
    : { label, fingerprint, file: { name: label, savedAt: modified, fingerprint, content: result.content }, sentence: '' };
}
