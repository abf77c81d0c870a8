import type { ListEntries, WorkbookEntries } from '../../src/list/entry';
import type { List, ListKey, ProjectList, Value } from '../../src/list/list';
import { emptyRecord } from '../../src/list/record';
import { listsOf } from '../../src/list/registry';
import { Random } from '../../src/list/sample/random';
import { sampleRows } from '../../src/list/sample/sample';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { BuildInput, ListRows } from '../../src/sheet/build-input';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { issueRows } from '../../src/sheet/issue-rows';
import { readData } from '../../src/sheet/read-data';
import { readWorkbook } from '../../src/sheet/read-workbook';
import { badCell } from './bad-cell';
import { makeProjects, type Project } from './project';

export const asOf = toSerial('2023-12-25');

/** Lists and ledgers that have a row per project: all rows are spread over them evenly. */
export const projectLists = listsOf(plan).filter((list): list is ProjectList => list.kind === 'project');

/** Where on the row of projects each list begins, in lists' lengths: half of 5 is on 6 too, most of 9 is in A, and so on. */
const firstProject: Readonly<Record<ListKey, number>> = { '4': 0, '8': 0.25, '7': 0.5, '5': 1, '6': 1.5, A: 1.9, '9': 2, B: 2.5 };
const projectsPerRow = 3;

const scope = { kind: 'city' } as const;
const sample = sampleRows(plan, scope, asOf, { kind: 'clean', seed: 1 });

/** A city workbook with so many rows on each project list; badShare of the cells that staff fill in are wrong. */
export function largeInput(rowsPerList: number, badShare = 0): BuildInput {
  const { rows: targets, issued } = issueRows(plan, scope, counter());
  const targetRows = listsOf(plan).flatMap((list) => {
    const own = targets[list.key]!;
    return list.kind === 'target' ? [[list.key, { ...own, values: { ...own.values, ...sample[list.key] } }] as const] : [];
  });
  const projects = makeProjects(rowsPerList * projectsPerRow);
  const rows = Object.fromEntries<ListRows>([
    ...targetRows,
    ...projectLists.map((list) => [list.key, { rowCount: rowsPerList, values: rowsOf(list, rowsPerList, projects, badShare) }] as const),
  ]);
  return { plan, scope, asOf, rows, ...emptyRecord, issued, lastCheck: null };
}

/**
 * The entries of such a workbook without the detour by its cells, which no memory holds for a million rows; ƒ columns
 * hold what the sample's rows hold. badShare of the cells that staff fill in are wrong.
 */
export function largeEntries(rowsPerList: number, badShare: number): { readonly entries: WorkbookEntries; readonly lists: readonly List[] } {
  const content = contentOf(buildWorkbook(largeInput(100)));
  const { entries, lists } = readWorkbook(content, readData(content)!, plan, asOf);
  const projects = makeProjects(rowsPerList * projectsPerRow);
  const stretched = projectLists.map((list) => {
    const own = entries.lists[list.key]!;
    const computed = list.columns.filter(({ role }) => role === 'formula').map(({ key }) => key);
    const formulaValues = computed.map((key) => [key, repeat(own.values[key]!, rowsPerList)] as const);
    const formulas = Object.entries(own.formulas).map(([key, cells]) => [key, repeat(cells, rowsPerList)] as const);
    const values = {
      ...Object.fromEntries(formulaValues),
      mark: new Array<Value>(rowsPerList).fill(null),
      ...rowsOf(list, rowsPerList, projects, badShare),
    };
    return [list.key, { ...own, rowCount: rowsPerList, values, formulas: Object.fromEntries(formulas), userColumns: [] } satisfies ListEntries] as const;
  });
  return { entries: { ...entries, lists: { ...entries.lists, ...Object.fromEntries(stretched) } }, lists };
}

/** One list's cells by column key: the sample's rows again and again, each for a project of its own. */
function rowsOf(list: ProjectList, rowCount: number, projects: readonly Project[], badShare: number): Record<string, Value[]> {
  const random = new Random(1);
  const own = ownProjects(list, rowCount, projects);
  const named = list.expectedRows === undefined || list.key === 'A' ? 0 : Math.min(rowCount, sample[list.key]!['projectName']!.length);
  const columns = list.columns
    .filter(({ role }) => role === 'entry')
    .map((column) => {
      const given = sample[list.key]![column.key]!;
      const values = Array.from({ length: rowCount }, (_, row): Value => {
        if (badShare > 0 && random.chance(badShare)) return badCell(column, random, row);
        const value = given[row % given.length] ?? null;
        // The projects that the notice names come first on 5, 6 and 7: they stay.
        return row < named ? value : valueOf(column.key, value, own[row]!, row, sample[list.key]!, row % given.length);
      });
      return [column.key, values] as const;
    });
  const newIdentity = counter();
  return { ...Object.fromEntries(columns), identity: Array.from({ length: rowCount }, () => newIdentity(list.key)) };
}

/** What follows from the project; money is scaled with its 总投资, everything else is the sample's. */
function valueOf(key: string, value: Value, project: Project, row: number, rows: Readonly<Record<string, Value[]>>, at: number): Value {
  switch (key) {
    case 'projectName':
      return project.name;
    case 'projectCode':
      return project.code;
    case 'unit':
      return project.unit;
    case 'developer':
      return project.developer;
    case 'totalInvestment':
      return project.total;
    case 'plannedInvestment':
      return project.total / 10_000;
    case 'problemNumber':
      return `Q-${row}`;
    case 'yearPlan':
    case 'yearDone':
    case 'doneSinceStart':
    case 'nextYearPlan':
    case 'doneByYearEnd': {
      const total = rows['totalInvestment']?.[at];
      return typeof value === 'number' && typeof total === 'number' ? Math.round((value * project.total) / total) : value;
    }
    default:
      return value;
  }
}

function ownProjects(list: ProjectList, rowCount: number, projects: readonly Project[]): readonly Project[] {
  const names = new Set(plan.units.filter(({ key }) => list.units.includes(key)).map(({ name }) => name));
  const first = Math.floor(rowCount * firstProject[list.key]!);
  const own: Project[] = [];
  for (let at = first; own.length < rowCount; at += 1) {
    const project = projects[at % projects.length]!;
    if (names.has(project.unit)) own.push(project);
  }
  return own;
}

function repeat<T>(cells: readonly T[], rowCount: number): T[] {
  return Array.from({ length: rowCount }, (_, row) => cells[row % cells.length]!);
}

function counter(): (list: ListKey) => string {
  let made = 0;
  return (list) => `${list}-${String((made += 1)).padStart(26, '0')}`;
}
