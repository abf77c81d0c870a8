/** How often each step and operation was carried out, and how often refused. */
export interface Tally {
  readonly done: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const add = (all: readonly Tally['done'][]): Record<string, number> => {
    const sum: Record<string, number> = {};
    for (const one of all) for (const [name, count] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + count;
    return sum;
  };
  return { done: add(tallies.map(({ done }) => done)), refused: add(tallies.map(({ refused }) => refused)) };
}

/** Of these, those that were never carried out: always refused, or never drawn. */
export function neverDone(names: readonly string[], { done }: Tally): string[] {
  return names.filter((name) => done[name] === undefined);
}

/** One line a name: how often it was carried out, how often refused. */
export function formatTally(names: readonly string[], { done, refused }: Tally): string {
  const line = (name: string, ...counts: readonly (string | number)[]): string => [...counts.map((count) => String(count).padStart(8)), `  ${name}`].join('');
  return [line('operation', 'done', 'refused'), ...names.map((name) => line(name, done[name] ?? 0, refused[name] ?? 0))].join('\n');
}
