import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import type { Surroundings } from '../../src/job/clock';
import { createMemoryPort } from '../../src/job/memory-port';
import { splitCityWorkbook } from '../../src/job/split';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { startSite } from '../browser/serve';
import { requireTool } from '../require-tool';
import { edited } from './exchange-race';
import { largeInput, projectLists } from './large-city';
import { LongTasks, type Busy } from './long-task';

/** 8 units × 12,500 rows, spread over the eight lists and ledgers that have a row per project. */
const rowsPerList = Number(process.env['SCALE_ROWS'] ?? 100_000 / projectLists.length);
const badShare = 0.01;
const patience = 1_800_000;
/** Stretches to be measured, by name, all of them where SCALE_ONLY is not given: to look into one of them. */
const only = process.env['SCALE_ONLY']?.split(',');
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const around: Surroundings = { now: () => Date.now(), utcOffsetMinutes: 480, random: () => Math.random(), yieldToScreen: async () => undefined };

/** A city workbook whose eight units' files have been sent, and the paths of these files as they come back, in a folder: where they are measured. */
async function makeMail(folder: string): Promise<{ readonly city: Uint8Array; readonly mail: readonly string[] }> {
  const port = createMemoryPort(buildWorkbook(largeInput(rowsPerList, badShare)));
  if (only?.every((name) => !name.startsWith('汇总'))) return { city: await writeWorkbook(port.model()), mail: [] };
  const { files } = await splitCityWorkbook(port, [plan], null, around);
  const mail: string[] = [];
  for (const { fileName, model } of files) {
    mail.push(join(folder, fileName));
    await writeFile(mail.at(-1)!, await writeWorkbook(edited(model)));
  }
  return { city: await writeWorkbook(port.model()), mail };
}

/**
 * The pane beside the embedded Excel in Chromium. Excel is at localhost and the pane at 127.0.0.1: pages of two sites have a process
 * each, so that the pane's tasks hold nothing of Excel's.
 */
test('the pane with 100,000 rows: its longest tasks', async () => {
  const path = requireTool('chromium');
  if (path === undefined) throw new Error('chromium is not on PATH');
  const folder = await mkdtemp(join(tmpdir(), 'nine-lists-bench-'));
  const { city, mail } = await makeMail(folder);
  const site = await startSite();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--site-per-process'] });
  try {
    const { page, pane } = await openWorkbook(browser, site.url, city);
    const button = (name: string) => pane.getByRole('button', { name, exact: true });
    await button('一键校验').waitFor({ timeout: patience });
    const tasks = await LongTasks.watch(browser, page, pane);
    const time = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      if (only && !only.includes(name)) return;
      await tasks.start(name);
      await work();
      process.stdout.write(`${lineOf(await tasks.stop())}   ${name}\n`);
    };
    process.stdout.write(`\n面板（Chromium），${projectLists.length} 张清单和台账 × ${rowsPerList} 行，${badShare * 100}% 的单元格有错\n${head}\n`);
    await time('一键校验', async () => {
      await button('一键校验').click();
      await pane.getByText(/^上次校验 /).waitFor({ timeout: patience });
      await page.waitForTimeout(2_000);
    });
    await time('打开问题', () => pane.getByRole('tab', { name: /^问题/ }).click());
    await time('打开调度', async () => {
      await pane.getByRole('tab', { name: /^调度/ }).click();
      await page.waitForTimeout(2_000);
    });
    await time('打开流转', async () => {
      await pane.getByRole('tab', { name: /^流转/ }).click();
      await pane.getByText('自动带入', { exact: true }).first().waitFor({ timeout: patience });
      await page.waitForTimeout(2_000);
    });
    await showView(pane, '校验');
    await time('生成（再次编制，放回全部内容）', async () => {
      await button('重新生成').click();
      await button('保留内容并重新生成').click();
      await pane.getByText(/^已生成/).waitFor({ timeout: patience });
      await page.waitForTimeout(2_000);
    });
    if (mail.length === 0) return;
    await showView(pane, '收发');
    await pane.getByRole('tab', { name: '汇总', exact: true }).click();
    await time('汇总预览（读、认、比八个文件）', async () => {
      await pane.setInputFiles('input[type=file]', [...mail]);
      await button('写入当前工作簿').waitFor({ timeout: patience });
      await page.waitForTimeout(2_000);
    });
    await time('汇总', async () => {
      await button('写入当前工作簿').click();
      await pane.getByText(/^汇总完成/).waitFor({ timeout: patience });
      await page.waitForTimeout(2_000);
    });
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 7_200_000);

const head = '最长一步 ms 其中计算  超过 50 ms 超过 100 ms   计算共 ms';

function lineOf({ longest, longestComputed, long, overHundred, computed }: Busy): string {
  return [longest.toFixed(0).padStart(11), longestComputed.toFixed(0).padStart(9), String(long).padStart(12), String(overHundred).padStart(12), computed.toFixed(0).padStart(12)].join('');
}

/** In a narrow pane some views are in the menu beside the others. */
async function showView(pane: Frame, name: string): Promise<void> {
  const tab = pane.getByRole('tab', { name, exact: true });
  if (await tab.isVisible()) return tab.click();
  await pane.getByRole('button', { name: '更多', exact: true }).click();
  await pane.getByRole('menuitem', { name, exact: true }).click();
}

async function openWorkbook(browser: Browser, url: string, bytes: Uint8Array): Promise<{ readonly page: Page; readonly pane: Frame }> {
  // The site's policy allows frames of the site only.
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', bypassCSP: true });
  await context.addInitScript(() => {
    let loads = 0;
    const src = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src')!;
    Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
      ...src,
      set(address: string) {
        // The address ends in a fragment: with nothing new before that, the page would not be loaded again.
        loads += 1;
        src.set!.call(this, address.replace('http://localhost:', 'http://127.0.0.1:').replace('?', `?load=${loads}&`));
      },
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${String(error.stack ?? error)}\n`));
  // Here the library asks whether a page of another site can be trusted.
  const answer = `<script>onmessage = () => parent.postMessage('{"hostUserTrusted":true}', '*')</script>`;
  await page.route('**/AgaveErrorUX/index.html*', (route) => route.fulfill({ contentType: 'text/html', body: answer }));
  await page.goto(url);
  await page.waitForSelector('.grid-window');
  await page.setInputFiles('input[type=file]', { name: '全市.xlsx', mimeType, buffer: Buffer.from(bytes) });
  await page.locator('.tab', { hasText: '汇总' }).waitFor({ timeout: patience });
  const pane = await (await page.waitForSelector('iframe')).contentFrame();
  if (!pane) throw new Error('no pane');
  return { page, pane };
}
