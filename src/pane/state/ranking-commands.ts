import { describeBulletinLaid } from '../../text/ui-sentence';
import type { ReadOptions } from '../reader/read-files';
import type { CommandTools } from './command-tools';

/** 排名: the workbook against an older one, and the bulletin as a sheet. */
export interface RankingCommands {
  /** Reads an older city workbook, against which ranks are compared from then on. */
  readonly rankAgainst: (older: File) => Promise<void>;
  /** Ranks without an older workbook again. */
  readonly forgetOlder: () => void;
  /** Lays the sheet 排名通报 of what stands in the workbook now. */
  readonly layBulletin: () => Promise<void>;
}

export function createRankingCommands({ store, tasks: { run, options }, say }: CommandTools): RankingCommands {
  const readOptions: ReadOptions = {
    onProgress: (done, total, name) => store.send({ kind: 'progressed', progress: { stage: 'read', done, total }, detail: name || null }),
    isCancelled: options.isCancelled,
  };
  return {
    rankAgainst: (file) =>
      run('older', true, async (work) => {
        const [read] = await work.readFiles([file], readOptions);
        if (read) store.send({ kind: 'ranked', ranked: { older: work.readOlder(read) } });
      }),
    forgetOlder: () => store.send({ kind: 'ranked', ranked: { older: null } }),
    layBulletin: () =>
      run('bulletin', true, async (work) => say(describeBulletinLaid(await work.layBulletin(store.get().ranked.older, options)))),
  };
}
