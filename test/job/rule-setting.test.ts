import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { checkWorkbook, judgeWorkbook, rejudge } from '../../src/job/check';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { changeRuleSetting } from '../../src/job/rule-setting';
import type { CheckReport } from '../../src/job/report';
import { WorkbookError } from '../../src/job/workbook-error';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { openFile } from '../../src/xlsx/file-port';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { makeSurroundings, newWorkbook } from './workbook';

jest.setTimeout(30_000);

const around = makeSurroundings();
const scope = { kind: 'unit', unit: 'lingchuan' } as const;
const off = { code: 'cell/phone', severity: 'off', who: '市发改委', why: '外地电话多。' } as const;

let checked: WorkbookModel;
beforeAll(async () => {
  const port = await newWorkbook({ scope, asOf: toSerial('2023-12-25') });
  const { sheetName, firstRow, at } = (await judgeWorkbook(port, [plan], around)).entries.lists['5']!;
  port.edit(sheetName, firstRow, at['phone']!, [['123'], ['456']]);
  await checkWorkbook(port, [plan], around);
  checked = port.model();
});

async function start() {
  const port = createMemoryPort(checked);
  return { port, report: await judgeWorkbook(port, [plan], around) };
}

const rowsOf = (port: MemoryPort, name: string) => contentOf(port.model()).sheets.find((sheet) => sheet.name === name)!.values;
const linesOf = (port: MemoryPort) => rowsOf(port, '校验结果').slice(7);
const phones = (report: CheckReport) => report.result.issues.filter(({ code }) => code === 'cell/phone').map(({ severity }) => severity);
const marksOf = (port: MemoryPort, report: CheckReport) => rowsOf(port, '5 未开工项目').map((cells) => cells[report.entries.lists['5']!.at['mark']!]).join();

describe('调整规则', () => {
  it('switches a rule off: its issues and marks go, 校验结果 says how many, who and why', async () => {
    const { port, report } = await start();
    expect(marksOf(port, report)).toContain('〔联系电话〕');
    const after = await changeRuleSetting(port, report, off, around);
    expect(phones(after)).toEqual([]);
    expect(after.result.counts.warning).toBe(report.result.counts.warning - 2);
    expect(after.result.switchedOff).toEqual({ 'cell/phone': 2 });
    expect(marksOf(port, after)).not.toContain('联系电话');
    expect(linesOf(port)[0]!.map((cell) => cell || null)).toEqual([
      1, '已停用', null, null, null, 'cell/phone', '“联系电话不规范”的警告已停用，本次查出 2 处没有列出。市发改委：外地电话多。', '本工作簿设置',
    ]);
    expect(rowsOf(port, '校验结果').slice(1, 6).flat().join()).toContain('本工作簿对规则有调整：停用 1 条（查出 2 处，没有列出）。');
    expect(linesOf(port)).toHaveLength(after.result.issues.length + 1);
  });

  it('weighs a rule otherwise, as an error too, and goes back to the catalogue', async () => {
    const { port, report } = await start();
    const graver = await changeRuleSetting(port, report, { ...off, severity: 'error' }, around);
    expect(phones(graver)).toEqual(['error', 'error']);
    expect(marksOf(port, graver)).toContain('【联系电话】');
    expect(linesOf(port)[0]!.slice(1, 7)).toEqual(expect.arrayContaining(['已调整', '“联系电话不规范”的警告改按错误对待。市发改委：外地电话多。']));
    const milder = await changeRuleSetting(port, graver, { ...off, severity: 'info' }, around);
    expect(phones(milder)).toEqual(['info', 'info']);
    expect(milder.entries.ruleSettings).toHaveLength(1);
    expect(rowsOf(port, '校验结果').slice(1, 6).flat().join()).toContain('本工作簿对规则有调整：调整级别 1 条。');
    const back = await changeRuleSetting(port, milder, { code: 'cell/phone', severity: null }, around);
    expect(back.result).toEqual(report.result);
    expect(linesOf(port)).toHaveLength(back.result.issues.length);
    expect(rowsOf(port, '_数据').map((cells) => cells.slice(2))).toEqual(contentOf(checked).sheets.find(({ name }) => name === '_数据')!.values.map((cells) => cells.slice(2)));
  });

  it('says what judging anew says, is remembered after an edit, and stays through 生成, a file and a check', async () => {
    const { port, report } = await start();
    const after = await changeRuleSetting(port, report, off, around);
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(after.result);
    expect(phones(await rejudge(port, after, [{ sheet: '6 已开工未入统项目', area: null, remote: false }], around))).toEqual([]);
    await generateWorkbook(port, { plan, scope }, around);
    const file = await openFile(await writeWorkbook(port.model()), createMemoryPort);
    const again = await checkWorkbook(file, [plan], around);
    expect(again.entries.ruleSettings).toEqual([{ ...off }]);
    expect(phones(again)).toEqual([]);
    expect(linesOf(file)[0]).toContain('已停用');
  });

  it('keeps what was set for other rules, and lists them in the order of the rules', async () => {
    const { port, report } = await start();
    const first = await changeRuleSetting(port, report, { ...off, code: 'cross-list/project-differs' }, around);
    const both = await changeRuleSetting(port, first, off, around);
    expect(both.entries.ruleSettings.map(({ code }) => code)).toEqual(['cross-list/project-differs', 'cell/phone']);
    expect(linesOf(port).slice(0, 2).map((cells) => cells[5])).toEqual(['cell/phone', 'cross-list/project-differs']);
  });
});

describe('a setting is refused, and nothing is written,', () => {
  it.each([
    ['of a rule that finds errors', { ...off, code: 'cell/enum' }, /核对的是错误/],
    ['of a rule that there is not', { ...off, code: 'cell/nonsense' }, /不能调整/],
    ['that is what the rule is anyway', { ...off, severity: 'warning' as const }, /本来就是警告/],
    ['without a name', { ...off, who: ' ' }, /调整人没有填写/],
    ['without a reason', { ...off, why: '' }, /调整理由没有填写/],
    ['with a reason nobody reads', { ...off, why: '字'.repeat(301) }, /调整理由超过 300 个字/],
    ['that goes back where nothing was set', { code: 'cell/phone', severity: null }, /没有调整过/],
  ])('%s', async (_, setting, sentence) => {
    const { port, report } = await start();
    const refused = changeRuleSetting(port, report, setting, around);
    await expect(refused).rejects.toThrow(WorkbookError);
    await expect(refused).rejects.toThrow(sentence);
    expect(port.model()).toBe(checked);
  });
});
