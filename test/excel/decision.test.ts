import { judgeWorkbook } from '../../src/job/check';
import type { Surroundings } from '../../src/job/clock';
import { explainIssue, withdrawExplanation } from '../../src/job/explain-issue';
import { createMemoryPort } from '../../src/job/memory-port';
import type { WorkbookPort } from '../../src/job/port';
import { changeRuleSetting } from '../../src/job/rule-setting';
import type { CheckReport } from '../../src/job/report';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { differences } from '../../src/sheet/difference';
import { newWorkbook } from '../job/workbook';
import { openBook } from './open-book';

jest.setTimeout(120_000);

const around: Surroundings = { now: () => 1_703_466_000_000, utcOffsetMinutes: 480, random: () => 0.5, yieldToScreen: async () => undefined };
// Texts that Excel would take for a formula and a date.
const reason = { who: '=张某', why: '1-2' };
const find = (report: CheckReport, code: string) => report.result.issues.find((issue) => issue.code === code)!;

/** What two people decide, one after the other. */
async function decide(port: WorkbookPort): Promise<CheckReport> {
  const first = await judgeWorkbook(port, [plan], around);
  const phone = await explainIssue(port, first, find(first, 'cell/phone'), reason, around);
  const both = await explainIssue(port, phone, find(phone, 'list/unfilled'), reason, around);
  const back = await withdrawExplanation(port, both, find(both, 'list/unfilled'), around);
  return changeRuleSetting(port, back, { code: 'list/unfilled', severity: 'off', ...reason }, around);
}

test('decisions arrive in Excel as in a file: explanations, settings, marks and 校验结果, in few round trips', async () => {
  const memory = await newWorkbook({ scope: { kind: 'unit', unit: 'lingchuan' }, asOf: toSerial('2023-12-25') });
  const { sheetName, firstRow, at } = (await judgeWorkbook(memory, [plan], around)).entries.lists['5']!;
  memory.edit(sheetName, firstRow, at['phone']!, [['123']]);
  const { book, host, port } = await openBook(memory.model());
  const expected = await decide(memory);
  const report = await decide(port);
  expect(report.result).toEqual(expected.result);
  expect(differences(memory.model(), book.toModel())).toEqual([]);
  const reread = await judgeWorkbook(createMemoryPort(book.toModel()), [plan], around);
  expect(reread.entries.explanations.map(({ who, why }) => ({ who, why }))).toEqual([reason]);
  expect(reread.entries.ruleSettings).toEqual([{ code: 'list/unfilled', severity: 'off', ...reason }]);

  host.resetStatistics();
  await withdrawExplanation(port, report, find(report, 'cell/phone'), around);
  const { syncs, requestBytes, responseBytes } = host.statistics;
  expect(syncs).toBeLessThanOrEqual(4 + Math.floor((requestBytes + responseBytes) / 2_000_000));
});
