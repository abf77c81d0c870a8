import type { Book } from '../../src/host/book/book';
import type { Sheet } from '../../src/host/book/sheet';
import { intersectAreas } from '../../src/sheet/area';
import { derivedSheets } from './user-data';

/** How each sheet stands, by name: tables with their headers and formulas, checks, highlights, protection. Not what it holds. */
export type Frames = ReadonlyMap<string, string>;

export function readFrames(book: Book): Frames {
  return new Map(book.sheets.map((sheet) => [sheet.name, JSON.stringify(frameOf(sheet))]));
}

/** Sheets that stand neither as before nor as afterwards, each with what is odd about it. */
export function brokenSheets(seen: Frames, wholes: readonly Frames[]): readonly string[] {
  const names = new Set([...seen.keys(), ...wholes.flatMap((whole) => [...whole.keys()])]);
  return [...names].flatMap((name) => {
    const is = seen.get(name);
    const [first] = wholes;
    return wholes.some((whole) => whole.get(name) === is) ? [] : [`${name}: ${tellOddity(is, first?.get(name))}`];
  });
}

function frameOf({ state }: Sheet): Record<string, unknown> {
  const { visibility, protection, formats, merges, charts, freeze, tables } = state;
  return {
    visibility,
    protection,
    validations: checkedColumns(state),
    formats: formats.length,
    merges: merges.length,
    charts: charts.length,
    freeze,
    tables: tables.map(({ name, area }) => ({
      name,
      headers: Array.from({ length: area.columns }, (_, at) => state.rows.get(area.row)?.get(area.column + at)?.value ?? null),
    })),
    formulas: derivedSheets.includes(state.name) ? {} : formulasOf(state),
  };
}

/** Headers of columns that have input checks; they may be laid column by column or over several, and a column without a name is nobody's. */
function checkedColumns({ rows, tables, validations }: Sheet['state']): readonly unknown[] {
  return tables.flatMap(({ area }) =>
    Array.from({ length: area.columns }, (_, at) => area.column + at)
      .filter((column) => validations.some((validation) => intersectAreas(validation.area, { ...area, column, columns: 1 }) !== null))
      .map((column) => rows.get(area.row)?.get(column)?.value ?? null)
      .filter((header) => !/^列\d+$/.test(String(header))),
  );
}

/**
 * Formulas by column without their rows, each with how often it stands there. Above a table they stand where pages begin,
 * which is one column further where somebody has put a column in after the sheet was laid, and not where before.
 */
function formulasOf({ rows, tables }: Sheet['state']): Record<string, number> {
  const counts: Record<string, number> = {};
  const head = Math.min(...tables.map(({ area }) => area.row));
  for (const [row, cells] of rows) {
    for (const [column, { formula }] of cells) {
      if (formula === null) continue;
      const key = `${tables.length > 0 && row < head ? '' : column} ${formula.replace(/(\$?[A-Z]{1,3}\$?)\d+/g, '$1')}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tellOddity(seen: string | undefined, expected: string | undefined): string {
  if (seen === undefined) return 'gone';
  if (expected === undefined) return 'there, and should not be';
  const [is, was] = [JSON.parse(seen) as Record<string, unknown>, JSON.parse(expected) as Record<string, unknown>];
  const odd = Object.keys(is).filter((key) => JSON.stringify(is[key]) !== JSON.stringify(was[key]));
  const tell = (key: string): string => (key === 'formulas' ? tellFormulas(is[key], was[key]) : `${JSON.stringify(is[key]).slice(0, 120)} ≠ ${JSON.stringify(was[key]).slice(0, 120)}`);
  return odd.map((key) => `${key} ${tell(key)}`).join('; ');
}

/** Only those that one of them has otherwise. */
function tellFormulas(is: unknown, was: unknown): string {
  const [here, there] = [is, was].map((formulas) => Object.entries(formulas as Record<string, number>).map(([formula, count]) => `${count} × ${formula}`)) as [string[], string[]];
  const only = (from: readonly string[], without: readonly string[]): string => from.filter((each) => !without.includes(each)).join(' ').slice(0, 200);
  return `${only(here, there)} ≠ ${only(there, here)}`;
}
