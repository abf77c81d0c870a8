import type { ListKey } from '../list/list';
import type { Context } from './context';
import { meansEmpty, normaliseName } from './name';
import { addPlace, boundsOf, removePlace } from './place-set';
import { rowState, type Table } from './table';
import { TextMap } from './text-map';

/** One row that names a project. */
export interface ProjectRow {
  readonly table: Table;
  readonly row: number;
}

/** A row of any table as one number: the tables one after the other, 2^21 numbers for each. */
export type RowPlace = number;

const rowsPerTable = 2 ** 21;

/** All rows of one normalised name in one unit, on all lists. */
export interface Project {
  /** Index into plan.units. */
  readonly unit: number;
  readonly name: string;
  /** Ascending: in the order of lists, then rows. */
  readonly places: readonly RowPlace[];
}

/**
 * Rows of one list looked at for one project. A thousand rows under one code are a filling-down, not a project: it
 * is told by row/duplicate and cross-county/same-code, and must not make every other rule walk them all again.
 */
const mostRows = 50;

const none: readonly RowPlace[] = [];
const noProjects: readonly Project[] = [];

type IndexedProject = Project & { readonly places: RowPlace[] };

/** What tells that rows belong together, and has changed: rules on such rows are to be asked again. */
export interface ChangedKeys {
  readonly codes: Set<string>;
  readonly names: Set<string>;
  readonly numbers: Set<string>;
}

/**
 * Which rows speak of the same project: by 项目代码, else by normalised name within one unit; and which of list 8 of the
 * same problem, by 问题编号. Rows come and go one by one, and what they had in common with others is noted.
 */
export class ProjectIndex {
  private readonly codes = new TextMap<RowPlace[]>();
  /** By name, each in the order of units. */
  private readonly projects = new TextMap<IndexedProject[]>();
  private readonly numbers = new TextMap<RowPlace[]>();
  private readonly tables: readonly Table[];
  private readonly numberOf = new Map<Table, number>();
  private readonly tableOf: ReadonlyMap<ListKey, Table>;
  /** By table and row, what the row is found under: it is asked for many times a row. */
  private readonly projectByRow: readonly (IndexedProject | undefined)[][];
  private readonly codedByRow: readonly (readonly RowPlace[] | undefined)[][];
  private changed: ChangedKeys | null = null;

  constructor(context: Context) {
    this.tables = [...context.tables.values()];
    this.tableOf = context.tables;
    this.tables.forEach((table, at) => this.numberOf.set(table, at));
    this.projectByRow = this.tables.map(({ rowCount }) => new Array<IndexedProject | undefined>(rowCount));
    this.codedByRow = this.tables.map(({ rowCount }) => new Array<readonly RowPlace[] | undefined>(rowCount));
  }

  placeOf(table: Table, row: number): RowPlace {
    return (this.numberOf.get(table) ?? 0) * rowsPerTable + row;
  }

  rowAt(place: RowPlace): ProjectRow {
    return { table: this.tables[Math.trunc(place / rowsPerTable)]!, row: place % rowsPerTable };
  }

  rowsAt(places: readonly RowPlace[]): ProjectRow[] {
    return places.map((place) => this.rowAt(place));
  }

  /** Rows in which nothing stands are in no index. */
  add(table: Table, row: number): void {
    if (table.state[row] !== rowState.empty) this.change(table, row, true);
  }

  /** To be called while the row's keyColumns still are as they were when it was added; nothing where it was not. */
  remove(table: Table, row: number): void {
    this.change(table, row, false);
  }

  /** Keys of all rows that came or went since this was called last; nothing is noted before the first call. */
  takeChanges(): ChangedKeys {
    const changed = this.changed ?? { codes: new Set(), names: new Set(), numbers: new Set() };
    this.changed = { codes: new Set(), names: new Set(), numbers: new Set() };
    return changed;
  }

  /** The project that a row names; undefined for a row without a name or a unit. */
  projectOf(table: Table, row: number): Project | undefined {
    return this.projectByRow[this.numberOf.get(table)!]![row];
  }

  projectNamed(unit: number, name: string): Project | undefined {
    return this.projects.get(name)?.find((project) => project.unit === unit);
  }

  /** The projects of one name, in the order of units. */
  named(name: string): readonly Project[] {
    return this.projects.get(name) ?? noProjects;
  }

  /** All projects, in any order. */
  *all(): Generator<Project> {
    for (const projects of this.projects.values()) yield* projects;
  }

  withCode(code: string): readonly RowPlace[] {
    return this.codes.get(code) ?? none;
  }

  /** Rows with the code of this one. */
  codedAs(table: Table, row: number): readonly RowPlace[] {
    return this.codedByRow[this.numberOf.get(table)!]![row] ?? none;
  }

  /** Rows of one unit with one 问题编号 (normalised). */
  withNumber(unit: number, number: string): readonly RowPlace[] {
    return this.numbers.get(numberKey(unit, number)) ?? none;
  }

  withNumberKey(key: string): readonly RowPlace[] {
    return this.numbers.get(key) ?? none;
  }

  /** Which of the places are rows of a table: the first of them and the last (exclusive). */
  boundsOn(table: Table, places: readonly RowPlace[]): readonly [first: number, last: number] {
    const own = this.placeOf(table, 0);
    return boundsOf(places, own, own + rowsPerTable);
  }

  /** Rows of a list on the same project as this row, this row itself left out; of any unit where the code agrees. */
  find(table: Table, row: number, list: ListKey): readonly ProjectRow[] {
    return this.findAmong(this.fellowsOf(table, row), table, row, list);
  }

  /** The rows that share code or name with a row, on all lists; null where it stands alone. */
  fellowsOf(table: Table, row: number): Fellows | null {
    const coded = this.codedAs(table, row);
    const named = this.projectOf(table, row)?.places ?? none;
    return coded.length <= 1 && named.length <= 1 ? null : { coded, named };
  }

  findAmong(fellows: Fellows | null, table: Table, row: number, list: ListKey): readonly ProjectRow[] {
    const among = fellows && this.tableOf.get(list);
    if (!among) return [];
    const own = this.placeOf(table, row);
    const found = new Set<RowPlace>();
    for (const places of [fellows.coded, fellows.named]) {
      const [first, last] = this.boundsOn(among, places);
      for (let at = first; at < last && at - first < mostRows; at++) found.add(places[at]!);
    }
    found.delete(own);
    return this.rowsAt([...found]);
  }

  private change(table: Table, row: number, isAdding: boolean): void {
    if (table.list.kind !== 'project') return;
    const at = this.numberOf.get(table)!;
    const place = this.placeOf(table, row);
    const unit = table.unit[row]!;
    const code = codeOf(table, row);
    const name = table.name(row);
    let coded: readonly RowPlace[] | undefined;
    if (code !== '') {
      coded = changePlaces(this.codes, code, place, isAdding);
      this.changed?.codes.add(code);
    }
    let project: IndexedProject | undefined;
    if (unit >= 0 && name !== '') {
      project = this.changeProject(unit, name, place, isAdding);
      this.changed?.names.add(name);
    }
    const number = numberOf(table, row);
    if (unit >= 0 && number !== '') {
      changePlaces(this.numbers, numberKey(unit, number), place, isAdding);
      this.changed?.numbers.add(numberKey(unit, number));
    }
    this.codedByRow[at]![row] = isAdding ? coded : undefined;
    this.projectByRow[at]![row] = isAdding ? project : undefined;
  }

  private changeProject(unit: number, name: string, place: RowPlace, isAdding: boolean): IndexedProject | undefined {
    let named = this.projects.get(name);
    let project = named?.find((each) => each.unit === unit);
    if (isAdding) {
      if (!named) this.projects.set(name, (named = []));
      if (!project) {
        project = { unit, name, places: [] };
        const next = named.findIndex((each) => each.unit > unit);
        named.splice(next < 0 ? named.length : next, 0, project);
      }
      addPlace(project.places, place);
    } else if (named && project) {
      removePlace(project.places, place);
      if (project.places.length === 0) named.splice(named.indexOf(project), 1);
      if (named.length === 0) this.projects.delete(name);
    }
    return project;
  }
}

/** Puts a place to others of its key or takes it away from them; tells where it now is. */
function changePlaces(groups: TextMap<RowPlace[]>, key: string, place: RowPlace, isAdding: boolean): readonly RowPlace[] | undefined {
  let places = groups.get(key);
  if (isAdding) {
    if (!places) groups.set(key, (places = []));
    addPlace(places, place);
  } else if (places) {
    removePlace(places, place);
    if (places.length === 0) groups.delete(key);
  }
  return places;
}

/** Columns by which rows are told to belong together, and who speaks for them. */
export const keyColumns: readonly string[] = ['projectName', 'projectCode', 'unit', 'problemNumber', 'identity'];

/** Rows that share code or name. */
interface Fellows {
  readonly coded: readonly RowPlace[];
  readonly named: readonly RowPlace[];
}

const numberColumn = 'problemNumber';

function numberKey(unit: number, number: string): string {
  return `${unit}|${number}`;
}

/** Normalised 问题编号 of a row of list 8; empty where it has none, and on all other lists. */
export function numberOf(table: Table, row: number): string {
  const value = table.value(numberColumn, row);
  return value === null ? '' : normaliseName(String(value));
}

/** Normalised 项目代码 of a row; empty where it has none. */
export function codeOf(table: Table, row: number): string {
  const value = table.value('projectCode', row);
  if (value === null) return '';
  const text = String(value);
  return meansEmpty(text) ? '' : normaliseName(text);
}

const rowsPerStep = 1_500;

/** Takes in all rows of a workbook, which must be prepared, some rows at a time. */
export function* fillProjectIndex(index: ProjectIndex, { tables }: Context): Generator<void> {
  for (const table of tables.values()) {
    for (let row = 0; row < table.rowCount; row++) {
      if (row % rowsPerStep === rowsPerStep - 1) yield;
      index.add(table, row);
    }
  }
  index.takeChanges();
}
