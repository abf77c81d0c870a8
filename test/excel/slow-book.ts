import type { WorkbookModel } from '../../src/sheet/model';
import { openBook, type OpenBook } from './open-book';

/** A workbook open in Excel, and timers that are the test's own from here on (put them back: jest.useRealTimers): nobody waits for Excel. */
export async function openSlowBook(model?: WorkbookModel): Promise<OpenBook> {
  jest.useRealTimers();
  const open = await openBook(model);
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  return open;
}

/** What becomes of a call within so many milliseconds of waiting. */
export async function within<T>(milliseconds: number, call: Promise<T>): Promise<T | 'waiting'> {
  let outcome: { readonly settled: () => T } | null = null;
  call.then(
    (value) => (outcome = { settled: () => value }),
    (cause: unknown) => (outcome = { settled: () => { throw cause; } }),
  );
  for (let waited = 0; waited < milliseconds && outcome === null; waited += 1_000) await jest.advanceTimersByTimeAsync(1_000);
  return (outcome as { readonly settled: () => T } | null)?.settled() ?? 'waiting';
}
