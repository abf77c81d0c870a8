import type { Issue, Severity } from '../../rule/issue';

/** An issue that was explained counts as that, whatever its severity. */
export type IssueKind = Severity | 'explained';

/** What of the issues is shown. Null lets everything through; '' stands for issues about no list or no unit. */
export interface IssueFilter {
  /** None chosen means all. */
  readonly kinds: readonly IssueKind[];
  readonly list: string | null;
  readonly unit: string | null;
  readonly code: string | null;
}

export const noFilter: IssueFilter = { kinds: [], list: null, unit: null, code: null };

type Facet = 'list' | 'unit' | 'code';

const facetOf: Readonly<Record<Facet, (issue: Issue) => string>> = {
  list: (issue) => issue.list ?? '',
  unit: (issue) => issue.unit ?? '',
  code: (issue) => issue.code,
};

const facets = ['list', 'unit', 'code'] as const;

/** The issues to show, errors first, what was explained last; within that in the order of the sheets. */
export function filterIssues(issues: readonly Issue[], filter: IssueFilter): readonly Issue[] {
  // Sorting a hundred thousand by four weights would hold up the drawing of the page.
  const byWeight: Issue[][] = Object.keys(weights).map(() => []);
  for (const issue of issues) if (passes(issue, filter, null)) byWeight[weightOf(issue)]!.push(issue);
  return byWeight.flat();
}

const weights: Readonly<Record<IssueKind, number>> = { error: 0, warning: 1, info: 2, explained: 3 };

/** Errors first, what was explained last. */
export function weightOf(issue: Issue): number {
  return weights[kindOf(issue)];
}

export function kindOf(issue: Issue): IssueKind {
  return issue.explained ? 'explained' : issue.severity;
}

export function isFiltered(filter: IssueFilter): boolean {
  return filter.kinds.length > 0 || countFacets(filter) > 0;
}

/** How many of list, unit and rule are narrowed. */
export function countFacets(filter: IssueFilter): number {
  return facets.filter((facet) => filter[facet] !== null).length;
}

/** How many issues each choice of one facet would show, under what the others let through. */
export function countChoices(issues: readonly Issue[], filter: IssueFilter, facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const issue of issues) {
    if (!passes(issue, filter, facet)) continue;
    const key = facetOf[facet](issue);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export function toggleKind(filter: IssueFilter, kind: IssueKind): IssueFilter {
  const kinds = filter.kinds.includes(kind) ? filter.kinds.filter((each) => each !== kind) : [...filter.kinds, kind];
  return { ...filter, kinds };
}

function passes(issue: Issue, filter: IssueFilter, except: Facet | null): boolean {
  if (filter.kinds.length > 0 && !filter.kinds.includes(kindOf(issue))) return false;
  return facets.every((facet) => facet === except || filter[facet] === null || filter[facet] === facetOf[facet](issue));
}
