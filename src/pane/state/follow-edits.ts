import { HostError, type Edit, type WorkbookPort } from '../../job/port';
import { describeFailure } from './failure';
import type { Store } from './store';
import type { Work } from './work';

/** A pause in typing after which the edits so far are judged. */
const pause = 300;
/** While the user types in a cell, Excel answers nothing; the next look is after this. */
const patience = 1_500;
/** Looks before waiting for the next edit. */
const longestSilence = 20;

/** Judging again after edits, of the user's own or a co-author's. Reads only, never writes. */
export interface EditFollower {
  /** Begins to listen. Throws HostError. */
  readonly start: () => Promise<void>;
  /** Drops the edits so far: everything is about to be read anyway. */
  readonly forget: () => void;
  /** Takes up edits that came while a task ran. */
  readonly wake: () => void;
}

export function followEdits(store: Store, port: WorkbookPort, load: () => Promise<Work>): EditFollower {
  let pending: Edit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence = 0;
  let isJudging = false;

  const wait = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void judge(), delay);
  };

  const judge = async (): Promise<void> => {
    const { report, task } = store.get();
    if (isJudging || task || !report || pending.length === 0) return;
    isJudging = true;
    const taken = pending;
    pending = [];
    try {
      const judged = await (await load()).rejudge(report, taken);
      silence = 0;
      // A task that began meanwhile has read more than this.
      if (store.get().report === report) store.send({ kind: 'reported', report: judged, freshness: 'followed', edits: taken });
    } catch (cause) {
      pending = [...taken, ...pending];
      if (cause instanceof HostError && (cause.fault === 'editMode' || cause.fault === 'busy')) {
        if (silence++ < longestSilence) wait(patience);
        return;
      }
      pending = [];
      const retry = (): void => {
        store.send({ kind: 'noticed', notice: null });
        pending = [...taken, ...pending];
        void judge();
      };
      store.send({ kind: 'noticed', notice: { ...describeFailure(cause, 'judge'), retry } });
    } finally {
      isJudging = false;
    }
    if (pending.length > 0) wait(pause);
  };

  return {
    start: async () => {
      await port.watch((edit) => {
        pending.push(edit);
        silence = 0;
        wait(pause);
      });
    },
    forget: () => {
      pending = [];
    },
    wake: () => {
      if (pending.length > 0) wait(pause);
    },
  };
}
