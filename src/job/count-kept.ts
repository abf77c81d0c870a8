import type { ListKey } from '../list/list';
import { listsInScope } from '../list/registry';
import type { BuildInput } from '../sheet/build-input';
import { isFilled } from '../total/data';
import type { Steps } from '../total/steps';
import { entryKeys } from './entry-text';

/** Cells that people filled in, by list. */
export function* countKept(input: BuildInput): Steps<Record<ListKey, number>> {
  const kept: Record<ListKey, number> = {};
  for (const list of listsInScope(input.plan, input.scope)) {
    const values = input.rows[list.key]?.values ?? {};
    kept[list.key] = entryKeys(list).reduce((sum, key) => sum + (values[key] ?? []).filter(isFilled).length, 0);
    yield;
  }
  return kept;
}
