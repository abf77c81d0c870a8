import { applyChanges, UnknownTargetError } from '../sheet/apply-change';
import { contentOf } from '../sheet/content-of';
import type { Block, Change, WorkbookModel } from '../sheet/model';
import { lookOfModel } from '../sheet/sheet-look';
import { CancelledError, HostError } from './port';
import type { Edit, WorkbookPort } from './port';

/** A workbook held in memory: what the command line and tests work on. */
export interface MemoryPort extends Required<WorkbookPort> {
  /** The workbook as it is now. */
  model(): WorkbookModel;
  /** Writes cells as the user (or a co-author) would, and tells those who watch. Formulas are not recalculated. */
  edit(sheet: string, row: number, column: number, content: Block['content'], options?: { readonly remote?: boolean }): void;
  /** The cell last selected, null before the first. */
  selected(): { readonly sheet: string; readonly row: number; readonly column: number } | null;
}

/**
 * A port over a model in memory. Formulas keep the values they were written with. Throws HostError notFound for
 * a sheet or table that is not there, CancelledError when cancelled; then nothing of that call was applied.
 */
export function createMemoryPort(initial: WorkbookModel): MemoryPort {
  let model = initial;
  let selected: ReturnType<MemoryPort['selected']> = null;
  const watchers = new Set<(edit: Edit) => void>();

  const change = (changes: readonly Change[]): void => {
    try {
      model = applyChanges(model, changes);
    } catch (cause) {
      if (cause instanceof UnknownTargetError) throw new HostError('notFound', cause.message, { cause });
      throw cause;
    }
  };

  return {
    async read(options = {}) {
      const names = options.sheets && new Set(options.sheets);
      const sheets = names ? model.sheets.filter(({ name }) => names.has(name)) : model.sheets;
      if (options.isCancelled?.()) throw new CancelledError('cancelled before reading');
      const content = contentOf({ ...model, sheets });
      options.onProgress?.({ stage: 'read', done: sheets.length, total: sheets.length });
      return content;
    },
    async readLook(laid, options = {}) {
      if (options.isCancelled?.()) throw new CancelledError('cancelled before reading');
      return lookOfModel(model, laid.map(({ name }) => name));
    },
    async apply(changes, options = {}) {
      if (options.isCancelled?.()) throw new CancelledError('cancelled before writing');
      change(changes);
      options.onProgress?.({ stage: 'write', done: changes.length, total: changes.length });
    },
    async select(sheet, row, column) {
      change([{ kind: 'activate', sheet }]);
      selected = { sheet, row, column };
    },
    async watch(onEdit) {
      watchers.add(onEdit);
      return async () => {
        watchers.delete(onEdit);
      };
    },
    model: () => model,
    selected: () => selected,
    edit(sheet, row, column, content, options = {}) {
      change([{ kind: 'writeCells', sheet, row, column, content }]);
      const columns = Math.max(1, ...content.map((cells) => cells.length));
      const edit: Edit = { sheet, area: { row, column, rows: content.length, columns }, remote: options.remote ?? false };
      for (const watcher of watchers) watcher(edit);
    },
  };
}
