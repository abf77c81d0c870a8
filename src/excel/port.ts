import { formatAddress } from '../sheet/address';
import type { Change } from '../sheet/model';
import { HostError, type JobOptions, type WorkbookPort } from '../job/port';
import { writeChanges, isLight } from './write';
import type { Patience, Restore } from './restore';
import { readLook } from './read-look';
import { readWorkbook } from './read';
import { showCell } from './show-cell';
import type { SheetExtent, Sighting } from './survey';
import { watchEdits } from './watch';

/**
 * Milliseconds for which a write relies on what the read before it saw: long enough for a job to judge what it
 * read, too short for a user to rebuild a sheet.
 */
const SIGHTING_LASTS = 10_000;

/**
 * The workbook that Excel has open. Calls are carried out one after another. Every method throws HostError for
 * what Excel refuses, with events and protections put back; where even that is refused (the user
 * is editing a cell), it is made up for before the next call.
 */
export function createExcelPort(): Required<WorkbookPort> {
  /** What the last read saw, so that writing right after it needs no look of its own. */
  let lastSeen: (Sighting & { readonly at: number }) | null = null;
  /** Where the job that is about to write has read its sheets, however long ago that was, and whatever was edited since. */
  let lastRead: ReadonlyMap<string, SheetExtent> = new Map();
  /** The sheets there were at that read. */
  let lastTabs: readonly string[] | null = null;
  let owed: Restore | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const payOwed = async (patience: Patience): Promise<void> => {
    if (!owed) return;
    const restore = owed;
    owed = null;
    try {
      await restore(patience);
    } catch (cause) {
      // What it is about may be gone, or locked by now; that must not stop every call for good.
      if (!(cause instanceof HostError) || (cause.fault !== 'notFound' && cause.fault !== 'protected')) owed = restore;
      throw cause;
    }
  };
  const inTurn = <T>(patience: Patience, work: () => Promise<T>): Promise<T> => {
    const result = queue.then(async () => {
      await payOwed(patience);
      return work();
    });
    queue = result.catch(() => undefined);
    return result;
  };
  const write = async (changes: readonly Change[], options: JobOptions, seen: Sighting | null): Promise<void> => {
    lastSeen = null;
    await payOwed(options);
    try {
      await writeChanges(changes, options, { seen, read: lastRead, tabs: lastTabs }, (restore) => (owed = restore));
    } catch (cause) {
      // Excel that did not answer this would keep the user waiting again.
      if (cause instanceof HostError && cause.fault === 'unanswered') throw cause;
      await payOwed(options).catch((second: unknown) => {
        if (!(second instanceof HostError)) throw second;
      });
      throw cause;
    }
  };

  return {
    read: (options = {}) =>
      inTurn(options, async () => {
        lastSeen = null;
        const { sighting, content } = await readWorkbook(options);
        lastSeen = { ...sighting, at: performance.now() };
        lastRead = new Map([...lastRead, ...sighting.extents]);
        lastTabs = sighting.survey.sheets.map(({ name }) => name);
        return content;
      }),
    readLook: (laid, options = {}) =>
      inTurn(options, () => readLook(laid, lastSeen && performance.now() - lastSeen.at < SIGHTING_LASTS ? lastSeen.survey : null, options)),
    apply: (changes, options = {}) =>
      inTurn(options, async () => {
        const seen = lastSeen && performance.now() - lastSeen.at < SIGHTING_LASTS ? lastSeen : null;
        try {
          if (!seen || !isLight(changes)) return await write(changes, options, seen);
          await write(changes, options, seen);
          // What was written may reach beyond what was in use.
          lastSeen = { ...seen, extents: new Map(), formats: [] };
        } catch (cause) {
          // The user may have renamed or protected a sheet since.
          if (!seen || !isLight(changes) || !(cause instanceof HostError) || (cause.fault !== 'notFound' && cause.fault !== 'protected')) throw cause;
          await write(changes, options, null);
        } finally {
          lastRead = new Map();
          lastTabs = null;
        }
      }),
    select: (sheet, row, column) => inTurn({}, () => showCell(sheet, formatAddress(row, column))),
    watch: (onEdit) =>
      inTurn({}, () =>
        watchEdits((edit) => {
          lastSeen = null;
          onEdit(edit);
        }),
      ),
  };
}
