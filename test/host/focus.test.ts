import { Book } from '../../src/host/book/book';
import { startOffice } from './start-office';

const leave = jest.fn();
beforeAll(async () => {
  // jsdom lays nothing out, and the library goes only to what has a size.
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 100 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 20 });
  window.focus = () => undefined;
  await startOffice(Book.empty(), { onLeave: leave });
  document.body.append(...['校验', '修正'].map((text) => Object.assign(document.createElement('button'), { textContent: text })));
});
beforeEach(() => leave.mockClear());

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

function press(key: string, keyCode: number, more: KeyboardEventInit = {}): Promise<void> {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true, ...more }));
  return soon();
}

const focused = (): string | null | undefined => document.activeElement?.textContent;

// How he comes in is in test/browser: the library answers to the window that asked, of which jsdom knows nothing.
test('the user goes through the pane by Tab, and leaves it behind the last stop', async () => {
  document.querySelector('button')!.focus();
  await press('Tab', 9);
  expect(focused()).toBe('修正');
  expect(leave).not.toHaveBeenCalled();
  await press('Tab', 9);
  expect(leave).toHaveBeenCalledTimes(1);
});

test.each([
  ['Esc', 'Escape', 27, {}],
  ['F2', 'F2', 113, {}],
  ['Ctrl+F6', 'F6', 117, { ctrlKey: true }],
])('%s leads out of the pane', async (_, key, keyCode, more) => {
  await press(key, keyCode, more);
  expect(leave).toHaveBeenCalledTimes(1);
});

test('shortcuts, of which the library tells the host as well, do not', async () => {
  await press('s', 83, { ctrlKey: true });
  expect(leave).not.toHaveBeenCalled();
});
