import { isMark } from './contract';
import { tell } from './compare-ledger';
import { cellOf, ƒ, type Ledger, type LedgerCell } from './ledger';
import { columnAt, placesOf, type Place, type Scene } from './scene';

type Counts = ReadonlyMap<string, number>;

const identity = /^[0-9AB]-[0-9A-Z]{26}$/;

/**
 * How often each content stands in each list, wherever: in its table, below and beside it. Left out is what the add-in
 * writes by itself (marks, identities, formulas). A number in a column of texts counts as that text.
 */
function entered(ledger: Ledger, { lists }: Pick<Scene, 'lists'>): Counts {
  const counts = new Map<string, number>();
  for (const place of placesOf({ ledger, lists })) {
    const { sheet, area, list } = place;
    for (let row = area.row + 1; row < sheet.cells.length; row += 1) {
      sheet.cells[row]!.forEach((_, column) => {
        const cell = cellOf(sheet, row, column);
        if (!isEntered(place, column, cell)) return;
        const key = `list ${list.key}: ${tell(String(cell))}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      });
    }
  }
  return counts;
}

function isEntered(place: Place, column: number, cell: LedgerCell): boolean {
  if (cell === null || cell === ƒ || isMark(cell) || identity.test(String(cell))) return false;
  const { area } = place;
  const isWithin = column >= area.column && column < area.column + area.columns;
  const role = isWithin ? columnAt(place, column)?.role : undefined;
  return role === undefined || role === 'entry';
}

/**
 * What people entered, after an operation was taken back: all that stood before the operation, with all that was edited
 * since, and nothing that the operation brought. Tells what is missing and what is left over.
 */
export function compareTakenBack(last: { readonly before: Ledger; readonly after: Ledger }, before: Ledger, after: Ledger, scene: Pick<Scene, 'lists'>): string[] {
  const [was, done, now, is] = [last.before, last.after, before, after].map((ledger) => entered(ledger, scene)) as [Counts, Counts, Counts, Counts];
  const found: string[] = [];
  for (const key of new Set([...was.keys(), ...done.keys(), ...now.keys(), ...is.keys()])) {
    const of = (counts: Counts): number => counts.get(key) ?? 0;
    const expected = of(was) + of(now) - of(done);
    if (of(is) !== expected) found.push(`${key} stands ${of(is)} times, and not ${expected}: ${of(was)} before it, ${of(done)} after it, ${of(now)} before it was taken back`);
  }
  return found;
}
