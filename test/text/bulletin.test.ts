import fc from 'fast-check';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial as day, fromSerial } from '../../src/plan/day';
import { targetOf } from '../../src/plan/measure';
import { writeBulletin } from '../../src/text/bulletin';
import { bulletinDays, bulletinNotes, bulletinOffice, bulletinTitle, describeRankChange, formatFullRate, formerPeriod } from '../../src/text/bulletin-word';
import { computeBulletin, type Bulletin } from '../../src/total/bulletin';
import type { TotalData } from '../../src/total/data';
import { computeBook, type Rows } from '../total/book';
import { startBook } from '../total/progress-book';

/** The bulletin's first ranking in words. */
function start(now: TotalData, older: TotalData | null = null): string {
  return writeBulletin(computeBulletin(now, older))[1]!;
}

describe('the bulletin in words', () => {
  it('says who leads, who is last, what moved and what is overdue', () => {
    const older = startBook({ zezhou: 2, yangcheng: 4, gaoping: 20, qinshui: 1, lingchuan: 0, kaifaqu: 0, chengqu: 0 }, '2023-11-25');
    const now = startBook({ zezhou: 10, yangcheng: 4, gaoping: 20, qinshui: 13, lingchuan: 0, kaifaqu: 0, chengqu: 0 }, '2023-12-25', '2023-12-20');
    const told = writeBulletin(computeBulletin(now, older));
    expect(told[0]).toBe('截至2023年12月25日，全市项目开工、入统、手续办理、问题推进情况通报如下，与2023年11月25日比较。');
    expect(told[1]).toBe(
      '一、开工。全市应开工项目90个，已开工47个，开工率52.22%，较上月提高22.22个百分点。' +
        '泽州县、沁水县并列第1位（100.00%）；城区、陵川县、开发区并列末位（0.00%）。' +
        '与上月相比，泽州县上升2位、沁水县上升3位；阳城县下降2位、高平市下降2位。' +
        '计划开工日期已过仍未开工的项目26个：城区11个、高平市11个、开发区2个、阳城县1个、陵川县1个。',
    );
  });

  it('says nothing of an older workbook where there is none', () => {
    const told = writeBulletin(computeBulletin(startBook({ zezhou: 10, yangcheng: 4 }), null)).join('');
    expect(told).not.toMatch(/上月|上期|比较|百分点|上升|下降|新上榜/);
    expect(told).toContain('泽州县居第1位（100.00%）；阳城县居末位（80.00%）。没有计划开工日期已过仍未开工的项目。城区、高平市、陵川县、沁水县、开发区暂无数据，未参加排名。');
  });

  it('says where ranks and rates stayed, and who is new', () => {
    const book = startBook({ zezhou: 10, yangcheng: 4 });
    expect(start(book, { ...book, asOf: day('2023-11-25') })).toContain('，较上月持平。泽州县居第1位（100.00%）；阳城县居末位（80.00%）。名次与上月相同。');
    expect(start(book, startBook({ zezhou: 10 }, '2023-11-25'))).toContain('与上月相比，阳城县新上榜。');
    expect(start(startBook({ zezhou: 1, yangcheng: 0 }, '2024-01-20'), startBook({ zezhou: 3, yangcheng: 0 }, '2023-11-15'))).toContain('，较上期下降2.22个百分点');
  });

  it('names no last where all share a rank', () => {
    const all = { chengqu: 11, zezhou: 10, gaoping: 31, yangcheng: 5, lingchuan: 1, qinshui: 13, kaifaqu: 2 };
    expect(start(startBook(all))).toContain('各县（市、区）、开发区开工率均为100.00%，并列第1位。没有');
    expect(start(startBook({ zezhou: 10, yangcheng: 5 }))).toContain('泽州县、阳城县开工率均为100.00%，并列第1位。');
  });

  it('ranks nobody where one county or only 市本级 has a figure', () => {
    expect(start(startBook({ zezhou: 5 }))).toContain('县（市、区）、开发区中仅泽州县有数据，开工率50.00%，暂不排名。');
    expect(start(startBook({ shibenji: 17 }))).toContain('开工率18.89%。各县（市、区）、开发区暂无数据，暂不排名。');
  });

  it('of an empty workbook says that there is nothing to rank', () => {
    expect(writeBulletin(computeBulletin(computeBook({}), null)).slice(1)).toEqual([
      '一、开工。各单位暂无数据，暂不排名。',
      '二、入统。各单位暂无数据，暂不排名。',
      '三、手续办理。各单位暂无数据，暂不排名。',
      '四、问题推进。各单位暂无数据，暂不排名。',
    ]);
  });

  it('tells of leaders’ projects that nobody dispatched in time', () => {
    const row = (unit: string, dispatchedOn: string) => ({ projectName: '甲', unit, dispatchedOn: day(dispatchedOn) });
    const book = computeBook({ '4': [row('城区', '2023-12-01'), row('市本级', '2023-11-01'), row('市本级', '2023-12-09'), row('高平市', '2023-12-20')] });
    expect(writeBulletin(computeBulletin(book, null)).at(-1)).toBe('五、包保调度。超过15天未调度的副市长包保项目3个：市本级2个、城区1个。');
  });

  it('in a unit’s workbook tells its own figures in one paragraph, without ranks', () => {
    const scope = { kind: 'unit', unit: 'qinshui' } as const;
    const rows: Rows[string] = [
      { projectName: '甲', unit: '沁水县', startState: '已开工', actualStart: day('2023-12-01') },
      { projectName: '乙', unit: '沁水县', startState: '未开工', plannedStart: day('2023-12-01') },
    ];
    expect(writeBulletin(computeBulletin(computeBook({ '5': rows }, { scope }), null))).toEqual([
      '截至2023年12月25日，沁水县应开工项目13个，已开工1个，开工率7.69%。入统、手续办理、问题推进暂无数据。计划开工日期已过仍未开工的项目1个。',
    ]);
    expect(writeBulletin(computeBulletin(computeBook({}, { scope }), null))).toEqual(['截至2023年12月25日，沁水县开工、入统、手续办理、问题推进暂无数据。']);
  });

  it('holds no figure but those of total, whatever was started', () => {
    const counts = fc.record(
      Object.fromEntries(plan.units.map(({ key }) => [key, fc.nat(targetOf(plan, 'startCount', key) ?? 0)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(counts, fc.option(counts), (now, older) => {
        const bulletin = computeBulletin(startBook(now as Record<string, number>, '2023-12-25', '2023-12-20'), older === null ? null : startBook(older as Record<string, number>, '2023-11-25'));
        const known = figuresOf(bulletin);
        const said = writeBulletin(bulletin).join('').match(/\d[\d,]*(\.\d+)?%?/g) ?? [];
        expect(said.filter((figure) => !known.has(figure))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Every figure of the bulletin as it would be written. */
function figuresOf({ asOf, olderAsOf, rankings, dispatch }: Bulletin): Set<string> {
  const days = [asOf, olderAsOf].flatMap((serial) => (serial === null ? [] : Object.values(fromSerial(serial))));
  const counts = [...rankings.map(({ overdue }) => overdue), dispatch].flatMap(({ units, total }) => [...units, total]);
  const lines = rankings.flatMap(({ standings, city }) => [...standings, ...(city === null ? [] : [city])]);
  const points = rankings.flatMap(({ city }) => (city?.points ? [Math.abs(city.points).toFixed(2)] : []));
  const moves = rankings.flatMap(({ standings }) => standings.flatMap(({ change }) => (change !== null && 'places' in change ? [change.places] : [])));
  return new Set([1, ...days, ...counts, ...lines.flatMap(({ done, target }) => [done, target]), ...lines.map(({ rate }) => formatFullRate(rate)), ...points, ...moves].map(String));
}

describe('words of the bulletin', () => {
  it('is issued by the office of 四(三), by its full name', () => {
    expect(bulletinOffice(plan)).toBe('晋城市项目攻坚指挥部办公室');
    expect(bulletinOffice({ ...plan, collector: '太行项目办' })).toBe('太行项目办');
    expect(bulletinTitle(plan)).toBe('晋城市2023年项目建设冬季行动排名通报');
  });

  it('shows rates as a cell of two decimals does', () => {
    expect([0.538462, 0.123450, 0.999949, 1, 0, '—', null].map(formatFullRate)).toEqual(['53.85%', '12.35%', '99.99%', '100.00%', '0.00%', '—', '']);
  });

  it('says how a rank moved', () => {
    expect([{ kind: 'up', places: 2 } as const, { kind: 'down', places: 1 } as const, { kind: 'same' } as const, { kind: 'entered' } as const, null].map(describeRankChange)).toEqual([
      '升2位',
      '降1位',
      '持平',
      '新上榜',
      '—',
    ]);
  });

  it('calls the month before 上月, also over the turn of the year, and any other day 上期', () => {
    const former = (asOf: string, older: string) => formerPeriod({ asOf: day(asOf), olderAsOf: day(older) });
    expect([former('2024-01-20', '2023-12-25'), former('2023-12-25', '2023-12-01'), former('2023-12-25', '2023-10-31')]).toEqual(['上月', '上期', '上期']);
  });

  it('names both days and the older file, a long name cut', () => {
    const days = { asOf: day('2023-12-25'), olderAsOf: day('2023-11-25') };
    expect(bulletinDays({ ...days, olderAsOf: null }, null)).toBe('统计截止日：2023年12月25日');
    expect(bulletinDays(days, '11月.xlsx')).toBe('统计截止日：2023年12月25日　　对比：2023年11月25日（11月.xlsx）');
    expect(bulletinDays(days, `${'长'.repeat(40)}.xlsx`)).toMatch(/（长{35}…）$/);
  });

  it('warns where the days say that the wrong file was chosen', () => {
    const notes = (asOf: string, older: string | null) => bulletinNotes({ asOf: day(asOf), olderAsOf: older === null ? null : day(older) });
    expect(notes('2023-12-25', null)).toEqual([]);
    expect(notes('2023-12-25', '2023-11-25')).toEqual([]);
    expect(notes('2023-11-25', '2023-12-25')[0]).toContain('升降可能是反的');
    expect(notes('2023-12-25', '2023-12-25')[0]).toContain('请核对是否选对了上月的文件');
  });
});
