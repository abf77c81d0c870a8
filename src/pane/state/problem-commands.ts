import type { ProblemAdvance } from '../../dispatch/problem-advance';
import type { CheckReport } from '../../job/report';
import type { CommandTools } from './command-tools';

/** 问题闭环. */
export interface ProblemCommands {
  /** 推进: moves a problem of list 8 on, by the report in which the user saw it: rows may have moved since. */
  readonly advance: (seen: CheckReport, move: ProblemAdvance) => Promise<void>;
}

export function createProblemCommands({ tasks: { run, options }, forgetEdits, takeOver, keep, say }: CommandTools): ProblemCommands {
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
