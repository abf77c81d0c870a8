import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, parseReference } from '../sheet/address';
import type { DefinedName, PrintSetup } from '../sheet/model';
import type { Budget } from './budget';
import { elementsOf } from './xml-element';
import { decodeMarkup } from './xml-text';

/** Tags that a name costs as much time as. */
const COST_OF_NAME = 5;

/** Longer than a name of areas ever is. */
const LONGEST_REFERENCE = 10_000;

/** What is printed of a sheet, which a file keeps among its names. */
export type PrintNames = Pick<PrintSetup, 'area' | 'titleRows' | 'titleColumns'>;

export interface ReadNames {
  readonly names: readonly DefinedName[];
  readonly printOf: ReadonlyMap<string, PrintNames>;
}

/**
 * The names of a workbook. Read by us: the library takes a comma in a sheet's name for the end of a range. Names of
 * one sheet only, and names of anything but an area, are left out: the model has none. Throws FileError tooLarge.
 * @param listed names of all sheets, by which a name says whose it is
 */
export function readNames(definedNames: string, listed: readonly string[], budget: Budget): ReadNames {
  const names: DefinedName[] = [];
  const printOf = new Map<string, PrintNames>();
  for (const { attributes, inner } of elementsOf(definedNames, 'definedName')) {
    budget.spend('formats', COST_OF_NAME);
    if (inner.length > LONGEST_REFERENCE) continue;
    const name = attributes.get('name') ?? '';
    const owner = listed[Number(attributes.get('localSheetId') ?? NaN)];
    const targets = splitRanges(decodeMarkup(inner)).flatMap((range) => parseReference(range) ?? []);
    const [first] = targets;
    if (!first) continue;
    if (owner === undefined) {
      if (targets.length === 1 && !name.startsWith('_xlnm.')) names.push({ name, ...first });
      continue;
    }
    const known = printOf.get(owner) ?? {};
    if (name === '_xlnm.Print_Area') printOf.set(owner, { ...known, area: first.area });
    if (name === '_xlnm.Print_Titles') printOf.set(owner, { ...known, ...readTitles(targets) });
  }
  return { names, printOf };
}

function readTitles(targets: readonly { readonly area: DefinedName['area'] }[]): PrintNames {
  const rows = targets.find(({ area }) => area.columns === MAXIMUM_COLUMNS)?.area;
  const columns = targets.find(({ area }) => area.rows === MAXIMUM_ROWS)?.area;
  return {
    ...(rows && { titleRows: { from: rows.row, to: rows.row + rows.rows - 1 } }),
    ...(columns && { titleColumns: { from: columns.column, to: columns.column + columns.columns - 1 } }),
  };
}

/** Ranges parted by commas, but not by those in a quoted sheet name. */
function splitRanges(text: string): readonly string[] {
  return text.match(/(?:'[^']*'|[^,'])+/g) ?? [];
}
