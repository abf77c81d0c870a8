import { isDeepStrictEqual } from 'node:util';
import { proposeMerge } from '../../src/exchange/propose';
import { splitWorkbook, type UnitPart } from '../../src/exchange/split';
import { backupOfKnown } from '../../src/job/lay-again';
import { expectInSteps } from '../../src/job/expectation';
import { giveInSteps } from '../../src/job/give-identities';
import { judgeReading } from '../../src/job/judge';
import { keptInSteps } from '../../src/job/kept-input';
import { markInSteps, restoreInSteps } from '../../src/job/mark';
import { recogniseReturn } from '../../src/job/recognise-return';
import { recogniseWorkbook } from '../../src/job/recognise';
import { summaryInSteps } from '../../src/job/summary-anew';
import { exchangeSource } from '../../src/job/unit-input';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { CheckSession } from '../../src/rule/session';
import { buildDataInSteps } from '../../src/sheet/build-data';
import { buildWorkbookInSteps, computeInSteps } from '../../src/sheet/build-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { readDataInSteps } from '../../src/sheet/read-data';
import { readEntered, readWorkbookInSteps } from '../../src/sheet/read-workbook';
import { listsOf } from '../../src/list/registry';
import { finish } from '../../src/total/steps';
import { returned } from './exchange-office';
import { makeSurroundings, newWorkbook } from './workbook';

type AnySteps = Generator<unknown, unknown, void>;

/** All work that the pane does in steps, begun anew at each call, by what it is. */
async function everything(): Promise<readonly (readonly [name: string, begin: () => AnySteps])[]> {
  const port = await newWorkbook({ sample: { kind: 'mistakes', seed: 3 } });
  const content = contentOf(port.model());
  const known = recogniseWorkbook(content, [plan], makeSurroundings());
  const { reading } = known;
  const report = await judgeReading(known, makeSurroundings());
  const input = finish(keptInSteps(reading, plan, makeSurroundings()));
  const request = { units: plan.units.map(({ key }) => key), batch: '01HGA0000000000000000BATCH', issuedAt: '2023-12-05 09:05' };
  const part = () => splitWorkbook(exchangeSource(input), plan, request);
  const [unit] = [...finish(part()).parts].sort((a, b) => rowsIn(b) - rowsIn(a)) as [UnitPart];
  const { scope, record } = unit;
  const unitModel = finish(buildWorkbookInSteps({ ...input, ...record, scope, rows: unit.rows, cityLevelReserve: null }));
  const unitContent = contentOf(unitModel);
  const file = returned(unitModel, '来件.xlsx');
  const back = finish(recogniseReturn(file, plan));
  if (back.kind !== 'returned') throw new Error(back.sentence);
  const { entered, derived } = finish(markInSteps(known, report, makeSurroundings()));
  return [
    ['reading a workbook', () => readWorkbookInSteps(content, reading.data, plan, toSerial('2023-12-25'))],
    ['reading what was entered', () => readEntered(content, reading.data, plan, toSerial('2023-12-25'))],
    ['reading the hidden sheet of a unit', () => readDataInSteps(unitContent)],
    ['giving 行标识', () => giveInSteps(known, makeSurroundings())],
    ['judging', () => CheckSession.open(reading.entries, plan, reading.lists)],
    ['marking', () => markInSteps(known, report, makeSurroundings())],
    ['putting formulas back', () => restoreInSteps(known)],
    ['what a write expects', () => expectInSteps([...entered, ...derived], content)],
    ['what is laid out from again', () => keptInSteps(reading, plan, makeSurroundings())],
    ['computing', () => computeInSteps(input)],
    ['building the sheets', () => buildWorkbookInSteps(input)],
    ['building the hidden sheet of a unit', () => buildDataInSteps({ ...input, ...record, scope }, listsOf(plan), '_数据')],
    ['汇总 laid anew', () => summaryInSteps(known, makeSurroundings())],
    ['the backup', () => backupOfKnown(known, makeSurroundings())],
    ['分发', part],
    ['a returned file', () => recogniseReturn(file, plan)],
    ['holding a returned file against the city', () => proposeMerge(exchangeSource(input), back.returned, plan)],
  ];
}

test('work in steps comes to the same without a pause, and while the same is begun and left in between', async () => {
  for (const [name, begin] of await everything()) {
    const whole = finish(begin() as Generator<undefined, unknown, void>);
    const steps = begin();
    let other = begin();
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      count += 1;
      if (other.next().done === true || count % 7 === 0) other = begin();
    }
    expect([name, isDeepStrictEqual(comparable(step.value), comparable(whole))]).toEqual([name, true]);
    expect([name, count > 0]).toEqual([name, true]);
  }
});

function rowsIn({ counts }: UnitPart): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** A session by what it found. */
function comparable(value: unknown): unknown {
  return value instanceof CheckSession ? value.result : value;
}
