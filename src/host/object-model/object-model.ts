import type { Book } from '../book/book';
import type { Settings } from '../protocol/settings';
import type { Batch, BatchAnswer } from './batch';
import { BatchRun } from './batch-run';
import { EventRelay } from './event-relay';
import { objectOf } from './model-class';
import { Session } from './session';
import { wacWorkbookClass } from './wac-workbook';
import { workbookClass } from './workbook';

/** Answers the add-in's batches from a book, and tells it what happens there. */
export class ObjectModel {
  private readonly session: Session;
  private readonly relay: EventRelay;

  constructor(
    private readonly book: Book,
    settings: Settings,
    send: (type: number, targetId: string, detail: unknown) => void,
    openWorkbook: ((base64: string) => void) | null,
  ) {
    this.session = new Session(book, settings, send, openWorkbook);
    this.relay = new EventRelay(this.session);
  }

  /** Carries a batch out. Each action is all or nothing; the first that fails ends the batch, those before it stand. */
  run(batch: Batch): BatchAnswer {
    if (this.book.isEditing) return refuseWhileEditing();
    return this.book.hold(() => new BatchRun(this.session, batch, objectOf(workbookClass, this.book)).run());
  }

  /** Carries out a batch that is for the program, not for the workbook. */
  runForProgram(batch: Batch): BatchAnswer {
    return new BatchRun(this.session, batch, objectOf(wacWorkbookClass, null)).run();
  }

  close(): void {
    this.relay.close();
  }
}

function refuseWhileEditing(): BatchAnswer {
  return {
    Results: [],
    TraceIds: [],
    Error: {
      Code: 'InvalidOperationInCellEditMode',
      Message: 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
      Location: '',
      ActionIndex: -1,
      HttpStatusCode: 400,
    },
  };
}
