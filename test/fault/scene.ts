import type { Book } from '../../src/host/book/book';
import type { Host } from '../../src/host/protocol/connect-host';
import { startOffice } from '../host/start-office';
import { comeToRest, finish } from './clock';
import { readFrames, type Frames } from './frame';
import { edits, renamed } from './mishap';
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
  /** Those of them that change the workbook, 1 the first. */
  readonly writing: readonly number[];
  /** What is judged by: before it and after it. */
  readonly before: Whole;
  readonly after: Whole;
}

/** One end of an operation. */
interface Whole {
  readonly snapshot: Snapshot;
  /** By name of what another author does meanwhile, '' for nothing; as far as they were asked for (knowStates). */
  readonly states: Map<string, State>;
}

/** Texts that name a sheet may follow where it was renamed. */
export const readState = (book: Book): State => ({ data: readUserData(book).map((line) => line.replaceAll(renamed, '')).sort(), frames: readFrames(book) });

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
  const standing = watchStanding(host, book);
  await finish(operation.run(pane.commands, pane.store.get().report, pane));
  const { syncs } = host.statistics;
  const writing = writingOf([...standing.slice(0, syncs), standOf(book)]);
  host.clearFaults();
  const { notice } = pane.store.get();
  if (notice?.intent === 'error') throw new Error(`${operation.name} fails without any fault: ${notice.text}`);
  await comeToRest();
  await pane.close();
  host.close();
  const before: Whole = { snapshot: begun, states: new Map() };
  const after: Whole = { snapshot: takeSnapshot(book), states: new Map() };
  return { operation, stage, book, start, syncs, writing, before, after };
}

/** More round trips than any operation takes. */
const mostSyncs = 60;

/** What the book consists of: anything that is written makes other parts. */
const standOf = ({ state, sheets }: Book): readonly unknown[] => [state, ...sheets.map((sheet) => sheet.state)];

/** How the book stands just before each round trip, as they come. */
function watchStanding(host: Host, book: Book): (readonly unknown[])[] {
  const standing: (readonly unknown[])[] = [];
  for (let nth = 1; nth <= mostSyncs; nth += 1) host.failSync(nth, { kind: 'edited', edit: () => void standing.push(standOf(book)) });
  return standing;
}

function writingOf(standing: readonly (readonly unknown[])[]): number[] {
  const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((part, at) => part === b[at]);
  return standing.slice(1).flatMap((stand, at) => (isSame(standing[at]!, stand) ? [] : [at + 1]));
}

/** Works out the states with each of these edits ('' for none). The book is another one after that. */
export function knowStates({ book, operation: { list }, before, after }: Scene, names: readonly string[]): void {
  for (const { snapshot, states } of [before, after]) {
    for (const name of names.filter((each) => !states.has(each))) {
      putBack(book, snapshot);
      edits.find((edit) => edit.name === name)?.make(book, list);
      states.set(name, readState(book));
    }
  }
}
