import { recordOf } from '../list/record';
import type { Plan } from '../plan/plan';
import type { BuildInput } from '../sheet/build-input';
import { buildWorkbookInSteps } from '../sheet/build-workbook';
import { isBareExchange } from '../sheet/build-exchange';
import { followRows } from '../sheet/follow-rows';
import { moveNotes, type Note } from '../sheet/keep-notes';
import type { Change, WorkbookContent, WorkbookModel } from '../sheet/model';
import { renameTabs } from '../sheet/rename-tab';
import { sheetNameOf } from '../sheet/sheet-name';
import { shiftFormula } from '../sheet/shift-row';
import { summaryMovesSince } from '../sheet/version/versions';
import type { Steps } from '../total/steps';
import type { Backup } from './backup';
import { renamedBy } from './tabs-now';

/** The workbook as 恢复 lays it. */
export interface RestoredLayout {
  readonly input: BuildInput;
  readonly notes: readonly Note[];
  readonly model: WorkbookModel;
}

/** What a backup holds, with our tabs called as they are by now, and rows of 汇总 where they are now, also in the user's formulas. */
export function* layBackup(backup: Backup, plan: Plan, asOf: number, sheetNames: Readonly<Record<string, string>>): Steps<RestoredLayout> {
  const nameOf = renamedBy(backup.sheetNames, sheetNames);
  const summary = sheetNameOf('summary', backup.sheetNames);
  const moves = summaryMovesSince(backup.schemaVersion, plan, backup.scope);
  const follow = (formula: string, home: string): string => renameTabs(moves.reduce((text, move) => shiftFormula(text, home, { ...move, sheet: summary }), formula), nameOf);
  const input: BuildInput = {
    plan,
    scope: backup.scope,
    asOf,
    ...(backup.reporter === null ? {} : { reporter: backup.reporter }),
    rows: followRows(backup.rows, (list) => backup.sheetNames[list] ?? list, follow),
    sheetNames,
    ...recordOf(backup),
    lastCheck: backup.lastCheck,
  };
  const notes = backup.notes.map((note): Note => {
    const { sheet, content } = note;
    return { ...note, sheet: nameOf(sheet), content: typeof content === 'object' && content !== null ? { ...content, formula: follow(content.formula, sheet) } : content };
  });
  const model = yield* buildWorkbookInSteps(input);
  const laid = model.sheets.find(({ name }) => name === nameOf(summary));
  return { input, model, notes: laid === undefined ? notes : moveNotes(notes, laid, moves) };
}

/** A sheet that the interrupted write was adding, of which the workbook as it was knows nothing (交换记录 of a first 汇总); with somebody's words on it, it stays. */
export function dropStrays({ stood, sheetNames }: Backup, now: Readonly<Record<string, string>>, { sheets: laid }: WorkbookModel, { sheets }: WorkbookContent): Change[] {
  const isAdded = (key: string): boolean => stood?.includes(sheetNames[key]!) === false && !laid.some((sheet) => sheet.name === now[key]);
  return Object.keys(sheetNames).flatMap((key): Change[] => (isAdded(key) && sheets.some((sheet) => sheet.name === now[key] && isBareExchange(sheet)) ? [{ kind: 'removeSheet', sheet: now[key]! }] : []));
}
