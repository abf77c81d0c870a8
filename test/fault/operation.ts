import { carryFor } from '../../src/dispatch/carry';
import { openBook } from '../../src/dispatch/move-book';
import { listMoves } from '../../src/dispatch/move-list';
import type { Commands } from '../../src/pane/state/commands';
import type { CheckReport } from '../../src/job/report';
import { toSerial } from '../../src/plan/day';
import { fixesOf } from '../../src/rule/fix';
import type { Issue } from '../../src/rule/issue';
import type { Pane } from './pane';
import { asOf, type StageName } from './stage';

/** Something that the user does in the pane and that writes into the workbook. */
export interface Operation {
  readonly name: string;
  readonly stage: StageName;
  /** The list in which another author is at work meanwhile. */
  readonly list: '5' | '7' | '8';
  /** A cell that it writes or reads from, where another author may be quicker. */
  readonly contested?: Place;
  /** What he did before, without any fault. */
  readonly before?: (pane: Pane) => Promise<void>;
  readonly run: (commands: Commands, seen: CheckReport | null, pane: Pane) => Promise<void>;
}

/** The cell of a list under one header, in the row that has a text under another. */
export interface Place {
  readonly list: Operation['list'];
  readonly header: string;
  readonly row: string;
  readonly column: string;
}

const contest = (list: Operation['list'], row: string, column: string): Place => ({ list, header: list === '8' ? '问题编号' : '项目名称', row, column });

const who = { who: '张三', why: '情况属实，已核实' };
const unitScope = { kind: 'unit', unit: 'shibenji' } as const;

const issueOf = (seen: CheckReport | null, code: string): Issue => seen!.result.issues.find((issue) => issue.code === code)!;

const moveOn: Operation['run'] = (commands, seen) => {
  const { moves } = listMoves(openBook(seen!.entries, seen!.plan, seen!.lists));
  const answers = { actualStart: toSerial('2023-12-18'), statisticsReason: '未签施工合同', plannedStatisticsMonth: toSerial('2023-12-01') };
  return commands.moveOn(seen!, [{ move: moves.find(({ kind }) => kind === 'start')!, answers }]);
};
const carryIn: Operation['run'] = (commands, seen) =>
  commands.carryIn(seen!, [{ carry: carryFor(openBook(seen!.entries, seen!.plan, seen!.lists), '7', 0)!, chosen: {} }]);
const explain: Operation['run'] = (commands, seen) => commands.explain(issueOf(seen, 'cell/phone'), who);

/** Runs one operation before another. */
const after =
  (...runs: readonly Operation['run'][]): NonNullable<Operation['before']> =>
  async (pane) => {
    for (const run of runs) await run(pane.commands, pane.store.get().report, pane);
  };

const chooseFiles: Operation['run'] = ({ addReturns }) => addReturns([]);
const merge: Operation['run'] = (commands) => commands.merge();

const writing: readonly Operation[] = [
  { name: '生成', stage: 'blank', list: '5', run: ({ generate }) => generate({ scope: unitScope, asOf, sample: 'none' }) },
  { name: '生成进旧簿', stage: 'foreign', list: '5', run: ({ generate }) => generate({ scope: unitScope, asOf, sample: 'none' }) },
  { name: '再次生成', stage: 'unit', list: '5', run: ({ generate }) => generate({ scope: unitScope, asOf, sample: 'none' }) },
  { name: '升级', stage: 'older', list: '5', run: ({ upgrade }) => upgrade() },
  { name: '校验', stage: 'unit', list: '5', run: ({ check }) => check() },
  { name: '修正', stage: 'unit', list: '5', contested: contest('5', '错误项目', '总投资（万元）'), run: ({ fix }, seen) => fix(fixesOf(seen!.result)) },
  { name: '修复表格', stage: 'damaged', list: '5', run: ({ repair }) => repair() },
  { name: '重算汇总', stage: 'unit', list: '5', run: ({ recalculate }) => recalculate() },
  { name: '统计截止日', stage: 'unit', list: '5', run: ({ changeAsOf }) => changeAsOf(asOf + 3) },
  { name: '说明情况', stage: 'unit', list: '5', run: explain },
  { name: '撤回说明', stage: 'unit', list: '5', before: after(explain), run: ({ withdraw }, seen) => withdraw(issueOf(seen, 'cell/phone')) },
  { name: '规则设置', stage: 'unit', list: '5', run: ({ setRule }) => setRule({ code: 'list/unfilled', severity: 'off', ...who }) },
  {
    name: '推进',
    stage: 'unit',
    list: '8',
    contested: contest('8', 'SJ-001', '责任部门'),
    run: ({ advance }, seen) => {
      const values = { assignedOn: toSerial('2023-12-04'), department: '市林业局', deputy: '张某', section: '资源科', person: '李某', deadline: toSerial('2024-01-31') };
      return advance(seen!, { row: 0, to: 'assigned', values });
    },
  },
  { name: '流转', stage: 'unit', list: '5', contested: contest('5', '流转项目', '责任人'), run: moveOn },
  { name: '自动带入', stage: 'unit', list: '7', contested: contest('7', '流转项目', '建设单位'), run: carryIn },
  { name: '首次分发', stage: 'unsplit', list: '5', run: ({ issue }) => issue(['gaoping']) },
  { name: '分发', stage: 'city', list: '5', run: ({ issue }) => issue(['gaoping']) },
  { name: '汇总', stage: 'city', list: '5', contested: contest('5', '甲项目', '责任人'), before: after(chooseFiles), run: merge },
  { name: '比上月', stage: 'city', list: '5', before: after(({ compare }) => compare(new File([], ''))), run: ({ layComparison }) => layComparison() },
  { name: '排名通报', stage: 'city', list: '5', run: ({ layBulletin }) => layBulletin() },
];

/** Changes the date, so that there is something to take back. */
const generateLater: Operation['run'] = ({ generate }) => generate({ scope: unitScope, asOf: asOf + 3, sample: 'none' });

/** 撤销 of each of these; what it takes back was done before. */
const takenBack = ['修正', '统计截止日', '说明情况', '规则设置', '推进', '流转', '自动带入', '汇总'];

/** The rows of the table. */
export const operations: readonly Operation[] = [
  ...writing,
  ...writing
    .filter(({ name }) => takenBack.includes(name))
    .map((operation): Operation => ({
      ...operation,
      name: `撤销${operation.name}`,
      before: async (pane) => {
        await operation.before?.(pane);
        await after(operation.run)(pane);
      },
      run: ({ takeBack }) => takeBack(),
    })),
  { name: '撤销再次生成', stage: 'unit', list: '5', before: after(({ check }) => check(), generateLater, ({ check }) => check()), run: ({ takeBack }) => takeBack() },
];
