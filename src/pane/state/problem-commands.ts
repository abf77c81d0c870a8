import type { ProblemAdvance } from '../../dispatch/problem-advance';
import type { CheckReport } from '../../job/report';
import type { KeepOperation } from './operation';
import type { Notice } from './state';
import type { TaskRun } from './task-run';

/** 问题闭环. */
export interface ProblemCommands {
  /** 推进: moves a problem of list 8 on, by the report in which the user saw it: rows may have moved since. */
  readonly advance: (seen: CheckReport, move: ProblemAdvance) => Promise<void>;
}

export function createProblemCommands(
  { run, options }: TaskRun,
  /** Everything is about to be read anew. */
  forgetEdits: () => void,
  takeOver: (report: CheckReport) => void,
  keep: KeepOperation,
  say: (text: string, intent?: Notice['intent']) => void,
): ProblemCommands {
  return {
    advance: (seen, move) =>
      run('advance', true, async (work) => {
        forgetEdits();
        const report = await work.advance(seen, move, options);
        takeOver(report);
        keep(work, { name: 'advance', result: report, told: work.told.advance(String(seen.entries.lists['8']?.values['projectName']?.[move.row] ?? '')) });
        say(work.tellAdvanced(seen, move));
      }),
  };
}
