import type { ListKey } from '../list/list';
import type { Explanation } from '../list/record';
import type { MergeProposal } from './proposal';

/** How a row of a file is called until applying gives it an identity. */
export function fileRowKey(unit: string, list: ListKey, fileRow: number | null): string {
  return `${unit}|${list}|${fileRow ?? ''}`;
}

/**
 * The city's 说明情况 with those of the files: later ones replace what was said of the same row, code and values.
 * identityOf: what rows that were added, and rows that got their identity back, are called now; explanations of rows
 * that were not taken go nowhere.
 */
export function applyExplanations(
  present: readonly Explanation[],
  proposals: readonly MergeProposal[],
  identityOf: ReadonlyMap<string, string>,
): Explanation[] {
  const merged = new Map<string, Explanation>();
  const put = (each: Explanation) => {
    const row = identityOf.get(each.row) ?? each.row;
    merged.set(`${row}|${each.code}|${each.valueHash}`, row === each.row ? each : { ...each, row });
  };
  present.forEach(put);
  for (const { unit, explanations } of proposals) {
    for (const { explanation, fileRow, list } of explanations) {
      if (fileRow === null) put(explanation);
      else {
        const row = identityOf.get(fileRowKey(unit, list, fileRow));
        if (row !== undefined) put({ ...explanation, row });
      }
    }
  }
  return [...merged.values()];
}
