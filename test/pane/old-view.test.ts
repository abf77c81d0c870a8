import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const pane = join(__dirname, '../../src/pane');
const code = readFileSync(join(pane, 'old-view.js'), 'utf8');
const html = readFileSync(join(pane, 'taskpane.html'), 'utf8');

/** Runs the script as a web view would that lacks the named part. */
function openIn(missing?: 'Promise' | 'ResizeObserver'): HTMLElement | null {
  document.documentElement.innerHTML = html;
  // eslint-disable-next-line no-new-func -- the page runs it as a plain script
  const run = new Function('Promise', 'ResizeObserver', code) as (...parts: unknown[]) => void;
  run(missing === 'Promise' ? undefined : Promise, missing === 'ResizeObserver' ? undefined : ResizeObserver);
  return document.getElementById('too-old');
}

test.each(['Promise', 'ResizeObserver'] as const)('a web view without %s is told which Excel it takes', (missing) => {
  const notice = openIn(missing);
  expect(notice?.hidden).toBe(false);
  expect(notice?.textContent).toContain('Excel 2021');
});

test('a present-day web view is told nothing', () => {
  expect(openIn()?.hidden).toBe(true);
});
