import { HostError } from '../../job/port';
import type { CheckReport } from '../../job/report';
import { describeRepaired } from '../../text/repair';
import type { CommandTools } from './command-tools';
import { describeFailure } from './failure';

/** What a workbook has lost of how it is laid out, and 修复表格. */
export interface StructureCommands {
  /** Looks once for each report, while nothing else is done. Reads only. */
  readonly lookAtStructure: () => Promise<void>;
  readonly repair: () => Promise<void>;
  /** Lays a workbook of an earlier version out as workbooks are laid out now. */
  readonly upgrade: () => Promise<void>;
}

export function createStructureCommands({ store, tasks: { run, options }, load, forgetEdits, say }: CommandTools): StructureCommands {
  let lookedAt: CheckReport | null = null;

  const look = async (): Promise<void> => {
    const { report, task } = store.get();
    if (report === null || task !== null || report === lookedAt) return;
    lookedAt = report;
    try {
      const losses = await (await load()).findLosses(report);
      // A repair that began meanwhile knows better.
      if (lookedAt === report) store.send({ kind: 'lost', losses: losses ?? [] });
    } catch (cause) {
      if (lookedAt === report) lookedAt = null;
      // The user is typing: there will be another report.
      if (cause instanceof HostError && (cause.fault === 'editMode' || cause.fault === 'busy')) return;
      const retry = (): void => {
        store.send({ kind: 'noticed', notice: null });
        void look();
      };
      store.send({ kind: 'noticed', notice: { ...describeFailure(cause, 'structure'), retry } });
    }
  };

  return {
    lookAtStructure: look,
    repair: () =>
      run('repair', true, async (work) => {
        forgetEdits();
        const { restored, left, report } = await work.repair(options);
        lookedAt = report;
        store.send({ kind: 'reported', report, freshness: 'checked' });
        store.send({ kind: 'lost', losses: left });
        say(describeRepaired(restored, left), left.length === 0 ? 'success' : 'warning');
      }),
    upgrade: () =>
      run('upgrade', true, async (work) => {
        const seen = store.get().report;
        if (seen === null) return;
        forgetEdits();
        const result = await work.upgrade(seen, options);
        store.send({ kind: 'reported', report: result.report, freshness: 'checked' });
        say(work.tellUpgraded(result));
      }),
  };
}
