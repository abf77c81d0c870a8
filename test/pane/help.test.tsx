import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { MemoryPort } from '../../src/job/memory-port';
import { ruleBook } from '../../src/job/rule-book';
import { listsOf } from '../../src/list/registry';
import { searchRules } from '../../src/pane/help/search-rules';
import { builtInPlan } from '../../src/plan/built-in';
import { catalogue } from '../../src/rule/catalogue';
import { issueCodes } from '../../src/rule/code';
import { cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

const rules = ruleBook(builtInPlan, listsOf(builtInPlan), catalogue);

describe('searching the rules', () => {
  const find = (query: string) => searchRules(rules, query).map(({ code }) => code);

  test('each is found by its name and its code', () => {
    for (const { name, code } of rules) {
      expect(find(name)).toContain(code);
      expect(find(code.toUpperCase())).toContain(code);
    }
  });

  test('every word must be there, in the texts, the sheets or the clause, however it is typed', () => {
    expect(find('联系电话 手机')).toContain('cell/phone');
    expect(find('联系电话 13710')).not.toContain('cell/phone');
    expect(find('三（四）1')).toContain('row/start-late');
    expect(find('三(四)1')).toContain('row/start-late');
    expect(find('5 未开工项目 状态')).toContain('row/start-state');
    expect(find(' ')).toHaveLength(issueCodes.length);
    expect(find('没有这样的规则')).toEqual([]);
  });
});

async function openHelp(port: MemoryPort) {
  const pane = await openPane(port);
  pane.commands.view('help');
  const box = await screen.findByLabelText('搜索规则');
  /** Leaves one rule, opened. Looking among all of them by role takes seconds here. */
  const narrow = async (name: string): Promise<void> => {
    fireEvent.change(box, { target: { value: name } });
    await screen.findByText(/^找到 1 条/);
  };
  return { ...pane, box, narrow };
}

describe('帮助', () => {
  test('lists every rule by what it looks at', async () => {
    await openHelp(await makeWorkbook(requestOf('qinshui')));
    expect(screen.getByText(`共 ${issueCodes.length} 条规则`)).toBeTruthy();
    expect([...document.querySelectorAll('main h2')].slice(-5).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^逐格核对（\d+）$/),
      expect.stringMatching(/^逐行核对（\d+）$/),
      expect.stringMatching(/^逐表核对（\d+）$/),
      expect.stringMatching(/^清单之间核对（\d+）$/),
      expect.stringMatching(/^各单位之间核对（\d+）$/),
    ]);
    expect(document.querySelectorAll('main h3')).toHaveLength(issueCodes.length);
  });

  test('a search that leaves few shows all that they say; one that leaves none says so', async () => {
    const { user, box, narrow } = await openHelp(await makeWorkbook(requestOf('qinshui')));
    await narrow('联系电话不规范');
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      '什么情况会提出',
      '怎么办',
      '什么情况暂无法核对',
      '不能发现的情形',
      '级别',
      '适用清单',
      '编号',
    ]);
    expect(screen.getByText(rules.find(({ code }) => code === 'cell/phone')!.blind)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '依据 四（二）' }));
    expect(await screen.findByRole('dialog', { name: '依据 四（二）' })).toBeTruthy();
    await user.keyboard('{Escape}');
    fireEvent.change(box, { target: { value: '没有这样的词' } });
    expect(await screen.findByText('没有找到符合的规则')).toBeTruthy();
  });

  test('is there before anything was generated, with nothing to adjust', async () => {
    const { user, narrow } = await openHelp(await makeWorkbook(null));
    await narrow('联系电话不规范');
    expect(screen.queryByRole('button', { name: '调整级别' })).toBeNull();
    await user.click(screen.getByRole('tab', { name: '生成' }));
    expect(screen.getByRole('combobox', { name: '为谁生成' })).toBeTruthy();
  });
});

describe('调整级别', () => {
  async function makePhone() {
    const port = await makeWorkbook(requestOf(null));
    for (const [header, value] of [['项目名称', '示例道路项目'], ['联系电话', '12']] as const) {
      const { sheet, row, column } = cellOf(port, '4 ', header, 0);
      port.edit(sheet, row, column, [[value]]);
    }
    return port;
  }

  test('needs who and why; then the rule counts as that, in the workbook too, until 恢复原级别', async () => {
    const port = await makePhone();
    const { user, store, narrow } = await openHelp(port);
    const severityOfPhone = () => store.get().report!.result.issues.find(({ code }) => code === 'cell/phone')?.severity;
    expect(severityOfPhone()).toBe('warning');
    await narrow('联系电话不规范');
    await user.click(screen.getByRole('button', { name: '调整级别' }));
    const dialog = await screen.findByRole('dialog', { name: '调整级别：联系电话不规范' });
    expect([...dialog.querySelectorAll('input[type=radio]')].map((radio) => (radio as HTMLInputElement).value)).toEqual(['error', 'info', 'off']);
    await user.click(within(dialog).getByText('调整'));
    expect(within(dialog).getByText('请填写原因。')).toBeTruthy();
    expect(within(dialog).getByText('请填写姓名或科室。')).toBeTruthy();
    await user.click(within(dialog).getByLabelText('停用'));
    await user.type(within(dialog).getByLabelText(/^调整理由/), '本次不核对电话');
    await user.type(within(dialog).getByLabelText(/^调整人/), '市项目办');
    await user.click(within(dialog).getByText('调整'));
    expect(await screen.findByText(/^“联系电话不规范”已调整为“停用”/)).toBeTruthy();
    expect(severityOfPhone()).toBeUndefined();
    expect(screen.getByText('已由“警告”调整为“停用”：本次不核对电话（市项目办）')).toBeTruthy();
    expect(screen.getByLabelText('只看调整过的（1）')).toBeTruthy();
    expect(readCell(port, cellOf(port, '4 ', '校验提示', 0))).not.toMatch(/联系电话/);
    expect(screen.getByText('已停用 1 条规则，它们发现的 1 处没有列出')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: '恢复原级别' }));
    expect(await screen.findByText(/^“联系电话不规范”已恢复原级别/)).toBeTruthy();
    await waitFor(() => expect(severityOfPhone()).toBe('warning'));
    expect(screen.queryByText(/^已停用/)).toBeNull();
  });

  test('is offered only for what is not an error', async () => {
    const { narrow } = await openHelp(await makeWorkbook(requestOf('qinshui')));
    await narrow('分项大于总数');
    expect(screen.queryByRole('button', { name: '调整级别' })).toBeNull();
  });
});
