import type { ListKey } from '../list/list';
import { listsInScope } from '../list/registry';
import type { BuildInput } from '../sheet/build-input';
import { isFilled } from '../total/data';
import type { Steps } from '../total/steps';

/** Cells that people filled in, by list. */
export function* countKept(input: BuildInput): Steps<Record<ListKey, number>> {
  const kept: Record<ListKey, number> = {};
  for (const list of listsInScope(input.plan, input.scope)) {
    const values = input.rows[list.key]?.values ?? {};
    const typed = list.columns.filter((column) => column.role === 'entry');
    kept[list.key] = typed.reduce((sum, column) => sum + (values[column.key] ?? []).filter(isFilled).length, 0);
    yield;
  }
  return kept;
}
