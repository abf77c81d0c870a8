import type { WorkbookPort } from '../../job/port';

/** All that a port can do, also what a port may lack: a member that is not handed on here would be missed by no compiler. */
type WholePort = Required<WorkbookPort>;

/** A port that is loaded at its first use: what talks to Excel is not needed for the first paint. */
export function createLatePort(load: () => Promise<WholePort>): WholePort {
  let loading: Promise<WholePort> | null = null;
  const port = async (): Promise<WholePort> => {
    loading ??= load();
    try {
      return await loading;
    } catch (cause) {
      loading = null;
      throw cause;
    }
  };
  return {
    read: async (options) => (await port()).read(options),
    readLook: async (laid, options) => (await port()).readLook(laid, options),
    apply: async (changes, options) => (await port()).apply(changes, options),
    select: async (sheet, row, column) => (await port()).select(sheet, row, column),
    watch: async (onEdit) => (await port()).watch(onEdit),
  };
}
