import type { CheckReport } from '../../job/report';
import type { LastOperation, Notice } from './state';
import type { Store } from './store';
import type { TaskRun } from './task-run';
import type { Work } from './work';

/** What every group of commands works with. */
export interface CommandTools {
  readonly store: Store;
  readonly tasks: TaskRun;
  readonly load: () => Promise<Work>;
  /** Everything is about to be read anew: edits that were noted are in it. */
  readonly forgetEdits: () => void;
  /** Shows what a job has judged after writing. */
  readonly takeOver: (report: CheckReport) => void;
  /** Looks at the workbook again after something was written into it. */
  readonly layAndLook: <Result>(work: Work, lay: () => Promise<Result>) => Promise<Result>;
  /** Keeps what an operation did, so that it can be taken back, until the next one. */
  readonly keep: (work: Work, operation: Omit<LastOperation, 'place'> & Partial<Pick<LastOperation, 'place'>>) => void;
  readonly say: (text: string, intent?: Notice['intent']) => void;
}
