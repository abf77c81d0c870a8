import { screen, waitFor } from '@testing-library/react';
import { CancelledError, HostError, type HostFault, type WorkbookPort } from '../../src/job/port';
import { buildFailure } from './failing-port';
import { makeWorkbook, openPane, requestOf } from './open-pane';

const faults: readonly HostFault[] = [
  'editMode', 'protected', 'notFound', 'tooLarge', 'incompleteRead', 'busy', 'unavailable', 'unsupported', 'unknown',
];

describe('when Excel refuses', () => {
  test.each(faults)('%s: says what happened, that nothing is lost and what to do, and 重试 works', async (fault) => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const failing = buildFailure(port);
    const { user } = await openPane(failing.port);
    failing.failWith(new HostError(fault, 'staged'));
    await user.click(screen.getByRole('button', { name: '一键校验' }));
    const bar = await screen.findByRole('alert');
    expect(bar.textContent).toMatch(/没有丢失/);
    expect(bar.textContent).toMatch(/请/);
    expect(bar.textContent?.replaceAll('Excel', '')).not.toMatch(/[A-Za-z]/);
    failing.failWith(null);
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText(/^校验完成：/)).toBeTruthy();
  });

  test('while the workbook is looked at: the pane says so instead of staying blank', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const failing = buildFailure(port);
    failing.failWith(new HostError('editMode', 'staged'));
    const { user } = await openPane(failing.port);
    expect(screen.getByRole('heading', { level: 1, name: '还没有读到工作簿' })).toBeTruthy();
    failing.failWith(null);
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('heading', { level: 1, name: '沁水县' })).toBeTruthy();
  });

  test('an error that nobody foresaw is said in Chinese too', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const failing = buildFailure(port);
    const { user } = await openPane(failing.port);
    failing.failWith(new TypeError('undefined is not a function'));
    await user.click(screen.getByRole('button', { name: '重算汇总' }));
    const bar = await screen.findByRole('alert');
    expect(bar.textContent).toContain('重算汇总没有完成，原因不明。已填内容没有丢失。');
  });

  test('where looking at the workbook afterwards fails by an error of ours, both are said', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const { user } = await openPane(port, {
      change: (work) => {
        let looked = 0;
        return {
          ...work,
          recalculate: () => Promise.reject(new HostError('protected', 'staged')),
          inspect: () => (looked++ === 0 ? work.inspect() : Promise.reject(new TypeError('undefined is not a function'))),
        };
      },
    });
    await user.click(screen.getByRole('button', { name: '重算汇总' }));
    const bar = await screen.findByRole('alert');
    expect(bar.textContent).toMatch(/^有工作表或工作簿设了保护.*查看工作簿没有完成，原因不明。已填内容没有丢失。/);
  });
});

describe('取消', () => {
  test('stops a check; nothing was written, and that is said', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const held = holdReads(port);
    const { user } = await openPane(held.port);
    const before = port.model();
    held.hold();
    await user.click(screen.getByRole('button', { name: '一键校验' }));
    expect(await screen.findByText(/^正在校验/)).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: /^正在校验/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '取消' }));
    held.release();
    expect(await screen.findByText('校验已取消，工作簿内容没有再改动。需要时可以重新开始。')).toBeTruthy();
    expect(port.model()).toBe(before);
  });
});

/** A port whose reads wait, and end as Excel's do when they were cancelled. */
function holdReads(port: WorkbookPort) {
  let gate: Promise<void> = Promise.resolve();
  let open = (): void => undefined;
  return {
    hold: () => {
      gate = new Promise((resolve) => (open = resolve));
    },
    release: () => open(),
    port: {
      ...port,
      read: async (options: Parameters<WorkbookPort['read']>[0]) => {
        options?.onProgress?.({ stage: 'read', done: 1, total: 4 });
        await gate;
        if (options?.isCancelled?.()) throw new CancelledError('staged');
        return port.read(options);
      },
    },
  };
}

describe('workbooks that cannot be worked on', () => {
  test('of another notice: the reason, and that nothing was changed', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    await openPane(port, {
      change: (work) => ({ ...work, inspect: () => Promise.resolve({ kind: 'unusable', reason: '依据的文件不是本次行动的。' }) }),
    });
    expect(screen.getByRole('heading', { name: '这个工作簿暂时不能校验' })).toBeTruthy();
    expect(screen.getByText('依据的文件不是本次行动的。')).toBeTruthy();
  });

  test('left by an interrupted 生成: 恢复 is offered first, and brings everything back', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const failing = buildFailure(port);
    failing.breakOff();
    const first = await openPane(failing.port);
    await first.commands.generate({ scope: { kind: 'unit', unit: 'qinshui' }, asOf: 45250, sample: 'none' });
    expect(screen.getByText('上次操作没有完成')).toBeTruthy();
    document.body.replaceChildren();

    const { user } = await openPane(port);
    expect(screen.getByText('上次操作没有完成')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '恢复' }));
    expect(await screen.findByText(/^已把备份的 [\d,]+ 项内容放回清单。$/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('上次操作没有完成')).toBeNull());
    expect(screen.getByText('没有错误，等待填写')).toBeTruthy();
  });

  test('what somebody types before 恢复 stays on a sheet beside, and the pane says which', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const failing = buildFailure(port);
    failing.breakOff();
    const first = await openPane(failing.port);
    await first.commands.generate({ scope: { kind: 'unit', unit: 'qinshui' }, asOf: 45250, sample: 'none' });
    document.body.replaceChildren();
    port.edit('5 未开工项目', 20, 30, [['夜里写的']]);

    const { user } = await openPane(port);
    await user.click(screen.getByRole('button', { name: '恢复' }));
    expect(await screen.findByText(/另存在《恢复前 5 未开工项目》，请打开核对并抄回。$/)).toBeTruthy();
    const kept = port.model().sheets.find(({ name }) => name === '恢复前 5 未开工项目')!;
    expect(kept.blocks.flatMap(({ content }) => content.flat())).toContain('夜里写的');
  });
});
