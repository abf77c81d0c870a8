import { buildResult } from '../sheet/build-result';
import type { Change, WorkbookContent } from '../sheet/model';
import { withCellsWritten } from '../sheet/write-content';
import { recordExchanges } from './exchange-record';
import type { Surroundings } from './clock';
import type { LaidSheet } from './journal';
import type { KnownWorkbook } from './known-workbook';
import { columnRuns, readSheet } from './put-back';
import { summaryAnew } from './summary-anew';

/**
 * The sheets that a write was laying when it was cut off, laid whole from what the workbook holds: the texts by which they
 * are known may be gone with the rest, so they go by the names in the journal, or where somebody has renamed one since, by
 * what it looks like. 交换记录 that was new goes again where there is nothing to show on it.
 */
export function layHalfLaid(standing: KnownWorkbook, laid: readonly LaidSheet[], around: Surroundings): Change[] {
  const present = new Set(standing.content.sheets.map(({ name }) => name));
  const known: KnownWorkbook = { ...standing, content: withSingleCells(standing.content, laid) };
  return laid.flatMap(({ key, name: written, isNew }): Change[] => {
    const name = present.has(written) ? written : known.reading.sheetNames[key];
    if (name === undefined || !present.has(name)) return [];
    const { reading } = known;
    const named: KnownWorkbook = { ...known, reading: { ...reading, sheetNames: { ...reading.sheetNames, [key]: name } } };
    switch (key) {
      case 'summary':
        return [summaryAnew(named, around)];
      case 'result':
        return [{ kind: 'laySheet', sheet: buildResult(name, undefined), after: null }];
      case 'exchange':
        return isNew && reading.entries.exchanges.length === 0 ? [{ kind: 'removeSheet', sheet: name }] : [...recordExchanges(named, reading.entries.exchanges).derived];
      default:
        return [];
    }
  });
}

/** Notes that were cleared and not yet written again stand where they are to be; what somebody wrote there since stays. */
function withSingleCells(content: WorkbookContent, laid: readonly LaidSheet[]): WorkbookContent {
  const writes = laid.flatMap(({ name, single }) => {
    const cell = readSheet(content, name);
    return cell === null ? [] : columnRuns(name, single.filter(({ row, column }) => cell(row, column) === null));
  });
  return withCellsWritten(content, writes);
}
