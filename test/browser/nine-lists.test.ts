import { readFile } from 'node:fs/promises';
import type { Browser, Frame, Locator } from 'playwright-core';
import { describeWith } from '../require-tool';
import { ExcelPage, startBrowser } from './open-page';
import { startSite, type Site } from './serve';
import { ExchangeWalk, filledIn } from './walk-exchange';

jest.setTimeout(240_000);

/** The row of list 5 under the projects that the notice names (1-based). */
const freeRow = 22;

describeWith('chromium', 'the main job in a browser, from 生成 to the saved file', (path) => {
  let site: Site;
  let browser: Browser;
  let excel: ExcelPage;
  let pane: Frame;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser(path)]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    excel = await ExcelPage.open(browser, site.url);
    pane = await paneOf(excel);
  });
  afterEach(async () => {
    expect(excel.errors).toEqual([]);
    await excel.close();
  });

  const button = (name: string): Locator => pane.getByRole('button', { name, exact: true });
  const tab = (name: string): Locator => excel.page.locator('.tab', { hasText: name });

  async function generate(): Promise<void> {
    await button('生成').click();
    await tab('5 未开工项目').waitFor();
    await button('一键校验').waitFor();
  }

  async function check(): Promise<void> {
    await button('一键校验').click();
    await pane.getByText(/^上次校验 /).waitFor();
    await until(() => button('一键校验').isEnabled(), true);
  }

  /** Types into a cell and keeps the entry where the input check asks. */
  async function type(address: string, text: string): Promise<void> {
    await excel.goTo(address);
    await excel.page.keyboard.type(text);
    await excel.page.keyboard.press('Enter');
    const keep = excel.page.locator('dialog').getByRole('button', { name: '是', exact: true });
    if (await keep.isVisible()) await keep.click();
  }

  test('an untouched workbook has no error, and says that it waits', async () => {
    await generate();
    await check();
    await pane.getByText('没有错误，等待填写', { exact: true }).waitFor();
    await excel.takePicture('untouched');
  });

  test('a wrong unit and a text amount are found, led to, mended and gone; the saved file says the same', async () => {
    await generate();
    await tab('5 未开工项目').click();
    await type(`B${freeRow}`, '试填的项目');
    await type(`C${freeRow}`, '沁水');
    await type(`I${freeRow}`, '2000万');
    await until(() => excel.textAt(freeRow, 1), '16');
    await check();
    const before = await sentencesOf();
    expect(before.filter((sentence) => sentence.includes('“沁水”'))).toHaveLength(1);
    expect(before.filter((sentence) => sentence.includes('“2000万”'))).toHaveLength(1);
    await excel.takePicture('wrong-entries');

    await pane.getByRole('button', { name: /^错误 \d/ }).click();
    await issueOf(/填写为“沁水”/).getByRole('button').first().click();
    await until(() => excel.page.locator('.name-box').inputValue(), `C${freeRow}`);
    await fixOf(/填写为“沁水”/).click();
    await until(() => excel.textAt(freeRow, 3), '沁水县');
    await fixOf(/填写为“2000万”/).click();
    // What is typed into the name box while cells are written can be lost.
    await issueOf(/填写为“2000万”/).first().waitFor({ state: 'detached' });
    await excel.goTo(`I${freeRow}`);
    await until(() => excel.textAt(freeRow, 9), '2,000.00');
    await check();
    await pane.getByRole('button', { name: /^错误 \d/ }).click();
    const after = await sentencesOf();
    expect(after.filter((sentence) => !before.includes(sentence))).toEqual([]);
    expect(before.filter((sentence) => !after.includes(sentence))).toHaveLength(2);

    const [download] = await Promise.all([
      excel.page.waitForEvent('download'),
      excel.page.getByRole('button', { name: '保存', exact: true }).click(),
    ]);
    const bytes = await readFile(await download.path());
    await excel.close();
    excel = await ExcelPage.open(browser, site.url);
    await excel.openFile('清单.xlsx', bytes);
    await tab('5 未开工项目').waitFor();
    pane = await paneOf(excel);
    await check();
    expect(await sentencesOf()).toEqual(after);
  });

  test('the sample with mistakes, as the README shows it', async () => {
    await pane.getByLabel('统计截止日').fill('2023-12-25');
    await pane.getByLabel('示例数据').selectOption('填入带错误的示例数据');
    await generate();
    await tab('汇总').click();
    await excel.goTo('A1');
    await excel.takePicture('screenshot-sheet');
    await check();
    await pane.getByRole('tab', { name: /^问题/ }).click();
    await pane.getByRole('button', { name: /^错误 \d/ }).click();
    await issueOf(/填写为“2023\.12\.5”/).getByRole('button').first().click();
    await until(async () => (await excel.page.locator('.name-box').inputValue()).replace(/\d+/, ''), 'Q');
    await excel.takePicture('screenshot-check');

    // Excel's own library hears Esc as well, and would take the focus to the first tab.
    const opener = pane.getByRole('button', { name: /^全部修正/ });
    await opener.click();
    await pane.getByRole('dialog').waitFor();
    await excel.page.keyboard.press('Escape');
    await pane.getByRole('dialog').waitFor({ state: 'detached' });
    await until(() => opener.evaluate((element) => element === document.activeElement), true);

    // With nothing to close it leads to the cells, as in Excel on the web, and Ctrl+F6 back to the pane.
    const isInCells = (): Promise<boolean> => excel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') === '单元格');
    await excel.page.keyboard.press('Escape');
    await until(isInCells, true);
    await excel.page.keyboard.press('Control+F6');
    await until(() => pane.getByRole('tab', { name: '校验', exact: true }).evaluate((element) => element === document.activeElement), true);
    expect(await isInCells()).toBe(false);
  });

  test('收发 from 分发 to 撤销本次汇总 by the keyboard alone', async () => {
    await generate();
    await tab('5 未开工项目').click();
    await type(`B${freeRow}`, '试填的项目');
    await type(`C${freeRow}`, '泽州县');
    await type(`I${freeRow}`, '2000');
    await check();
    const walk = new ExchangeWalk(excel, pane);
    const sent = await walk.sendTo('泽州县');
    await type(`I${freeRow}`, '3000');
    await walk.merge('泽州县.xlsx', await filledIn(sent, '试填的项目', { totalInvestment: 4_000 }));
    await until(() => excel.textAt(freeRow, 9), '4,000.00');
    await walk.takeBack();
    await until(() => excel.textAt(freeRow, 9), '3,000.00');
  });

  test('typing recomputes totals in the sheet', async () => {
    await generate();
    await tab('1 投资目标任务').click();
    await type('C8', '13.5');
    await type('D8', '14.25');
    await until(() => excel.textAt(8, 6), '27.75');
    await until(() => excel.textAt(8, 7), '67.85%');
    await tab('汇总').click();
    await until(() => excel.textAt(7, 2), '67.85%');
  });

  /** Every issue that the list shows, however far one has to scroll for it. */
  async function sentencesOf(): Promise<string[]> {
    await pane.getByRole('tab', { name: /^问题/ }).click();
    const items = pane.getByRole('listitem');
    await items.first().waitFor();
    const [total, ...all] = await items.first().evaluate(async (first) => {
      const seen = new Map<string, string>();
      const total = Number(first.getAttribute('aria-setsize'));
      const list = first.parentElement!;
      for (const end = Date.now() + 60_000; Date.now() < end; ) {
        const drawn = [...list.querySelectorAll<HTMLElement>('[aria-posinset]')];
        for (const item of drawn) seen.set(item.getAttribute('aria-posinset')!, item.querySelector<HTMLElement>('button, [role=button]')!.innerText);
        if (seen.size === total) break;
        drawn.at(-1)?.scrollIntoView({ block: 'nearest' });
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      }
      return [total, ...seen.values()] as const;
    });
    expect(all).toHaveLength(total);
    return all.sort();
  }

  function issueOf(sentence: RegExp): Locator {
    return pane.getByRole('listitem').filter({ hasText: sentence });
  }

  function fixOf(sentence: RegExp): Locator {
    return issueOf(sentence).getByRole('button', { name: '修正', exact: true });
  }
});

/** Waits until the page says what is expected, at most a minute. */
async function until<T>(ask: () => T | Promise<T>, expected: T): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    if ((await ask()) === expected) return;
  }
  expect(await ask()).toBe(expected);
}

async function paneOf(excel: ExcelPage): Promise<Frame> {
  await until(() => excel.page.frames().some((frame) => frame.url().includes('taskpane.html')), true);
  return excel.page.frames().find((frame) => frame.url().includes('taskpane.html'))!;
}
