import { editsOfAdvance, judgeAdvance, nextStages, valuesOfAdvance, type NextStage, type ProblemAdvance, type ProblemValues } from '../../../src/dispatch/problem-advance';
import { readProblemAgenda, type Problem } from '../../../src/dispatch/problem-agenda';
import { fieldsOfAdvance } from '../../../src/dispatch/problem-field';
import type { CheckReport } from '../../../src/job/report';
import { choiceLabels, unitNames } from '../../../src/list/column';
import type { Column, List, Value } from '../../../src/list/list';
import { listOf } from '../../../src/list/registry';
import { builtInPlan as plan } from '../../../src/plan/built-in';
import { changedCells, compareTabs, describeChange, isOfCheck, lostNotes } from '../contract';
import { cellOf, type Ledger } from '../ledger';
import { tell } from '../compare-ledger';
import { columnAt, tableOfList, type Operation, type Place, type Scene } from '../scene';
import { wrongMarks } from './check';

/** Days in the order that the rules want them in: all up to 2023-12-25 but the last day for it. */
const days: Readonly<Record<string, number>> = { foundOn: 45_200, assignedOn: 45_210, meetingOn: 45_215, deadline: 45_320, closedOn: 45_260 };

function answerFor(scene: Scene, column: Column): Value {
  switch (column.type) {
    case 'date':
      return days[column.key] ?? 45_261;
    case 'choice':
      return scene.random.pick(choiceLabels(plan, column.choices!));
    case 'unit':
      return scene.random.pick(unitNames(plan, column.units));
    case 'projectCode':
      return '2311-140525-04-01-123456';
    default:
      return `答复${scene.next()}-${column.key}`;
  }
}

/** Answers as a person gives them in the dialog: what it asks for, and then what it says is in the way, until it is content. */
function fillDialog(scene: Scene, { entries, lists }: CheckReport, { row, stage, concerns }: Problem, to: NextStage): ProblemAdvance {
  const list = listOf(lists, '8');
  const answers = (keys: readonly string[]): ProblemValues =>
    Object.fromEntries(list.columns.filter(({ key, role }) => role === 'entry' && keys.includes(key) && key !== 'problemState').map((column) => [column.key, answerFor(scene, column)]));
  const asked = fieldsOfAdvance(list, entries.lists['8']!, row, { from: stage, to, isMajor: concerns.includes('meeting') });
  let values = answers(asked.map(({ column }) => column.key));
  for (let time = 0; time < 5; time += 1) {
    const { refusals } = judgeAdvance(entries, plan, lists, { row, to, values });
    if (refusals.length === 0) break;
    values = { ...values, ...answers(refusals.flatMap(({ columns }) => columns)) };
  }
  return { row, to, values };
}

/** One row of list 8 holds what was answered, and its new state; nothing else in it, in the list or elsewhere has changed. */
function judgeAdvanced(scene: Scene, move: ProblemAdvance): (before: Ledger, after: Ledger) => string[] {
  const seen = scene.report!.entries.lists['8']!;
  const written = valuesOfAdvance(move, plan);
  const wanted = editsOfAdvance(move, seen, plan)!;
  const name = seen.values['projectName']?.[move.row] ?? null;
  return (before, after) => {
    const changes = changedCells(before, after, scene).filter((change) => !isOfCheck(change));
    const isOfStep = ({ place, key, after: now }: (typeof changes)[number]): boolean =>
      place?.list.key === '8' && key !== undefined && Object.hasOwn(written, key) && written[key] === now;
    const rows = [...new Set(changes.map(({ row }) => row))];
    const place = tableOfList(after, listOf(scene.lists, '8'));
    return [
      ...compareTabs(before, after),
      ...lostNotes(before, after),
      ...changes.filter((change) => !isOfStep(change)).map(describeChange),
      ...(rows.length === 1 && place !== null ? misses(place, rows[0]!, written, { projectName: name }) : [`${rows.length} rows changed for ${wanted.length} answers`]),
      ...wrongMarks(after, scene),
    ];
  };
}

function misses(place: Place, row: number, written: ProblemValues, seen: ProblemValues): string[] {
  const { sheet, area } = place;
  return Array.from({ length: area.columns }, (_, i) => area.column + i).flatMap((column) => {
    const key = columnAt(place, column)?.key;
    const holds = { ...seen, ...written };
    if (key === undefined || !Object.hasOwn(holds, key) || cellOf(sheet, row, column) === holds[key]) return [];
    return [`${key} in row ${row + 1} is ${tell(cellOf(sheet, row, column))}, and not ${tell(holds[key] ?? null)}`];
  });
}

function problemsOf(report: CheckReport): readonly Problem[] {
  return readProblemAgenda(report.entries, plan, report.lists)?.departments.flatMap(({ problems }) => problems) ?? [];
}

function hasColumns(list: List, { entries }: CheckReport): boolean {
  return list.columns.every(({ key, role }) => role !== 'entry' || entries.lists['8']?.values[key] !== undefined);
}

export const advanceOperations: readonly Operation[] = [
  {
    name: '推进',
    weight: 5,
    plan: (scene) => {
      const { report, random } = scene;
      if (report === null || !hasColumns(listOf(scene.lists, '8'), report)) return null;
      const problems = problemsOf(report).filter(({ stage }) => nextStages(stage).length > 0);
      if (problems.length === 0) return null;
      const problem = random.pick(problems);
      const to = random.pick(nextStages(problem.stage));
      // Now and then somebody else's script presses without answers: the rules have to refuse it.
      const move: ProblemAdvance = random.chance(0.1) ? { row: problem.row, to, values: {} } : fillDialog(scene, report, problem, to);
      return {
        said: `moves the problem in row ${problem.row + 1} of list 8 on to ${to}`,
        run: async () => {
          scene.report = await scene.work.advance(report, move, {});
          return scene.report;
        },
        judge: judgeAdvanced(scene, move),
      };
    },
  },
];
