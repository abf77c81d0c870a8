/** What can be done with one issue of the list. */
export type IssueAction = 'show' | 'why' | 'explain' | 'withdraw' | 'fix';
