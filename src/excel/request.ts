import { formatArea } from '../sheet/address';
import type { Area } from '../sheet/model';
import { HostError, type JobOptions } from '../job/port';
import { awaitAnswer } from './answer';
import { toHostError } from './fault';

/** Times that a request refused in cell edit mode is sent, and the pause between: some two seconds in all. */
const EDIT_MODE_ATTEMPTS = 4;
const EDIT_MODE_PAUSE = 700;

/**
 * What one request to Excel is put together on. Sheets and ranges are looked up once per request and shared,
 * since each look-up costs some 200 bytes.
 */
export class Desk {
  private readonly sheets = new Map<string, Excel.Worksheet>();
  private readonly ranges = new Map<string, Excel.Range>();

  constructor(readonly context: Excel.RequestContext) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  sheet(name: string): Excel.Worksheet {
    const known = this.sheets.get(name);
    if (known) return known;
    const sheet = this.workbook.worksheets.getItem(name);
    this.sheets.set(name, sheet);
    return sheet;
  }

  range(sheet: string, area: Area): Excel.Range {
    const address = formatArea(area);
    const key = `${sheet}!${address}`;
    const known = this.ranges.get(key);
    if (known) return known;
    const range = this.sheet(sheet).getRange(address);
    this.ranges.set(key, range);
    return range;
  }

  table(name: string): Excel.Table {
    return this.workbook.tables.getItem(name);
  }
}

/**
 * One round trip: puts the request together, sends it, and gives back what `prepare` returned, its loaded
 * properties now filled in. Objects of one request are not used in another. Excel refuses a request as a whole
 * while the user edits a cell, so it can be sent again; other failures are thrown at once, as HostError, and
 * unanswered where no answer comes: `onWaiting` is told of a long wait before that.
 *
 * A context of its own instead of Excel.run: that tracks every range and sends a second request to let go of them.
 */
export async function sendRequest<T>(
  prepare: (desk: Desk) => T,
  { onWaiting }: Pick<JobOptions, 'onWaiting'> = {},
  attempts = EDIT_MODE_ATTEMPTS,
): Promise<T> {
  if (typeof Excel === 'undefined') throw new HostError('unavailable', 'Excel is not there');
  for (let attempt = 1; ; attempt += 1) {
    try {
      const context = new Excel.RequestContext();
      const result = prepare(new Desk(context));
      await awaitAnswer(context.sync(), onWaiting);
      return result;
    } catch (cause) {
      const error = toHostError(cause);
      if (error.fault !== 'editMode' || attempt >= attempts) throw error;
      await pause(EDIT_MODE_PAUSE);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
