import { readFile } from 'node:fs/promises';
import type { FileChooser, Frame, Locator } from 'playwright-core';
import { createMemoryPort } from '../../src/job/memory-port';
import { openFile } from '../../src/xlsx/file-port';
import { rowOf, type } from '../job/exchange-office';
import type { ExcelPage } from './open-page';

type Role = Parameters<Frame['getByRole']>[0];

/** 收发 as somebody without a mouse goes through it: Tab, arrows, Enter and space. */
export class ExchangeWalk {
  constructor(
    private readonly excel: ExcelPage,
    private readonly pane: Frame,
  ) {}

  /** Sends one unit its file and gives it as the browser saved it. */
  async sendTo(unit: string): Promise<Uint8Array> {
    await this.openView('收发');
    await this.tabTo('checkbox', /^全部单位/);
    await this.press('Space');
    await this.tabTo('checkbox', unit);
    await this.press('Space');
    await this.tabTo('button', '生成各单位文件');
    await this.press('Enter');
    await this.pane.getByRole('button', { name: /^保存 / }).waitFor();
    await this.tabTo('button', /^保存 /);
    const [download] = await Promise.all([this.excel.page.waitForEvent('download'), this.press('Enter')]);
    return readFile(await download.path());
  }

  /** Chooses a returned file under 汇总, takes the unit's value in its one conflict, and writes. */
  async merge(name: string, bytes: Uint8Array): Promise<void> {
    await this.openPart('汇总');
    await this.tabTo('button', '选择文件');
    const chooser = await this.openChooser();
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await this.pane.getByText('1 处冲突，还有 1 处没有选择；没有选择的保留市级的内容').waitFor();
    await this.tabTo('radio', '暂不选择');
    await this.press('ArrowUp');
    await this.pane.getByText('1 处冲突，已全部选择').waitFor();
    await this.tabTo('button', '写入当前工作簿');
    await this.press('Enter');
    const undo = this.pane.getByRole('button', { name: '撤销本次汇总' });
    await undo.waitFor();
    // What was pressed is gone; the focus is on what can be done next.
    await this.pane.waitForFunction((element) => element === document.activeElement, await undo.elementHandle());
  }

  async takeBack(): Promise<void> {
    await this.tabTo('button', '撤销本次汇总');
    await this.press('Enter');
    await this.pane.getByRole('button', { name: '撤销本次汇总' }).waitFor({ state: 'detached' });
  }

  /** Pressed again where the page asks for no file: the pane may have begun to check what was typed before. */
  private async openChooser(): Promise<FileChooser> {
    const chooser = this.excel.page.waitForEvent('filechooser');
    await this.pane.evaluate(() =>
      document.addEventListener('click', ({ target }) => target instanceof HTMLInputElement && target.type === 'file' && document.body.setAttribute('data-asked', ''), { capture: true }),
    );
    const button = await this.pane.getByRole('button', { name: '选择文件', exact: true }).elementHandle();
    for (let presses = 0; presses < 20; presses += 1) {
      await this.pane.waitForFunction((element) => element?.getAttribute('aria-disabled') !== 'true', button);
      // The key is through once the page has done what it does at it.
      await this.press('Enter');
      if (await this.pane.evaluate(() => document.body.hasAttribute('data-asked'))) return chooser;
    }
    throw new Error('no file can be chosen');
  }

  private async openView(name: string): Promise<void> {
    const bar = await this.enterPane();
    const tab = bar.getByRole('tab', { name, exact: true });
    if (await tab.isVisible()) await this.goTo(tab, 'ArrowRight');
    else {
      await this.goTo(bar.getByRole('button'), 'Tab');
      await this.press('Enter');
      await this.goTo(this.pane.getByRole('menuitem', { name, exact: true }), 'ArrowDown');
    }
    await this.press('Enter');
    await this.pane.getByRole('heading', { name, exact: true }).waitFor();
  }

  /** As F6 does in Excel. */
  private async enterPane(): Promise<Locator> {
    const bar = this.pane.getByRole('navigation');
    await bar.getByRole('tab', { selected: true }).focus();
    return bar;
  }

  private async openPart(name: string): Promise<void> {
    await this.enterPane();
    await this.goTo(this.pane.getByRole('tab', { name: '分发', exact: true }), 'Tab');
    await this.goTo(this.pane.getByRole('tab', { name, exact: true }), 'ArrowRight');
    await this.press('Enter');
  }

  private tabTo(role: Role, name: string | RegExp): Promise<void> {
    return this.goTo(this.pane.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }), 'Tab');
  }

  /** Presses the key until the element has the focus, and waits until it can be used: a check may be running. */
  private async goTo(target: Locator, key: string): Promise<void> {
    await target.first().waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.first().evaluate((element) => element === element.ownerDocument.activeElement)) {
        await this.pane.waitForFunction((element) => element?.getAttribute('aria-disabled') !== 'true', await target.first().elementHandle());
        return;
      }
      await this.press(key);
    }
    throw new Error(`${key} does not lead to ${String(target)}`);
  }

  private press(key: string): Promise<void> {
    return this.excel.page.keyboard.press(key);
  }
}

/** The unit's file with a cell of list 5 typed in, as it comes back. */
export async function filledIn(bytes: Uint8Array, project: string, cells: Parameters<typeof type>[3]): Promise<Uint8Array> {
  const port = await openFile(bytes, createMemoryPort);
  await type(port, '5', await rowOf(port, '5', project), cells);
  return port.save();
}
