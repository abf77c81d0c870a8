import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { surroundings } from '../../src/cli/surroundings';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort } from '../../src/job/memory-port';
import { builtInPlan } from '../../src/plan/built-in';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import type { SceneName } from '../pane/stage/scene';
import { describeWith } from '../require-tool';
import { startBrowser } from './open-page';

jest.setTimeout(240_000);

const root = resolve(__dirname, '../..');
/** Where pictures of every scene go, for people to look at, when PICTURES is set. */
const pictures = process.env.PICTURES ? join(root, 'reports/pane') : null;
const axeScript = createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js');

/** What may be under the pane, from the narrowest task pane to a wide one. */
const looks = [
  { width: 320, scheme: 'light' },
  { width: 350, scheme: 'dark' },
  { width: 450, scheme: 'forced' },
] as const;
type Look = (typeof looks)[number];

/** A pane of 450 px at a zoom of 200 %. */
const zoomedWidth = 225;

interface Step {
  readonly name: string;
  readonly scene: SceneName;
  /** What is clicked before the picture, one after the other, by its visible text. */
  readonly click?: string | readonly string[];
  /** Buttons that are pressed after that, by their name. */
  readonly press?: readonly string[];
  /** What is loaded last, by selector: the picture waits for it. */
  readonly drawn?: string;
}

/** One that begins as the one before it goes on from there. */
const steps: readonly Step[] = [
  { name: 'start', scene: 'start' },
  { name: 'no-excel', scene: 'noExcel' },
  { name: 'too-old', scene: 'tooOld' },
  { name: 'self-test', scene: 'noExcel', click: '自检：这台电脑能不能用', drawn: '[role=dialog]' },
  { name: 'waiting', scene: 'waiting' },
  { name: 'waiting-open', scene: 'waiting', click: '沁水县' },
  { name: 'unit', scene: 'unit' },
  { name: 'checked', scene: 'unit', click: '一键校验' },
  { name: 'structure', scene: 'damaged', drawn: '.fui-MessageBarTitle' },
  { name: 'structure-open', scene: 'damaged', click: '看明细' },
  { name: 'older', scene: 'older', click: '看变化' },
  { name: 'newer', scene: 'newer', drawn: '[role=tab]' },
  { name: 'mistakes', scene: 'mistakes' },
  { name: 'explain', scene: 'mistakes', click: ['警告', '说明情况'], drawn: '[role=dialog]' },
  { name: 'undecided', scene: 'many', click: '暂无法核对' },
  { name: 'many', scene: 'many' },
  { name: 'filters', scene: 'many', click: '筛选' },
  { name: 'fix-preview', scene: 'many', click: '全部修正', drawn: '[role=dialog]' },
  { name: 'why', scene: 'many', click: '为什么', drawn: '[role=dialog]' },
  { name: 'fixed', scene: 'fixed' },
  { name: 'broken', scene: 'broken' },
  { name: 'refused', scene: 'refused' },
  { name: 'decided', scene: 'decided' },
  { name: 'explained', scene: 'decided', click: '已说明' },
  { name: 'help', scene: 'help' },
  { name: 'help-rule', scene: 'help', click: '金额单位可能有误' },
  { name: 'help-before', scene: 'helpBefore' },
  { name: 'files', scene: 'files' },
  { name: 'together', scene: 'together' },
  { name: 'together-file', scene: 'together', click: '高平市清单' },
  { name: 'ranking-compared', scene: 'rankingCompared' },
  { name: 'ranking-empty', scene: 'rankingEmpty' },
  { name: 'ranking-laid', scene: 'rankingEmpty', click: ['手续办理', '写成工作表'] },
  { name: 'ranking-unit', scene: 'rankingUnit' },
  { name: 'exchange', scene: 'exchange' },
  { name: 'issued', scene: 'issued' },
  { name: 'returns', scene: 'returns', click: '汇总' },
  { name: 'board', scene: 'returns', click: ['汇总', '报送看板'] },
  { name: 'reminder', scene: 'returns', click: ['汇总', '报送看板', '催报全部'], drawn: '[role=dialog]' },
  { name: 'compared', scene: 'compared', click: ['比上月', '泽州县'] },
  { name: 'problems-open', scene: 'dispatch', click: '市规划和自然资源局' },
  { name: 'advance', scene: 'dispatch', click: ['市规划和自然资源局', '推进'], drawn: '[role=dialog]' },
  { name: 'advance-refused', scene: 'dispatch', click: ['未定责任部门', '推进', '推进到“'], drawn: '[role=dialog]' },
  { name: 'leaders', scene: 'dispatch', click: '包保' },
  { name: 'permits', scene: 'dispatch', click: '手续', drawn: '.fui-hbc__chart rect' },
  { name: 'moves', scene: 'moves', click: '流转' },
  { name: 'move', scene: 'moves', click: '流转', press: ['流转 程颢书院文化产业园', '确认流转'], drawn: '[role=dialog]' },
  { name: 'carry-bar', scene: 'carry' },
  { name: 'carry', scene: 'carry', click: ['选择'], drawn: '[role=dialog]' },
  { name: 'carries', scene: 'carry', click: ['调度', '流转', '自动带入'] },
  { name: 'dispatch-empty', scene: 'dispatchEmpty' },
  { name: 'moves-empty', scene: 'dispatchEmpty', click: '流转' },
  { name: 'adjust', scene: 'help', click: ['联系电话不规范', '调整级别'], drawn: '[role=dialog]' },
  { name: 'again', scene: 'waiting', click: '重新生成', drawn: '[role=dialog]' },
  { name: 'error', scene: 'editMode' },
  { name: 'busy', scene: 'slow' },
];

const clicksOf = ({ click }: Step): readonly string[] => [click ?? []].flat();

describeWith('chromium', 'the pane in a browser', (path) => {
  let browser: Browser;
  let folder: string;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nine-lists-stage-'));
    const build = spawnSync(process.execPath, [join(root, 'test/pane/stage/build-stage.mjs'), folder], { encoding: 'utf8' });
    if (build.status !== 0) throw new Error(build.stderr);
    if (pictures !== null) mkdirSync(pictures, { recursive: true });
    browser = await startBrowser(path);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => said.splice(0));

  /** As when the task pane is drawn wider, or the system changes its colours: the pane follows without a reload. */
  async function wear(page: Page, { width, scheme }: Look): Promise<void> {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light', forcedColors: scheme === 'forced' ? 'active' : 'none', reducedMotion: 'reduce' });
  }

  /** A page that has shown no scene, or only such as ended well: it is loaded once for many of them. */
  let free: Page | undefined;
  /** What the last step did on that page. */
  let done: Step | undefined;

  async function openStage(): Promise<Page> {
    for (const failed of browser.contexts()) await failed.close();
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
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
    await page.goto('http://stage.test/');
    await page.addScriptTag({ path: axeScript });
    return page;
  }

  async function openScene(scene: SceneName, look: Look): Promise<Page> {
    const page = free ?? (await openStage());
    free = done = undefined;
    await wear(page, look);
    await page.evaluate((name) => void (window as unknown as { showScene: (name: string) => Promise<void> }).showScene(name), scene);
    if (scene === 'slow') await page.getByRole('progressbar', { name: /：/ }).waitFor();
    else {
      await page.waitForSelector('body[data-ready]');
      // Views are loaded when they are first shown.
      await page.locator('h1:visible').first().waitFor();
    }
    return page;
  }

  /** Goes on from the step before, where that begins as this one does. */
  async function takeStep(step: Step): Promise<Page> {
    const { scene, press, drawn } = step;
    const clicks = clicksOf(step);
    const before = done && free && scene === done.scene && !done.press && clicksOf(done).every((text, at) => text === clicks[at]) ? clicksOf(done).length : null;
    const page = before !== null && free ? free : await openScene(scene, looks[0]);
    free = done = undefined;
    await wear(page, looks[0]);
    for (const text of clicks.slice(before ?? 0)) await clickOn(page, text);
    for (const button of press ?? []) await page.getByRole('button', { name: button }).first().click();
    if (drawn) await page.locator(drawn).first().waitFor();
    return page;
  }

  test.each(steps)('$name: readable in every look, in its width, nothing for a screen reader to stumble over', async (step) => {
    const { name } = step;
    const page = await takeStep(step);
    const found: Record<string, unknown> = {};
    for (const look of looks) {
      await wear(page, look);
      await settle(page);
      await takePicture(page, `${name}-${look.width}-${look.scheme}`);
      found[look.scheme] = { faults: await findFaults(page, look), ...(await measurePage(page)) };
    }
    await page.setViewportSize({ width: zoomedWidth, height: 720 });
    await settle(page);
    await takePicture(page, `${name}-zoomed`);
    expect({ zoomed: (await measurePage(page)).overflow }).toEqual({ zoomed: 0 });
    for (const look of looks) {
      expect({ [look.scheme]: found[look.scheme] }).toEqual({
        [look.scheme]: { faults: [], smallest: expect.any(Number), overflow: 0, english: [] },
      });
      expect((found[look.scheme] as { smallest: number }).smallest).toBeGreaterThanOrEqual(12);
    }
    expect(said).toEqual([]);
    free = page;
    done = step;
  });

  describe('files from outside are read in a worker', () => {
    type Result = { name: string; kind: string; said: string };

    async function readIn(page: Page, files: readonly (readonly [string, Uint8Array])[], isFaulty: boolean): Promise<readonly Result[]> {
      const given = files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const);
      return page.evaluate(
        async ([all, faulty]) => {
          const { readFiles } = window as unknown as {
            readFiles: (files: File[], options: object, isFaulty: boolean) => Promise<{ name: string; result: { kind: string; sentence?: string; content?: { sheets: { name: string }[] } } }[]>;
          };
          const chosen = all.map(([name, text]) => new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], name));
          const read = await readFiles(chosen, { timeLimitSeconds: 4 }, faulty);
          return read.map(({ name, result }) => ({ name, kind: result.kind, said: result.sentence ?? result.content?.sheets.map((sheet) => sheet.name).join() ?? '' }));
        },
        [given, isFaulty] as const,
      );
    }

    test('good ones are opened, others end in a sentence, and one that hangs or dies stops none of the rest', async () => {
      const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
      await generateWorkbook(port, { plan: builtInPlan, scope: { kind: 'unit', unit: 'qinshui' }, asOf: 45285 }, surroundings);
      const good = await writeWorkbook(port.model());
      const page = await openScene('start', looks[0]);
      const plain = await readIn(page, [['沁水县.xlsx', good], ['名单.csv', Buffer.from('序号,名称')], ['半个.xlsx', good.slice(0, 4_000)]], false);
      expect(plain).toEqual([
        { name: '沁水县.xlsx', kind: 'content', said: expect.stringContaining('5 未开工项目') },
        { name: '名单.csv', kind: 'refused', said: expect.stringMatching(/^文件“名单\.csv”是纯文本/) },
        { name: '半个.xlsx', kind: 'refused', said: expect.stringMatching(/^文件“半个\.xlsx”已损坏/) },
      ]);
      const faulty = await readIn(page, [['挂起.xlsx', good], ['崩溃.xlsx', good], ['沁水县.xlsx', good]], true);
      expect(faulty).toEqual([
        { name: '挂起.xlsx', kind: 'refused', said: expect.stringContaining('读了 4 秒还没有读完') },
        { name: '崩溃.xlsx', kind: 'refused', said: expect.stringContaining('读取时出错中断') },
        { name: '沁水县.xlsx', kind: 'content', said: expect.stringContaining('5 未开工项目') },
      ]);
      free = page;
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
    free = page;
  });
});

/** What axe-core is asked in a look: everything in the narrowest one; of the others only what colours can change. */
const questions: Readonly<Record<Look['scheme'], RunOptions | null>> = {
  light: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { runOnly: ['color-contrast'] },
  // Colours are the system's own.
  forced: null,
};

/** A tab of that name, or else the first text that holds it. */
async function clickOn(page: Page, text: string): Promise<void> {
  const tab = page.getByRole('tab', { name: text, exact: true }).filter({ visible: true });
  const any = page.getByText(text).filter({ visible: true });
  await tab.or(any).first().waitFor();
  await ((await tab.count()) > 0 ? tab : any).first().click();
}

async function takePicture(page: Page, name: string): Promise<void> {
  if (pictures !== null) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Waits until what follows a change of size or colours is drawn, and what moves has come to rest. */
function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const drawn = (): Promise<unknown> => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    await drawn();
    const ends = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map((each) => each.finished));
    await drawn();
  });
}

/** What axe-core finds. */
async function findFaults(page: Page, { scheme }: Look): Promise<string[]> {
  const options = questions[scheme];
  if (options === null) return [];
  // The component library puts hidden stops around its tab lists, which pass the focus on and are never rested on.
  const context = { exclude: ['[data-tabster-dummy]'] };
  const { violations } = await page.evaluate(
    ([where, how]) => (window as unknown as { axe: { run: (...given: object[]) => Promise<AxeResults> } }).axe.run(where, how),
    // Of what passes, nobody reads where it is.
    [context, { ...options, resultTypes: ['violations'] as const, selectors: false, preload: false }] as const,
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
      if (!element || !node.nodeValue?.trim() || element.closest('script, style, code, textarea[readonly]')) continue;
      smallest = Math.min(smallest, parseFloat(getComputedStyle(element).fontSize));
      // A report for the office's IT, in a box of its own, may name what Microsoft names. A batch is told by the last letters of its number.
      english.push(...(node.nodeValue.replace(/批次 \w{6}/, '').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !['Excel', 'Microsoft', 'Office', 'WPS', 'xls', 'xlsx', 'csv', 'txt', 'et'].includes(word)));
    }
    const wide = [...document.querySelectorAll('body *')].map((element) => element.getBoundingClientRect().right - window.innerWidth);
    return { smallest, overflow: Math.max(0, ...wide.map(Math.ceil)), english };
  });
}
