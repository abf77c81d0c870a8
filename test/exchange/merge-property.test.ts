import fc from 'fast-check';
import { decideConflicts, isEmptyProposal, type Decisions, type MergeProposal } from '../../src/exchange/proposal';
import type { ExchangeSource, ReturnedWorkbook } from '../../src/exchange/source';
import { splitWorkbook } from '../../src/exchange/split';
import type { Value } from '../../src/list/list';
import { listsOf } from '../../src/list/registry';
import { sampleRows } from '../../src/list/sample/sample';
import { toSerial } from '../../src/plan/day';
import { finish } from '../../src/total/steps';
import { afterMerge, apply, batch, cityOf, identity, listOf, partOf, plan, propose, returnedOf, rowsOf, unitName, withRows, type Cells } from './workbook';

/** Units, lists and cells of the model: one list of each kind. */
const units = ['zezhou', 'gaoping'] as const;
const lists = ['1', '5', '8', 'A', 'B'] as const;
const projectLists = lists.filter((key) => listOf(key).kind === 'project');
const filledColumns: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  lists.map((key) => [
    key,
    listOf(key)
      .columns.filter((column) => column.role === 'entry' && column.type !== 'unit' && column.key !== listOf(key).columns.find(({ key: each }) => each === 'projectName')?.key)
      .filter(({ key: each }) => each !== 'projectCode' && each !== 'problemNumber')
      .map((column) => column.key)
      .slice(0, 5),
  ]),
);

/** Every value that is entered is another one, so that it can be followed. */
class Tokens {
  private count = 0;
  next(): string {
    return `填${++this.count}`;
  }
}

interface Project {
  readonly list: string;
  readonly unit: string;
  readonly filled: number;
  readonly named: boolean;
  readonly coded: boolean;
}

const projects = fc.array(
  fc.record({
    list: fc.constantFrom(...projectLists),
    unit: fc.constantFrom(...units),
    filled: fc.integer({ min: 0, max: 31 }),
    named: fc.constant(true),
    coded: fc.boolean(),
  }),
  { maxLength: 14 },
);

function newRow(project: Project, tokens: Tokens, number: number): Cells {
  const columns = filledColumns[project.list]!;
  const cells: [string, Value][] = columns.flatMap((column, at) => ((project.filled >> at) & 1 ? [[column, tokens.next()] as [string, Value]] : []));
  return {
    ...Object.fromEntries(cells),
    ...(project.named ? { projectName: `项目${number}` } : {}),
    ...(project.coded ? { projectCode: `2311-140525-04-01-${String(number).padStart(6, '0')}` } : {}),
    ...(project.list === '8' ? { problemNumber: `W-${number}` } : {}),
  };
}

function startOf(given: readonly Project[], tokens: Tokens): ExchangeSource {
  const rows: Record<string, Cells[]> = { '1': units.map((unit) => ({ unit: unitName(unit), [filledColumns['1']![0]!]: tokens.next() })) };
  given.forEach((project, at) => {
    (rows[project.list] ??= []).push({ ...newRow(project, tokens, at), identity: identity(project.list, at), unit: unitName(project.unit) });
  });
  return cityOf(rows);
}

/** What a person does to a list. Rows are chosen by number, cells by number. */
type Edit =
  | { readonly kind: 'cell'; readonly list: string; readonly row: number; readonly column: number; readonly clear: boolean }
  | { readonly kind: 'delete' | 'empty' | 'copy' | 'loseIdentity' | 'rename' | 'moveUnit'; readonly list: string; readonly row: number }
  | { readonly kind: 'add'; readonly list: string; readonly at: number; readonly project: Project; readonly shared: boolean }
  | { readonly kind: 'sort' | 'sortWithoutIdentity'; readonly list: string };

const someRow = { list: fc.constantFrom(...projectLists), row: fc.nat(20) };
const cellEdit = fc.record({ kind: fc.constant('cell' as const), list: fc.constantFrom(...lists), row: fc.nat(20), column: fc.nat(4), clear: fc.boolean() });
const rowEdit = (...kinds: ('delete' | 'empty' | 'copy' | 'loseIdentity' | 'rename' | 'moveUnit')[]) => fc.record({ kind: fc.constantFrom(...kinds), ...someRow });
const addEdit = (shared: fc.Arbitrary<boolean>) =>
  fc.record({
    kind: fc.constant('add' as const),
    list: fc.constantFrom(...projectLists),
    at: fc.nat(20),
    shared,
    project: fc.record({ list: fc.constant(''), unit: fc.constant(''), filled: fc.integer({ min: 1, max: 31 }), named: fc.boolean(), coded: fc.boolean() }),
  });
const sortEdit = (...kinds: ('sort' | 'sortWithoutIdentity')[]) => fc.record({ kind: fc.constantFrom(...kinds), list: fc.constantFrom(...projectLists) });

/** What people do who keep the hidden column: the table of 回收 says exactly what must come out. */
const plainEdits = fc.array(
  fc.oneof({ weight: 4, arbitrary: cellEdit }, { weight: 2, arbitrary: rowEdit('delete', 'empty') }, addEdit(fc.constant(false)), sortEdit('sort')),
  { maxLength: 12 },
) as fc.Arbitrary<Edit[]>;

/** What people do. */
const anyEdits = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: cellEdit },
    { weight: 4, arbitrary: rowEdit('delete', 'empty', 'copy', 'loseIdentity', 'rename') },
    { weight: 2, arbitrary: addEdit(fc.boolean()) },
    sortEdit('sort', 'sortWithoutIdentity'),
  ),
  { maxLength: 12 },
) as fc.Arbitrary<Edit[]>;

/** Does edits to the rows that a person may touch: in the city workbook only those of one unit, to meet its file. */
function edited(rows: readonly Cells[], list: string, edits: readonly Edit[], tokens: Tokens, unit: string | null): Cells[] {
  let now = [...rows];
  const isOwn = (row: Cells) => unit === null || row['unit'] === unit;
  const change = (number: number, to: (row: Cells) => Cells[]) => {
    const own = now.flatMap((row, at) => (isOwn(row) ? [at] : []));
    if (own.length > 0) now = now.flatMap((row, at) => (at === own[number % own.length] ? to(row) : [row]));
  };
  for (const edit of edits) {
    if (edit.list !== list) continue;
    if (edit.kind === 'cell') change(edit.row, (row) => [{ ...row, [filledColumns[list]![edit.column % filledColumns[list]!.length]!]: edit.clear ? null : tokens.next() }]);
    else if (edit.kind === 'delete') change(edit.row, () => []);
    else if (edit.kind === 'empty') change(edit.row, (row) => [{ identity: row['identity'] ?? null, unit: row['unit'] ?? null }]);
    else if (edit.kind === 'copy') change(edit.row, (row) => [row, { ...row, ...(unit === null ? {} : { identity: identity(list, 40_000 + Number(tokens.next().slice(1))) }) }]);
    else if (edit.kind === 'loseIdentity') change(edit.row, (row) => [{ ...row, identity: unit === null ? null : identity(list, 9000 + Number(tokens.next().slice(1))) }]);
    else if (edit.kind === 'rename') change(edit.row, (row) => [{ ...row, projectName: tokens.next() }]);
    else if (edit.kind === 'moveUnit') change(edit.row, (row) => [{ ...row, unit: '陵川县' }]);
    else if (edit.kind === 'add') {
      const token = Number(tokens.next().slice(1));
      const fresh = newRow({ ...edit.project, list }, tokens, edit.shared ? 500 + (edit.at % 2) : 1000 + token);
      const own: Cells = unit === null ? {} : { identity: identity(list, 20_000 + token), unit };
      now.splice(edit.at % (now.length + 1), 0, { ...fresh, ...own });
    } else if (edit.kind === 'sort') now.sort((a, b) => compare(a, b));
    else if (isSortable(unit)) {
      const left = now.map((row) => row['identity'] ?? null);
      now = now.sort((a, b) => compare(a, b)).map((row, at) => ({ ...row, identity: left[at] ?? null }));
    }
  }
  return now;
}

/** In the city workbook units would be mixed up too; only files are sorted without the hidden column here. */
function isSortable(unit: string | null): boolean {
  return unit === null;
}

function compare(a: Cells, b: Cells): number {
  return String(b['projectName'] ?? '').localeCompare(String(a['projectName'] ?? ''));
}

function editLists(edits: readonly Edit[], tokens: Tokens, unit: string | null) {
  return Object.fromEntries(lists.map((list) => [list, (rows: Cells[]) => edited(rows, list, edits, tokens, unit)]));
}

interface Meeting {
  readonly issued: ExchangeSource;
  readonly city: ExchangeSource;
  readonly returned: ReturnedWorkbook;
  readonly proposal: MergeProposal;
}

function meet(given: readonly Project[], inCity: readonly Edit[], inUnit: readonly Edit[], keepsBase = true): Meeting {
  const tokens = new Tokens();
  const issued = startOf(given, tokens);
  const city = withRows(issued, editLists(inCity, tokens, '泽州县'));
  const returned = returnedOf(partOf(issued, 'zezhou'), editLists(inUnit, tokens, null), keepsBase ? {} : { base: null });
  return { issued, city, returned, proposal: propose(city, returned) };
}

function allDecided(proposal: MergeProposal): Decisions {
  return {
    ...decideConflicts(proposal, 'unit'),
    ...Object.fromEntries(proposal.lists.flatMap(({ deleted }) => deleted.map(({ id }) => [id, 'unit' as const]))),
  };
}

const isKept = (row: Cells) => Object.entries(row).some(([key, value]) => key !== 'identity' && key !== 'unit' && value !== null);

function content(row: Cells): Cells {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

const runs = { numRuns: 40 };

describe('the table of 回收', () => {
  /** The table, written down a second time: by identity, row by row and cell by cell. */
  function expected({ issued, city, returned }: Meeting, list: string) {
    const rowsIn = (workbook: { lists: ExchangeSource['lists'] }) =>
      new Map(rowsOf(workbook.lists[list]).filter((row) => list === '1' || isKept(row)).map((row, at) => [list === '1' ? row['unit'] : (row['identity'] ?? `新${at}`), row]));
    const [base, now, back] = [rowsIn(issued), rowsIn(city), rowsIn(returned)];
    const [result, conflicts, deletions]: [Cells[], string[], string[]] = [[], [], []];
    const columns = [...filledColumns[list]!, ...(list === '1' ? [] : ['projectName', 'projectCode', ...(list === '8' ? ['problemNumber'] : [])])];
    for (const [key, row] of now) {
      const was = base.get(key);
      const sent = back.get(key);
      if (was === undefined || row['unit'] !== '泽州县') {
        result.push(row);
        continue;
      }
      const isChanged = columns.some((column) => row[column] !== was[column]);
      if (sent === undefined) {
        (isChanged ? conflicts : deletions).push(String(key));
        result.push(row);
        continue;
      }
      const merged: Record<string, Value> = { ...row };
      for (const column of columns) {
        const [b, c, u] = [was[column], row[column], sent[column]].map((value) => value ?? null);
        if (u === b || u === c) continue;
        if (c === b) merged[column] = u!;
        else conflicts.push(`${String(key)} ${column}`);
      }
      result.push(content(merged));
    }
    for (const [key, sent] of back) {
      const was = base.get(key);
      if (was === undefined) result.push({ ...sent, unit: '泽州县', identity: '新' });
      else if (!now.has(key) && columns.some((column) => sent[column] !== was[column])) conflicts.push(String(key));
    }
    return { result: result.filter((row) => list === '1' || isKept(row)), conflicts, deletions };
  }

  it('gives what it says for any edits on both sides', () => {
    fc.assert(
      fc.property(projects, plainEdits, plainEdits, (given, inCity, inUnit) => {
        const meeting = meet(given, inCity, inUnit);
        const { city, proposal } = meeting;
        const merged = apply(city, [proposal]);
        for (const list of lists) {
          const { conflicting, deleted, refused } = proposal.lists.find((each) => each.list === list)!;
          const told = expected(meeting, list);
          const nameOf = (id: string) => (list === '1' ? unitName(id) : id);
          expect(conflicting.map((each) => `${nameOf(each.identity)}${each.kind === 'cell' ? ` ${each.cell.column}` : ''}`).sort()).toEqual(told.conflicts.sort());
          expect(deleted.map((row) => row.identity).sort()).toEqual(told.deletions.sort());
          expect(refused).toEqual([]);
          const rows = rowsOf(merged.rows[list])
            .filter((row) => list === '1' || isKept(row))
            .map((row) => ({ ...row, ...(String(row['identity']).includes('NEW') ? { identity: '新' } : {}) }));
          expect(new Set(rows.map((row) => JSON.stringify(row, Object.keys(row).sort())))).toEqual(
            new Set(told.result.map((row) => JSON.stringify(row, Object.keys(row).sort()))),
          );
          expect(rows).toHaveLength(told.result.length);
        }
      }),
      runs,
    );
  });
});

/** How often each entered value stands in a workbook's lists. */
function countTokens(rows: readonly Cells[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of Object.values(row)) if (typeof value === 'string' && value.startsWith('填')) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** False where a row can have lost both its identity and its name: then it is a new one, and the old one deleted. */
function isRecognisable(edits: readonly Edit[], list: string): boolean {
  const has = (...kinds: Edit['kind'][]) => edits.some((edit) => edit.list === list && kinds.includes(edit.kind));
  return !(has('rename') && has('loseIdentity', 'sortWithoutIdentity'));
}

describe('whatever people do to both workbooks', () => {
  it('loses nothing, doubles nothing and lists every deletion and conflict', () => {
    fc.assert(
      fc.property(projects, anyEdits, anyEdits, fc.boolean(), (given, inCity, inUnit, keepsBase) => {
        const { issued, city, returned, proposal } = meet(given, inCity, inUnit, keepsBase);
        const merged = apply(city, [proposal]);
        for (const list of lists) {
          const own = proposal.lists.find((each) => each.list === list)!;
          const result = countTokens(rowsOf(merged.rows[list]));
          const before = countTokens(rowsOf(issued.lists[list]));
          const inCityNow = countTokens(rowsOf(city.lists[list]));
          const inFile = countTokens(rowsOf(returned.lists[list]));
          const listed = countTokens(
            own.conflicting.flatMap((each): Cells[] => (each.kind === 'cell' ? [{ value: each.cell.returned }] : each.cells.map((cell) => ({ value: cell.returned })))),
          );
          // A copy has what its original had, also where the city deleted that.
          const copies = proposal.notes.flatMap((note) => (note.kind === 'copiedRow' && note.list === list ? [rowsOf(returned.lists[list])[note.fileRow]!] : []));
          const kept = countTokens([
            ...copies,
            ...own.deleted.map((row) => row.values),
            ...own.conflicting.flatMap((each) => (each.kind === 'deletedInUnit' ? [rowsOf(city.lists[list])[each.cityRow!]!] : [])),
          ]);
          for (const [token, count] of inFile) {
            if (!before.has(token) && !result.has(token)) expect([...listed.keys()]).toContain(token);
            if (before.has(token) && inCityNow.has(token)) expect([...result.keys()]).toContain(token);
            if (keepsBase && isRecognisable(inUnit, list)) {
              const most = (inCityNow.get(token) ?? 0) + Math.max(0, count - (before.get(token) ?? 0)) + (kept.get(token) ?? 0);
              expect(result.get(token) ?? 0).toBeLessThanOrEqual(most);
            }
          }
          // What the city entered stays, unless the unit changed what stood there as issued.
          for (const token of inCityNow.keys()) if (!before.has(token)) expect([...result.keys()]).toContain(token);
          const identities = rowsOf(merged.rows[list]).filter(isKept).flatMap((row) => (row['identity'] === undefined ? [] : [row['identity']]));
          expect(new Set(identities).size).toBe(identities.length);
          expect(identities.length).toBe(list === '1' ? 0 : rowsOf(merged.rows[list]).filter(isKept).length);
        }
      }),
      runs,
    );
  });

  it('changes nothing when the same file is merged again', () => {
    fc.assert(
      fc.property(projects, anyEdits, anyEdits, fc.boolean(), (given, inCity, inUnit, keepsBase) => {
        const { city, returned, proposal } = meet(given, inCity, inUnit, keepsBase);
        const once = afterMerge(city, apply(city, [proposal]));
        const again = apply(once, [propose(once, returned)]);
        expect(Object.values(again.rows).some(({ touched }) => touched)).toBe(false);
      }),
      runs,
    );
  });

  it('has nothing left to propose once everything was decided for the unit', () => {
    // A row copied in the city workbook takes the place of its original once that is deleted, and is proposed in turn.
    const withoutCopies = anyEdits.map((edits) => edits.filter(({ kind }) => kind !== 'copy'));
    fc.assert(
      fc.property(projects, withoutCopies, anyEdits, fc.boolean(), (given, inCity, inUnit, keepsBase) => {
        const { city, returned, proposal } = meet(given, inCity, inUnit, keepsBase);
        const decided = afterMerge(city, apply(city, [proposal], allDecided(proposal)));
        const again = propose(decided, returned);
        expect(isEmptyProposal(again)).toBe(true);
      }),
      runs,
    );
  });

  it('does not depend on whose file comes first', () => {
    fc.assert(
      fc.property(projects, anyEdits, anyEdits, anyEdits, fc.boolean(), (given, inCity, inFirst, inSecond, deletes) => {
        const tokens = new Tokens();
        const issued = startOf([...given].sort((a, b) => units.indexOf(a.unit as never) - units.indexOf(b.unit as never)), tokens);
        const city = withRows(issued, editLists(inCity, tokens, '高平市'));
        const files = [returnedOf(partOf(issued, 'zezhou'), editLists(inFirst, tokens, null)), returnedOf(partOf(issued, 'gaoping'), editLists(inSecond, tokens, null))];
        const decide = (proposal: MergeProposal) => (deletes ? allDecided(proposal) : {});
        const inTurn = (order: readonly ReturnedWorkbook[]) =>
          order.reduce((now, file) => {
            const proposal = propose(now, file);
            return afterMerge(now, apply(now, [proposal], decide(proposal)));
          }, city);
        const shown = (workbook: ExchangeSource) =>
          lists.map((list) => {
            const rows = rowsOf(workbook.lists[list]).filter((row) => list === '1' || isKept(row)).map((row): Cells => ({ ...row, ...(String(row['identity']).includes('NEW') ? { identity: '新' } : {}) }));
            return units.map((unit) => rows.filter((row) => row['unit'] === unitName(unit)));
          });
        const both = files.map((file) => propose(city, file));
        const together = afterMerge(city, apply(city, both, Object.assign({}, ...both.map(decide)) as Decisions));
        expect(shown(inTurn(files))).toEqual(shown(inTurn([...files].reverse())));
        expect(shown(together)).toEqual(shown(inTurn(files)));
      }),
      runs,
    );
  });

  it('refuses rows that were moved to another unit, with everything in them', () => {
    fc.assert(
      fc.property(projects, fc.array(fc.oneof(rowEdit('moveUnit', 'loseIdentity'), cellEdit), { maxLength: 8 }) as fc.Arbitrary<Edit[]>, (given, inUnit) => {
        const { city, returned, proposal } = meet(given, [], inUnit);
        for (const list of projectLists) {
          const { refused, deleted, added } = proposal.lists.find((each) => each.list === list)!;
          const moved = rowsOf(returned.lists[list]).filter((row) => row['unit'] === '陵川县' && isKept(row));
          expect(refused.map((row) => row.values)).toEqual(
            expect.arrayContaining(moved.map((row): Cells => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'unit' && key !== 'identity')))),
          );
          expect(refused).toHaveLength(moved.length);
          expect([deleted, added]).toEqual([[], []]);
          expect(rowsOf(apply(city, [proposal]).rows[list])).toHaveLength(rowsOf(city.lists[list]).length);
        }
      }),
      runs,
    );
  });
});

it('merges back what was split and not touched, without a trace', () => {
  fc.assert(
    fc.property(projects, anyEdits, (given, edits) => {
      const tokens = new Tokens();
      const city = withRows(startOf(given, tokens), editLists(edits, tokens, '泽州县'));
      const { parts } = finish(splitWorkbook(city, plan, { units: plan.units.map(({ key }) => key), batch, issuedAt: '' }));
      const proposals = parts.map((part) => propose(city, returnedOf(part)));
      expect(proposals.every(isEmptyProposal)).toBe(true);
      const merged = apply(city, proposals);
      for (const list of listsOf(plan)) expect(merged.rows[list.key]!.values).toBe(city.lists[list.key]!.values);
    }),
    runs,
  );
});

it('splits the sample of every list into its units and puts it together again', () => {
  const sample = sampleRows(plan, { kind: 'city' }, toSerial('2023-12-25'), { kind: 'clean', seed: 1 });
  const sources = Object.entries(sample).map(([key, columns]) => {
    const rows = rowsOf({ rowCount: Object.values(columns)[0]?.length ?? 0, values: columns });
    return [key, rows.map((row, at): Cells => (listOf(key).kind === 'project' ? { ...row, identity: identity(key, at) } : { ...row, unit: plan.units[at]!.name }))] as const;
  });
  const city = cityOf(Object.fromEntries(sources));
  const { parts, strays } = finish(splitWorkbook(city, plan, { units: plan.units.map(({ key }) => key), batch, issuedAt: '' }));
  expect(strays).toEqual([]);
  for (const [key, rows] of sources) {
    if (listOf(key).kind === 'project') expect(parts.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0)).toBe(rows.length);
  }
  const emptied = cityOf({ '1': sources.find(([key]) => key === '1')![1].map((row) => ({ unit: row['unit'] ?? null })) });
  const proposals = parts.map((part) => propose(emptied, returnedOf(part, {}, { base: null }))).reverse();
  const merged = apply(emptied, proposals, Object.assign({}, ...proposals.map((proposal) => decideConflicts(proposal, 'unit'))) as Decisions);
  for (const [key, rows] of sources) {
    const inOrder = plan.units.flatMap(({ name }) => rows.filter((row) => row['unit'] === name));
    expect(rowsOf(merged.rows[key])).toEqual(inOrder.map((row) => expect.objectContaining(row) as unknown));
  }
});
