import type { List, ListKey } from '../list/list';
import type { Issue } from './issue';
import { compareRanked, type Ranked } from './issue-maker';
import type { Listing } from './listing';

/** All issues of a workbook, sheet by sheet: the many of rows as they are listed, and between them the few of whole lists. */
export class IssueBook {
  private readonly ofRows = new Map<ListKey, Pick<Listing, 'ranked' | 'issues'>>();
  private readonly ofLists = new Map<ListKey | null, Ranked[]>();
  private readonly pages: (ListKey | null)[];

  constructor(lists: readonly List[]) {
    this.pages = [null, ...lists.map(({ key }) => key)];
  }

  /** Issues about single rows of a list, in their order. */
  setRows(list: ListKey, listing: Pick<Listing, 'ranked' | 'issues'>): void {
    this.ofRows.set(list, listing);
  }

  /** All issues of rules on whole lists, in any order. */
  setLists(ranked: readonly Ranked[]): void {
    this.ofLists.clear();
    for (const each of ranked) {
      const page = this.ofLists.get(each.issue.list);
      if (page) page.push(each);
      else this.ofLists.set(each.issue.list, [each]);
    }
    for (const page of this.ofLists.values()) page.sort(compareRanked);
  }

  /** All issues in their order. */
  read(): readonly Issue[] {
    return ([] as Issue[]).concat(...this.pages.flatMap((list) => this.readPage(list)));
  }

  private readPage(list: ListKey | null): (readonly Issue[])[] {
    const { ranked, issues } = (list === null ? undefined : this.ofRows.get(list)) ?? nothing;
    const pieces: (readonly Issue[])[] = [];
    let read = 0;
    for (const each of this.ofLists.get(list) ?? []) {
      const to = positionOf(ranked, each, read);
      if (to > read) pieces.push(issues.slice(read, to));
      pieces.push([each.issue]);
      read = to;
    }
    pieces.push(read === 0 ? issues : issues.slice(read));
    return pieces;
  }
}

const nothing: Pick<Listing, 'ranked' | 'issues'> = { ranked: [], issues: [] };

/** Where something stands among others that are in order, from a position on. */
function positionOf(ranked: readonly Ranked[], own: Ranked, from: number): number {
  let [low, high] = [from, ranked.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareRanked(ranked[middle]!, own) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
