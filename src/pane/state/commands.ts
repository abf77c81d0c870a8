import { HostError, type WorkbookPort } from '../../job/port';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import {
  describeAsOfWritten,
  describeBehind,
  describeChecked,
  describeFixed,
  describeGenerated,
  describeRecalculated,
  describeRestored,
  describeUnmarked,
} from '../../text/ui-sentence';
import { describeHostFault } from '../../text/host';
import type { CommandTools } from './command-tools';
import { describeFailure } from './failure';
import { createDecisionCommands, type DecisionCommands } from './decision-commands';
import { createExchangeCommands, type ExchangeCommands } from './exchange-commands';
import { followEdits } from './follow-edits';
import { createMoveCommands, type MoveCommands } from './move-commands';
import { createProblemCommands, type ProblemCommands } from './problem-commands';
import { createRankingCommands, type RankingCommands } from './ranking-commands';
import { lookAgain } from './look-again';
import { isWhole, type Freshness, type Notice, type ViewName } from './state';
import type { Store } from './store';
import { createStructureCommands, type StructureCommands } from './structure-commands';
import { createTaskRun } from './task-run';
import { createTogetherCommands, type TogetherCommands } from './together-commands';
import type { GenerateChoice, Work } from './work';

/** What the user can ask for. Nothing here rejects: what goes wrong is said in the pane. */
export interface Commands extends DecisionCommands, TogetherCommands, ExchangeCommands, ProblemCommands, MoveCommands, RankingCommands, StructureCommands {
  /** Looks at the open workbook, judges it without writing, and follows its edits from then on. */
  readonly open: () => Promise<void>;
  readonly generate: (choice: GenerateChoice) => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly check: () => Promise<void>;
  readonly recalculate: () => Promise<void>;
  readonly fix: (issues: readonly Issue[]) => Promise<void>;
  readonly changeAsOf: (asOf: number) => Promise<void>;
  /** 撤销 of the last operation. */
  readonly takeBack: () => Promise<void>;
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
  const look = async (work: Work): Promise<void> => {
    if (await inspect(work)) await judge(work);
  };
  const tasks = createTaskRun(
    store,
    load,
    (name, cause) =>
      lookAgain(name, cause, async () => {
        tasks.forgetCancel();
        await look(await load());
      }),
    edits.wake,
  );
  const { run, options } = tasks;
  const report = (judged: CheckReport, freshness: Freshness): void => store.send({ kind: 'reported', report: judged, freshness });
  const takeOver = (judged: CheckReport): void => report(judged, 'checked');
  /** What was just written could not be read again: the pane shows an older state. */
  let isBehind = false;
  const say = (text: string, intent: Notice['intent'] = 'success'): void => {
    const notice: Notice = isBehind ? { intent: 'warning', text: `${text}${describeBehind()}`, retry: () => void open() } : { intent, text, retry: null };
    isBehind = false;
    store.send({ kind: 'noticed', notice });
  };

  const inspect = async (work: Work): Promise<boolean> => {
    const workbook = await work.inspect();
    store.send({ kind: 'inspected', workbook });
    return isWhole(workbook);
  };
  const judge = async (work: Work): Promise<void> => {
    edits.forget();
    report(await work.judge(options), 'judged');
  };
  /** Where looking fails, what was done is done all the same: doing it again would do it twice. */
  const lookAfterwards = async (see: () => Promise<unknown>): Promise<void> => {
    tasks.forgetCancel();
    isBehind = false;
    try {
      await see();
    } catch (cause) {
      if (!(cause instanceof HostError)) throw cause;
      isBehind = true;
    }
  };
  const layAndLook = async <Result>(work: Work, lay: () => Promise<Result>): Promise<Result> => {
    const result = await lay();
    await lookAfterwards(() => look(work));
    return result;
  };
  /** Keeps an operation to be taken back. One that changed nothing leaves the one before it. */
  const keep: CommandTools['keep'] = (work, operation) => {
    if (work.canTakeBack(operation.result)) store.send({ kind: 'operated', operation: { place: null, ...operation } });
  };
  const tools: CommandTools = { store, tasks, load, forgetEdits: edits.forget, takeOver, layAndLook, keep, say };
  const select = async (sheet: string, row: number, column: number): Promise<void> => {
    try {
      await port.select(sheet, row, column);
    } catch (cause) {
      const retry = (): void => void select(sheet, row, column);
      store.send({ kind: 'noticed', notice: { ...describeFailure(cause, 'show'), retry } });
    }
  };

  const open = (): Promise<void> =>
    run('open', false, async (work) => {
      if (!isFollowing) {
        await edits.start();
        isFollowing = true;
      }
      await look(work);
    });

  const check = (): Promise<void> =>
    run('check', true, async (work) => {
      edits.forget();
      const checked = await work.check(options);
      report(checked, 'checked');
      say(describeChecked(checked.result), checked.result.counts.error === 0 ? 'success' : 'info');
    });

  return {
    open,
    generate: (choice) =>
      run('generate', true, async (work) => {
        const before = store.get().report?.entries.asOf ?? null;
        const result = await layAndLook(work, () => work.generate(choice, options));
        keep(work, { name: 'generate', result, told: choice.sample === 'none' ? work.told.asOf(before, choice.asOf) : work.told.sample() });
        say(describeGenerated(result.sheets, sumOf(result.kept)));
      }),
    restore: () =>
      run('restore', true, async (work) => {
        const { kept, edited = 0, apart = [] } = await layAndLook(work, () => work.restore(options));
        store.send({ kind: 'operated', operation: null });
        say(describeRestored(sumOf(kept), edited, apart), edited + apart.length === 0 ? 'success' : 'warning');
      }),
    check,
    recalculate: () =>
      run('recalculate', true, async (work) => {
        await work.recalculate(options);
        say(describeRecalculated());
      }),
    fix: (issues) => {
      // 重试 goes by what the user saw at first: the issues are of that report.
      const seen = store.get().report;
      return run('fix', true, async (work) => {
        if (!seen) return;
        edits.forget();
        const result = await work.fix(seen, issues, options);
        const { applied, standing, skipped, unmarked } = result;
        report(result.report, unmarked === null ? 'checked' : 'judged');
        keep(work, { name: 'fix', result, told: work.told.fix(applied.length) });
        const told = describeFixed(applied.length, standing.length, skipped.length);
        if (unmarked === null) say(told, standing.length + skipped.length === 0 ? 'success' : 'info');
        else store.send({ kind: 'noticed', notice: { intent: 'warning', text: `${told}${describeUnmarked()}${describeHostFault(unmarked)}`, retry: () => void check() } });
      });
    },
    changeAsOf: (asOf) =>
      run('asOf', false, async (work) => {
        const result = await work.changeAsOf(asOf, options);
        keep(work, { name: 'asOf', result, told: work.told.asOf(result.from, result.to) });
        await lookAfterwards(() => look(work));
        if (isBehind) say(describeAsOfWritten());
      }),
    takeBack: () =>
      run('takeBack', true, async (work) => {
        const { lastOperation, report: seen } = store.get();
        if (lastOperation === null || seen === null) return;
        edits.forget();
        const { name, result } = lastOperation;
        report(await work.takeBack(seen, result, options), name === 'merge' || name === 'generate' ? 'judged' : 'checked');
        store.send({ kind: 'operated', operation: null });
        if (name === 'merge') await lookAfterwards(() => inspect(work));
        say(work.tellTakenBack(name));
      }),
    async show(issue) {
      const seen = store.get().report;
      if (!seen) return;
      const place = (await load()).placeOf(seen, issue);
      await select(place.sheet, place.row, place.column);
    },
    goTo: select,
    ...createDecisionCommands(tools),
    ...createProblemCommands(tools),
    ...createMoveCommands(tools),
    ...createTogetherCommands(tools),
    ...createExchangeCommands(tools),
    ...createRankingCommands(tools),
    ...createStructureCommands(tools),
    view: (view) => store.send({ kind: 'viewed', view }),
    cancel: tasks.cancel,
    dismiss: () => store.send({ kind: 'noticed', notice: null }),
  };
}

function sumOf(kept: Readonly<Record<string, number>>): number {
  return Object.values(kept).reduce((sum, count) => sum + count, 0);
}
