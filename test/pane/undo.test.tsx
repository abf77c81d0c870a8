import { screen, waitFor } from '@testing-library/react';
import type { WorkbookPort } from '../../src/job/port';
import { fixesOf } from '../../src/rule/fix';
import { asOf, cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

const wrong = { 责任人: '王某', 联系电话: '1391234567', 县区: '泽州' } as const;

/** A city workbook in which a unit is written short, and a phone number lacks a digit. */
async function prepared() {
  const port = await makeWorkbook(requestOf(null));
  const type = (header: string, value: string) => {
    const { sheet, row, column } = cellOf(port, '5 ', header, 0);
    port.edit(sheet, row, column, [[value]]);
  };
  type('县（市、区）', wrong.县区);
  type('联系电话', wrong.联系电话);
  return { port, unit: () => readCell(port, cellOf(port, '5 ', '县（市、区）', 0)) };
}

test('one bar says what was done last and takes it back, in whatever view the user is', async () => {
  const { port, unit } = await prepared();
  const { user, commands, store } = await openPane(port);
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();

  await commands.fix(fixesOf(store.get().report!.result).filter(({ code }) => code === 'cell/enum'));
  expect(await screen.findByText('上次操作：修正了 1 处。')).toBeTruthy();
  expect(unit()).toBe('泽州县');

  // The next one takes its place.
  await commands.explain(store.get().report!.result.issues.find(({ code }) => code === 'cell/phone')!, { who: '张三', why: '座机' });
  expect(await screen.findByText(/^上次操作：对“.+”作了说明。$/)).toBeTruthy();
  await user.click(await screen.findByRole('tab', { name: '调度' }));
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(screen.queryByText(/^上次操作：/)).toBeNull());
  expect(store.get().report!.entries.explanations).toEqual([]);
  expect(await screen.findByText(/^已撤销，/)).toBeTruthy();
});

test('what was edited since is not taken back: the pane says where, and goes on offering it', async () => {
  const { port, unit } = await prepared();
  const { user, commands, store } = await openPane(port);
  await commands.fix(fixesOf(store.get().report!.result).filter(({ code }) => code === 'cell/enum'));
  const { sheet, row, column } = cellOf(port, '5 ', '县（市、区）', 0);
  port.edit(sheet, row, column, [['高平市']]);
  await user.click(await screen.findByRole('button', { name: '撤销' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/《5 未开工项目》第 \d+ 行在上次操作之后又有改动，.*请直接在表中改回/);
  expect(unit()).toBe('高平市');
});

test('统计截止日 can be taken back', async () => {
  const { port } = await prepared();
  const { user, commands, store } = await openPane(port);
  await commands.changeAsOf(asOf + 5);
  expect(await screen.findByText('上次操作：统计截止日由 2023年11月20日 改为 2023年11月25日。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(store.get().report!.entries.asOf).toBe(asOf));
});

test('while Excel does not answer, the pane says so, and stops saying so once it does', async () => {
  const { port } = await prepared();
  let tell: ((isWaiting: boolean) => void) | undefined;
  let answer = (): void => undefined;
  const slow: WorkbookPort = {
    ...port,
    apply: async (changes, options) => {
      tell = options?.onWaiting;
      await new Promise<void>((resolve) => (answer = resolve));
      return port.apply(changes, options);
    },
  };
  const { commands } = await openPane(slow);
  const done = commands.check();
  await waitFor(() => expect(tell).toBeDefined());
  tell!(true);
  expect(await screen.findByText(/Excel 尚未答复，仍在等待/)).toBeTruthy();
  tell!(false);
  await waitFor(() => expect(screen.queryByText(/尚未答复/)).toBeNull());
  answer();
  await done;
});
