import type { Conflict, Decisions, DeletedRow, MergeProposal } from '../../exchange/proposal';

/**
 * The decisions that still hold once files were added or removed and the preview is another one: those whose conflict or
 * deletion shows the same values as when it was decided. A person decides between values, not for a cell whatever it comes to hold.
 */
export function keepDecisions(decisions: Decisions, seen: readonly MergeProposal[], next: readonly MergeProposal[]): Decisions {
  const before = askedIn(seen);
  const now = askedIn(next);
  return Object.fromEntries(Object.entries(decisions).filter(([id]) => now.has(id) && now.get(id) === before.get(id)));
}

/** What a person is asked, by id: all that he is shown of it, not where it stands. */
function askedIn(proposals: readonly MergeProposal[]): ReadonlyMap<string, string> {
  const asked = proposals.flatMap(({ lists }) => lists.flatMap(({ conflicting, deleted }) => [...conflicting, ...deleted]));
  return new Map(asked.map((each) => [each.id, wordOf(each)]));
}

function wordOf({ cityRow: _city, fileRow: _file, ...shown }: Conflict | DeletedRow): string {
  return JSON.stringify(shown);
}
