import { readPermitAgenda } from '../../src/dispatch/permit-agenda';
import { permitColumn } from '../../src/list/list-9';
import { day, entriesOf, lists, plan, type Row, type Workbook } from '../rule/fixture';

/** A project of which every permit is done but those named. */
const projectWith = (states: Readonly<Record<string, string | null>>, cells: Row = {}): Row => ({
  projectName: '煤层气增压站',
  unit: '沁水县',
  plannedStart: day('2024-01-14'),
  permitRate: 0.8,
  ...Object.fromEntries(plan.permits.map(({ key }) => [permitColumn(key, 'state'), key in states ? states[key]! : '已办结'])),
  ...cells,
});
const read = (rows: readonly Row[], workbook: Partial<Workbook> = {}) => readPermitAgenda(entriesOf({ asOf: '2023-12-25', ...workbook, rows: { 9: rows } }), plan, lists);
const only = (row: Row) => read([row])!.projects[0]!;
const jamOf = (rows: readonly Row[], permit: string) => read(rows)!.jams.find((jam) => jam.permit === permit);

describe('前期手续 of a project', () => {
  it('can be begun when all that comes first is 已办结, 承诺制, 统一服务 or 不涉及', () => {
    const states = ['已办结', '承诺制', '统一服务', '不涉及'];
    for (const state of states) expect(only(projectWith({ landPlanning: '未启动', approval: state, landPreReview: state }))).toMatchObject({ ready: ['landPlanning'], blocked: [] });
    for (const state of ['办理中', '容缺受理', '未启动', null]) {
      expect(only(projectWith({ landPlanning: '未启动', approval: state }))).toMatchObject({ blocked: [{ permit: 'landPlanning', by: ['approval'] }] });
    }
  });

  it('is in hand once it is under way, whatever is missing before it, and untold without a state', () => {
    expect(only(projectWith({ approval: '未启动', tender: '办理中', environment: '容缺受理', energy: null, relics: '不详' }))).toMatchObject({
      ready: ['approval'],
      inHand: ['environment', 'tender'],
      unknown: ['energy', 'relics'],
      blocked: [],
    });
  });

  it('tells what blocks what, days to the planned start, and 手续办结率 as the list shows it', () => {
    const project = only(projectWith({ drawingReview: '未启动', tender: '未启动', construction: '未启动' }, { policyBarrier: '永久基本农田' }));
    expect(project).toMatchObject({
      ready: ['drawingReview', 'tender'],
      blocked: [{ permit: 'construction', by: ['drawingReview', 'tender'] }],
      daysToStart: 20,
      isStarted: false,
      rate: 0.8,
      barrier: '永久基本农田',
    });
    expect(only(projectWith({}, { plannedStart: day('2023-12-22'), policyBarrier: '无', permitRate: '—' }))).toMatchObject({ daysToStart: -3, rate: null, barrier: '' });
  });

  it('comes in the order of the planned start; what is to be taken off the list is counted only', () => {
    const agenda = read([
      projectWith({}, { plannedStart: null }),
      projectWith({}, { plannedStart: day('2024-03-01') }),
      projectWith({}, { plannedStart: day('2023-12-01'), actualStart: day('2023-12-02') }),
      projectWith({ tender: '未启动' }, { withdraw: '是' }),
    ])!;
    expect(agenda.projects.map(({ row, isStarted }) => [row, isStarted])).toEqual([[2, true], [1, false], [0, false]]);
    expect(agenda.withdrawn).toBe(1);
    expect(agenda.jams.every(({ ready }) => ready === 0)).toBe(true);
  });
});

describe('the jam', () => {
  it('is at the permit whose turn it is, not at those that wait for it', () => {
    const rows = [projectWith({ worksPlanning: '办理中', drawingReview: '未启动', construction: '未启动' })];
    expect(jamOf(rows, 'worksPlanning')).toMatchObject({ holding: 1, inHand: 1 });
    expect(jamOf(rows, 'drawingReview')).toMatchObject({ holding: 0, blocked: 1 });
    expect(jamOf(rows, 'construction')).toMatchObject({ holding: 0, blocked: 1 });
  });

  it('is counted once for a project, and not where nothing waits', () => {
    expect(jamOf([projectWith({ approval: '未启动', landPlanning: '未启动', tender: '未启动' })], 'approval')).toMatchObject({ holding: 1, ready: 1 });
    expect(jamOf([projectWith({ environment: '未启动' })], 'environment')).toMatchObject({ holding: 0, ready: 1 });
  });

  it('comes biggest first', () => {
    const tender = projectWith({ tender: '未启动', construction: '未启动' });
    const review = projectWith({ drawingReview: '办理中', construction: '未启动' });
    expect(read([review, tender, tender, projectWith({ relics: '办理中' })])!.jams.slice(0, 4).map(({ permit, holding }) => [permit, holding])).toEqual([
      ['tender', 2],
      ['drawingReview', 1],
      ['relics', 0],
      ['construction', 0],
    ]);
  });

  it('is that of one unit where one is asked for', () => {
    const entries = entriesOf({ rows: { 9: [projectWith({ tender: '未启动', construction: '未启动' }), projectWith({ approval: '未启动' }, { unit: '高平市', withdraw: '是' })] } });
    expect(readPermitAgenda(entries, plan, lists, 'qinshui')).toMatchObject({ projects: [{ row: 0 }], withdrawn: 0 });
    expect(readPermitAgenda(entries, plan, lists, 'qinshui')!.jams[0]).toMatchObject({ permit: 'tender', holding: 1 });
    expect(readPermitAgenda(entries, plan, lists, 'gaoping')).toMatchObject({ projects: [], withdrawn: 1 });
  });

  it('is none in a workbook without list 9', () => {
    expect(read([], { findings: [{ kind: 'sheetMissing', list: '9' }] })).toBeNull();
    expect(read([])).toMatchObject({ projects: [], withdrawn: 0 });
  });
});
