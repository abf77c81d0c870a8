import { HostError, type WorkbookPort } from '../../src/job/port';

/** A port before another that refuses on demand, as Excel does. */
export function buildFailure(port: WorkbookPort) {
  let cause: Error | null = null;
  let breaksOff = false;
  return {
    failWith(next: Error | null): void {
      cause = next;
    },
    /** From now on a write stops half way: the first three changes arrive, the rest do not. */
    breakOff(): void {
      breaksOff = true;
    },
    port: {
      ...port,
      read: async (options) => {
        if (cause) throw cause;
        return port.read(options);
      },
      apply: async (changes, options) => {
        if (cause) throw cause;
        if (!breaksOff) return port.apply(changes, options);
        await port.apply(changes.slice(0, 3), options);
        throw new HostError('unavailable', 'broken off');
      },
    } satisfies WorkbookPort as WorkbookPort,
  };
}
