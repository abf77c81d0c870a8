import { screen, waitFor } from '@testing-library/react';
import { HostError, type WorkbookPort } from '../../src/job/port';
import { cellOf, makeWorkbook, openPane, requestOf } from './open-pane';

/** A port that counts what is written, and refuses reading while the user types. */
function watchful(port: WorkbookPort) {
  const seen = { writes: 0, refusals: 0, isTyping: false };
  const watched: WorkbookPort = {
    ...port,
    read: async (options) => {
      if (seen.isTyping) {
        seen.refusals++;
        throw new HostError('editMode', 'typing');
      }
      return port.read(options);
    },
    apply: async (changes, options) => {
      seen.writes++;
      return port.apply(changes, options);
    },
  };
  return { seen, watched };
}

async function openWatched() {
  const port = await makeWorkbook(requestOf('qinshui'));
  const { seen, watched } = watchful(port);
  const pane = await openPane(watched);
  const type = (value: string, remote = false): void => {
    const { sheet, row, column } = cellOf(port, '4 ', '项目名称', 0);
    port.edit(sheet, row, column, [[value]], { remote });
  };
  return { ...pane, port, seen, type };
}

describe('edits in the sheets', () => {
  test('are judged again at once, said quietly, and nothing is written', async () => {
    const { seen, type } = await openWatched();
    type('示例道路项目');
    expect(await screen.findByText(/^已随修改更新（10:00），表内提示在下次校验时更新$/)).toBeTruthy();
    expect(screen.getByText(/^有 \d+ 个错误，改正后才能报送$/)).toBeTruthy();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent).join('')).toBe('');
    expect(seen.writes).toBe(0);
  });

  test('of a co-author are judged as well, and nothing is written', async () => {
    const { seen, type } = await openWatched();
    type('示例道路项目', true);
    expect(await screen.findByText(/^已随修改更新/)).toBeTruthy();
    expect(seen.writes).toBe(0);
  });

  test('wait while the user types on, without a word', async () => {
    const { seen, type } = await openWatched();
    seen.isTyping = true;
    type('示例道路项目');
    await waitFor(() => expect(seen.refusals).toBeGreaterThan(0));
    expect(screen.queryByRole('alert')).toBeNull();
    seen.isTyping = false;
    expect(await screen.findByText(/^已随修改更新/)).toBeTruthy();
  });

  test('in a foreign sheet change nothing of what is shown', async () => {
    const { port, store } = await openWatched();
    const counts = store.get().report!.result.counts;
    port.edit('往年台账', 3, 0, [['随手记']]);
    await waitFor(() => expect(store.get().freshness).toBe('followed'));
    expect(store.get().report!.result.counts).toEqual(counts);
  });
});
