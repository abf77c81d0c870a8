import { recordOf } from '../list/record';
import { explanationBlock, ruleSettingBlock } from '../sheet/build-data';
import { rewriteBlock } from '../sheet/rewrite-block';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { againWhenEdited } from './again';
import { rememberWorkbook } from './check';
import type { Surroundings } from './clock';
import { giveInSteps } from './give-identities';
import { judgeReading } from './judge';
import type { KnownWorkbook } from './known-workbook';
import { remarkChanges } from './mark';
import type { JobOptions, WorkbookPort } from './port';
import { recogniseToWrite } from './recognise';
import type { CheckReport } from './report';
import { runSteps } from './run-steps';
import { writeSafely } from './safe-write';
import { rememberUndoable, type Decided } from './undoable';

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
  return againWhenEdited(async () => {
    const fresh = await recogniseToWrite(await port.read(options), [plan], around, options);
    const { known, writes } = await runSteps(giveInSteps(fresh, around), around, options);
    const decided = decide(known, fresh);
    const blocks = blocksOf(known, decided);
    const next = withRecord(known, decided, [...writes, ...blocks]);
    const report = await judgeReading(next, around, options);
    accept(report);
    await writeSafely(port, fresh, { entered: [...blocks, ...writes], derived: remarkChanges(next, report, around) }, around, options);
    rememberWorkbook(report, next);
    rememberUndoable(report, { kind: 'decision', before: partOf(known, decided), after: decided });
    return report;
  });
}

/** What stood in the same parts of the record before. */
function partOf({ reading }: KnownWorkbook, decided: Decided): Decided {
  const { explanations, ruleSettings } = reading.entries;
  return { ...(decided.explanations === undefined ? {} : { explanations }), ...(decided.ruleSettings === undefined ? {} : { ruleSettings }) };
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
