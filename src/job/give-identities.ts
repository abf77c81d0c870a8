import type { ListEntries } from '../list/entry';
import type { ListKey } from '../list/list';
import type { CellsWritten } from '../sheet/write-content';
import type { Steps } from '../total/steps';
import type { Surroundings } from './clock';
import { identityMaker, newIdentities } from './identity';
import type { KnownWorkbook } from './known-workbook';

interface Identified {
  readonly known: KnownWorkbook;
  readonly writes: readonly CellsWritten[];
}

/**
 * The workbook with a 行标识 for every row that lacks one, and copied rows with their own, before it is judged: what is
 * said or decided of one row must not hold for another. Also the writes that bring them into the workbook.
 */
export function* giveInSteps(known: KnownWorkbook, around: Surroundings): Steps<Identified> {
  const { reading } = known;
  const newIdentity = identityMaker(around);
  const lists: Record<ListKey, ListEntries> = { ...reading.entries.lists };
  const writes: CellsWritten[] = [];
  for (const list of reading.lists) {
    const entries = lists[list.key];
    const at = entries?.at['identity'];
    if (list.kind !== 'project' || entries === undefined || at === undefined) continue;
    const identity = yield* newIdentities(list, entries.values, reading.data.issued[list.key] ?? {}, newIdentity);
    if (identity === null) continue;
    lists[list.key] = { ...entries, values: { ...entries.values, identity } };
    writes.push({ kind: 'writeCells', sheet: entries.sheetName, row: entries.firstRow, column: at, content: identity.map((each) => [each]) });
  }
  return { known: { ...known, reading: { ...reading, entries: { ...reading.entries, lists } } }, writes };
}
