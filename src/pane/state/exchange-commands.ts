import type { Decisions } from '../../exchange/proposal';
import { describeComparisonLaid, describeIssuedFiles, describeSaved } from '../../text/ui-sentence';
import type { Exchanging } from '../exchange/exchanging';
import { keepDecisions } from '../exchange/keep-decisions';
import type { ShelvedReturn } from '../exchange/returned-file';
import type { ReadOptions } from '../reader/read-files';
import type { CommandTools } from './command-tools';
import type { Work } from './work';

/** 收发: workbooks for the units, and what comes back from them. */
export interface ExchangeCommands {
  /** 分发: makes a workbook for each unit. */
  readonly issue: (units: readonly string[]) => Promise<void>;
  /** Hands the user one of the workbooks made, by its name; all of them as one .zip where it is null. */
  readonly saveIssued: (fileName: string | null) => Promise<void>;
  /** Reads returned files and shows what they would change. */
  readonly addReturns: (files: readonly File[]) => Promise<void>;
  readonly removeReturn: (label: string | null) => Promise<void>;
  /** Decides conflicts and deletions by id; null takes the decision back. */
  readonly decide: (ids: readonly string[], side: 'city' | 'unit' | null) => void;
  /** 汇总: writes what the returned files change, as decided. */
  readonly merge: () => Promise<void>;
  /** 比上月: reads an older workbook and holds this one against it. */
  readonly compare: (older: File) => Promise<void>;
  /** Lays the comparison out as a sheet. */
  readonly layComparison: () => Promise<void>;
}

export function createExchangeCommands({ store, tasks: { run, options }, layAndLook, keep, say }: CommandTools): ExchangeCommands {
  let shelf: readonly ShelvedReturn[] = [];
  const exchange = (change: Partial<Exchanging>): void =>
    store.send({ kind: 'exchanged', exchange: { ...store.get().exchange, ...change } });

  const readOptions: ReadOptions = {
    onProgress: (done, total, name) => store.send({ kind: 'progressed', progress: { stage: 'read', done, total }, detail: name || null }),
    isCancelled: options.isCancelled,
  };

  const preview = async (work: Work, next: readonly ShelvedReturn[]): Promise<void> => {
    const files = next.flatMap(({ file }) => file ?? []);
    const made = files.length === 0 ? null : await work.previewMerge(files, options);
    shelf = next;
    const refused = next.flatMap(({ label, file, sentence }) => (file === null ? [{ label, sentence }] : []));
    const { returns, decisions } = store.get().exchange;
    exchange({
      returns: next.length === 0 ? null : { refused, preview: made },
      decisions: keepDecisions(decisions, returns?.preview?.proposals ?? [], made?.proposals ?? []),
    });
  };

  return {
    issue: (units) =>
      run('issue', true, async (work) => {
        const issued = await layAndLook(work, () => work.issue(units, options));
        exchange({ issued });
        say(describeIssuedFiles(issued.files.length));
      }),
    saveIssued: (fileName) =>
      run('save', false, async (work) => {
        const { issued } = store.get().exchange;
        if (!issued) return;
        say(describeSaved(await work.saveIssued(issued, fileName), fileName ?? issued.zipName));
      }),
    addReturns: (files) =>
      run('returns', true, async (work) => {
        const read = await work.readFiles(files, readOptions);
        await preview(work, work.shelveReturns(shelf, read));
      }),
    removeReturn: (label) => run('returns', true, (work) => preview(work, label === null ? [] : shelf.filter((each) => each.label !== label))),
    decide(ids, side) {
      const decisions: Record<string, 'city' | 'unit'> = { ...store.get().exchange.decisions };
      for (const id of ids) {
        if (side === null) delete decisions[id];
        else decisions[id] = side;
      }
      exchange({ decisions: decisions satisfies Decisions });
    },
    merge: () =>
      run('merge', true, async (work) => {
        const { returns, decisions } = store.get().exchange;
        const seen = returns?.preview;
        if (!seen) return;
        const merged = await layAndLook(work, () => work.merge(seen, decisions, options));
        shelf = [];
        exchange({ returns: null, decisions: {} });
        keep(work, { name: 'merge', result: merged, told: work.told.merge(Object.keys(merged.counts).length) });
        say(work.tellMerged(merged));
      }),
    compare: (older) =>
      run('compare', true, async (work) => {
        const [read] = await work.readFiles([older], readOptions);
        if (read) exchange({ compared: await work.compare(read, options) });
      }),
    layComparison: () =>
      run('compare', true, async (work) => {
        const { compared } = store.get().exchange;
        if (compared) say(describeComparisonLaid(await work.layComparison(compared, options)));
      }),
  };
}
