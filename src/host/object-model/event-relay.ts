import { writeAddress } from '../book/address';
import type { BookEvent, Origin } from '../book/event';
import { EVENT, registrationKey, WHOLE_WORKBOOK, type EventNumber } from './event-type';
import type { Session } from './session';

/** Tells the add-in what happens in the book, as far as it asked for it and has its events on. */
export class EventRelay {
  private readonly stop: () => void;

  constructor(private readonly session: Session) {
    this.stop = session.book.subscribe((event) => this.relay(event));
  }

  close(): void {
    this.stop();
  }

  private relay(event: BookEvent): void {
    switch (event.kind) {
      case 'edited':
        this.relayEdit(event);
        return;
      case 'calculated':
        for (const { id } of event.sheets) this.send(EVENT.calculated, id, { worksheetId: id, address: '' });
        return;
      case 'sheetAdded':
        this.send(EVENT.added, null, { worksheetId: event.sheet.id, source: 'Local' });
        return;
      case 'sheetDeleted':
        this.send(EVENT.deleted, null, { worksheetId: event.sheet.id, source: 'Local' });
        return;
      case 'sheetRenamed':
        this.send(EVENT.nameChanged, event.sheet.id, {
          worksheetId: event.sheet.id,
          nameBefore: event.before,
          nameAfter: event.sheet.name,
          source: 'Local',
        });
        return;
      case 'activated':
        if (event.before) this.send(EVENT.deactivated, event.before.id, { worksheetId: event.before.id });
        this.send(EVENT.activated, event.sheet.id, { worksheetId: event.sheet.id });
        return;
      case 'selected':
        this.send(EVENT.selectionChanged, event.sheet.id, {
          worksheetId: event.sheet.id,
          workbookId: '',
          address: writeAddress(event.area),
        });
        return;
      default:
        return;
    }
  }

  private relayEdit({ sheet, area, change, origin }: Extract<BookEvent, { kind: 'edited' }>): void {
    const shift = SHIFTS[change];
    if (shift) {
      const size = shift.axis === 'row' ? area.rows : area.columns;
      this.session.follow(sheet, { axis: shift.axis, at: shift.axis === 'row' ? area.row : area.column, count: shift.sign * size });
    }
    this.send(EVENT.changed, sheet.id, {
      worksheetId: sheet.id,
      address: writeAddress(area),
      changeType: change,
      source: origin === 'remote' ? 'Remote' : 'Local',
      triggerSource: triggerOf(origin),
    });
  }

  /** To those who asked at the sheet and to those who asked at the workbook. */
  private send(event: EventNumber, sheetId: string | null, detail: Readonly<Record<string, unknown>>): void {
    if (!this.session.enableEvents) return;
    for (const target of sheetId === null ? [WHOLE_WORKBOOK] : [sheetId, WHOLE_WORKBOOK]) {
      if (this.session.registrations.has(registrationKey(event, target))) this.session.send(event, target, detail);
    }
  }
}

const SHIFTS: Readonly<Record<string, { readonly axis: 'row' | 'column'; readonly sign: 1 | -1 } | undefined>> = {
  RowInserted: { axis: 'row', sign: 1 },
  RowDeleted: { axis: 'row', sign: -1 },
  ColumnInserted: { axis: 'column', sign: 1 },
  ColumnDeleted: { axis: 'column', sign: -1 },
};

/** Excel marks what the add-in did itself; the user's doings carry no mark. */
function triggerOf(origin: Origin): string {
  return origin === 'addin' ? 'ThisLocalAddin' : 'Unknown';
}
