import { expecting } from '../../src/job/expectation';
import type { MemoryPort } from '../../src/job/memory-port';
import { EditedMeanwhileError, HostError, type HostFault, type WorkbookPort } from '../../src/job/port';
import { contentOf } from '../../src/sheet/content-of';
import type { Change } from '../../src/sheet/model';

/** What befalls the first write of a job. */
export type Mishap =
  /** So many changes are carried out, then Excel fails. */
  | { readonly kind: 'cut'; readonly after: number; readonly fault?: HostFault }
  /** All is carried out, and an error comes instead of the answer. */
  | { readonly kind: 'lost'; readonly fault?: HostFault }
  /** Another author edits before the write, or before each of the first so many. */
  | { readonly kind: 'edited'; readonly edit: (port: MemoryPort, time: number) => void; readonly times?: number };

export interface FaultyPort extends WorkbookPort {
  /** Changes of the write that was struck. */
  readonly struck: () => readonly Change[];
}

/** A port over a workbook in memory that does as Excel may do, once. */
export function faultyPort(port: MemoryPort, mishap: Mishap): FaultyPort {
  let struck: readonly Change[] | null = null;
  let times = 0;
  return {
    ...port,
    struck: () => struck ?? [],
    async apply(changes, options) {
      if (mishap.kind === 'edited') {
        struck ??= changes;
        times += 1;
        if (times <= (mishap.times ?? 1)) mishap.edit(port, times);
        return applyWithCare(port, changes);
      }
      if (struck !== null) return port.apply(changes, options);
      struck = changes;
      await port.apply(mishap.kind === 'lost' ? changes : changes.slice(0, mishap.after));
      throw new HostError(mishap.fault ?? 'unknown', 'staged');
    },
  };
}

/** As the port over Excel does: cells that are not as expected are left, sheets are laid to the end. */
async function applyWithCare(port: MemoryPort, changes: readonly Change[]): Promise<void> {
  const now = contentOf(port.model());
  const standing = expecting(changes, now);
  const isEdited = (change: Change, at: number) => {
    const found = standing[at]!;
    if (change.kind === 'writeCells' && found.kind === 'writeCells') return change.expects !== undefined && JSON.stringify(change.expects) !== JSON.stringify(found.expects);
    if (change.kind !== 'laySheet' || found.kind !== 'laySheet' || change.expects === undefined) return false;
    return JSON.stringify([change.expects.values, change.expects.formulas]) !== JSON.stringify([found.expects?.values, found.expects?.formulas]);
  };
  const edited = changes.filter(isEdited);
  const hasLost = edited.some(({ kind }) => kind === 'writeCells');
  await port.apply(hasLost ? changes.filter(({ kind }) => kind !== 'writeCells') : changes);
  if (edited.length === 0) return;
  const names = edited.flatMap((change) => (change.kind === 'laySheet' ? [change.sheet.name] : []));
  throw new EditedMeanwhileError(now.sheets.filter(({ name }) => names.includes(name)));
}
