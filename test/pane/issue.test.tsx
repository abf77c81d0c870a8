import { screen, waitFor, within } from '@testing-library/react';
import type { MemoryPort } from '../../src/job/memory-port';
import { cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

/** One project on list 4 with the unit's short name and an amount in words; all else of it is missing. */
async function makeSpoilt(): Promise<MemoryPort> {
  const port = await makeWorkbook(requestOf(null));
  type(port, '项目名称', '示例道路项目');
  type(port, '县（市、区）', '沁水');
  type(port, '总投资（万元）', '2000万');
  return port;
}

function type(port: MemoryPort, header: string, value: string): void {
  const { sheet, row, column } = cellOf(port, '4 ', header, 0);
  port.edit(sheet, row, column, [[value]]);
}

const wrongUnit = /填写为“沁水”，应为“沁水县”/;
const textAmount = /填写为“2000万”/;

async function openSpoilt() {
  const port = await makeSpoilt();
  const pane = await openPane(port);
  await screen.findByText(wrongUnit);
  return { ...pane, port };
}

describe('the list of issues', () => {
  test('says where, what was seen, what was expected and what to do', async () => {
    const { port } = await openSpoilt();
    const { row } = cellOf(port, '4 ', '县（市、区）', 0);
    const button = screen.getByRole('button', { name: wrongUnit });
    expect(button.textContent).toBe(
      `《4 副市长包保重点项目》第 ${row + 1} 行“县（市、区）”填写为“沁水”，应为“沁水县”。点“修正”即可改正。`,
    );
    expect(screen.getByText(/^有 \d+ 个错误，改正后才能报送$/)).toBeTruthy();
  });

  test('a click or Enter selects the cell', async () => {
    const { user, port } = await openSpoilt();
    await user.click(screen.getByRole('button', { name: wrongUnit }));
    await waitFor(() => expect(port.selected()).toEqual(cellOf(port, '4 ', '县（市、区）', 0)));
    screen.getByRole('button', { name: textAmount }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(port.selected()).toEqual(cellOf(port, '4 ', '总投资（万元）', 0)));
  });

  test('of 100,000 issues only those in sight are drawn, in order and counted, and End leads to the last', async () => {
    const many = 100_000;
    const { user } = await openPane(await makeSpoilt(), {
      change: (work) => ({
        ...work,
        judge: async (options) => {
          const report = await work.judge(options);
          const [first] = report.result.issues;
          const issues = Array.from({ length: many }, (_, at) => ({ ...first!, id: `issue-${at}` }));
          return { ...report, result: { ...report.result, issues } };
        },
      }),
    });
    const list = await screen.findByRole('list', { name: '问题列表' });
    const items = () => within(list).getAllByRole('listitem');
    const places = () => items().map((item) => Number(item.getAttribute('aria-posinset')));
    expect(places()).toEqual(Array.from({ length: items().length }, (_, at) => at + 1));
    expect(items().length).toBeLessThan(100);
    items()[0]!.querySelector('button')!.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.closest('[role=listitem]')?.getAttribute('aria-posinset')).toBe(String(many)));
    expect(items().length).toBeLessThan(100);
    expect(places()).toEqual([...places()].sort((a, b) => a - b));
    expect(items().every((item) => item.getAttribute('aria-setsize') === String(many))).toBe(true);
  });

  test('is one stop for Tab; arrows, Home and End walk through it', async () => {
    const { user } = await openSpoilt();
    const list = screen.getByRole('list', { name: '问题列表' });
    const items = () => within(list).getAllByRole('listitem');
    const focused = () => items().findIndex((item) => item.contains(document.activeElement));
    within(items()[0]!).getAllByRole('button')[0]!.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe(1));
    await user.keyboard('{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(focused()).toBe(0));
    await user.keyboard('{End}');
    await waitFor(() => {
      const item = items()[focused()];
      expect(item?.getAttribute('aria-posinset')).toBe(item?.getAttribute('aria-setsize'));
    });
    const stops = within(list).getAllByRole('button').filter((button) => button.tabIndex === 0);
    expect(stops.every((button) => items()[focused()]!.contains(button))).toBe(true);
  });

  test('修正 writes the cell, the issue goes, and the focus stays in the list', async () => {
    const { user, port } = await openSpoilt();
    const item = screen.getByRole('button', { name: wrongUnit }).closest<HTMLElement>('[role=listitem]')!;
    await user.click(within(item).getByRole('button', { name: '修正' }));
    await screen.findByText('已改正 1 处。');
    expect(readCell(port, cellOf(port, '4 ', '县（市、区）', 0))).toBe('沁水县');
    expect(screen.queryByText(wrongUnit)).toBeNull();
    await waitFor(() => expect(screen.getByRole('list', { name: '问题列表' }).contains(document.activeElement)).toBe(true));
  });

  test('为什么 tells the rule and shows the paragraph of the notice; Esc closes it and the focus returns', async () => {
    const { user } = await openSpoilt();
    const item = screen.getByRole('button', { name: wrongUnit }).closest<HTMLElement>('[role=listitem]')!;
    const why = within(item).getByRole('button', { name: '为什么〔四（二）〕' });
    await user.click(why);
    const dialog = await screen.findByRole('dialog', { name: '不在下拉选项内' });
    expect(dialog.textContent).toContain('应从下拉列表中选择的单元格，填了列表以外的内容。');
    expect(within(dialog).getByRole('heading', { level: 3, name: '依据 四（二）' }).parentElement!.textContent).toContain('九张清单');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(why));
  });
});

describe('filters', () => {
  test('chips narrow by severity and show the counts', async () => {
    const { user, store } = await openSpoilt();
    const { counts } = store.get().report!.result;
    const chip = screen.getByRole('button', { name: `提示 ${counts.info}` });
    await user.click(chip);
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByText(wrongUnit)).toBeNull();
    expect(within(screen.getByRole('list')).getAllByRole('img').every((mark) => mark.getAttribute('aria-label') === '提示')).toBe(true);
    await user.click(chip);
    expect(screen.getByText(wrongUnit)).toBeTruthy();
  });

  test('list, unit and rule narrow further, and 清除筛选 brings all back', async () => {
    const { user } = await openSpoilt();
    await user.click(screen.getByRole('button', { name: '筛选' }));
    await user.selectOptions(screen.getByRole('combobox', { name: '问题类型' }), '数字或日期写法不对（1）');
    expect(screen.queryByText(wrongUnit)).toBeNull();
    expect(screen.getByText(textAmount)).toBeTruthy();
    expect(screen.getByRole('button', { name: '筛选 1' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(screen.getByText(wrongUnit)).toBeTruthy();
  });
});

describe('全部修正', () => {
  test('shows what becomes of what, and writes only what is ticked', async () => {
    const { user, port } = await openSpoilt();
    await user.click(screen.getByRole('button', { name: '全部修正 2 处' }));
    const dialog = await screen.findByRole('dialog', { name: '全部修正' });
    const rows = within(dialog).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^县（市、区）4 副市长包保重点项目 [A-Z]+\d+沁水→ 沁水县$/),
      expect.stringMatching(/^总投资（万元）4 副市长包保重点项目 [A-Z]+\d+2000万→ 2,000$/),
    ]);
    await user.click(within(rows[0]!).getByRole('checkbox'));
    await user.click(within(dialog).getByRole('button', { name: '修正 1 处' }));
    await screen.findByText('已改正 1 处。');
    expect(readCell(port, cellOf(port, '4 ', '总投资（万元）', 0))).toBe(2000);
    expect(readCell(port, cellOf(port, '4 ', '县（市、区）', 0))).toBe('沁水');
  });

  test('says of a value that looks the same what is wrong with it', async () => {
    const port = await makeSpoilt();
    type(port, '县（市、区）', '沁水县 ');
    const { user } = await openPane(port);
    await user.click(await screen.findByRole('button', { name: '全部修正 2 处' }));
    const dialog = await screen.findByRole('dialog', { name: '全部修正' });
    expect(within(dialog).getAllByRole('row')[1]?.textContent).toMatch(/沁水县（含多余空格）→ 沁水县$/);
  });

  test('leaves alone a cell that was changed after the preview, and says so', async () => {
    const port = await makeSpoilt();
    // Excel has not told of the edit yet.
    const { user } = await openPane({ ...port, watch: () => Promise.resolve(() => Promise.resolve()) });
    await user.click(await screen.findByRole('button', { name: '全部修正 2 处' }));
    const dialog = await screen.findByRole('dialog', { name: '全部修正' });
    type(port, '总投资（万元）', '5600');
    await user.click(within(dialog).getByRole('button', { name: '修正 2 处' }));
    await screen.findByText('已改正 1 处。另有 1 处在预览之后又有改动，没有写入，请核对后再试。');
    expect(readCell(port, cellOf(port, '4 ', '总投资（万元）', 0))).toBe('5600');
  });
});
