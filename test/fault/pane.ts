import { createExcelPort } from '../../src/excel/port';
import type { Surroundings } from '../../src/job/clock';
import type { WorkbookPort } from '../../src/job/port';
import { createCommands, type Commands } from '../../src/pane/state/commands';
import type { ReadFile } from '../../src/pane/reader/read-file';
import { createStore, type Store } from '../../src/pane/state/store';
import { bindWork } from '../../src/pane/state/work';
import { startInPlace } from '../pane/reader/in-place-reader';
import { finish, now, runUntil } from './clock';

/** The pane as the user has it beside the workbook, without its looks. */
export interface Pane {
  readonly store: Store;
  readonly commands: Commands;
  /** Edits that it has heard of. */
  readonly heard: () => number;
  /** Ends its listening, whether it still lives or not: the library outlives it. */
  readonly close: () => Promise<void>;
}

/** The same clock and chance each time: what was done before a mishap is then the same in every case. */
function makeSurroundings(): Surroundings {
  let chance = 1;
  return {
    now: () => now,
    utcOffsetMinutes: 480,
    random: () => (chance = (chance * 48_271) % 2_147_483_647) / 2_147_483_647,
    yieldToScreen: () => Promise.resolve(),
  };
}

/** Opens the pane. Files that are chosen are those lying beside the workbook. */
export async function openPane(files: readonly ReadFile[]): Promise<Pane> {
  const excel = createExcelPort();
  const stops: (() => Promise<void>)[] = [];
  let heard = 0;
  const port: WorkbookPort = {
    ...excel,
    async watch(onEdit) {
      const stop = await excel.watch((edit) => {
        heard += 1;
        onEdit(edit);
      });
      stops.push(stop);
      return stop;
    },
  };
  const store = createStore();
  const commands = createCommands(store, port, () => Promise.resolve({ ...bindWork(port, makeSurroundings(), startInPlace), readFiles: async () => [...files] }));
  await finish(commands.open());
  return {
    store,
    commands,
    heard: () => heard,
    close: async () => {
      for (const stop of stops.splice(0)) await finish(stop());
    },
  };
}

/** 重试, as the notice offers it, to its end. */
export async function retry({ store }: Pane): Promise<void> {
  store.get().notice?.retry?.();
  await runUntil(() => store.get().task === null);
}
