import { checkWorkbook } from '../../src/job/check';
import type { List } from '../../src/list/list';
import type * as ProjectListFile from '../../src/list/project-list';
import type * as Registry from '../../src/list/registry';
import { listsOf } from '../../src/list/registry';
import { loadPlan } from '../../src/plan/load-plan';
import notice from '../../src/plan/jincheng-2023-31.json';
import { toSerial } from '../../src/plan/day';
import type { Plan } from '../../src/plan/plan';
import { summaryRates } from '../../src/total/summary';
import { findSheet } from '../job/mishap';
import { makeSurroundings, newWorkbook } from '../job/workbook';

// A new list is a definition and one line in the registry: here the line is added.
jest.mock('../../src/list/registry', () => {
  const actual = jest.requireActual<typeof Registry>('../../src/list/registry');
  const { defineProjectList } = jest.requireActual<typeof ProjectListFile>('../../src/list/project-list');
  const built = new WeakMap<Plan, readonly List[]>();
  const withTenth = (plan: Plan): readonly List[] => {
    const known = built.get(plan);
    if (known !== undefined) return known;
    const tenth = defineProjectList(plan, {
      key: '10',
      sheetName: '10 停工项目',
      title: '停工项目清单',
      source: '四(二)',
      columns: [{ key: 'stoppedOn', header: '停工日期', type: 'date', requirement: { kind: 'always' }, actualDate: true, source: '惯例' }],
    });
    const lists = [...actual.listsOf(plan), tenth];
    built.set(plan, lists);
    return lists;
  };
  return {
    ...actual,
    listsOf: withTenth,
    listsInScope: (plan: Plan, scope: Parameters<typeof actual.listsInScope>[1]) =>
      scope.kind === 'city' ? withTenth(plan) : withTenth(plan).filter((list) => list.units.includes(scope.unit)),
  };
});

/** The notice a year later: one file, in which the years are others. */
const nextYear = JSON.parse(
  JSON.stringify(notice).replaceAll('2024-02-29', '2024-02-28').replaceAll('2024', '2025').replaceAll('2023', '2024'),
) as unknown;

const around = makeSurroundings();

it('a tenth list is laid out, read, judged and mended like the others', async () => {
  const plan = loadPlan(notice, '方案');
  const port = await newWorkbook({ plan, asOf: toSerial('2023-12-05') });
  const sheet = findSheet(port.model(), '10 停工项目');
  const { area, headers, name } = sheet.tables[0]!;
  expect(name).toBe('t10_list');
  port.edit(sheet.name, area.row + 1, headers.indexOf('项目名称'), [['停工项目甲']]);
  port.edit(sheet.name, area.row + 1, headers.indexOf('停工日期'), [['2023.11.5']]);
  const { result, entries } = await checkWorkbook(port, [plan], around);
  const codes = result.issues.filter(({ list }) => list === '10').map(({ code }) => code);
  expect(codes).toContain('cell/type');
  expect(codes).toContain('cell/required');
  expect(entries.lists['10']!.values['index']![0]).toBe(1);
});

it("next year's notice is one data file: headers, enumerations and formulas are its own", async () => {
  const plan = loadPlan(nextYear, '明年的方案');
  const list = (key: string) => listsOf(plan).find((candidate) => candidate.key === key)!;
  expect(list('4').columns.map(({ header }) => header)).toContain('2024年计划投资（万元）');
  expect(list('A').columns.map(({ header }) => header)).toContain('2025年计划投资（万元）');
  expect(list('2').title).toContain('2025年');
  const asOf = toSerial('2024-12-25');
  for (const kind of [undefined, 'clean'] as const) {
    const port = await newWorkbook({ plan, asOf, ...(kind === undefined ? {} : { sample: { kind, seed: 1 } }) });
    const { result } = await checkWorkbook(port, [plan], around);
    expect(result.issues.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual([]);
    const formulas = JSON.stringify(findSheet(port.model(), '7 未按序时进度项目').blocks);
    expect(formulas).toContain('DATE(2024,1,1)');
    expect(formulas).toContain('/366');
  }
});

it('a notice of another season names its own quarters and round in titles and rates', () => {
  const winter = loadPlan(notice, '方案');
  const titles = (plan: Plan) => [...listsOf(plan).map(({ title }) => title), ...summaryRates(plan).map(({ name }) => name)].join('\n');
  expect(titles(winter)).toContain('2023年四季度投资目标任务清单');
  expect(titles(winter)).toContain('2024年一季度计划新开工项目');
  expect(titles(winter)).toContain('冬季行动第一批');
  const summer: Plan = {
    ...winter,
    quarter: { start: '2023-04-01', end: '2023-06-30' },
    nextQuarter: { start: '2024-07-01', end: '2024-09-30' },
    problemRound: '夏季行动',
  };
  expect(titles(summer)).toContain('2023年二季度投资目标任务清单');
  expect(titles(summer)).toContain('2024年三季度计划新开工项目');
  expect(titles(summer)).not.toMatch(/冬季|第一批|四季度|一季度/);
});
