import { surroundings } from '../../src/cli/surroundings';
import { checkWorkbook, judgeWorkbook, recalculateSummary } from '../../src/job/check';
import { changeAsOf } from '../../src/job/change-as-of';
import { explainIssue } from '../../src/job/explain-issue';
import { applyFixes } from '../../src/job/fix';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { keptInput } from '../../src/job/kept-input';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { repairWorkbook } from '../../src/job/repair';
import { changeRuleSetting } from '../../src/job/rule-setting';
import { findLosses } from '../../src/job/structure';
import { upgradeWorkbook } from '../../src/job/upgrade';
import { schemaVersion } from '../../src/list/schema-version';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { differences } from '../../src/sheet/difference';
import { cellReader } from '../../src/sheet/read-data';
import { laySummary } from '../../src/sheet/summary-layout';
import { changesSince, stateSummary, versions } from '../../src/sheet/version/versions';
import { summaryLabels } from '../../src/text/sheet';
import type { WorkbookPort } from '../../src/job/port';
import { faultyPort } from '../job/faulty-port';
import { sheetOf } from '../sheet/small-model';
import { around, asOf, clockAt, keptOf, lingchuan, open, shipped, stamp } from './shipped';

const plans = [plan];
const latest = versions[versions.length - 1]!;

describe('the versions', () => {
  it('are numbered one by one, and the last is the one that is written', () => {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
    expect(latest.version).toBe(schemaVersion);
  });

  it('have a committed workbook each', () => {
    expect(shipped).toEqual(versions.map(({ product }) => `lingchuan-${product}.xlsx`));
  });

  it('say what each changed', () => {
    expect(changesSince(0).length).toBe(changesSince(1).length);
    for (const { version, changes } of versions.slice(1)) expect([version, changes.length > 0]).toEqual([version, true]);
    expect(changesSince(schemaVersion)).toEqual([]);
  });

  it.each([{ kind: 'city' }, lingchuan] as const)('state where the sections of 汇总 stand: %p', (scope) => {
    const { rate, lead, ranking, done, target, reconciliation } = laySummary(plan, scope);
    const rows = [rate, lead, ranking, done, target, ...(reconciliation === null ? [] : [reconciliation])].map(({ sectionRow }) => sectionRow);
    const { headings, areas } = stateSummary(latest, plan, scope);
    expect(headings.map(({ row }) => row)).toEqual(rows);
    expect(headings.map(({ text }) => text)).toEqual([summaryLabels.rate, summaryLabels.lead, summaryLabels.ranking, summaryLabels.done, summaryLabels.target, summaryLabels.reconciliation].slice(0, rows.length));
    expect(areas.slice(1).map(({ row, rows: count }) => row + count)).toEqual([...rows.slice(1).map((row) => row - 1), expect.any(Number)]);
  });
});

describe.each(shipped)('%s', (name) => {
  test('is known, with all that was entered and decided', async () => {
    const port = await open(name);
    expect(await inspectWorkbook(port, plans)).toMatchObject({ kind: 'ours', scope: lingchuan, asOf, hasBackup: false });
    const report = await judgeWorkbook(port, plans, surroundings);
    expect(versions.find(({ version }) => version === report.entries.schemaVersion)?.product).toBe(/-(.*)\.xlsx/.exec(name)![1]);
    const { typed, explanations, ruleSettings } = keptOf(report);
    expect(typed.find(([key]) => key === 'A')?.[1].length).toBeGreaterThan(100);
    expect(explanations).toMatchObject([{ code: 'row/start-late', who: '张某', why: '已向市项目办说明' }]);
    expect(ruleSettings).toMatchObject([{ code: 'cell/length', severity: 'off', who: '李某', why: '本单位说明较长' }]);
    expect(report.result.issues.filter(({ code }) => code === 'cross-county/plan-mismatch')).toEqual([]);
  });

  test('is after 升级 exactly what is laid from the same entries, and nothing is lost', async () => {
    const port = await open(name);
    const known = recogniseWorkbook(await port.read(), plans, around);
    const before = keptOf(await judgeWorkbook(port, plans, around));
    const fresh = createMemoryPort(buildWorkbook(keptInput(known.reading, plan, around)));
    await checkWorkbook(fresh, plans, around);

    const { report } = await upgradeWorkbook(port, { plan, scope: lingchuan }, around);
    expect(keptOf(report)).toEqual(before);
    expect(report.entries).toMatchObject({ schemaVersion, findings: [] });
    expect(report.result.counts.explained).toBe(1);
    expect(differences(port.model(), { ...fresh.model(), activeSheet: port.model().activeSheet })).toEqual([]);
    expect(await findLosses(port, recogniseWorkbook(await port.read(), plans, around))).toEqual([]);
  });

  test('keeps on 升级 what is the user’s own: sheets, columns, and what is written beside and between ours', async () => {
    const port = await open(name);
    const stated = stateSummary(versions.find(({ product }) => name.includes(product))!, plan, lingchuan);
    const done = stated.headings.findIndex(({ text }) => text.endsWith('、已完成'));
    // What a figure's own cell says: 已完成 of 固定资产投资, wherever its section stands.
    const figureOf = (row: number): string => `=汇总!B${row + 4}`;
    const sum = { formula: '=SUM(tA_list[总投资（万元）])', value: 1 };
    await port.apply([{ kind: 'laySheet', sheet: sheetOf({ name: '自用', blocks: [{ row: 0, column: 0, content: [['合计', sum, { formula: figureOf(stated.headings[done]!.row), value: 0 }]] }] }), after: null }]);
    const listing = port.model().sheets.find((sheet) => sheet.name === '5 未开工项目')!;
    const { area } = listing.tables[0]!;
    port.edit(listing.name, area.row + 1, area.column + area.columns + 2, [['表旁备注']]);
    // On 汇总 a text and a figure between sections, one beside the ranking, one right of everything, one below it.
    const { headings } = stated;
    const last = headings[headings.length - 1]!.row + 10;
    const written: readonly (readonly [number, number, string | number])[] = [
      [headings[1]!.row - 1, 2, 4711],
      [headings[1]!.row - 1, 0, '请核对'],
      [headings[2]!.row - 1, 5, '下周报'],
      [headings[0]!.row, 20, '市长已阅'],
      [last, 1, 0.5],
    ];
    for (const [row, column, content] of written) port.edit('汇总', row, column, [[content]]);

    await upgradeWorkbook(port, { plan, scope: lingchuan }, around);
    const { sheets } = contentOf(port.model());
    const summary = sheets.find((sheet) => sheet.name === '汇总')!;
    const cell = cellReader(summary);
    const found = new Set(summary.values.flatMap((_, at) => Array.from({ length: summary.values[at]!.length }, (__, along) => cell(summary.row + at, summary.column + along))));
    for (const [, , content] of written) expect(found).toContain(content);
    expect(cell(headings[0]!.row, 20)).toBe('市长已阅');
    // Nothing of an earlier layout is left between what is laid now.
    const bare = contentOf(buildWorkbook(keptInput(recogniseWorkbook(await port.read(), plans, around).reading, plan, around))).sheets.find((sheet) => sheet.name === '汇总')!;
    const count = (values: readonly (readonly unknown[])[]): number => values.flat().filter((value) => value !== null).length;
    expect(count(summary.values)).toBe(count(bare.values) + written.length);
    expect(cellReader(sheets.find((sheet) => sheet.name === listing.name)!)(area.row + 1, area.column + area.columns + 2)).toBe('表旁备注');
    expect(port.model().sheets.find((sheet) => sheet.name === '自用')!.blocks.flatMap(({ content }) => content.flat())).toEqual(['合计', sum, { formula: figureOf(laySummary(plan, lingchuan).done.sectionRow), value: 0 }]);
  });

  test('is whole after 恢复, wherever 升级 was broken off, or somebody edited meanwhile', async () => {
    const model = (await open(name)).model();
    const done = stateSummary(versions.find(({ product }) => name.includes(product))!, plan, lingchuan).headings.find(({ text }) => text.endsWith('、已完成'))!;
    const own = sheetOf({ name: '自用', blocks: [{ row: 0, column: 0, content: [[{ formula: `=汇总!B${done.row + 4}`, value: 0 }]] }] });
    const start = () => {
      const port = createMemoryPort({ ...model, sheets: [...model.sheets, own] });
      port.edit('汇总', done.row - 1, 3, [['下周报']]);
      return port;
    };
    const upgrade = (through: WorkbookPort) => upgradeWorkbook(through, { plan, scope: lingchuan }, around);
    const whole = start();
    await upgrade(whole);
    for (const after of name === shipped[0] ? [1, 2, 8] : [2]) {
      const port = start();
      await expect(upgrade(faultyPort(port, { kind: 'cut', after, fault: 'unavailable' }))).rejects.toThrow();
      expect(await inspectWorkbook(port, plans)).toMatchObject({ kind: 'ours', hasBackup: true });
      await restoreBackup(port, plans, around);
      await checkWorkbook(port, plans, around);
      expect([after, differences(port.model(), whole.model())]).toEqual([after, []]);
    }
    const edited = start();
    await upgrade(faultyPort(edited, { kind: 'edited', edit: (port) => port.edit('汇总', 1, 22, [['市长已阅']]) }));
    expect(differences(edited.model(), whole.model())).toEqual([expect.stringContaining('市长已阅')]);
  });

  test('of a version to come is left as it is by every operation, with a sentence that says what to do', async () => {
    const port = await open(name);
    const report = await judgeWorkbook(port, plans, around);
    stamp(port, schemaVersion + 1);
    const before = port.model();
    expect(await inspectWorkbook(port, plans)).toEqual({ kind: 'unusable', reason: expect.stringMatching(/更新版本的加载项.*请更新加载项/) });
    const fixable = report.result.issues.filter(({ fix }) => fix !== undefined && fix !== null);
    const setting = { code: 'cell/length', severity: 'warning', who: '王某', why: '改回' } as never;
    const operations: readonly (() => Promise<unknown>)[] = [
      () => checkWorkbook(port, plans, around),
      () => generateWorkbook(port, { plan, scope: lingchuan, asOf }, around),
      () => upgradeWorkbook(port, { plan, scope: lingchuan }, around),
      () => recalculateSummary(port, plans, around),
      () => repairWorkbook(port, plans, around),
      () => restoreBackup(port, plans, around),
      () => changeAsOf(port, plans, asOf + 1, around),
      () => applyFixes(port, report, fixable, around),
      () => explainIssue(port, report, report.result.issues.find(({ severity }) => severity === 'warning')!, { who: '王某', why: '属实' }, around),
      () => changeRuleSetting(port, report, setting, around),
    ];
    for (const operation of operations) await expect(operation()).rejects.toThrow('请更新加载项');
    expect(differences(before, port.model())).toEqual([]);
  });
});

describe(`the workbook of today's version (${latest.product})`, () => {
  test('is as it is laid now: whatever changes that is a new version', async () => {
    const port = await open(`lingchuan-${latest.product}.xlsx`);
    const before = port.model();
    const { lastCheck } = (await judgeWorkbook(port, plans, around)).entries;
    await upgradeWorkbook(port, { plan, scope: lingchuan }, clockAt(lastCheck!));
    expect(differences(before, { ...port.model(), activeSheet: before.activeSheet })).toEqual([]);
  });
});

describe('a workbook of an earlier version, before 升级', () => {
  let port: MemoryPort;
  beforeEach(async () => {
    port = await open(shipped[0]!);
  });

  it('has lost nothing, and is checked, mended and explained as ever', async () => {
    expect(await findLosses(port, recogniseWorkbook(await port.read(), plans, around))).toEqual([]);
    const report = await checkWorkbook(port, plans, around);
    const fixable = report.result.issues.filter(({ fix }) => fix !== undefined && fix !== null);
    const fixed = await applyFixes(port, report, fixable, around);
    expect(fixed.applied.length).toBeGreaterThan(0);
    expect((await repairWorkbook(port, plans, around)).report.entries.schemaVersion).toBe(1);
  });

  it('says what to do where 汇总 alone would be laid otherwise than the rest', async () => {
    const before = port.model();
    await expect(recalculateSummary(port, plans, around)).rejects.toThrow(/旧版本.*请点“升级”/);
    expect(differences(before, port.model())).toEqual([]);
  });

  it('whose version nobody can read any more counts as the first', async () => {
    stamp(port, '？');
    expect((await judgeWorkbook(port, plans, around)).entries.schemaVersion).toBe(1);
    expect((await upgradeWorkbook(port, { plan, scope: lingchuan }, around)).report.entries.schemaVersion).toBe(schemaVersion);
  });
});
