import type { WorkbookPort } from '../../job/port';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import {
  describeChecked,
  describeFixed,
  describeGenerated,
  describeRecalculated,
  describeRestored,
} from '../../text/ui-sentence';
import { describeFailure } from './failure';
import { createDecisionCommands, type DecisionCommands } from './decision-commands';
import { createExchangeCommands, type ExchangeCommands } from './exchange-commands';
import { followEdits } from './follow-edits';
import { createMoveCommands, type MoveCommands } from './move-commands';
import { createProblemCommands, type ProblemCommands } from './problem-commands';
import { createRankingCommands, type RankingCommands } from './ranking-commands';
import { isWhole, type Freshness, type Notice, type ViewName } from './state';
import type { Store } from './store';
import { createTaskRun } from './task-run';
import { createTogetherCommands, type TogetherCommands } from './together-commands';
import type { GenerateChoice, Work } from './work';

/** What the user can ask for. Nothing here rejects: what goes wrong is said in the pane. */
export interface Commands extends DecisionCommands, TogetherCommands, ExchangeCommands, ProblemCommands, MoveCommands, RankingCommands {
  /** Looks at the open workbook, judges it without writing, and follows its edits from then on. */
  readonly open: () => Promise<void>;
  readonly generate: (choice: GenerateChoice) => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly check: () => Promise<void>;
  readonly recalculate: () => Promise<void>;
  readonly fix: (issues: readonly Issue[]) => Promise<void>;
  readonly changeAsOf: (asOf: number) => Promise<void>;
  /** Selects the cell that an issue is about. */
  readonly show: (issue: Issue) => Promise<void>;
  /** Selects a cell (0-based) of a sheet. */
  readonly goTo: (sheet: string, row: number, column: number) => Promise<void>;
  readonly view: (view: ViewName) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Work is loaded once, at the first command; the port is the workbook it is bound to. */
export function createCommands(store: Store, port: WorkbookPort, loadWork: () => Promise<Work>): Commands {
  let isFollowing = false;
  let loading: Promise<Work> | null = null;

  const load = async (): Promise<Work> => {
    loading ??= loadWork();
    try {
      const work = await loading;
      store.send({ kind: 'loaded', plan: work.plan });
      return work;
    } catch (cause) {
      loading = null;
      throw cause;
    }
  };
  const edits = followEdits(store, port, load);
  const tasks = createTaskRun(store, load, edits.wake);
  const { run, options } = tasks;
  const report = (judged: CheckReport, freshness: Freshness): void => store.send({ kind: 'reported', report: judged, freshness });
  /** The report that is shown, before a job that reads everything anew. */
  const takeSeen = (): CheckReport | null => {
    edits.forget();
    return store.get().report;
  };
  const say = (text: string, intent: Notice['intent'] = 'success'): void =>
    store.send({ kind: 'noticed', notice: { intent, text, retry: null } });

  const inspect = async (work: Work): Promise<boolean> => {
    const workbook = await work.inspect();
    store.send({ kind: 'inspected', workbook });
    return isWhole(workbook);
  };
  const judge = async (work: Work): Promise<void> => {
    edits.forget();
    report(await work.judge(options), 'judged');
  };
  /** Also where laying out broke off: the pane shows what is there now, and offers 恢复. */
  const layAndLook = async <Result>(work: Work, lay: () => Promise<Result>): Promise<Result> => {
    try {
      return await lay();
    } finally {
      tasks.forgetCancel();
      if (await inspect(work)) await judge(work);
    }
  };
  const select = async (sheet: string, row: number, column: number): Promise<void> => {
    try {
      await port.select(sheet, row, column);
    } catch (cause) {
      const retry = (): void => void select(sheet, row, column);
      store.send({ kind: 'noticed', notice: { ...describeFailure(cause, 'show'), retry } });
    }
  };

  return {
    open: () =>
      run('open', false, async (work) => {
        if (!isFollowing) {
          await edits.start();
          isFollowing = true;
        }
        if (await inspect(work)) await judge(work);
      }),
    generate: (choice) =>
      run('generate', true, async (work) => {
        const { sheets, kept } = await layAndLook(work, () => work.generate(choice, options));
        say(describeGenerated(sheets, sumOf(kept)));
      }),
    restore: () =>
      run('restore', true, async (work) => {
        const { kept } = await layAndLook(work, () => work.restore(options));
        say(describeRestored(sumOf(kept)));
      }),
    check: () =>
      run('check', true, async (work) => {
        edits.forget();
        const checked = await work.check(options);
        report(checked, 'checked');
        say(describeChecked(checked.result), checked.result.counts.error === 0 ? 'success' : 'info');
      }),
    recalculate: () =>
      run('recalculate', true, async (work) => {
        await work.recalculate(options);
        say(describeRecalculated());
      }),
    fix: (issues) =>
      run('fix', true, async (work) => {
        const seen = takeSeen();
        if (!seen) return;
        const { applied, skipped, report: judged } = await work.fix(seen, issues, options);
        report(judged, 'checked');
        say(describeFixed(applied.length, skipped.length), skipped.length === 0 ? 'success' : 'info');
      }),
    changeAsOf: (asOf) =>
      run('asOf', false, async (work) => {
        await work.changeAsOf(asOf);
        if (await inspect(work)) await judge(work);
      }),
    async show(issue) {
      const seen = store.get().report;
      if (!seen) return;
      const place = (await load()).placeOf(seen, issue);
      await select(place.sheet, place.row, place.column);
    },
    goTo: select,
    ...createDecisionCommands(tasks, takeSeen, (judged) => report(judged, 'checked'), say),
    ...createProblemCommands(tasks, edits.forget, (judged) => report(judged, 'checked'), say),
    ...createMoveCommands(store, tasks, edits.forget, (judged) => report(judged, 'checked'), say),
    ...createTogetherCommands(store, tasks),
    ...createExchangeCommands(store, tasks, layAndLook, say),
    ...createRankingCommands(store, tasks, say),
    view: (view) => store.send({ kind: 'viewed', view }),
    cancel: tasks.cancel,
    dismiss: () => store.send({ kind: 'noticed', notice: null }),
  };
}

function sumOf(kept: Readonly<Record<string, number>>): number {
  return Object.values(kept).reduce((sum, count) => sum + count, 0);
}
