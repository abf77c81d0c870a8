import { createExcelPort } from '../../src/excel/port';
import { createMemoryPort } from '../../src/job/memory-port';
import { createLatePort } from '../../src/pane/state/late-port';

const empty = { sheets: [], names: [], activeSheet: '' };

describe('the port that is loaded when it is first needed', () => {
  test('is loaded once', async () => {
    let loads = 0;
    const port = createLatePort(async () => {
      loads++;
      return createMemoryPort(empty);
    });
    expect(loads).toBe(0);
    expect(await Promise.all([port.read(), port.read()])).toEqual([{ sheets: [] }, { sheets: [] }]);
    expect(loads).toBe(1);
  });

  test('is asked for again after the network failed', async () => {
    let isDown = true;
    const port = createLatePort(async () => {
      if (isDown) throw new Error('offline');
      return createMemoryPort(empty);
    });
    await expect(port.read()).rejects.toThrow('offline');
    isDown = false;
    await expect(port.read()).resolves.toEqual({ sheets: [] });
  });

  test('hands on all that the port of Excel can do, 修复表格 included', async () => {
    const calls: string[] = [];
    const whole = createExcelPort();
    const noted = Object.fromEntries(Object.keys(whole).map((name) => [name, async () => void calls.push(name)])) as unknown as typeof whole;
    const port = createLatePort(async () => noted);
    for (const call of Object.values(port) as (() => Promise<unknown>)[]) await call();
    expect(calls.sort()).toEqual(Object.keys(whole).sort());
  });
});
