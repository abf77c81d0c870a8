import { screen, waitFor, within } from '@testing-library/react';
import type { MemoryPort } from '../../src/job/memory-port';
import { cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

const badPhone = /“联系电话”填写为“12”/;

async function openWithPhone() {
  localStorage.clear();
  const port = await makeWorkbook(requestOf(null));
  type(port, '项目名称', '示例道路项目');
  type(port, '联系电话', '12');
  const pane = await openPane(port);
  if (screen.queryByRole('button', { name: badPhone }) === null) await pane.user.click(screen.getByRole('tab', { name: /^问题/ }));
  await screen.findByRole('button', { name: badPhone });
  return { ...pane, port };
}

function type(port: MemoryPort, header: string, value: string): void {
  const { sheet, row, column } = cellOf(port, '4 ', header, 0);
  port.edit(sheet, row, column, [[value]]);
}

const itemOf = (text: RegExp): HTMLElement => screen.getByRole('button', { name: text }).closest<HTMLElement>('[role=listitem]')!;

async function explain(user: Awaited<ReturnType<typeof openPane>>['user'], why: string, who: string): Promise<void> {
  await user.click(within(itemOf(badPhone)).getByRole('button', { name: '说明情况' }));
  const dialog = await screen.findByRole('dialog', { name: '说明情况' });
  await user.type(within(dialog).getByLabelText(/^情况说明/), why);
  await user.type(within(dialog).getByLabelText(/^说明人/), who);
  await user.click(within(dialog).getByText('记为已说明'));
  await screen.findByText(/^“联系电话不规范”已记为“已说明”/);
}

describe('说明情况', () => {
  test('is not offered for what must be mended', async () => {
    await openWithPhone();
    const missing = screen.getAllByRole('button', { name: /没有填写/ })[0]!.closest<HTMLElement>('[role=listitem]')!;
    expect(within(missing).queryByRole('button', { name: '说明情况' })).toBeNull();
  });

  test('needs who and why; the issue is then shown as 已说明 with both, last, and in its row', async () => {
    const { user, port, store } = await openWithPhone();
    await user.click(within(itemOf(badPhone)).getByRole('button', { name: '说明情况' }));
    const dialog = await screen.findByRole('dialog', { name: '说明情况' });
    await user.click(within(dialog).getByText('记为已说明'));
    expect(within(dialog).getByText('请填写原因。')).toBeTruthy();
    await user.click(within(dialog).getByText('取消'));

    await explain(user, '专线号码。', '项目办');
    expect(store.get().report!.result.counts.explained).toBe(1);
    expect(await screen.findByRole('button', { name: '已说明 1' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '已说明 1' }));
    const item = itemOf(badPhone);
    expect(item.textContent).toContain('已说明：专线号码（项目办）。');
    expect(within(item).getByRole('img', { name: '已说明' })).toBeTruthy();
    expect(within(screen.getByRole('list', { name: '问题列表' })).getAllByRole('listitem')).toHaveLength(1);
    expect(readCell(port, cellOf(port, '4 ', '校验提示', 0))).toMatch(/“联系电话”.*（已说明）/);
  });

  test('who is remembered for the next time', async () => {
    const { user } = await openWithPhone();
    await explain(user, '专线号码', '项目办');
    await user.click(within(itemOf(badPhone)).getByRole('button', { name: '撤回说明' }));
    await screen.findByText(/^“联系电话不规范”的说明已撤回/);
    await user.click(within(itemOf(badPhone)).getByRole('button', { name: '说明情况' }));
    const dialog = await screen.findByRole('dialog', { name: '说明情况' });
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^说明人/).value).toBe('项目办');
  });

  test('lapses when the value changes', async () => {
    const { user, port, store } = await openWithPhone();
    await explain(user, '专线号码', '项目办');
    type(port, '联系电话', '123');
    await waitFor(() => expect(store.get().report!.result.counts.explained).toBe(0));
  });

  test('of a value that was changed meanwhile is refused, and nothing is written', async () => {
    const { user, port, store } = await openWithPhone();
    await user.click(within(itemOf(badPhone)).getByRole('button', { name: '说明情况' }));
    const dialog = await screen.findByRole('dialog', { name: '说明情况' });
    await user.type(within(dialog).getByLabelText(/^情况说明/), '专线号码');
    await user.type(within(dialog).getByLabelText(/^说明人/), '项目办');
    type(port, '联系电话', '13800000000');
    await user.click(within(dialog).getByText('记为已说明'));
    expect(await screen.findByText(/在查看之后有改动，或者问题已经不在了，说明没有写入/)).toBeTruthy();
    expect(store.get().report!.entries.explanations).toEqual([]);
  });
});
