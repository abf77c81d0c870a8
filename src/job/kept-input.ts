import type { ListKey, ProjectList } from '../list/list';
import { recordOf, type IssuedRow } from '../list/record';
import { listsInScope } from '../list/registry';
import type { Plan, Scope } from '../plan/plan';
import { unitResolverOf } from '../rule/choice';
import type { BuildInput, ListRows } from '../sheet/build-input';
import { issueRows, targetRows } from '../sheet/issue-rows';
import type { WorkbookReading } from '../sheet/read-workbook';
import { isFilled } from '../total/data';
import { finish, type Steps } from '../total/steps';
import type { Surroundings } from './clock';
import { identityMaker, newIdentities } from './identity';

/** What a workbook of ours is laid out from again: everything entered, by key. A sheet that is gone is issued anew. */
export function keptInput(...source: Parameters<typeof keptInSteps>): BuildInput {
  return finish(keptInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* keptInSteps(
  present: WorkbookReading,
  plan: Plan,
  around: Surroundings,
  asOf: number = present.entries.asOf,
): Steps<BuildInput> {
  const { scope } = present.data;
  const newIdentity = identityMaker(around);
  const fresh = issueRows(plan, scope, newIdentity);
  const rows: Record<ListKey, ListRows> = {};
  const issued: Record<ListKey, BuildInput['issued'][string]> = { ...present.entries.issued };
  for (const list of listsInScope(plan, scope)) {
    const reading = present.readings[list.key];
    if (reading === undefined) {
      const again = list.kind === 'project' ? issuedAgain(issued[list.key], scope) : undefined;
      const issuedRows = again ?? fresh.rows[list.key];
      if (issuedRows !== undefined) rows[list.key] = issuedRows;
      if (again === undefined && fresh.issued[list.key] !== undefined) issued[list.key] = fresh.issued[list.key]!;
      continue;
    }
    const entered = withoutMarks(reading.rows);
    rows[list.key] =
      list.kind === 'target'
        ? targetsOver(plan, targetRows(plan, list, scope), entered)
        : yield* withIdentities(list, entered, issued[list.key] ?? {}, newIdentity);
  }
  return {
    plan,
    scope,
    asOf,
    ...(present.intro?.reporter ? { reporter: present.intro.reporter } : {}),
    rows,
    sheetNames: present.sheetNames,
    ...recordOf(present.entries),
    issued,
    lastCheck: null,
  };
}

/** 校验结果 is laid out empty, so the marks of the last check go with it. */
function withoutMarks(rows: ListRows): ListRows {
  const values = { ...rows.values };
  delete values['mark'];
  return { ...rows, values };
}

/** The rows of a list that is gone, as they were issued, under the identities that the hidden sheet knows. */
function issuedAgain(issued: Readonly<Record<string, IssuedRow>> | undefined, scope: Scope): ListRows | undefined {
  const known = Object.entries(issued ?? {});
  if (known.length === 0) return undefined;
  return {
    rowCount: known.length,
    values: {
      projectName: known.map(([, row]) => row.name),
      ...(scope.kind === 'city' ? { unit: known.map(([, row]) => row.unit) } : {}),
      identity: known.map(([identity]) => identity),
    },
  };
}

function* withIdentities(
  list: ProjectList,
  rows: ListRows,
  issued: Readonly<Record<string, IssuedRow>>,
  newIdentity: (list: ListKey) => string,
): Steps<ListRows> {
  const values = { ...rows.values, identity: rows.values['identity'] ?? Array.from({ length: rows.rowCount }, () => null) };
  const identity = yield* newIdentities(list, values, issued, newIdentity);
  return { ...rows, values: identity === null ? values : { ...values, identity } };
}

/** The plan's rows and figures with what was typed for each unit, also under another of its names; rows of no unit stand below, to be seen. */
function targetsOver(plan: Plan, issued: ListRows, entered: ListRows): ListRows {
  const units = issued.values['unit'] ?? [];
  const enteredUnits = entered.values['unit'] ?? [];
  const { keyOf } = unitResolverOf(plan);
  const meant = enteredUnits.map((text) => (typeof text === 'string' ? keyOf(text) : null));
  const sources = units.map((unit) => (enteredUnits.includes(unit) ? enteredUnits.indexOf(unit) : meant.indexOf(keyOf(String(unit)))));
  const strays = Array.from({ length: entered.rowCount }, (_, row) => row).filter(
    (row) => !sources.includes(row) && Object.values(entered.values).some((values) => isFilled(values[row])),
  );
  const from = [...sources, ...strays];
  const keys = new Set([...Object.keys(issued.values), ...Object.keys(entered.values)]);
  const values = Object.fromEntries(
    [...keys].map((key) => [
      key,
      from.map((row, at) => issued.values[key]?.[at] ?? (row < 0 ? null : (entered.values[key]?.[row] ?? null))),
    ]),
  );
  const order = entered.order?.map((place) =>
    'key' in place
      ? place
      : {
          user: {
            ...place.user,
            values: from.map((row) => place.user.values[row] ?? null),
            formulas: from.map((row) => place.user.formulas[row] ?? null),
          },
        },
  );
  const formulas = Object.fromEntries(
    Object.entries(entered.formulas ?? {}).map(([key, texts]) => [key, from.map((row) => texts[row] ?? null)]),
  );
  return { rowCount: from.length, values, formulas, ...(order === undefined ? {} : { order }) };
}
