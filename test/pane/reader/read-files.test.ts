import { CancelledError } from '../../../src/job/port';
import { readFiles, ReaderError, type ReadOptions } from '../../../src/pane/reader/read-files';
import type { ReaderMessage } from '../../../src/pane/reader/read-file';
import type { StartReader } from '../../../src/pane/reader/start-reader';

type Behaviour = ReaderMessage | 'dies' | 'hangs';

const content = { sheets: [] };
const good = (fingerprint: string): ReaderMessage => ({ kind: 'read', fingerprint, result: { kind: 'content', content, unknown: [] } });

/** A reader that does with each file what is said for its name, and tells how often it was started and stopped. */
function stageReader(behaviours: Readonly<Record<string, Behaviour>>, loads = true) {
  const told = { started: 0, stopped: 0, given: [] as string[] };
  const start: StartReader = (hear) => {
    told.started += 1;
    let isStopped = false;
    const say = (message: ReaderMessage | null): void => void setTimeout(() => !isStopped && hear(message));
    say(loads ? { kind: 'ready' } : null);
    return {
      give: ({ name }) => {
        told.given.push(name);
        const does = behaviours[name]!;
        if (does !== 'hangs') say(does === 'dies' ? null : does);
      },
      stop: () => {
        isStopped = true;
        told.stopped += 1;
      },
    };
  };
  return { told, start };
}

const file = (name: string): File => new File(['x'], name, { lastModified: 1_700_000_000_000 });
const read = (names: readonly string[], start: StartReader, options: ReadOptions = {}) => readFiles(names.map(file), { timeLimitSeconds: 1, ...options }, start);

describe('files from outside', () => {
  test('are read one after the other by one worker, which is ended afterwards', async () => {
    const { told, start } = stageReader({ '甲.xlsx': good('1'), '乙.xlsx': good('2') });
    const steps: string[] = [];
    const found = await read(['甲.xlsx', '乙.xlsx'], start, { onProgress: (done, total, name) => steps.push(`${done}/${total} ${name}`) });
    expect(found).toEqual([
      { name: '甲.xlsx', size: 1, modified: 1_700_000_000_000, fingerprint: '1', result: { kind: 'content', content, unknown: [] } },
      { name: '乙.xlsx', size: 1, modified: 1_700_000_000_000, fingerprint: '2', result: { kind: 'content', content, unknown: [] } },
    ]);
    expect(steps).toEqual(['0/2 甲.xlsx', '1/2 乙.xlsx', '2/2 ']);
    expect(told).toEqual({ started: 1, stopped: 1, given: ['甲.xlsx', '乙.xlsx'] });
  });

  test.each([
    ['hangs', '文件“坏.xlsx”读了 1 秒还没有读完'],
    ['dies', '文件“坏.xlsx”读取时出错中断'],
    [{ kind: 'broken' }, '文件“坏.xlsx”读取时出错中断'],
  ] as const)('one that %j ends in a sentence, and a fresh worker goes on with the rest', async (does, sentence) => {
    const { told, start } = stageReader({ '甲.xlsx': good('1'), '坏.xlsx': does, '乙.xlsx': good('2') });
    const [first, second, third] = await read(['甲.xlsx', '坏.xlsx', '乙.xlsx'], start);
    expect([first!.fingerprint, third!.fingerprint]).toEqual(['1', '2']);
    expect(second!.result).toEqual({ kind: 'refused', sentence: expect.stringContaining(sentence) });
    expect(told).toEqual({ started: 2, stopped: 2, given: ['甲.xlsx', '坏.xlsx', '乙.xlsx'] });
  });

  test('a refused file keeps its own sentence, and its worker', async () => {
    const refused: ReaderMessage = { kind: 'read', fingerprint: '1', result: { kind: 'refused', sentence: '文件“旧.xls”是旧格式的表格。' } };
    const { told, start } = stageReader({ '旧.xls': refused, '乙.xlsx': good('2') });
    const [first] = await read(['旧.xls', '乙.xlsx'], start);
    expect(first!.result).toEqual({ kind: 'refused', sentence: '文件“旧.xls”是旧格式的表格。' });
    expect(told.started).toBe(1);
  });

  test('cancelling ends the worker in the middle of a file', async () => {
    const { told, start } = stageReader({ '甲.xlsx': 'hangs' });
    let isCancelled = false;
    const reading = read(['甲.xlsx', '乙.xlsx'], start, { timeLimitSeconds: 600, isCancelled: () => isCancelled });
    setTimeout(() => (isCancelled = true), 10);
    await expect(reading).rejects.toThrow(CancelledError);
    expect(told).toEqual({ started: 1, stopped: 1, given: ['甲.xlsx'] });
  });

  test('a worker that cannot be loaded is no fault of the file', async () => {
    const { start } = stageReader({}, false);
    await expect(read(['甲.xlsx'], start)).rejects.toThrow(ReaderError);
  });

  test('no file, no worker', async () => {
    const { told, start } = stageReader({});
    expect(await read([], start)).toEqual([]);
    expect(told.started).toBe(0);
  });
});
