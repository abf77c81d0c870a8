import type { CarryRequest } from '../../job/carry-in';
import type { MoveRequest } from '../../job/move-project';
import type { CheckReport } from '../../job/report';
import type { Notice } from './state';
import type { Store } from './store';
import type { TaskRun } from './task-run';

/** 流转 and 自动带入. */
export interface MoveCommands {
  /** 流转: moves projects on, by the report in which the user saw them. */
  readonly moveOn: (seen: CheckReport, requests: readonly MoveRequest[]) => Promise<void>;
  /** 自动带入: fills empty cells with what other lists say of the project. */
  readonly carryIn: (seen: CheckReport, requests: readonly CarryRequest[]) => Promise<void>;
  /** 撤销 of the last 流转 or 自动带入. */
  readonly takeBack: () => Promise<void>;
  /** 不用: what is offered for a row is not offered there again. */
  readonly declineCarry: (id: string) => void;
}

export function createMoveCommands(
  store: Store,
  { run, options }: TaskRun,
  /** Everything is about to be read anew. */
  forgetEdits: () => void,
  takeOver: (report: CheckReport) => void,
  say: (text: string, intent?: Notice['intent']) => void,
): MoveCommands {
  return {
    moveOn: (seen, requests) =>
      run('moveOn', true, async (work) => {
        forgetEdits();
        const result = await work.moveOn(seen, requests, options);
        takeOver(result.report);
        if (result.count > 0) store.send({ kind: 'moved', moved: { kind: 'move', result } });
        say(work.tellMoved(result), result.count > 0 ? 'success' : 'info');
      }),
    carryIn: (seen, requests) =>
      run('carryIn', true, async (work) => {
        forgetEdits();
        const result = await work.carryIn(seen, requests, options);
        takeOver(result.report);
        store.send({ kind: 'moved', moved: { kind: 'carry', result } });
        say(work.tellCarried(result));
      }),
    takeBack: () =>
      run('takeBack', true, async (work) => {
        const { moved, report } = store.get();
        if (moved === null || report === null) return;
        forgetEdits();
        takeOver(await (moved.kind === 'move' ? work.undoMove(report, moved.result, options) : work.undoCarry(report, moved.result, options)));
        store.send({ kind: 'moved', moved: null });
        say(work.tellTakenBack());
      }),
    declineCarry: (id) => store.send({ kind: 'declined', id }),
  };
}
