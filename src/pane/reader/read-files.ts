import { runWithBreaths } from '../../excel/breathe';
import { CancelledError } from '../../job/port';
import { shareTexts } from '../../sheet/share-text';
import { describeBreakingFile, describeSlowFile } from '../../text/file-reading';
import type { ReadFile, ReaderMessage } from './read-file';
import type { Reader, StartReader } from './start-reader';

export interface ReadOptions {
  /** Before each file, with its name, and once after the last. */
  readonly onProgress?: (done: number, total: number, name: string) => void;
  /** Asked several times a second, also while a file is being read. */
  readonly isCancelled?: () => boolean;
  /** For one file, from when the worker has it. */
  readonly timeLimitSeconds?: number;
}

/** A city workbook takes two seconds on an old machine. */
const usualLimit = 20;
/** Milliseconds between two looks at whether the user has cancelled. */
const lookAfter = 50;

/** The reader itself could not be loaded: the network or the server, not a file. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
}

/**
 * Reads files from outside in a worker, one after the other. A file that takes too long or kills the worker ends in a
 * sentence, and a fresh worker goes on with the rest. Throws CancelledError, the worker being ended at once, and
 * ReaderError where no worker can be had.
 */
export async function readFiles(
  files: readonly File[],
  { onProgress, isCancelled = () => false, timeLimitSeconds = usualLimit }: ReadOptions,
  start: StartReader,
): Promise<readonly ReadFile[]> {
  const seat = new ReaderSeat(start, isCancelled);
  const read: ReadFile[] = [];
  try {
    for (const [at, file] of files.entries()) {
      onProgress?.(at, files.length, file.name);
      read.push(await readOne(seat, file, timeLimitSeconds));
    }
  } finally {
    seat.clear();
  }
  onProgress?.(files.length, files.length, '');
  return read;
}

async function readOne(seat: ReaderSeat, file: File, timeLimitSeconds: number): Promise<ReadFile> {
  const { name, size, lastModified } = file;
  const refuse = (sentence: string): ReadFile => {
    seat.clear();
    return { name, size, modified: lastModified, fingerprint: '', result: { kind: 'refused', sentence } };
  };
  const answer = await seat.ask(file, timeLimitSeconds);
  if (answer === 'late') return refuse(describeSlowFile(name, timeLimitSeconds));
  if (answer?.kind !== 'read') return refuse(describeBreakingFile(name));
  const { fingerprint, result } = answer;
  if (result.kind === 'content') await runWithBreaths(shareTexts(result.content));
  return { name, size, modified: lastModified, fingerprint, result };
}

type Answer = ReaderMessage | 'late' | null;

/** Where one reader at a time sits; a new one is started when it is needed and the seat is empty. */
class ReaderSeat {
  private reader: Reader | null = null;
  private hear: (answer: Answer) => void = () => undefined;

  constructor(
    private readonly start: StartReader,
    private readonly isCancelled: () => boolean,
  ) {}

  clear(): void {
    this.reader?.stop();
    this.reader = null;
  }

  async ask(file: File, seconds: number): Promise<Answer> {
    const reader = this.reader ?? (await this.seatNew());
    return this.listen(seconds, () => reader.give(file));
  }

  private async seatNew(): Promise<Reader> {
    const answer = await this.listen(null, () => {
      const reader = this.start((message) => {
        if (this.reader === reader) this.hear(message);
      });
      this.reader = reader;
    });
    if (this.reader === null || answer === null) throw new ReaderError('the reader did not start');
    return this.reader;
  }

  /** The next answer after `act`; 'late' after so many seconds. Throws CancelledError, having ended the reader. */
  private async listen(seconds: number | null, act: () => void): Promise<Answer> {
    let look: ReturnType<typeof setInterval> | undefined;
    let limit: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.hear = resolve;
        look = setInterval(() => {
          if (!this.isCancelled()) return;
          this.clear();
          reject(new CancelledError('cancelled while reading files'));
        }, lookAfter);
        if (seconds !== null) limit = setTimeout(() => resolve('late'), seconds * 1_000);
        act();
      });
    } finally {
      clearInterval(look);
      clearTimeout(limit);
      this.hear = () => undefined;
    }
  }
}
