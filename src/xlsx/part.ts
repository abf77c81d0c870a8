import type { SheetModel } from '../sheet/model';
import type { Budget } from './budget';
import { FileError } from './file-error';
import type { Package } from './package';
import { elementsOf, firstElement, isTrue } from './xml-element';
import type { XmlElement } from './xml-element';

export interface SheetPart {
  readonly name: string;
  /** Place among all sheets of the workbook, chart sheets included. */
  readonly index: number;
  readonly path: string;
  readonly visibility: SheetModel['visibility'];
  /** Paths of the sheet's tables. */
  readonly tables: readonly string[];
}

/** Where in a package the parts lie that we read; null for one that is not there. */
export interface WorkbookParts {
  /** Names of all sheets, chart sheets included. */
  readonly listed: readonly string[];
  /** The definedName elements, as written. */
  readonly definedNames: string;
  readonly styles: string | null;
  readonly theme: string | null;
  readonly strings: string | null;
  /** Worksheets in order; chart sheets and the like are left out. */
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly activeSheet: string | null;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address: the address itself differs between editions of the format. */
  readonly type: string;
  readonly path: string;
}

/** Follows the relations from the root to the worksheets. Throws FileError where the workbook hangs together badly. */
export function findParts(file: Package, budget: Budget): WorkbookParts {
  const { limits } = budget;
  const workbook = readRelations(file, '', budget).find(({ type }) => type === 'officeDocument')?.path;
  if (workbook === undefined || !file.has(workbook)) throw new FileError({ kind: 'damaged' });
  const relations = readRelations(file, workbook, budget);
  const pathOf = (type: string): string | null => {
    const path = relations.find((relation) => relation.type === type)?.path;
    return path !== undefined && file.has(path) ? path : null;
  };
  const xml = file.text(workbook);
  const listed: XmlElement[] = [];
  for (const element of elementsOf(firstElement(xml, 'sheets')?.inner ?? '', 'sheet')) {
    if (listed.length === limits.sheets) throw new FileError({ kind: 'tooLarge', measure: 'sheets', limit: limits.sheets });
    listed.push(element);
  }
  const seen = new Set<string>();
  const sheets = listed.flatMap(({ attributes }, index): SheetPart[] => {
    const name = attributes.get('name') ?? '';
    const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation !== undefined && NO_WORKSHEETS.has(relation.type)) return [];
    if (relation?.type !== 'worksheet' || name === '' || !file.has(relation.path)) throw new FileError({ kind: 'damaged', sheet: name });
    // One large part shown as hundreds of sheets would be read as often.
    if (seen.has(relation.path)) throw new FileError({ kind: 'unsafe' });
    seen.add(relation.path);
    // A table belongs to one sheet; one large part given as the table of hundreds would be read as often.
    const tables = readRelations(file, relation.path, budget).filter(
      ({ type, path }) => type === 'table' && file.has(path) && !seen.has(path) && seen.add(path),
    );
    const state = attributes.get('state');
    const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
    return [{ name, index, path: relation.path, visibility, tables: tables.map(({ path }) => path) }];
  });
  if (sheets.length === 0) throw new FileError({ kind: 'damaged' });
  const activeTab = Number(firstElement(xml, 'workbookView')?.attributes.get('activeTab') ?? 0);
  return {
    listed: listed.map(({ attributes }) => attributes.get('name') ?? ''),
    definedNames: firstElement(xml, 'definedNames')?.inner ?? '',
    styles: pathOf('styles'),
    theme: pathOf('theme'),
    strings: pathOf('sharedStrings'),
    sheets,
    is1904: isTrue(firstElement(xml, 'workbookPr')?.attributes.get('date1904')),
    activeSheet: listed[activeTab]?.attributes.get('name') ?? null,
  };
}

/** Longer than any path in a package. */
const LONGEST_PATH = 1_000;

/** Sheets that hold no cells of ours: charts, dialogs, and macros as Excel 4 had them. */
const NO_WORKSHEETS: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** Relations of a part (the package's own for ''), without those that lead out of the file. */
function readRelations(file: Package, part: string, budget: Budget): readonly Relation[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  if (!file.has(path)) return [];
  const relations: Relation[] = [];
  for (const { attributes } of elementsOf(file.text(path), 'Relationship')) {
    budget.spend('formats', 1);
    const target = attributes.get('Target') ?? '';
    if (attributes.get('TargetMode') === 'External' || target.length > LONGEST_PATH) continue;
    const type = (attributes.get('Type') ?? '').slice(-LONGEST_PATH).split('/').at(-1) ?? '';
    relations.push({ id: attributes.get('Id') ?? '', type, path: resolvePath(folder, target) });
  }
  return relations;
}

function resolvePath(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
