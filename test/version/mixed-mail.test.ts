import { countProposal } from '../../src/exchange/proposal';
import { layBulletin } from '../../src/job/bulletin';
import { judgeWorkbook } from '../../src/job/check';
import { checkTogether } from '../../src/job/check-together';
import { compareWithOlder, layComparison } from '../../src/job/compare';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import { previewMerge } from '../../src/job/preview-merge';
import type { ReturnedFile } from '../../src/job/recognise-return';
import { takeBack } from '../../src/job/undo';
import { schemaVersion } from '../../src/list/schema-version';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { differences } from '../../src/sheet/difference';
import type { WorkbookModel } from '../../src/sheet/model';
import { around, cityOffice, readKnown, returned, split } from '../job/exchange-office';
import { keptOf, open, shipped, stamp } from './shipped';

const plans = [plan];

/** The city's workbook after a split, of today's version. */
let city: WorkbookModel;
/** 陵川县's file, as each version wrote it. */
const files = new Map<string, MemoryPort>();

beforeAll(async () => {
  const port = await cityOffice();
  await split(port, ['zezhou']);
  city = port.model();
  for (const name of shipped) files.set(name, await open(name));
});

const mail = (name: string): ReturnedFile => returned(files.get(name)!.model(), name);

describe('files of another version by mail', () => {
  it('are merged like those of today where an earlier version made them', async () => {
    const port = createMemoryPort(city);
    const [older, today] = await Promise.all([shipped[0]!, shipped[shipped.length - 1]!].map((name) => previewMerge(port, [mail(name)], plans, around)));
    expect(older!.files).toMatchObject([{ unit: 'lingchuan', state: 'proposed' }]);
    const counts = countProposal(older!.proposals[0]!);
    expect(counts.added).toBeGreaterThan(100);
    expect(counts).toEqual(countProposal(today!.proposals[0]!));
    const result = await mergeFiles(port, older!, {}, around);
    expect(result.changed).toBe(true);
    const { entries } = (await readKnown(port)).reading;
    expect(entries.exchanges.map(({ kind, unit }) => [kind, unit])).toEqual([['split', 'zezhou'], ['merge', 'lingchuan']]);
    expect(entries.explanations).toMatchObject([{ code: 'row/start-late', who: '张某' }]);
  });

  it('are refused by a sentence where a version to come made them, and nothing is written', async () => {
    const port = createMemoryPort(city);
    const newer = createMemoryPort(files.get(shipped[0]!)!.model());
    stamp(newer, schemaVersion + 1);
    const { files: judged, proposals } = await previewMerge(port, [returned(newer.model(), '陵川县.xlsx')], plans, around);
    expect(judged).toMatchObject([{ state: 'refused', sentences: [expect.stringMatching(/由更新版本的加载项生成.*请更新加载项/)] }]);
    expect(proposals).toEqual([]);
    expect(port.model()).toBe(city);
  });

  it('are judged together, and compared, without a word about their versions', async () => {
    const opened = await Promise.all(shipped.map(async (name) => ({ label: name, port: files.get(name)!, known: await readKnown(files.get(name)!) })));
    const { reports, together } = await checkTogether(opened, plan, around, { mark: false });
    const codes = [...reports.flatMap(({ result }) => result.issues), ...together].map(({ code }) => code);
    expect(codes).not.toContain('cross-county/plan-mismatch');
    const { comparison } = await compareWithOlder(files.get(shipped[shipped.length - 1]!)!, mail(shipped[0]!), plans, around);
    expect(comparison.counts).toMatchObject({ changed: 0, added: 0, dropped: 0 });
  });
});

describe('a city workbook of another version', () => {
  it('of an earlier version is merged into, and is upgraded with it; taking the merge back loses nothing', async () => {
    const port = createMemoryPort(city);
    stamp(port, 1);
    const before = keptOf(await judgeWorkbook(port, plans, around));
    const preview = await previewMerge(port, [mail(shipped[0]!)], plans, around);
    const result = await mergeFiles(port, preview, {}, around);
    const merged = await judgeWorkbook(port, plans, around);
    expect(merged.entries.schemaVersion).toBe(schemaVersion);
    const back = keptOf(await takeBack(port, merged, result, around));
    expect({ ...back, exchanges: before.exchanges }).toEqual(before);
    expect(back.exchanges.map(({ kind }) => kind)).toEqual(['split', 'merge', 'undo']);
  });

  it('of a version to come is neither merged into, nor split, nor given a sheet', async () => {
    const port = createMemoryPort(city);
    const report = await compareWithOlder(port, { name: '上月.xlsx', content: await port.read() }, plans, around);
    stamp(port, schemaVersion + 1);
    const before = port.model();
    const operations: readonly (() => Promise<unknown>)[] = [
      () => previewMerge(port, [mail(shipped[0]!)], plans, around),
      () => split(port),
      () => layComparison(port, report),
      () => layBulletin(port, null, plans, around),
    ];
    for (const operation of operations) await expect(operation()).rejects.toThrow('请更新加载项');
    expect(differences(before, port.model())).toEqual([]);
  });

  it('that becomes one of a version to come between preview and 汇总 is left as it is', async () => {
    const port = createMemoryPort(city);
    const preview = await previewMerge(port, [mail(shipped[0]!)], plans, around);
    stamp(port, schemaVersion + 1);
    const before = port.model();
    await expect(mergeFiles(port, preview, {}, around)).rejects.toThrow('请更新加载项');
    expect(port.model()).toBe(before);
  });
});
