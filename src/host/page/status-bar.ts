import { intersectAreas } from '../../sheet/area';
import type { Area } from '../../sheet/model';
import { formatValue } from '../formula/number-format';
import type { Sheet } from '../book/sheet';
import { makeElement } from './element';

export interface Summary {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** Counts what is selected, cells hidden by a filter left out. */
export function summarise(sheet: Sheet, area: Area): Summary {
  const summary = { count: 0, numbers: 0, sum: 0 };
  const used = area.rows * area.columns > 1 ? sheet.usedArea() : area;
  const shared = used && intersectAreas(used, area);
  if (!shared) return summary;
  for (const [row, cells] of sheet.state.rows) {
    if (row < shared.row || row >= shared.row + shared.rows || sheet.isRowHidden(row)) continue;
    for (const column of cells.keys()) {
      if (column < shared.column || column >= shared.column + shared.columns) continue;
      const value = sheet.valueAt(row, column);
      if (value === null || value === '') continue;
      summary.count += 1;
      if (typeof value !== 'number') continue;
      summary.numbers += 1;
      summary.sum += value;
    }
  }
  return summary;
}

/** The line at the bottom: mode, what the workbook says, average, count and sum of the selection. */
export class StatusBar {
  private readonly mode = makeElement('span', {}, ['就绪']);
  private readonly notice = makeElement('span', { class: 'room', role: 'status' });
  private readonly figures = makeElement('span', { class: 'figures' });
  readonly element = makeElement('footer', { class: 'status-bar' }, [this.mode, this.notice, this.figures]);

  showMode(mode: '就绪' | '输入' | '编辑'): void {
    this.mode.textContent = mode;
  }

  /** A sentence about what was just done; empty takes it away. */
  say(text: string): void {
    this.notice.textContent = text;
  }

  showSelection(sheet: Sheet, area: Area): void {
    const { count, numbers, sum } = summarise(sheet, area);
    // As in Excel, one filled cell has nothing to sum up.
    if (count < 2) {
      this.figures.textContent = '';
      return;
    }
    const show = (value: number): string => formatValue(Number(value.toPrecision(12)), 'General').text;
    this.figures.textContent =
      numbers === 0 ? `计数：${count}` : `平均值：${show(sum / numbers)}　计数：${count}　求和：${show(sum)}`;
  }
}
