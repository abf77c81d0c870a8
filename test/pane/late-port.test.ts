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
});
