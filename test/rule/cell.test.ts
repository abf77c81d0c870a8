import { applyCellFixes } from './apply-fix';
import { day, goodRow, issuesOf, judge, rowWith, undecidedOf, entriesOf, lists, plan } from './fixture';
import { check } from '../../src/rule/engine';
import { fixesOf } from '../../src/rule/fix';

/** Issues of one code on a single row of list 5. */
const on5 = (code: string, cells: Parameters<typeof rowWith>[0]) => issuesOf(code, { rows: { 5: [rowWith(cells)] } });

describe('a row with everything in order', () => {
  it('has no issue on its cells', () => {
    expect(judge({ rows: { 5: [goodRow] } }).issues.filter((issue) => issue.code.startsWith('cell/'))).toEqual([]);
  });
});

describe('cell/required', () => {
  it('passes when every required cell is filled', () => expect(on5('cell/required', {})).toEqual([]));
  it('reports when cells are empty: one issue, naming all of them, at the first', () => {
    const found = on5('cell/required', { developer: null, phone: '  ', totalInvestment: '' });
    expect(found).toMatchObject([{ severity: 'error', columns: ['developer', 'totalInvestment', 'phone'], rowIndex: 0, unit: 'gaoping' }]);
  });
  it('reports a conditional cell only while its condition holds', () => {
    expect(on5('cell/required', { notStartedReason: null })).toMatchObject([{ columns: ['notStartedReason'] }]);
    expect(on5('cell/required', { notStartedReason: null, startState: '已开工' })).toEqual([]);
    expect(on5('cell/required', { notStartedReason: null, startState: '没开工' })).toMatchObject([{ columns: ['notStartedReason'] }]);
  });
  it('asks for a month from its reporting day on', () => {
    const rows = { 1: [{ unit: '泽州县', 'fixedAssetInvestment.m10': 5, 'industrialInvestment.m10': 3, 'privateInvestment.m10': 2 }] };
    expect(issuesOf('cell/required', { rows, asOf: '2023-12-19' })).toEqual([]);
    expect(issuesOf('cell/required', { rows, asOf: '2023-12-20' })).toMatchObject([
      { columns: ['fixedAssetInvestment.m11', 'industrialInvestment.m11', 'privateInvestment.m11'] },
    ]);
  });
  it('is undecided when the row still holds only what it was issued with', () => {
    const workbook = {
      rows: { 5: [{ identity: '5-1', projectName: '第十中学校', unit: '高平市' }] },
      issued: { 5: { '5-1': { name: '第十中学校', unit: 'gaoping' } } },
    };
    expect(issuesOf('cell/required', workbook)).toEqual([]);
    expect(undecidedOf('cell/required', workbook)).toMatchObject([{ list: '5', unit: 'gaoping', reason: 'waiting', count: 1 }]);
  });
  it('is undecided when its column is gone', () => {
    const workbook = { rows: { 5: [goodRow] }, gone: { 5: ['developer'] } };
    expect(issuesOf('cell/required', workbook)).toEqual([]);
    expect(undecidedOf('cell/required', workbook)).toMatchObject([{ reason: 'structure', params: { column: 'developer' } }]);
  });
});

describe('cell/type', () => {
  const fixed = (cells: Parameters<typeof rowWith>[0]) => on5('cell/type', cells).map((issue) => issue.fix && 'after' in issue.fix && issue.fix.after);
  it('passes when numbers are numbers and dates are dates', () => expect(on5('cell/type', { yearPlan: 12.5 })).toEqual([]));
  it.each([
    ['2000万', 2000],
    ['2000万元', 2000],
    ['1,234.5 ', 1234.5],
    ['１２００', 1200],
    ['0.5亿元', 5000],
    ['1.2亿', 12000],
    ['¥600', 600],
    ['3000000元', 300],
    ['1 234 567', 1_234_567],
    ['1　234.5 万元', 1234.5],
  ])('reports %s and understands it as %d 万元', (text, meant) => expect(fixed({ yearPlan: text })).toEqual([meant]));
  it.each(['约2000万', '1,5', '二千', '待定', '85%', '-20万', '3 5', '100 20', '12 345.6 7'])('reports %s without a fix, for it is not certain', (text) =>
    expect(fixed({ yearPlan: text })).toEqual([undefined]),
  );
  it.each([
    ['2023.11.5', '2023-11-05'],
    ['2023年11月5日', '2023-11-05'],
    ['20231105', '2023-11-05'],
    [20_231_105, '2023-11-05'],
    ['２０２３/１１/５', '2023-11-05'],
    ['2023-11-05 14:30', '2023-11-05'],
    ['2023-11-2 14:30', '2023-11-02'],
    ['2023年11月2日14:30:05', '2023-11-02'],
    ['2023/11/2　4:30', '2023-11-02'],
    ['12月5日', '2023-12-05'],
    ['1月5日', '2024-01-05'],
  ])('reports %s and understands it as the day %s', (text, meant) => expect(fixed({ plannedStart: text })).toEqual([day(meant)]));
  it.each(['2023年2月30日', '年底', '12月', '23.11.5', '2023.1 1.5', '2023-11-2 5'])('reports %s without a fix, for there is no such day', (text) =>
    expect(fixed({ plannedStart: text })).toEqual([undefined]),
  );
  it.each([
    ['12月', '2023-12-01'],
    ['1月份', '2024-01-01'],
    ['2024年2月', '2024-02-01'],
    ['2023.12', '2023-12-01'],
    [202_312, '2023-12-01'],
  ])('reports %s and understands it as the month of %s', (text, meant) => {
    const found = issuesOf('cell/type', { rows: { 6: [{ projectName: '甲', plannedStatisticsMonth: text }] } });
    expect(found).toMatchObject([{ fix: { after: day(meant) } }]);
  });
  it('clears a stroke in an optional cell', () => expect(fixed({ yearPlan: '—' })).toEqual([null]));
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/type', { rows: { 5: [goodRow] }, gone: { 5: ['yearPlan'] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('cell/enum', () => {
  it('passes when the value is in the list', () => expect(on5('cell/enum', { projectType: '产业' })).toEqual([]));
  it.each([
    ['unit', '沁水', '沁水县'],
    ['unit', ' 沁水县', '沁水县'],
    ['projectType', '产业类', '产业'],
    ['startState', '未 开工', '未开工'],
  ])('reports %s “%s” and offers “%s”', (column, text, label) =>
    expect(on5('cell/enum', { [column]: text })).toMatchObject([{ severity: 'error', columns: [column], fix: { after: label } }]),
  );
  it('reports what nobody can guess without a fix', () => {
    const [issue] = on5('cell/enum', { unit: '长治市' });
    expect(issue).toMatchObject({ columns: ['unit'], unit: null });
    expect(issue?.fix).toBeUndefined();
  });
  it('offers no unit that the list does not have', () => {
    const [issue] = issuesOf('cell/enum', { rows: { B: [{ projectName: '甲', unit: '市直' }] } });
    expect(issue?.fix).toBeUndefined();
  });
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/enum', { rows: { 5: [goodRow] }, gone: { 5: ['projectType'] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('cell/range', () => {
  it('passes when the number is in range', () => expect(on5('cell/range', { yearPlan: 0 })).toEqual([]));
  it('reports an amount below 0 and a day outside 2000 to 2035', () => {
    expect(on5('cell/range', { yearPlan: -1 })).toMatchObject([{ severity: 'error', params: { reason: 'negative' } }]);
    expect(on5('cell/range', { plannedStart: day('2035-12-31') })).toEqual([]);
    expect(on5('cell/range', { plannedStart: day('2035-12-31') + 1 })).toMatchObject([{ params: { reason: 'day' } }]);
    expect(on5('cell/range', { plannedStart: day('2000-01-01') - 1 })).toMatchObject([{ params: { reason: 'day' } }]);
  });
  it('only warns of a month of list 1 below 0, since a revision may lower it', () => {
    const rows = { 1: [{ unit: '泽州县', 'fixedAssetInvestment.m10': -0.5 }] };
    expect(issuesOf('cell/range', { rows, asOf: '2023-11-10' })).toMatchObject([{ severity: 'warning' }]);
  });
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/type', { rows: { 5: [goodRow] }, gone: { 5: ['yearPlan'] } })).toHaveLength(1);
  });
});

describe('cell/unit-suspect', () => {
  it('passes when 总投资 is within 500 and 5,000,000 万元', () => {
    expect(on5('cell/unit-suspect', { totalInvestment: 500 })).toEqual([]);
    expect(on5('cell/unit-suspect', { totalInvestment: 5_000_000 })).toEqual([]);
  });
  it('reports yuan and 亿元 in a 万元 column, with what is meant', () => {
    expect(on5('cell/unit-suspect', { totalInvestment: 200_000_000 })).toMatchObject([{ severity: 'warning', fix: { after: 20_000 } }]);
    expect(on5('cell/unit-suspect', { totalInvestment: 1.2 })).toMatchObject([{ fix: { after: 12_000 } }]);
  });
  it('reports without a fix where neither unit fits', () => {
    const [issue] = on5('cell/unit-suspect', { totalInvestment: 0.001 });
    expect(issue?.severity).toBe('warning');
    expect(issue?.fix).toBeUndefined();
  });
  it('reports a 亿元 cell over 3 times the unit’s target', () => {
    const ledger = (funds: number) => issuesOf('cell/unit-suspect', { rows: { B: [{ projectName: '甲', unit: '泽州县', arrivedFunds: funds }] } });
    expect(ledger(19.5)).toEqual([]);
    expect(ledger(20_000)).toMatchObject([{ columns: ['arrivedFunds'], fix: { after: 2 } }]);
    const rows = { 1: [{ unit: '陵川县', 'fixedAssetInvestment.m10': 23.5 }] };
    expect(issuesOf('cell/unit-suspect', { rows })).toMatchObject([{ columns: ['fixedAssetInvestment.m10'] }]);
  });
  it('is silent where 未入统原因 is 不足500万元', () => {
    const row = (reason: string) => ({ rows: { 6: [{ projectName: '甲', totalInvestment: 300, statisticsReason: reason }] } });
    expect(issuesOf('cell/unit-suspect', row('不足500万元'))).toEqual([]);
    expect(issuesOf('cell/unit-suspect', row('其他'))).toHaveLength(1);
  });
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/required', { rows: { 5: [goodRow] }, gone: { 5: ['totalInvestment'] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('cell/length', () => {
  it('passes when the text has 500 characters', () => expect(on5('cell/length', { reasonText: '字'.repeat(500) })).toEqual([]));
  it('reports when it has 501', () =>
    expect(on5('cell/length', { reasonText: '字'.repeat(501) })).toMatchObject([{ severity: 'info', params: { length: 501, longest: 500 } }]));
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/length', { rows: { 5: [goodRow] }, gone: { 5: ['reasonText'] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('cell/phone', () => {
  it.each(['13912345678', '0356-2022345', '2022345', '13912345678、0356-2022345', '13912345678 13812345678', 13_912_345_678])(
    'passes when it is %s',
    (phone) => expect(on5('cell/phone', { phone })).toEqual([]),
  );
  it.each(['1391234567', '23912345678901', '办公室'])('reports %s', (phone) => {
    const [issue] = on5('cell/phone', { phone });
    expect(issue).toMatchObject({ severity: 'warning' });
    expect(issue?.fix).toBeUndefined();
  });
  it.each([
    ['１３９１２３４５６７８', '13912345678'],
    ['139 1234 5678', '13912345678'],
    ['13912345678，13812345678', '13912345678、13812345678'],
  ])('offers for %s the number that is meant', (phone, meant) => expect(on5('cell/phone', { phone })).toMatchObject([{ fix: { after: meant } }]));
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/required', { rows: { 5: [goodRow] }, gone: { 5: ['phone'] } })).toMatchObject([{ params: { column: 'phone' } }]);
  });
});

describe('cell/project-code', () => {
  it.each(['2311-140581-04-01-123456', '2311-140500-04-01-123456', '2311-140000-04-01-123456', '2311-000052-04-01-123456', '无', '/'])(
    'passes when it is %s in 高平市',
    (projectCode) => expect(on5('cell/project-code', { projectCode })).toEqual([]),
  );
  it('reports another form, and offers what full-width letters mean', () => {
    expect(on5('cell/project-code', { projectCode: '2311-14058-04-01-123456' })).toMatchObject([{ severity: 'warning' }]);
    expect(on5('cell/project-code', { projectCode: '２３１１—140581-04-01-123456' })).toMatchObject([{ fix: { after: '2311-140581-04-01-123456' } }]);
  });
  it('hints where the region is another county’s', () => {
    expect(on5('cell/project-code', { projectCode: '2311-140525-04-01-123456' })).toMatchObject([{ severity: 'info', params: { owner: 'zezhou' } }]);
  });
  it('is undecided when its column is gone', () => {
    expect(undecidedOf('cell/project-code', { rows: { 5: [goodRow] }, gone: { 5: ['projectCode'] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('cell/formula-error', () => {
  it('passes when ƒ cells hold formulas and no error', () => expect(on5('cell/formula-error', { index: 1 })).toEqual([]));
  it('reports an error in an entry cell without a fix, and in a ƒ cell with the fix of restoring it', () => {
    const [typed] = on5('cell/formula-error', { yearPlan: '#REF!' });
    expect(typed).toMatchObject({ severity: 'error', columns: ['yearPlan'] });
    expect(typed?.fix).toBeUndefined();
    expect(on5('cell/type', { yearPlan: '#REF!' })).toEqual([]);
    expect(on5('cell/formula-error', { index: '#NAME?' })).toMatchObject([{ fix: { kind: 'restoreFormula', column: 'index' } }]);
  });
  it('reports a ƒ cell that was typed over, and nothing where its formula is merely missing', () => {
    const row = (index: number | null) => ({ rows: { 5: [rowWith({ index })] }, formulas: { 5: { index: [null] } } });
    expect(issuesOf('cell/formula-error', row(7))).toMatchObject([{ params: { seen: 7, isError: false }, fix: { kind: 'restoreFormula' } }]);
    expect(issuesOf('cell/formula-error', row(null))).toEqual([]);
  });
  it('is undecided when its column is gone: nothing is judged there', () => {
    expect(issuesOf('cell/formula-error', { rows: { 5: [rowWith({ index: '#REF!' })] }, gone: { 5: ['index'] } })).toEqual([]);
  });
});

describe('修正', () => {
  it('mends everything it offers, and no other issue appears', () => {
    const rows = {
      5: [
        rowWith({ unit: '沁水', totalInvestment: '2000万', plannedStart: '2023.12.5', phone: '139 1234 5678', projectType: '产业类' }),
        rowWith({ identity: '5-2', projectName: '北港物流商贸园区', totalInvestment: 1.5, yearPlan: '/', projectCode: '２３１１-140581-04-01-123456' }),
      ],
    };
    const entries = entriesOf({ rows });
    const before = check(entries, plan, lists);
    const fixes = fixesOf(before);
    expect(fixes.map((issue) => issue.code).sort()).toEqual([
      'cell/enum',
      'cell/enum',
      'cell/phone',
      'cell/project-code',
      'cell/type',
      'cell/type',
      'cell/type',
      'cell/unit-suspect',
    ]);
    const after = check(applyCellFixes(entries, fixes), plan, lists);
    const ids = new Set(before.issues.map((issue) => issue.id));
    expect(after.issues.filter((issue) => issue.fix || !ids.has(issue.id))).toEqual([]);
  });
});
