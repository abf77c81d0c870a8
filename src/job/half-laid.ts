import { isBareExchange } from '../sheet/build-exchange';
import { buildResult } from '../sheet/build-result';
import type { Change, WorkbookContent } from '../sheet/model';
import { withCellsWritten } from '../sheet/write-content';
import { finish } from '../total/steps';
import { recordExchanges } from './exchange-record';
import { laidSheets } from './fix';
import type { Surroundings } from './clock';
import type { LaidSheet } from './journal';
import type { KnownWorkbook } from './known-workbook';
import { columnRuns, readSheet } from './put-back';
import { summaryAnew } from './summary-anew';
import { tabsOf } from './tabs-now';

/**
 * The sheets that a write was laying when it was cut off, laid whole from what the workbook holds: the texts by which they
 * are known may be gone with the rest, so they go by the tabs of the reading. 交换记录 that was new goes again where there is
 * nothing to show on it, and nobody has written beside it. With 汇总 come lists that somebody has deleted since: its formulas read them.
 */
export function layHalfLaid(standing: KnownWorkbook, laid: readonly LaidSheet[], around: Surroundings): Change[] {
  const present = new Set(tabsOf(standing.content));
  const known: KnownWorkbook = { ...standing, content: withSingleCells(standing, laid) };
  return laid.flatMap((sheet) => (present.has(known.reading.sheetNames[sheet.key] ?? '') ? layWhole(known, sheet, around) : []));
}

/** One of them. */
export function layWhole(known: KnownWorkbook, { key, isNew }: LaidSheet, around: Surroundings): Change[] {
  const { sheetNames, entries, lists } = known.reading;
  const name = sheetNames[key] ?? '';
  switch (key) {
    case 'summary':
      return [...finish(laidSheets(known, new Set(lists.filter((list) => entries.lists[list.key] === undefined).map((list) => list.key)), around)), summaryAnew(known, around)];
    case 'result':
      return [{ kind: 'laySheet', sheet: buildResult(name, undefined), after: null }];
    case 'exchange':
      if (!isNew || entries.exchanges.length > 0) return [...recordExchanges(known, entries.exchanges).derived];
      return known.content.sheets.some((sheet) => sheet.name === name && isBareExchange(sheet)) ? [{ kind: 'removeSheet', sheet: name }] : [];
    default:
      return [];
  }
}

/** Notes that were cleared and not yet written again stand where they are to be; what somebody wrote there since stays. */
function withSingleCells({ reading, content }: KnownWorkbook, laid: readonly LaidSheet[]): WorkbookContent {
  const writes = laid.flatMap(({ key, single }) => {
    const name = reading.sheetNames[key] ?? '';
    const cell = readSheet(content, name);
    return cell === null ? [] : columnRuns(name, single.filter(({ row, column }) => cell(row, column) === null));
  });
  return withCellsWritten(content, writes);
}
