import type { ListEntries } from '../../src/list/entry';
import { listOf, listsOf } from '../../src/list/registry';
import { builtInPlan } from '../../src/plan/built-in';
import type { MergePreview } from '../../src/job/preview-merge';
import { describeFileFault } from '../../src/text/file';
import { FileError } from '../../src/xlsx/file-error';
import { appliedTo, makeCity, type City } from './city';
import type { Edit, Outcome } from './edit';
import { editAll, type Program } from './program';

/** The tests of a file start from one city, which none of them changes. */
let sharedCity: Promise<City> | undefined;

/** One test for each edit: the file as the program saved it comes to what the table of edits says. */
export function testEdits(program: Program, edits: readonly Edit[], exceptions: Readonly<Record<string, Outcome>> = {}): void {
  let city: City;
  let files: ReadonlyMap<string, Uint8Array>;

  beforeAll(async () => {
    city = await (sharedCity ??= makeCity());
    files = await editAll(program, city, edits);
  }, 600_000);

  it.each(edits.map((edit) => [edit.name, exceptions[edit.name] ?? edit.becomes] as const))('%s', async (name, becomes) => {
    const came = await outcomeOf(city, files.get(name)!);
    if (becomes.kind === 'refused') expect(came).toEqual({ kind: 'refused', says: expect.stringMatching(becomes.says) as string });
    else expect(came).toEqual({ ...becomes, counts: { ...none, ...becomes.counts } });
  }, 60_000);
}

const entered = listOf(listsOf(builtInPlan), '5').columns.flatMap(({ key, role }) => (role === 'entry' ? [key] : []));

const none = { added: 0, changed: 0, deleted: 0, conflicting: 0, refused: 0 };

/**
 * What 回收 makes of a file, in the table's terms. A change to any list but 5 is told beside the counts, and so is a cell
 * of the city workbook that, once all is applied, is not as proposed.
 */
async function outcomeOf(city: City, bytes: Uint8Array): Promise<unknown> {
  try {
    const { before, after, preview } = await appliedTo(city, bytes);
    const outcome = mergedOf(preview);
    if (preview.proposals.length > 0) expect(enteredIn(after)).toEqual(expectedOf(before, preview));
    return outcome;
  } catch (error) {
    if (error instanceof FileError) return { kind: 'refused', says: describeFileFault(error.fault, city.fileName) };
    throw error;
  }
}

/** What is entered in list 5, row by row; identities of new rows are made at random. */
function enteredIn({ values }: ListEntries): Record<string, unknown>[] {
  const names = values['projectName']!;
  return names.flatMap((name, row) => (name === null ? [] : [rowAt(values, row)]));
}

function rowAt(values: ListEntries['values'], row: number): Record<string, unknown> {
  return Object.fromEntries(entered.map((key) => [key, values[key]?.[row] ?? null]));
}

/** The city's rows with the cells that the unit changed, and below them its new ones; a deletion is off by default. */
function expectedOf({ values }: ListEntries, { proposals: [proposal] }: MergePreview): Record<string, unknown>[] {
  const five = proposal!.lists.find(({ list }) => list === '5')!;
  const cells = new Map<number, Record<string, unknown>>();
  const take = (row: number, column: string, value: unknown) => cells.set(row, { ...cells.get(row), [column]: value });
  for (const { cityRow, cells: changed } of five.changed) for (const { column, returned } of changed) take(cityRow!, column, returned);
  for (const conflict of five.conflicting) if (conflict.kind === 'cell') take(conflict.cityRow!, conflict.cell.column, conflict.cell.returned);
  const standing = values['projectName']!.flatMap((name, row) => (name === null ? [] : [{ ...rowAt(values, row), ...cells.get(row) }]));
  const added = five.added.map((row) => ({ ...rowAt({}, 0), ...row.values, unit: '城区' }));
  return [...standing, ...added];
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
