import { kindOf } from './compile';
import type { Context } from './context';
import type { Undecided } from './issue';
import { undecidedKindOf } from './kind';
import { keyColumns, type Project, type ProjectIndex } from './project-index';
import type { Fellowship, PeerJudge, PeerRule, Tell } from './rule';
import type { HitSource, TableJudge } from './table-judge';
import type { Table } from './table';
import { addUndecided } from './tally';

/** A judge with what it is called in the stores of hits. */
interface Seat {
  readonly judge: PeerJudge;
  readonly on: ReadonlySet<string>;
  readonly tell: Tell;
}

/** All judges that hold rows against each other, over any rows of any table. */
export class PeerJudges {
  /** By number: whoever reads a hit of this source asks here. */
  readonly sources: readonly ((table: Table) => HitSource)[];
  /** What is gone from the structure. */
  readonly structure: readonly Undecided[];
  private readonly columns: readonly string[];
  private readonly seats: readonly Seat[];
  /** By number. */
  private readonly voices: readonly PeerJudge[];

  /** `judgeOf` tells where a table's hits are kept; it is asked only once rows are judged. */
  constructor(rules: readonly PeerRule[], context: Context, index: ProjectIndex, judgeOf: (table: Table) => TableJudge) {
    const structure = new Map<string, Undecided>();
    const voices: { readonly judge: PeerJudge; readonly voice: number }[] = [];
    this.seats = rules.flatMap((rule) => {
      const { code } = rule;
      const judges = rule.compare(context, index, { undecided: (entry) => addUndecided(structure, code, entry) });
      return judges.map((judge) => {
        const first = voices.length;
        for (let voice = 0; voice < (judge.voices ?? 1); voice++) voices.push({ judge, voice });
        const kinds = {
          error: kindOf(code, 'error'),
          warning: kindOf(code, 'warning'),
          info: kindOf(code, 'info'),
          missing: undecidedKindOf(code, 'missing'),
          waiting: undecidedKindOf(code, 'waiting'),
        };
        const tell: Tell = (verdict, table, row, voice = 0) => judgeOf(table).hits.add(kinds[verdict], first + voice, row);
        return { judge, on: new Set(judge.on), tell };
      });
    });
    this.voices = voices.map(({ judge }) => judge);
    this.columns = [...keyColumns, ...rules.flatMap(({ columns }) => columns)];
    this.structure = [...structure.values()];
    this.sources = voices.map(({ judge, voice }) => (table) => ({ detail: (_, row) => judge.detail(table, row, voice) }));
  }

  /** True where a change of these columns alone lets all stand that rows say of each other. */
  isIndifferentTo(columns: ReadonlySet<string>): boolean {
    return !this.columns.some((column) => columns.has(column));
  }

  get isEmpty(): boolean {
    return this.seats.length === 0;
  }

  *prepare(): Generator<void> {
    for (const { judge } of this.seats) yield* judge.prepare?.() ?? [];
  }

  /** Asks all judges about rows from..to (exclusive) of a table; the hits of a whole fellowship go to any of its rows. */
  judge(table: Table, from: number, to: number): void {
    for (const seat of this.seats) {
      if (!seat.on.has(table.list.key)) continue;
      for (let row = from; row < to; row++) seat.judge.judge(table, row, seat.tell);
    }
  }

  /** True for the sources of judges of this fellowship. */
  isOf(fellowship: Fellowship): (source: number) => boolean {
    const own = this.voices.map((judge) => judge.fellowship === fellowship);
    return (source) => own[source] === true;
  }

  /** Asks the judges of one fellowship about a row, of which nothing of theirs is kept. */
  judgeAgain(fellowship: Fellowship, table: Table, row: number): void {
    for (const seat of this.seats) {
      if (seat.judge.fellowship === fellowship && seat.on.has(table.list.key)) seat.judge.judge(table, row, seat.tell);
    }
  }

  /** Projects that are to be judged again besides those of the names that have changed. */
  *follow(names: ReadonlySet<string>): Generator<void, readonly Project[]> {
    const others: Project[] = [];
    for (const { judge } of this.seats) {
      if (judge.follow) others.push(...(yield* judge.follow(names)));
    }
    return others;
  }
}
