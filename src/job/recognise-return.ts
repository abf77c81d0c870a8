import type { ReturnedWorkbook } from '../exchange/source';
import type { ListKey } from '../list/list';
import { emptyRecord, recordOf } from '../list/record';
import { listsOf } from '../list/registry';
import { isNewer, schemaVersion } from '../list/schema-version';
import { toSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import { unitResolverOf } from '../rule/choice';
import { findLists } from '../sheet/find-list';
import type { WorkbookContent } from '../sheet/model';
import { findNearestList } from '../sheet/nearest-list';
import { readDataInSteps, type WorkbookData } from '../sheet/read-data';
import { readListInSteps, type ListReading } from '../sheet/read-list';
import { readEntered, type WorkbookReading } from '../sheet/read-workbook';
import { sheetNames } from '../sheet/sheet-name';
import { describeNearest, returnTexts } from '../text/exchange-return';
import type { Steps } from '../total/steps';
import { backupState } from './backup';
import { journalState } from './journal';
import { rowTraces } from './row-trace';

/** A file that came back, as it was read. */
export interface ReturnedFile {
  readonly name: string;
  /** Milliseconds since 1970; null where that is not known. */
  readonly savedAt: number | null;
  /** Hash of the bytes. */
  readonly fingerprint: string;
  readonly content: WorkbookContent;
}

/** A returned file judged by itself: a unit's workbook, or the sentence that says why it is none. */
export type RecognisedReturn =
  | { readonly kind: 'returned'; readonly returned: ReturnedWorkbook }
  | { readonly kind: 'refused'; readonly unit: string | null; readonly sentence: string };

/**
 * A returned file as a unit's workbook of this plan. One that lost its hidden sheet, or was put together by hand, is
 * taken for the unit that its rows name, else the one that its file name holds, and has no base. A list that is not
 * found is absent, which is not the same as empty.
 */
export function* recogniseReturn(file: ReturnedFile, plan: Plan): Steps<RecognisedReturn> {
  const { content } = file;
  const data = (yield* readDataInSteps(content)) ?? (yield* assumedData(file, plan));
  if (typeof data === 'string') return { kind: 'refused', unit: null, sentence: data };
  const reason = refusalOf(data, content, plan);
  if (reason !== null || data.scope.kind === 'city') return { kind: 'refused', unit: null, sentence: reason ?? returnTexts.city };
  const { unit } = data.scope;
  const reading = yield* readEntered(content, data, plan, toSerial(plan.period.end));
  const lists: Record<ListKey, ReturnedWorkbook['lists'][string]> = {};
  for (const [key, list] of Object.entries(reading.readings)) lists[key] = rowsOf(list);
  if (Object.keys(lists).length === 0) return { kind: 'refused', unit, sentence: notRecognised(content, plan) };
  const { name, savedAt, fingerprint } = file;
  return {
    kind: 'returned',
    returned: { scope: data.scope, lists, ...recordOf(reading.entries), unit, file: name, savedAt, fingerprint, copies: yield* copiesOf(content, data, reading) },
  };
}

/** What was read, without columns that cannot be told apart: of two with one header the wrong one would clear or replace what was filled in. */
function rowsOf({ rows, entries, findings }: ListReading): ReturnedWorkbook['lists'][string] {
  const { userColumns, values: read } = entries;
  const doubled = findings.flatMap((finding) => {
    if (finding.kind !== 'headerAltered') return [];
    const [own, second] = [read[finding.column], userColumns.find(({ at }) => at === finding.at)?.values];
    return own !== undefined && second !== undefined && own.some((value, row) => value !== (second[row] ?? null)) ? [finding.column] : [];
  });
  const values = Object.fromEntries(Object.entries(rows.values).filter(([column]) => !doubled.includes(column)));
  return { ...rows, values, userColumns, doubled };
}

/**
 * Sheets beside those that were read that look like a list and hold rows that the list has not: who fills in a copy of a
 * sheet has to be told that nothing of it is taken.
 */
function* copiesOf(content: WorkbookContent, { headers, scope, sheet: hidden }: WorkbookData, { lists, readings }: WorkbookReading): Steps<{ readonly list: ListKey; readonly sheet: string }[]> {
  const copies: { list: ListKey; sheet: string }[] = [];
  const read = new Set(Object.values(readings).map(({ entries }) => entries.sheetName));
  // Nobody fills in the hidden sheet, and its long texts would take time.
  let sheets = content.sheets.filter(({ name, visibility }) => !read.has(name) && name !== hidden && visibility !== 'veryHidden');
  yield;
  for (let found = findLists({ sheets }, lists, headers); found.size > 0; found = findLists({ sheets }, lists, headers)) {
    for (const list of lists) {
      const place = found.get(list.key);
      if (place === undefined) continue;
      sheets = sheets.filter(({ name }) => name !== place.sheet.name);
      const own = new Set(rowTraces(list, readings[list.key]?.rows ?? { rowCount: 0, values: {} }));
      const { rows } = yield* readListInSteps(list, scope, place, headers[list.key] ?? {});
      if (rowTraces(list, rows).some((trace) => !own.has(trace))) copies.push({ list: list.key, sheet: place.sheet.name });
    }
  }
  return copies;
}

function refusalOf(data: WorkbookData, content: WorkbookContent, plan: Plan): string | null {
  if (data.planId !== plan.id) return returnTexts.otherPlan(data.planId, plan.id);
  if (isNewer(data)) return returnTexts.newerVersion;
  const { scope } = data;
  if (scope.kind === 'unit' && !plan.units.some(({ key }) => key === scope.unit)) return returnTexts.unknownUnit(scope.unit);
  return backupState(content) !== 'none' || journalState(content) === 'standing' ? returnTexts.unfinished : null;
}

function notRecognised(content: WorkbookContent, plan: Plan): string {
  const nearest = findNearestList(content, listsOf(plan));
  return nearest === null ? returnTexts.noLists : describeNearest(nearest);
}

/** What the hidden sheet would say of a file without one, or why that cannot be told. */
function* assumedData({ name, content }: ReturnedFile, plan: Plan): Steps<WorkbookData | string> {
  const lists = listsOf(plan);
  const found = findLists(content, lists, {});
  if (found.size === 0) return notRecognised(content, plan);
  const resolver = unitResolverOf(plan);
  const units = new Set<string>();
  for (const list of lists) {
    const place = found.get(list.key);
    if (place === undefined) continue;
    const { rows } = yield* readListInSteps(list, { kind: 'city' }, place, {});
    const texts = rows.values['unit'] ?? [];
    const filled = list.kind === 'target' ? texts : texts.filter((_, row) => (rows.values[list.nameColumn]?.[row] ?? null) !== null);
    for (const text of filled) {
      const unit = typeof text === 'string' ? resolver.keyOf(text) : null;
      if (unit !== null) units.add(unit);
    }
  }
  const inName = plan.units.filter(({ name: unitName, shortName }) => name.includes(unitName) || (shortName !== undefined && name.includes(shortName)));
  const candidates = units.size === 0 ? inName.map(({ key }) => key) : [...units];
  if (candidates.length === 0) return returnTexts.noUnit;
  const own = candidates.length > 1 && inName.length === 1 && candidates.includes(inName[0]!.key) ? [inName[0]!.key] : candidates;
  if (own.length > 1) {
    return returnTexts.severalUnits(plan.units.filter(({ key }) => own.includes(key)).map((unit) => unit.name));
  }
  return {
    sheet: sheetNames.data,
    planId: plan.id,
    schemaVersion,
    scope: { kind: 'unit', unit: own[0]! },
    lastCheck: null,
    asOf: null,
    headers: {},
    ...emptyRecord,
  };
}
