import type { ReaderMessage } from './read-file';

/** A worker as the pane sees it. */
export interface Reader {
  /** Hands it a file; one message comes back, unless it hangs or dies. */
  readonly give: (file: File) => void;
  /** Ends it at once, whatever it is doing. */
  readonly stop: () => void;
}

/** Called with what a reader says, never before its start returns; null where it died or could not be loaded. */
type Hear = (message: ReaderMessage | null) => void;

export type StartReader = (hear: Hear) => Reader;

export const startReader: StartReader = (hear) => connectReader(new Worker(new URL('./reader-worker.ts', import.meta.url)), hear);

export function connectReader(worker: Worker, hear: Hear): Reader {
  worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => hear(data);
  worker.onerror = () => hear(null);
  worker.onmessageerror = () => hear(null);
  return { give: (file) => worker.postMessage(file), stop: () => worker.terminate() };
}
