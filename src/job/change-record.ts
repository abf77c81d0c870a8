import type { ListEntries } from '../list/entry';
import type { ListKey } from '../list/list';
import { recordOf, type WorkbookRecord } from '../list/record';
import { explanationBlock, ruleSettingBlock } from '../sheet/build-data';
import { rewriteBlock } from '../sheet/rewrite-block';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { rememberWorkbook } from './check';
import type { Surroundings } from './clock';
import { identityMaker, newIdentities } from './identity';
import { judgeReading } from './judge';
import { remarkChanges } from './mark';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseWorkbook, type KnownWorkbook } from './recognise';
import type { CheckReport } from './report';

/** The parts of the record that people decide in the pane. */
export type Decided = Partial<Pick<WorkbookRecord, 'explanations' | 'ruleSettings'>>;

/**
 * Changes what the workbook keeps of people's decisions: reads it freshly, judges it with the decision, and writes the
 * hidden sheet's block together with the marks and 校验结果 that follow. `decide` says what becomes of the record, of a
 * workbook in which every row has its 行标识, and of the same as it was read; `accept` may refuse (WorkbookError) once it is known what the decision comes to. Nothing is written before that.
 */
export async function changeRecord(
  port: WorkbookPort,
  { plan }: Pick<CheckReport, 'plan'>,
  decide: (known: KnownWorkbook, fresh: KnownWorkbook) => Decided,
  around: Surroundings,
  options: JobOptions,
  accept: (report: CheckReport) => void = () => {},
): Promise<CheckReport> {
  const fresh = recogniseWorkbook(await port.read(options), [plan], around);
  const { known, writes } = withIdentities(fresh, around);
  const decided = decide(known, fresh);
  const blocks = blocksOf(known, decided);
  const next = withRecord(known, decided, [...writes, ...blocks]);
  const report = await judgeReading(next, around, options);
  accept(report);
  await port.apply([...blocks, ...writes, ...remarkChanges(next, report, around)], options);
  rememberWorkbook(report, next);
  return report;
}

/** Rows without a 行标识 get one first, and copied rows their own: a decision about one row must not hold for another. */
export function withIdentities(known: KnownWorkbook, around: Surroundings): { readonly known: KnownWorkbook; readonly writes: readonly CellsWritten[] } {
  const { reading } = known;
  const newIdentity = identityMaker(around);
  const lists: Record<ListKey, ListEntries> = { ...reading.entries.lists };
  const writes: CellsWritten[] = [];
  for (const list of reading.lists) {
    const entries = lists[list.key];
    const at = entries?.at['identity'];
    if (list.kind !== 'project' || entries === undefined || at === undefined) continue;
    const identity = newIdentities(list, entries.values, reading.data.issued[list.key] ?? {}, newIdentity);
    if (identity === null) continue;
    lists[list.key] = { ...entries, values: { ...entries.values, identity } };
    writes.push({ kind: 'writeCells', sheet: entries.sheetName, row: entries.firstRow, column: at, content: identity.map((each) => [each]) });
  }
  return { known: { ...known, reading: { ...reading, entries: { ...reading.entries, lists } } }, writes };
}

function blocksOf({ reading, content }: KnownWorkbook, { explanations, ruleSettings }: Decided): CellsWritten[] {
  const sheet = content.sheets.find(({ name }) => name === reading.data.sheet)!;
  return [
    ...(explanations === undefined ? [] : [rewriteBlock(sheet, explanationBlock({ explanations }))]),
    ...(ruleSettings === undefined ? [] : [rewriteBlock(sheet, ruleSettingBlock({ ruleSettings }))]),
  ];
}

/** The workbook as it is once the decision and the writes that go with it stand in it. */
function withRecord(known: KnownWorkbook, decided: Decided, writes: readonly CellsWritten[]): KnownWorkbook {
  const { reading } = known;
  const record = { ...recordOf(reading.entries), ...decided };
  return {
    ...known,
    content: withCellsWritten(known.content, writes),
    reading: { ...reading, data: { ...reading.data, ...record }, entries: { ...reading.entries, ...record } },
  };
}
