import type { ReturnedWorkbook } from '../exchange/source';
import type { ListKey } from '../list/list';
import { emptyRecord, recordOf } from '../list/record';
import { listsOf } from '../list/registry';
import { isNewer, schemaVersion } from '../list/schema-version';
import { toSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import { unitResolverOf } from '../rule/choice';
import type { ListRows } from '../sheet/build-input';
import { findLists } from '../sheet/find-list';
import type { WorkbookContent } from '../sheet/model';
import { findNearestList } from '../sheet/nearest-list';
import { readDataInSteps, type WorkbookData } from '../sheet/read-data';
import { readListInSteps } from '../sheet/read-list';
import { readEntered } from '../sheet/read-workbook';
import { sheetNames } from '../sheet/sheet-name';
import { describeNearest, returnTexts } from '../text/exchange-return';
import type { Steps } from '../total/steps';
import { backupState } from './backup';
import { journalState } from './journal';

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
  const lists: Record<ListKey, ListRows & { readonly userColumns: readonly { readonly header: string }[] }> = {};
  for (const [key, { rows, entries }] of Object.entries(reading.readings)) lists[key] = { ...rows, userColumns: entries.userColumns };
  if (Object.keys(lists).length === 0) return { kind: 'refused', unit, sentence: notRecognised(content, plan) };
  const { name, savedAt, fingerprint } = file;
  return {
    kind: 'returned',
    returned: { scope: data.scope, lists, ...recordOf(reading.entries), unit, file: name, savedAt, fingerprint },
  };
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
