import type { Finding, ListEntries, WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import { recordOf } from '../list/record';
import { listsInScope } from '../list/registry';
import type { Plan } from '../plan/plan';
import { finish, type Steps } from '../total/steps';
import { computeEntries } from './compute-entries';
import { findLists } from './find-list';
import type { WorkbookContent } from './model';
import type { WorkbookData } from './read-data';
import { readIntro, type IntroReading } from './read-intro';
import { readCityLines } from './read-line';
import { readListInSteps, type ListReading } from './read-list';
import { nameSheets } from './name-sheets';

/** A workbook of ours as it was read. */
export interface WorkbookReading {
  readonly data: WorkbookData;
  readonly intro: IntroReading | null;
  readonly entries: WorkbookEntries;
  readonly lists: readonly List[];
  readonly readings: Readonly<Record<ListKey, ListReading>>;
  /**
   * Tabs by list key, or intro, summary, result, data: as they are called now, and for a sheet that is gone the
   * name it gets when it is laid out again, which no sheet of the user's has.
   */
  readonly sheetNames: Readonly<Record<string, string>>;
}

/** What a workbook is read from; the last is the day (serial) that counts where 统计截止日 holds none and the hidden sheet knows none. */
type WorkbookSource = readonly [content: WorkbookContent, data: WorkbookData, plan: Plan, fallbackAsOf: number];

/**
 * Reads everything that was entered, whatever was done to the workbook in the meantime: tabs renamed or moved,
 * rows inserted or sorted, columns added. What is missing becomes a finding. fallbackAsOf (serial) counts where
 * 统计截止日 holds no day and the hidden sheet knows none.
 */
export function readWorkbook(...source: WorkbookSource): WorkbookReading {
  return finish(readWorkbookInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* readWorkbookInSteps(...source: WorkbookSource): Steps<WorkbookReading> {
  const reading = yield* readEntered(...source);
  return { ...reading, entries: yield* computeEntries(reading.entries, source[2], reading.lists) };
}

/** The same with ƒ cells and findings as the sheets show them, for those who ask only what was entered. */
export function* readEntered(...[content, data, plan, fallbackAsOf]: WorkbookSource): Steps<WorkbookReading> {
  const lists = listsInScope(plan, data.scope);
  const found = findLists(content, lists, data.headers);
  const readings: Record<ListKey, ListReading> = {};
  const entries: Record<ListKey, ListEntries> = {};
  const findings: Finding[] = [];
  for (const list of lists) {
    const place = found.get(list.key);
    if (place === undefined) {
      findings.push({ kind: 'sheetMissing', list: list.key });
      continue;
    }
    const reading = yield* readListInSteps(list, data.scope, place, data.headers[list.key] ?? {});
    readings[list.key] = reading;
    entries[list.key] = reading.entries;
    findings.push(...reading.findings);
    if (list.kind === 'target' && data.scope.kind === 'city') {
      findings.push(...readCityLines(list, place.sheet, reading));
    }
  }
  const intro = readIntro(content);
  return {
    data,
    intro,
    lists,
    readings,
    sheetNames: nameSheets(content, lists, { ...foundNames(entries), data: data.sheet, ...(intro === null ? {} : { intro: intro.sheet }) }),
    entries: {
      planId: data.planId,
      schemaVersion: data.schemaVersion,
      scope: data.scope,
      asOf: intro?.asOf ?? data.asOf ?? fallbackAsOf,
      lists: entries,
      findings,
      ...recordOf(data),
      lastCheck: data.lastCheck,
    },
  };
}

function foundNames(entries: Readonly<Record<ListKey, ListEntries>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([key, list]) => [key, list.sheetName]));
}
