import type { Area } from '../../sheet/model';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import type { Settings } from '../protocol/settings';
import { shiftArea, type Shift } from '../book/edit/shift-area';

/** A range as the add-in holds it. */
export interface RangeRef {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** What lasts between the batches of one add-in. */
export class Session {
  /** False while the add-in has switched its events off (runtime.enableEvents). */
  enableEvents = true;
  /** Events asked for, as "type target": the target is a sheet's or table's id, or empty for the workbook. */
  readonly registrations = new Set<string>();
  private readonly references = new Map<string, RangeRef>();
  private lastReference = 0;

  constructor(
    readonly book: Book,
    readonly settings: Settings,
    /** Sends an event to the add-in at once. */
    readonly send: (type: number, targetId: string, detail: Readonly<Record<string, unknown>>) => void,
    /** Opens a file (base64) as a second workbook; null where the page cannot. */
    readonly openWorkbook: ((base64: string) => void) | null,
  ) {}

  /** Keeps a range beyond its batch. */
  keep(range: RangeRef): string {
    const id = `range${++this.lastReference}`;
    this.references.set(id, range);
    return id;
  }

  kept(id: string): RangeRef | null {
    return this.references.get(id) ?? null;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  releaseAll(): void {
    this.references.clear();
  }

  get keptCount(): number {
    return this.references.size;
  }

  /** Kept ranges follow rows and columns; one whose cells are deleted is gone. */
  follow(sheet: Sheet, shift: Shift): void {
    for (const [id, range] of this.references) {
      if (range.sheet !== sheet) continue;
      const area = shiftArea(range.area, shift);
      if (area) this.references.set(id, { sheet, area });
      else this.references.delete(id);
    }
  }
}
