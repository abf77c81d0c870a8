import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeWorkbook } from '../../src/job/check';
import { explainIssue } from '../../src/job/explain-issue';
import { changeRuleSetting } from '../../src/job/rule-setting';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { makeSurroundings, newWorkbook } from '../job/workbook';
import { makeFolder, runNineLists as run } from './run';

jest.setTimeout(30_000);

const around = makeSurroundings();
let folder: Awaited<ReturnType<typeof makeFolder>>;
let path: string;

/** A unit's workbook in which the hints of one rule are off, and one missing list is explained. */
beforeAll(async () => {
  folder = await makeFolder();
  path = join(folder.path, '陵川县.xlsx');
  const port = await newWorkbook({ scope: { kind: 'unit', unit: 'lingchuan' }, asOf: toSerial('2023-12-25') });
  const first = await judgeWorkbook(port, [plan], around);
  const { sheetName, firstRow, at } = first.entries.lists['5']!;
  port.edit(sheetName, firstRow, at['phone']!, [['123']]);
  const judged = await judgeWorkbook(port, [plan], around);
  const off = await changeRuleSetting(port, judged, { code: 'cell/phone', severity: 'off', who: '市发改委', why: '外地电话多' }, around);
  const unfilled = off.result.issues.find(({ code, list }) => code === 'list/unfilled' && list === '6')!;
  await explainIssue(port, off, unfilled, { who: '统计局', why: '本月无变化' }, around);
  await writeFile(path, await writeWorkbook(port.model()));
});
afterAll(() => folder.remove());

describe('what people decided, in the result of check', () => {
  it('is data: issues say who explained them, the report says how rules were weighed and what was not listed', async () => {
    const data = JSON.parse((await run('check', path, '--json')).stdout);
    expect(data.settings).toEqual([{ code: 'cell/phone', severity: 'off', who: '市发改委', why: '外地电话多' }]);
    expect(data.switchedOff).toEqual({ 'cell/phone': 1 });
    expect(data.counts.explained).toBe(1);
    const explained = data.issues.filter((issue: { explained: unknown }) => issue.explained !== null);
    expect(explained).toEqual([expect.objectContaining({ code: 'list/unfilled', list: '6', severity: 'warning', explained: { who: '统计局', why: '本月无变化' } })]);
    expect(Object.keys(explained[0]).sort()).toEqual(
      ['id', 'code', 'severity', 'list', 'sheet', 'cell', 'unit', 'row', 'columns', 'headers', 'seen', 'message', 'source', 'fix', 'explained'].sort(),
    );
  });

  it('is said in words, before and among the issues', async () => {
    const { stdout } = await run('check', path);
    expect(stdout).toContain('已停用 cell/phone “联系电话不规范”的警告已停用，本次查出 1 处没有列出。市发改委：外地电话多。');
    expect(stdout).toMatch(/已说明 list\/unfilled .*已说明（统计局：本月无变化）。/);
  });

  it('stays when the marks are written into the file', async () => {
    const before = JSON.parse((await run('check', path, '--json')).stdout);
    await run('check', path, '--write');
    expect(JSON.parse((await run('check', path, '--json')).stdout)).toEqual(before);
  });
});
