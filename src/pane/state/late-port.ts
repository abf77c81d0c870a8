import type { WorkbookPort } from '../../job/port';

/** A port that is loaded at its first use: what talks to Excel is not needed for the first paint. */
export function createLatePort(load: () => Promise<WorkbookPort>): WorkbookPort {
  let loading: Promise<WorkbookPort> | null = null;
  const port = async (): Promise<WorkbookPort> => {
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
    apply: async (changes, options) => (await port()).apply(changes, options),
    select: async (sheet, row, column) => (await port()).select(sheet, row, column),
    watch: async (onEdit) => (await port()).watch(onEdit),
  };
}
