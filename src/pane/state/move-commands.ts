import type { CarryRequest } from '../../job/carry-in';
import type { MoveRequest } from '../../job/move-project';
import type { CheckReport } from '../../job/report';
import type { CommandTools } from './command-tools';

/** 流转 and 自动带入. */
export interface MoveCommands {
  /** 流转: moves projects on, by the report in which the user saw them. */
  readonly moveOn: (seen: CheckReport, requests: readonly MoveRequest[]) => Promise<void>;
  /** 自动带入: fills empty cells with what other lists say of the project. */
  readonly carryIn: (seen: CheckReport, requests: readonly CarryRequest[]) => Promise<void>;
  /** 不用: what is offered for a row is not offered there again. */
  readonly declineCarry: (id: string) => void;
}

export function createMoveCommands({ store, tasks: { run, options }, forgetEdits, takeOver, keep, say }: CommandTools): MoveCommands {
  return {
    moveOn: (seen, requests) =>
      run('moveOn', true, async (work) => {
        forgetEdits();
        const result = await work.moveOn(seen, requests, options);
        takeOver(result.report);
        keep(work, { name: 'moveOn', result, told: work.told.move(result.count), place: result.place });
        say(work.tellMoved(result), result.count > 0 ? 'success' : 'info');
      }),
    carryIn: (seen, requests) =>
      run('carryIn', true, async (work) => {
        forgetEdits();
        const result = await work.carryIn(seen, requests, options);
        takeOver(result.report);
        keep(work, { name: 'carryIn', result, told: work.told.carry(result.rows, result.cells) });
        say(work.tellCarried(result));
      }),
    declineCarry: (id) => store.send({ kind: 'declined', id }),
  };
}
