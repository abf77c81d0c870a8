import type { ShelvedFile } from '../together/file-shelf';
import { noFiles } from '../together/together';
import type { CommandTools } from './command-tools';
import type { Work } from './work';

/** 多份校验: several workbooks judged together. Nothing is written anywhere. */
export interface TogetherCommands {
  /** Reads files and judges them together with those chosen before. */
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  /** Puts away the file of that label, or all of them. */
  readonly removeFile: (label: string | null) => Promise<void>;
  /** Whether the open workbook is judged with the files. */
  readonly includeOpen: (withOpen: boolean) => Promise<void>;
}

export function createTogetherCommands({ store, tasks: { run, options } }: CommandTools): TogetherCommands {
  let shelf: readonly ShelvedFile[] = [];

  /** Only a shelf that was judged to the end is taken over: after 取消 everything is as before. */
  const judge = async (work: Work, next: readonly ShelvedFile[], withOpen: boolean): Promise<void> => {
    const together = next.length === 0 ? { ...noFiles, withOpen } : await work.judgeShelf(next, withOpen, options);
    shelf = next;
    store.send({ kind: 'together', together });
  };

  return {
    addFiles: (files) =>
      run('together', true, async (work) => {
        const read = await work.readFiles(files, {
          onProgress: (done, total, name) => store.send({ kind: 'progressed', progress: { stage: 'read', done, total }, detail: name || null }),
          isCancelled: options.isCancelled,
        });
        await judge(work, work.shelve(shelf, read), store.get().together.withOpen);
      }),
    removeFile: (label) =>
      run('together', true, (work) => judge(work, label === null ? [] : shelf.filter((file) => file.label !== label), store.get().together.withOpen)),
    includeOpen: (withOpen) => run('together', true, (work) => judge(work, shelf, withOpen)),
  };
}
