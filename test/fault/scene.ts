import type { Book } from '../../src/host/book/book';
import type { Host } from '../../src/host/protocol/connect-host';
import { startOffice } from '../host/start-office';
import { comeToRest, finish } from './clock';
import { readFrames, type Frames } from './frame';
import { edits } from './mishap';
import type { Operation } from './operation';
import { openPane, type Pane } from './pane';
import { openBook, putBack, setStage, takeSnapshot, type Snapshot, type Stage } from './stage';
import { readUserData, type UserData } from './user-data';

/** What the workbook held and how its sheets stood. */
export interface State {
  readonly data: UserData;
  readonly frames: Frames;
}

/** An operation with what it comes to when nothing goes wrong. */
export interface Scene {
  readonly operation: Operation;
  readonly stage: Stage;
  readonly book: Book;
  readonly start: Snapshot;
  /** Round trips of a run without any fault. */
  readonly syncs: number;
  /** By name of what another author does meanwhile, '' for nothing. */
  readonly before: ReadonlyMap<string, State>;
  readonly after: ReadonlyMap<string, State>;
}

export const readState = (book: Book): State => ({ data: readUserData(book), frames: readFrames(book) });

/** The book as at the start, a new Excel before it, and a pane in which the user has done what comes before the operation. */
export async function openScene({ operation, stage, book, start }: Pick<Scene, 'operation' | 'stage' | 'book' | 'start'>): Promise<{ readonly host: Host; readonly pane: Pane }> {
  putBack(book, start);
  const { host } = await finish(startOffice(book));
  const pane = await openPane(stage.files);
  if (operation.before) {
    await finish(operation.before(pane));
    const { notice } = pane.store.get();
    if (notice?.intent === 'error') throw new Error(`${operation.name} cannot be prepared: ${notice.text}`);
    await comeToRest();
  }
  return { host, pane };
}

/** Runs the operation once without any fault. Throws where it does not say that it succeeded. */
export async function prepareScene(operation: Operation): Promise<Scene> {
  const stage = await setStage(operation.stage);
  const book = openBook(stage);
  const start = takeSnapshot(book);
  const { host, pane } = await openScene({ operation, stage, book, start });
  const begun = takeSnapshot(book);
  host.resetStatistics();
  await finish(operation.run(pane.commands, pane.store.get().report, pane));
  const { syncs } = host.statistics;
  const { notice } = pane.store.get();
  if (notice?.intent === 'error') throw new Error(`${operation.name} fails without any fault: ${notice.text}`);
  await comeToRest();
  await pane.close();
  host.close();
  const after = statesOf(book, operation, takeSnapshot(book));
  const before = statesOf(book, operation, begun);
  return { operation, stage, book, start, syncs, before, after };
}

/** The state of a snapshot, and as it would be with each of the edits. */
function statesOf(book: Book, { list }: Operation, snapshot: Snapshot): Map<string, State> {
  putBack(book, snapshot);
  const states = new Map([['', readState(book)]]);
  for (const { name, make } of edits) {
    make(book, list);
    states.set(name, readState(book));
    putBack(book, snapshot);
  }
  return states;
}
