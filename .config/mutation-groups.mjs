import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What `npm run mutate` mutates, and by which tests: files of src/ and of test/ by how their paths begin. Every group has
 * short tests of its own, so that none of the thousands of mutants waits for tests of whole workbooks. A file belongs to
 * the group that names more of its path.
 */
export const mutationGroups = {
  plan: { source: ['plan/'], tests: ['plan/'] },
  total: { source: ['total/'], tests: ['total/'] },
  row: {
    source: ['rule/row/', 'rule/row-comparison', 'rule/permit.', 'rule/problem.'],
    tests: ['rule/row.', 'rule/row-'],
  },
  cell: {
    source: ['rule/cell/', 'rule/understand', 'rule/value', 'rule/choice', 'rule/compile', 'rule/name.', 'rule/money'],
    tests: ['rule/cell.', 'rule/cell-', 'rule/reading'],
  },
  list: {
    source: ['rule/list/', 'rule/waiting', 'rule/counted'],
    tests: ['rule/list.', 'rule/list-', 'rule/structure', 'rule/wide-outcome', 'rule/wide-saying'],
  },
  cross: {
    source: ['rule/cross-list/', 'rule/cross-county/', 'rule/row/duplicate', 'rule/project-index', 'rule/project-row'],
    tests: ['rule/cross-', 'rule/wide-outcome', 'rule/wide-saying', 'rule/row.', 'rule/structure', 'rule/together', 'rule/project-index'],
  },
  near: {
    source: ['rule/near-', 'rule/cross-county/near-name', 'rule/name-piece', 'rule/name-hash'],
    tests: ['rule/near-name', 'rule/near-pair'],
  },
  store: {
    source: ['rule/hit-store', 'rule/key-table', 'rule/text-map', 'rule/place-set', 'rule/sort-in-steps', 'rule/kind'],
    tests: ['rule/hit-store', 'rule/key-table', 'rule/text-map', 'rule/place-set', 'rule/sort-in-steps', 'rule/kind'],
  },
  listing: {
    source: ['rule/listing', 'rule/issue', 'rule/tally', 'rule/weighing', 'rule/explain', 'rule/permission', 'rule/fix'],
    tests: ['rule/listing', 'rule/issue-book', 'rule/explain', 'rule/permission', 'rule/fix-place'],
  },
  session: {
    source: ['rule/'],
    tests: ['rule/session-step', 'rule/table', 'rule/change', 'rule/wide-judge', 'rule/engine.'],
  },
  together: { source: ['rule/together'], tests: ['rule/together'] },
};

/** Below this share of mutants found out the command fails, in any group and over all. */
export const leastScore = 85;

const mutatedRooms = ['plan', 'total', 'rule'];

function filesOf(root, ending) {
  const paths = mutatedRooms.flatMap((room) => readdirSync(join(root, room), { recursive: true }).map((path) => `${room}/${path}`));
  return paths.filter((path) => path.endsWith(ending)).sort();
}

const lengthOfBeginning = (path, beginnings) => Math.max(0, ...beginnings.filter((each) => path.startsWith(each)).map(({ length }) => length));

/** The files that are mutated in a group. Throws RangeError for a group that there is not. */
export function sourceFilesOf(group) {
  if (!Object.hasOwn(mutationGroups, group)) throw new RangeError(`no group ${group}; there are ${Object.keys(mutationGroups).join(', ')}`);
  const owner = (path) => {
    const lengths = Object.entries(mutationGroups).map(([name, { source }]) => [name, lengthOfBeginning(path, source)]);
    return lengths.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  };
  return filesOf('src', '.ts').filter((path) => owner(path) === group).map((path) => `src/${path}`);
}

/** The tests of a group, below test/ of the folder given. */
export function testFilesOf(group, root) {
  return filesOf(join(root, 'test'), '.test.ts').filter((path) => lengthOfBeginning(path, mutationGroups[group].tests) > 0);
}
