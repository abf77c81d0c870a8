import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { describeWith } from '../require-tool';
import { gridModel } from './grid-model';
import { ExcelPage, startBrowser } from './open-page';
import { startSite, type Site } from './serve';

jest.setTimeout(180_000);

describeWith('chromium', 'the grid in a browser', (path) => {
  let site: Site;
  let browser: Browser;
  let excel: ExcelPage;
  let bytes: Uint8Array;

  let opened = 0;

  /** What the page calls the workbook that a test begins with. */
  const fileName = (): string => `清单${opened}.xlsx`;

  beforeAll(async () => {
    bytes = await writeWorkbook(gridModel);
    [site, browser] = await Promise.all([startSite(), startBrowser(path)]);
    excel = await ExcelPage.open(browser, site.url, { withoutPane: true });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    opened += 1;
    await excel.openInstead(fileName(), bytes);
    await excel.page.locator('.tab', { hasText: '5 未开工项目' }).waitFor();
  });
  afterEach(() => expect(excel.errors.splice(0)).toEqual([]));

  test('shows the sheet as it is: tabs, title, formats, marks; hidden sheets have no tab', async () => {
    await excel.takePicture('grid-sheet');
    expect(await excel.page.locator('.tab').allTextContents()).toEqual(['5 未开工项目', '空表']);
    expect(await excel.textAt(2, 1)).toBe('晋城市2023年未开工项目清单');
    expect(await excel.textAt(6, 5)).toBe('1,000.00');
    expect(await excel.textAt(6, 6)).toBe('2023-11-05');
    const marked = await excel.page
      .locator('.pane [aria-rowindex="9"] > [aria-colindex="5"]')
      .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    expect(marked).toBe('rgb(255, 199, 206)');
  });

  test('Chinese typed through an input method arrives whole', async () => {
    await excel.goTo('B7');
    await excel.compose('jincheng', '晋城');
    await excel.compose('gaotie', '高铁枢纽');
    await excel.takePicture('grid-composing');
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(7, 2)).toBe('晋城高铁枢纽');
    expect(await excel.page.locator('.name-box').inputValue()).toBe('B8');
  });

  test('a block pasted from elsewhere, with a cell of two lines, and taken back', async () => {
    await excel.goTo('B7');
    await excel.paste('甲项目\t泽州县\t"第一行\n第二行"\t12\r\n乙项目\t城区\t丙公司\t13.5\r\n');
    expect(await excel.textAt(7, 4)).toBe('第一行\n第二行');
    expect(await excel.textAt(8, 5)).toBe('13.50');
    expect(await excel.page.locator('.name-box').inputValue()).toBe('B7:E8');
    await excel.page.keyboard.press('Control+z');
    expect(await excel.textAt(7, 2)).toBe('示范项目2');
    await excel.page.keyboard.press('Control+y');
    expect(await excel.textAt(8, 2)).toBe('乙项目');
  });

  test('a copied block keeps formulas and formats; a cut one is gone from where it was', async () => {
    await excel.page.locator('.tab', { hasText: '空表' }).click();
    await excel.goTo('B1');
    await excel.page.keyboard.type('=A1*10');
    await excel.page.keyboard.press('Enter');
    await excel.goTo('B1');
    await excel.page.keyboard.press('Control+c');
    await excel.goTo('B2');
    await excel.page.keyboard.press('Control+v');
    expect(await excel.textAt(2, 2)).toBe('20');
    await excel.page.keyboard.press('Control+x');
    await excel.goTo('D5');
    await excel.page.keyboard.press('Control+v');
    expect(await excel.textAt(2, 2)).toBeNull();
    expect(await excel.textAt(5, 4)).toBe('20');
  });

  test('a dropdown is opened by keys, filtered by typing, and its source stays hidden', async () => {
    await excel.goTo('C7');
    await excel.takePicture('grid-prompt');
    expect(await excel.page.locator('.prompt').textContent()).toContain('请从下拉列表中选择');
    await excel.page.keyboard.press('Alt+ArrowDown');
    await excel.takePicture('grid-dropdown');
    expect(await excel.page.getByRole('option').allTextContents()).toEqual(['城区', '泽州县', '高平市']);
    await excel.page.keyboard.press('ArrowUp');
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(7, 3)).toBe('城区');
    await excel.page.keyboard.press('ArrowDown');
    await excel.compose('ze', '泽');
    expect(await excel.page.getByRole('option').allTextContents()).toEqual(['泽州县']);
    await excel.page.keyboard.press('ArrowDown');
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(8, 3)).toBe('泽州县');
  });

  test('an entry that does not fit is questioned, in a dialog of the page', async () => {
    await excel.goTo('C7');
    await excel.page.keyboard.type('太原');
    await excel.page.keyboard.press('Enter');
    const dialog = excel.page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('县（市、区）有误');
    await excel.takePicture('grid-warning');
    await dialog.getByRole('button', { name: '是' }).click();
    expect(await excel.textAt(7, 3)).toBe('太原');
    await excel.goTo('E7');
    await excel.page.keyboard.type('一千');
    await excel.page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '取消' }).click();
    expect(await excel.textAt(7, 5)).toBe('1,001.00');
  });

  test('a locked cell says that it is protected and stays as it was', async () => {
    await excel.goTo('A1');
    await excel.compose('gai', '改');
    expect(await excel.page.getByRole('dialog').textContent()).toContain('受保护');
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(1, 1)).toBe('附件5');
  });

  test('the merged title crosses the freeze line and scrolls under it', async () => {
    await excel.page.evaluate(() => {
      document.querySelector('.grid-scroll')!.scrollTo(330, 700);
    });
    // Scrolling is answered in the frame after it, and drawn in the next.
    await excel.page.waitForFunction(() => {
      const places = [...document.querySelectorAll('.merged [aria-rowindex="2"] > .cell')].map((cell) => cell.getBoundingClientRect().left);
      return places.length === 2 && Math.abs(places[0]! - places[1]!) === 330;
    });
    await excel.takePicture('grid-frozen');
    const titles = await excel.page
      .locator('.merged [aria-rowindex="2"] > .cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    // One for the frozen columns, which stays, and one for the others, which is 330 pixels further left.
    expect(titles).toHaveLength(2);
    expect(Math.max(...titles) - Math.min(...titles)).toBe(330);
    const rows = await excel.page.locator('.row-headers .header').allTextContents();
    expect(rows).toContain('5');
    expect(rows).not.toContain('7');
  });

  test('a filter leaves what was chosen, and the total follows', async () => {
    await excel.goTo('C6');
    await excel.page.locator('.filter').nth(2).click();
    await excel.page.getByRole('searchbox').fill('城');
    await excel.takePicture('grid-filter');
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(7, 2)).toBeNull();
    expect(await excel.textAt(3, 5)).toBe('20570');
    expect(await excel.textAt(9, 2)).toBe('示范项目4');
  });

  test('rows are inserted by the right button and numbers filled by the handle', async () => {
    await excel.page.locator('.tab', { hasText: '空表' }).click();
    await excel.goTo('A1:A2');
    const handle = (await excel.page.locator('.fill-handle').last().boundingBox())!;
    await excel.page.mouse.move(handle.x + 3, handle.y + 3);
    await excel.page.mouse.down();
    await excel.page.mouse.move(handle.x - 10, handle.y + 55, { steps: 4 });
    await excel.page.mouse.up();
    expect(await excel.textAt(5, 1)).toBe('5');
    await excel.page.locator('.pane [aria-rowindex="2"] > [aria-colindex="1"]').first().click({ button: 'right' });
    await excel.takePicture('grid-menu');
    await excel.page.getByRole('menuitem', { name: /插入/ }).first().click();
    expect(await excel.textAt(10, 1)).toBe('5');
  });

  test('Ctrl+Enter fills the selection, a formula moving along', async () => {
    await excel.page.locator('.tab', { hasText: '空表' }).click();
    await excel.goTo('B1:B2');
    await excel.page.keyboard.type('=A1*10');
    await excel.page.keyboard.press('Control+Enter');
    expect(await excel.textAt(2, 2)).toBe('20');
    await excel.goTo('C1:D2');
    await excel.page.keyboard.type('85%');
    await excel.page.keyboard.press('Control+Enter');
    expect(await excel.textAt(2, 4)).toBe('85%');
  });

  test('what was saved opens again with everything that was typed', async () => {
    await excel.goTo('B7');
    await excel.page.keyboard.type('改过的项目');
    await excel.page.keyboard.press('Enter');
    expect(await excel.page.locator('.document').textContent()).toBe(`${fileName()}（未保存）`);
    const [download] = await Promise.all([excel.page.waitForEvent('download'), excel.page.keyboard.press('Control+s')]);
    expect(download.suggestedFilename()).toBe(fileName());
    const saved = await readFile(await download.path());
    await excel.openFile('又一次.xlsx', saved);
    await excel.page.locator('.document', { hasText: '又一次.xlsx' }).waitFor();
    expect(await excel.textAt(7, 2)).toBe('改过的项目');
  });

  test('a file with a chart opens, and the user is told that saving would lose it', async () => {
    const parts = unzipSync(bytes);
    parts['xl/charts/chart1.xml'] = strToU8('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>');
    await excel.openFile('图表.xlsx', zipSync(parts));
    const dialog = excel.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(/“图表\.xlsx”中有图表.*丢失/);
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(6, 2)).toBe('示范项目1');
  });

  test('a file that is no workbook is refused in a sentence, and the workbook stays', async () => {
    await excel.openFile('说明.xlsx', Buffer.from('这不是工作簿'));
    const dialog = excel.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('当前工作簿没有改动');
    await excel.page.keyboard.press('Enter');
    expect(await excel.textAt(6, 2)).toBe('示范项目1');
  });

  test('a screen reader finds its way', async () => {
    await excel.goTo('C7');
    expect(await excel.page.locator('[aria-live=polite]').last().textContent()).toBe('C7 泽州县');
    await excel.page.evaluate(axe.source);
    const found = await excel.page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(document, { iframes: false });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
  });

  test('only what is seen is in the page', async () => {
    expect(await excel.page.locator('.cell').count()).toBeLessThan(700);
    const grid = excel.page.getByRole('grid');
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100);
    expect(await excel.page.getByRole('tab', { selected: true }).textContent()).toBe('5 未开工项目');
  });
});
