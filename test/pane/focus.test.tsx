import { screen, waitFor } from '@testing-library/react';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { formatSerial } from '../../src/plan/day';
import { damaged } from './stage/damaged';
import { asOf, makeWorkbook, openPane, requestOf } from './open-pane';

let whole: MemoryPort;
beforeAll(async () => {
  whole = await makeWorkbook(requestOf('zezhou'));
});

/** jsdom says that a page whose focused element has gone has no focus at all; a browser keeps it. */
let isInPane: jest.SpiedFunction<typeof document.hasFocus>;
beforeEach(() => {
  isInPane = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(() => isInPane.mockRestore());

describe('where the focus is after a task', () => {
  it('stays in 统计截止日 after Enter', async () => {
    const { user, store } = await openPane(createMemoryPort(whole.model()));
    const day = screen.getByRole('textbox', { name: '统计截止日' });
    await user.clear(day);
    await user.type(day, `${formatSerial(asOf + 1)}{Enter}`);
    await waitFor(() => expect(store.get().report?.entries.asOf).toBe(asOf + 1));
    await waitFor(() => expect(store.get().task).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '统计截止日' }));
  });

  it('is at the beginning of the view after 修复表格, which is gone then', async () => {
    const { user } = await openPane(createMemoryPort(damaged(whole.model())));
    await user.click(await screen.findByRole('button', { name: '修复表格' }));
    await screen.findByText(/^已修复/);
    await waitFor(() => expect(document.activeElement?.tagName).toBe('MAIN'));
  });

  it('is left to Excel where the user works in its cells', async () => {
    const { user, store } = await openPane(createMemoryPort(damaged(whole.model())));
    isInPane.mockReturnValue(false);
    await user.click(await screen.findByRole('button', { name: '修复表格' }));
    await screen.findByText(/^已修复/);
    await waitFor(() => expect(store.get().task).toBeNull());
    expect(document.activeElement?.tagName).toBe('BODY');
  });
});

/** Excel's own library on the web: it hears every key at the window, and takes Esc for leaving the pane. */
describe('Esc', () => {
  const heard = jest.fn();
  const hear = ({ key }: KeyboardEvent): void => heard(key);
  beforeEach(() => {
    heard.mockClear();
    window.addEventListener('keydown', hear);
  });
  afterEach(() => window.removeEventListener('keydown', hear));

  it('that closes a dialog is not Excel’s as well, which would take the focus to the first tab', async () => {
    const { user } = await openPane(createMemoryPort(whole.model()));
    const opener = await screen.findByRole('button', { name: '重新生成' });
    await user.click(opener);
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(heard).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(opener);
  });

  it('puts 统计截止日 back as it was and leaves the user in it', async () => {
    const { user } = await openPane(createMemoryPort(whole.model()));
    const day = screen.getByRole<HTMLInputElement>('textbox', { name: '统计截止日' });
    await user.type(day, '9{Escape}');
    expect(day.value).toBe(formatSerial(asOf));
    expect(heard.mock.calls).toEqual([['9']]);
  });

  it('that the pane has no use for is Excel’s: it leads back to the cells', async () => {
    const { user } = await openPane(createMemoryPort(whole.model()));
    await user.click(screen.getByRole('textbox', { name: '统计截止日' }));
    await user.keyboard('{Escape}');
    expect(heard.mock.calls).toEqual([['Escape']]);
  });
});
