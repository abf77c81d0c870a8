import { fireEvent, screen, waitFor } from '@testing-library/react';
import { makeWorkbook, openPane } from './open-pane';

beforeEach(() => localStorage.clear());

describe('a workbook without our sheets', () => {
  test('offers 生成 for 全市 and every unit, and leaves the own sheets alone', async () => {
    const port = await makeWorkbook(null);
    const { user } = await openPane(port);
    expect(screen.getByRole('heading', { level: 1, name: '九张清单' })).toBeTruthy();
    const scope = screen.getByRole('combobox', { name: '为谁生成' });
    expect([...scope.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      '全市', '城区', '泽州县', '高平市', '阳城县', '陵川县', '沁水县', '开发区', '市本级',
    ]);

    await user.selectOptions(scope, '沁水县');
    await user.click(screen.getByRole('button', { name: '生成' }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: '沁水县' })).toBeTruthy());
    expect(screen.getByText(/^已生成 \d+ 张工作表，可以开始填写。$/)).toBeTruthy();
    expect(screen.getByText('没有错误，等待填写')).toBeTruthy();
    expect(port.model().sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['往年台账', '5 未开工项目', 'B 招商项目台账']),
    );
    expect(port.model().sheets[0]?.blocks[0]?.content).toEqual([['不要动我']]);
  });

  test('remembers for whom it was generated last', async () => {
    const { user } = await openPane(await makeWorkbook(null));
    await user.selectOptions(screen.getByRole('combobox', { name: '为谁生成' }), '高平市');
    await user.click(screen.getByRole('button', { name: '生成' }));
    await screen.findByRole('heading', { level: 1, name: '高平市' });
    document.body.replaceChildren();

    await openPane(await makeWorkbook(null));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '为谁生成' }).value).toBe('gaoping');
  });

  test('takes 统计截止日 as people write it, and refuses what is no day', async () => {
    const port = await makeWorkbook(null);
    const { user } = await openPane(port);
    const day = screen.getByRole('textbox', { name: '统计截止日' });
    await user.clear(day);
    await user.type(day, '2023年2月30日');
    expect(screen.getByText('请填写 2000 年至 2035 年之间的日期，例如 2023-12-25。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '生成' }));
    expect(port.model().sheets).toHaveLength(1);

    await user.clear(day);
    await user.type(day, '2023.12.5');
    await user.selectOptions(screen.getByRole('combobox', { name: '为谁生成' }), '陵川县');
    await user.click(screen.getByRole('button', { name: '生成' }));
    await screen.findByRole('heading', { level: 1, name: '陵川县' });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '统计截止日' }).value).toBe('2023-12-05');
  });

  test('fills in made-up data on demand', async () => {
    const { user } = await openPane(await makeWorkbook(null));
    await user.selectOptions(screen.getByRole('combobox', { name: '为谁生成' }), '沁水县');
    await user.selectOptions(screen.getByRole('combobox', { name: '示例数据' }), '填入带错误的示例数据');
    await user.click(screen.getByRole('button', { name: '生成' }));
    expect(await screen.findByText(/^有 \d+ 个错误，改正后才能报送$/)).toBeTruthy();
  });
});

describe('no Excel that the pane can work in', () => {
  test('outside Excel it says how to get there', async () => {
    await openPane(await makeWorkbook(null), { phase: 'noExcel' });
    expect(await screen.findByRole('heading', { name: '请在 Excel 中打开' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button'));
    const report = await screen.findByRole('textbox', { name: '自检报告' });
    expect((report as HTMLTextAreaElement).value).toContain('［缺少］所在程序：没有检测到 Excel');
  });

  test('in too old an Excel it says what still works', async () => {
    await openPane(await makeWorkbook(null), { phase: 'tooOld' });
    expect(await screen.findByRole('heading', { name: '当前 Excel 版本过低' })).toBeTruthy();
    expect(screen.getByText(/工作簿本身不受影响/)).toBeTruthy();
  });
});
