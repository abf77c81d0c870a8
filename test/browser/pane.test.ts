import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { SceneName } from '../pane/stage/scene';
import { describeWith } from '../require-tool';
import { startBrowser } from './open-page';

jest.setTimeout(240_000);

const root = resolve(__dirname, '../..');
const pictures = join(root, 'reports/pane');
const axeScript = createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js');

/** What may be under the pane, from the narrowest task pane to a wide one. */
const looks = [
  { width: 320, scheme: 'light' },
  { width: 350, scheme: 'dark' },
  { width: 450, scheme: 'forced' },
] as const;
type Look = (typeof looks)[number];

interface Step {
  readonly name: string;
  readonly scene: SceneName;
  /** What is clicked before the picture, by its visible text. */
  readonly click?: string;
}

const steps: readonly Step[] = [
  { name: 'start', scene: 'start' },
  { name: 'no-excel', scene: 'noExcel' },
  { name: 'too-old', scene: 'tooOld' },
  { name: 'waiting', scene: 'waiting' },
  { name: 'waiting-open', scene: 'waiting', click: '沁水县' },
  { name: 'unit', scene: 'unit' },
  { name: 'mistakes', scene: 'mistakes' },
  { name: 'undecided', scene: 'many', click: '暂无法核对' },
  { name: 'many', scene: 'many' },
  { name: 'filters', scene: 'many', click: '筛选' },
  { name: 'fix-preview', scene: 'many', click: '全部修正' },
  { name: 'clause', scene: 'many', click: '依据' },
  { name: 'again', scene: 'waiting', click: '重新生成' },
  { name: 'checked', scene: 'unit', click: '一键校验' },
  { name: 'error', scene: 'editMode' },
  { name: 'busy', scene: 'slow' },
];

describeWith('chromium', 'the pane in a browser', (path) => {
  let browser: Browser;
  let folder: string;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nine-lists-stage-'));
    const build = spawnSync(process.execPath, [join(root, 'test/pane/stage/build-stage.mjs'), folder], { encoding: 'utf8' });
    if (build.status !== 0) throw new Error(build.stderr);
    mkdirSync(pictures, { recursive: true });
    browser = await startBrowser(path);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => said.splice(0));

  async function openScene(scene: SceneName, { width, scheme }: Look): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 720 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      forcedColors: scheme === 'forced' ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('console', (message) => message.type() !== 'info' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.route('http://stage.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      const isPage = pathname === '/';
      return route.fulfill({
        contentType: isPage ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
        body: readFileSync(join(folder, isPage ? 'index.html' : pathname)),
      });
    });
    await page.goto(`http://stage.test/?scene=${scene}`);
    if (scene === 'slow') await page.getByRole('progressbar', { name: /：/ }).waitFor();
    else await page.waitForSelector('body[data-ready]');
    return page;
  }

  describe.each(looks)('$width px, $scheme', (look) => {
    test.each(steps)('$name: readable, in its width, nothing for a screen reader to stumble over', async ({ name, scene, click }) => {
      const page = await openScene(scene, look);
      if (click) await page.getByText(click).filter({ visible: true }).first().click();
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(pictures, `${name}-${look.width}-${look.scheme}.png`) });
      expect(await findFaults(page, look)).toEqual([]);
      const { smallest, ...rest } = await measurePage(page);
      expect(smallest).toBeGreaterThanOrEqual(12);
      expect(rest).toEqual({ overflow: 0, english: [] });
      expect(said).toEqual([]);
      await page.context().close();
    });
  });

  test('hundreds of issues: the last is one key away, and only those in sight are drawn', async () => {
    const page = await openScene('many', looks[1]);
    const items = page.getByRole('listitem');
    await items.first().getByRole('button').first().focus();
    await page.keyboard.press('End');
    const total = Number(await items.first().getAttribute('aria-setsize'));
    expect(total).toBeGreaterThan(1_500);
    await page.waitForFunction(
      (last) => document.activeElement?.closest('[role=listitem]')?.getAttribute('aria-posinset') === last,
      String(total),
    );
    expect(await page.locator(':focus').isVisible()).toBe(true);
    expect(await items.count()).toBeLessThan(40);
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.closest('[role=listitem]')?.getAttribute('aria-posinset') === '1');
    await page.context().close();
  });
});

/** What axe-core finds; colours are the system's own under forced colours. */
async function findFaults(page: Page, { scheme }: Look): Promise<string[]> {
  await page.addScriptTag({ path: axeScript });
  const options: RunOptions = {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: scheme !== 'forced' } },
  };
  // The component library puts hidden stops around its tab lists, which pass the focus on and are never rested on.
  const context = { exclude: ['[data-tabster-dummy]'] };
  const { violations } = await page.evaluate(
    ([where, how]) => (window as unknown as { axe: { run: (...given: object[]) => Promise<AxeResults> } }).axe.run(where, how),
    [context, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** The smallest type on the page, pixels that stick out to the side, and words of more than one Latin letter. */
function measurePage(page: Page): Promise<{ smallest: number; overflow: number; english: string[] }> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let smallest = 99;
    const english: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.nodeValue?.trim() || element.closest('script, style')) continue;
      smallest = Math.min(smallest, parseFloat(getComputedStyle(element).fontSize));
      english.push(...(node.nodeValue.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !['Excel', 'Microsoft', 'Office'].includes(word)));
    }
    const wide = [...document.querySelectorAll('body *')].map((element) => element.getBoundingClientRect().right - window.innerWidth);
    return { smallest, overflow: Math.max(0, ...wide.map(Math.ceil)), english };
  });
}
