import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { surroundings } from '../../src/cli/surroundings';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { generateWorkbook } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import type { CheckReport } from '../../src/job/report';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { differences } from '../../src/sheet/difference';
import { openFile } from '../../src/xlsx/file-port';

/** A workbook of every version that was ever handed out, as that version wrote it: 陵川县's, filled in, checked, with one explanation and one rule switched off. */
const shipped = readdirSync(__dirname).filter((name) => name.endsWith('.xlsx'));
const open = (name: string): Promise<MemoryPort> => openFile(readFileSync(join(__dirname, name)), createMemoryPort);
const asOf = toSerial('2023-12-25');

/** All that somebody typed, and what was decided about it. */
function keptOf({ entries, lists }: CheckReport) {
  const typed = lists.map((list) => {
    const { values } = entries.lists[list.key]!;
    const columns = list.columns.filter(({ role, key }) => role === 'entry' || key === 'identity');
    const rows = (values['identity'] ?? values['unit'] ?? []).length;
    const filled = Array.from({ length: rows }, (_, row) => columns.map(({ key }) => values[key]?.[row] ?? null)).filter((cells) => cells.some((cell) => cell !== null && cell !== ''));
    return [list.key, filled] as const;
  });
  return { typed, scope: entries.scope, asOf: entries.asOf, explanations: entries.explanations, ruleSettings: entries.ruleSettings, issued: entries.issued };
}

describe.each(shipped)('%s', (name) => {
  test('is known, with all that was entered and decided', async () => {
    const port = await open(name);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ kind: 'ours', scope: { kind: 'unit', unit: 'lingchuan' }, asOf, hasBackup: false });
    const { typed, explanations, ruleSettings } = keptOf(await judgeWorkbook(port, [plan], surroundings));
    expect(typed.find(([key]) => key === 'A')?.[1].length).toBeGreaterThan(100);
    expect(explanations).toMatchObject([{ code: 'row/start-late', who: '张某', why: '已向市项目办说明' }]);
    expect(ruleSettings).toMatchObject([{ code: 'cell/length', severity: 'off', who: '李某', why: '本单位说明较长' }]);
  });

  test('generated again it is as new, and nothing entered or decided is lost', async () => {
    const port = await open(name);
    const before = keptOf(await judgeWorkbook(port, [plan], surroundings));
    await generateWorkbook(port, { plan, scope: { kind: 'unit', unit: 'lingchuan' }, asOf }, surroundings);
    const report = await judgeWorkbook(port, [plan], surroundings);
    expect(keptOf(report)).toEqual(before);
    expect(report.entries.findings).toEqual([]);
    expect(report.result.counts.explained).toBe(1);
    const fresh = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
    await generateWorkbook(fresh, { plan, scope: { kind: 'unit', unit: 'lingchuan' }, asOf }, surroundings);
    const own = new Set(port.model().sheets.map((sheet) => sheet.name));
    for (const sheet of fresh.model().sheets) expect(own).toContain(sheet.name);
    // Nothing of the older layout is left between what is laid now.
    const textsOf = (made: MemoryPort) => made.model().sheets.find((sheet) => sheet.name === '汇总')!.blocks.flatMap(({ content }) => content.flat()).length;
    expect(textsOf(port)).toBe(textsOf(fresh));
  });

  test('of a version to come is left as it is, with a sentence that says what to do', async () => {
    const port = await open(name);
    const model = port.model();
    const hidden = model.sheets.find((sheet) => sheet.visibility === 'veryHidden')!;
    const [row, column] = hidden.blocks.flatMap((block) =>
      block.content.flatMap((cells, at) => cells.flatMap((cell, side) => (cell === 'schema' ? [[block.row + at, block.column + side + 1] as const] : []))),
    )[0]!;
    port.edit(hidden.name, row, column, [['2']]);
    const before = port.model();
    expect(await inspectWorkbook(port, [plan])).toEqual({ kind: 'unusable', reason: expect.stringMatching(/更新版本的加载项.*请更新加载项/) });
    await expect(checkWorkbook(port, [plan], surroundings)).rejects.toThrow('请更新加载项');
    await expect(generateWorkbook(port, { plan, scope: { kind: 'unit', unit: 'lingchuan' }, asOf }, surroundings)).rejects.toThrow('请更新加载项');
    expect(differences(before, port.model())).toEqual([]);
  });
});
