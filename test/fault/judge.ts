import type { Notice } from '../../src/pane/state/state';
import { brokenSheets } from './frame';
import { othersText, type Mishap } from './mishap';
import { readState, type Scene, type State } from './scene';
import { isMixture, isSameData, tellDifference, withoutNewIdentities, type UserData } from './user-data';

/** Where the workbook stands; odd is neither before nor after. */
export type Standing = 'before' | 'after' | 'partly' | 'odd';

/**
 * Holds the workbook against what it was before and would be afterwards, each with what another author did meanwhile.
 * Where the pane says that it left out what another author had moved, a mixture is in order.
 */
export function judgeState(scene: Scene, mishap: Happening, notice: Notice | null): Standing {
  const now = readState(scene.book);
  const { before, after } = wholesOf(scene, mishap);
  if (brokenSheets(now.frames, [after.frames, before.frames]).length > 0) return 'odd';
  const [is, was, willBe] = [now, before, after].map(({ data }) => withoutNewIdentities(data, before.data)) as [UserData, UserData, UserData];
  if (mishap.kind === 'contest') return judgeContest(is, was, willBe);
  if (isSameData(is, willBe)) return 'after';
  if (isSameData(is, was)) return 'before';
  return mishap.kind === 'edit' && notice?.intent === 'info' && isMixture(is, was, willBe) ? 'partly' : 'odd';
}

/** True where what people entered is neither as before nor as afterwards, whatever the sheets look like. */
export function isDataOdd(scene: Scene, mishap: Happening): boolean {
  const { before, after } = wholesOf(scene, mishap);
  const [is, was, willBe] = [readState(scene.book), before, after].map(({ data }) => withoutNewIdentities(data, before.data)) as [UserData, UserData, UserData];
  return !isSameData(is, was) && !isSameData(is, willBe);
}

/** What has happened so far. */
type Happening = Pick<Mishap, 'kind' | 'name'>;

/** What the other author typed is there once; all other rows are as before or as afterwards. */
function judgeContest(is: UserData, was: UserData, willBe: UserData): Standing {
  const isOthers = (line: string): boolean => line.includes(othersText);
  if (is.filter(isOthers).length === 0) return 'odd';
  const rest = is.filter((line) => !isOthers(line));
  const changed = [...was.filter((line) => !willBe.includes(line)), ...willBe.filter((line) => !was.includes(line))];
  const untouched = was.filter((line) => !changed.includes(line));
  const isSound = rest.every((line) => was.includes(line) || willBe.includes(line)) && untouched.filter((line) => !is.includes(line)).length <= 1;
  if (!isSound) return 'odd';
  return rest.some((line) => !was.includes(line)) ? 'after' : 'before';
}

/** What sets the workbook apart from before and from afterwards, for whoever has to mend it. */
export function tellState(scene: Scene, mishap: Happening): string {
  const now = readState(scene.book);
  const { before, after } = wholesOf(scene, mishap);
  const tell = (name: string, whole: State): string => {
    const [is, was] = [now, whole].map(({ data }) => withoutNewIdentities(data, before.data)) as [UserData, UserData];
    return `与${name}相比：${tellDifference(is, was)} ${brokenSheets(now.frames, [whole.frames]).slice(0, 3).join(' | ')}`;
  };
  return `${tell('之前', before)} ${tell('之后', after)}`;
}

function wholesOf({ before, after }: Scene, { kind, name }: Happening): { readonly before: State; readonly after: State } {
  const edit = kind === 'edit' ? name : '';
  return { before: before.states.get(edit)!, after: after.states.get(edit)! };
}
