import type { MergePreview } from '../../src/job/preview-merge';
import { describeFileFault } from '../../src/text/file';
import { FileError } from '../../src/xlsx/file-error';
import { makeCity, previewOf, type City } from './city';
import type { Edit, Outcome } from './edit';
import { editAll, type Program } from './program';

/** One test for each edit: the file as the program saved it comes to what the table of edits says. */
export function testEdits(program: Program, edits: readonly Edit[], exceptions: Readonly<Record<string, Outcome>> = {}): void {
  let city: City;
  let files: ReadonlyMap<string, Uint8Array>;

  beforeAll(async () => {
    city = await makeCity();
    files = await editAll(program, city, edits);
  }, 600_000);

  it.each(edits.map((edit) => [edit.name, exceptions[edit.name] ?? edit.becomes] as const))('%s', async (name, becomes) => {
    const came = await outcomeOf(city, files.get(name)!);
    if (becomes.kind === 'refused') expect(came).toEqual({ kind: 'refused', says: expect.stringMatching(becomes.says) as string });
    else expect(came).toEqual({ ...becomes, counts: { ...none, ...becomes.counts } });
  }, 60_000);
}

const none = { added: 0, changed: 0, deleted: 0, conflicting: 0, refused: 0 };

/** What 回收 makes of a file, in the table's terms. A change to any list but 5 is told beside the counts. */
async function outcomeOf(city: City, bytes: Uint8Array): Promise<unknown> {
  try {
    return mergedOf(await previewOf(city, bytes));
  } catch (error) {
    if (error instanceof FileError) return { kind: 'refused', says: describeFileFault(error.fault, city.fileName) };
    throw error;
  }
}

function mergedOf({ files, proposals }: MergePreview): unknown {
  const [proposal] = proposals;
  if (proposal === undefined) return { kind: 'refused', says: files[0]!.sentences.join('') };
  const five = proposal.lists.find(({ list }) => list === '5')!;
  const elsewhere = proposal.lists.filter(({ list, added, changed, deleted, conflicting, refused }) =>
    list !== '5' && added.length + changed.length + deleted.length + conflicting.length + refused.length > 0,
  );
  const cells = [
    ...[...five.changed].sort((a, b) => a.fileRow! - b.fileRow!).flatMap((row) => row.cells),
    ...five.conflicting.flatMap((conflict) => (conflict.kind === 'cell' ? [conflict.cell] : conflict.cells)),
  ].map(({ column, returned }) => [column, returned]);
  return {
    kind: 'merged',
    counts: {
      added: five.added.length,
      changed: five.changed.length,
      deleted: five.deleted.length,
      conflicting: five.conflicting.length,
      refused: five.refused.length,
    },
    ...(cells.length > 0 && { cells }),
    ...(five.added.length > 0 && { added: five.added.map(({ name }) => name).join() }),
    ...(elsewhere.length > 0 && { elsewhere }),
  };
}
