import type { JobOptions } from '../../job/port';
import type { TaskName } from '../../text/ui-sentence';
import { describeFailure } from './failure';
import type { Notice } from './state';
import type { Store } from './store';
import type { Work } from './work';

/** Carries out one task at a time; what goes wrong is said in the pane, with 重试. Never rejects. */
export interface TaskRun {
  readonly run: (name: TaskName, canCancel: boolean, task: (work: Work) => Promise<void>) => Promise<void>;
  /** What jobs are given: their progress is shown, and 取消 reaches them. */
  readonly options: Required<JobOptions>;
  /** 取消. */
  readonly cancel: () => void;
  /** What follows is no longer meant by the last 取消. */
  readonly forgetCancel: () => void;
}

export function createTaskRun(
  store: Store,
  load: () => Promise<Work>,
  /** After a task that failed, and before it is told: the workbook may have to be looked at again. What it throws is told too. */
  afterFailure: (name: TaskName, cause: unknown) => Promise<void>,
  afterwards: () => void,
): TaskRun {
  let isCancelled = false;
  let current: Promise<void> = Promise.resolve();

  const carryOut = async (name: TaskName, canCancel: boolean, task: (work: Work) => Promise<void>): Promise<void> => {
    isCancelled = false;
    store.send({ kind: 'started', name, canCancel });
    try {
      await task(await load());
    } catch (cause) {
      const retry = (): void => void run(name, canCancel, task);
      const { intent, text } = describeFailure(cause, name);
      const later = await afterFailure(name, cause).then(
        () => null,
        (further: unknown) => describeFailure(further, 'open'),
      );
      const notice: Notice = later === null ? { intent, text, retry } : { intent: later.intent, text: `${text}${later.text}`, retry };
      store.send({ kind: 'noticed', notice });
    } finally {
      store.send({ kind: 'ended' });
      afterwards();
    }
  };

  /**
   * A second click while a task runs is nothing. Only 统计截止日 is waited for: it is taken over by the very click on
   * the next command.
   */
  const run: TaskRun['run'] = async (name, canCancel, task) => {
    if (store.get().task?.name === 'asOf') await current;
    if (store.get().task) return;
    current = carryOut(name, canCancel, task);
    return current;
  };

  return {
    run,
    options: {
      onProgress: (progress) => store.send({ kind: 'progressed', progress, detail: null }),
      isCancelled: () => isCancelled,
      onWaiting: (isWaiting) => store.send({ kind: 'waiting', isWaiting }),
    },
    cancel() {
      isCancelled = true;
      store.send({ kind: 'cancelling' });
    },
    forgetCancel() {
      isCancelled = false;
    },
  };
}
