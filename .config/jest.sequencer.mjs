import Sequencer from '@jest/test-sequencer';

/** Parts of paths under test/, what takes longest first. */
const longest = ['browser/pane', 'browser/', 'install/', 'hostile/', 'hands/', 'fault/', 'office-suite/', 'return/', 'cli/', 'job/', 'pane/', 'excel/', 'rule/'];

/**
 * Starts what takes longest first, so that no worker is left with a long file at the end while the other is idle.
 * Jest knows what that is from its last run, but in a fresh clone it has only the sizes of the files to go by.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const rank = ({ path }) => {
      const at = longest.findIndex((start) => path.replaceAll('\\', '/').includes(`/test/${start}`));
      return at === -1 ? longest.length : at;
    };
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}
