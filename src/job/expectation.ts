import type { Value } from '../list/list';
import type { Change, Content, SheetContent, WorkbookContent } from '../sheet/model';
import { cellReader, formulaReader } from '../sheet/read-data';
import { finish, makeInSteps, type Steps } from '../total/steps';
import { cellKey } from './cell-key';

/**
 * The changes with what was read where they write, so that the port notices what another author did there since. What a
 * change finds that stands behind another on the same cells, is what that one wrote; sheets that the changes
 * make, or lay before they write into them, nobody else has touched. `isOf` says which changes are meant.
 */
export function expecting(...source: Parameters<typeof expectInSteps>): Change[] {
  return finish(expectInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* expectInSteps(changes: readonly Change[], content: WorkbookContent, isOf: (change: Change) => boolean = () => true): Steps<Change[]> {
  const standing = new Map(content.sheets.map((sheet) => [sheet.name, sheet]));
  const written = new Map<string, Map<number, Value>>();
  const expect = function* (change: Change): Steps<Change> {
    if (change.kind === 'laySheet') {
      const expects = standing.get(change.sheet.name);
      standing.delete(change.sheet.name);
      return expects === undefined || !isOf(change) ? change : { ...change, expects };
    }
    if (change.kind !== 'writeCells') return change;
    const sheet = standing.get(change.sheet);
    if (sheet === undefined) return change;
    const own = written.get(change.sheet) ?? new Map<number, Value>();
    written.set(change.sheet, own);
    const found = cellFinder(sheet);
    const expects = yield* makeInSteps(change.content.length, (row) =>
      change.content[row]!.map((cell, column) => {
        const [at, along] = [change.row + row, change.column + column];
        const key = cellKey(at, along);
        const before = own.has(key) ? own.get(key)! : found(at, along);
        own.set(key, textOf(cell));
        return before;
      }),
    );
    return isOf(change) ? { ...change, expects } : change;
  };
  const expected: Change[] = [];
  for (const change of changes) expected.push(yield* expect(change));
  return expected;
}

/** What a cell holds, a formula as its text; null for an empty one. */
export function cellFinder(sheet: SheetContent): (row: number, column: number) => Value {
  const [value, formula] = [cellReader(sheet), formulaReader(sheet)];
  return (row, column) => formula(row, column) ?? value(row, column);
}

function textOf(cell: Content): Value {
  return typeof cell === 'object' && cell !== null ? cell.formula : cell === '' ? null : cell;
}
