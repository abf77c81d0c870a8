import { createMemoryPort } from '../../src/job/memory-port';
import { CancelledError } from '../../src/job/port';
import type { Edit, HostError } from '../../src/job/port';
import { workbookOf } from '../sheet/small-model';

const start = workbookOf({ name: '甲', blocks: [{ row: 1, column: 1, content: [['a', { formula: '=B2', value: 'a' }]] }] }, { name: '乙' });

describe('a workbook in memory', () => {
  it('reads values and formulas of all sheets or of those asked for', async () => {
    const port = createMemoryPort(start);
    const content = await port.read();
    expect(content.sheets.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(content.sheets[0]).toMatchObject({ row: 1, column: 1, values: [['a', 'a']], formulas: [[null, '=B2']] });
    expect((await port.read({ sheets: ['乙'] })).sheets).toHaveLength(1);
  });

  it("reports the user's edits, not its own writes, until it is told to stop", async () => {
    const port = createMemoryPort(start);
    const seen: Edit[] = [];
    const stop = await port.watch((edit) => seen.push(edit));
    port.edit('甲', 4, 0, [['x', 'y']]);
    await port.apply([{ kind: 'writeCells', sheet: '甲', row: 0, column: 0, content: [['z']] }]);
    await stop();
    port.edit('甲', 5, 0, [['w']]);
    expect(seen).toEqual([{ sheet: '甲', area: { row: 4, column: 0, rows: 1, columns: 2 }, remote: false }]);
    expect((await port.read()).sheets[0]?.values.at(-1)?.[0]).toBe('w');
  });

  it('applies all of a call or nothing', async () => {
    const port = createMemoryPort(start);
    const failing = port.apply([
      { kind: 'writeCells', sheet: '甲', row: 0, column: 0, content: [['z']] },
      { kind: 'writeCells', sheet: '丙', row: 0, column: 0, content: [['z']] },
    ]);
    await expect(failing).rejects.toMatchObject({ fault: 'notFound' } satisfies Partial<HostError>);
    await expect(port.apply([{ kind: 'removeSheet', sheet: '甲' }], { isCancelled: () => true })).rejects.toThrow(CancelledError);
    expect(port.model()).toBe(start);
  });

  it('shows the sheet of the cell that is selected', async () => {
    const port = createMemoryPort(start);
    await port.select('乙', 3, 2);
    expect(port.selected()).toEqual({ sheet: '乙', row: 3, column: 2 });
    expect(port.model().activeSheet).toBe('乙');
  });
});
