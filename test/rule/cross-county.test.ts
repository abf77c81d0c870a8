import fc from 'fast-check';
import { check } from '../../src/rule/engine';
import { NearIndex } from '../../src/rule/near-index';
import { compareProjects, isNear, isWithinTwoEdits, type NamedAmount } from '../../src/rule/near-name';
import { entriesOf, issuesOf, lists, plan, undecidedOf, type Row } from './fixture';

const zezhou = { kind: 'unit', unit: 'zezhou' } as const;
const code = '2311-140500-04-01-123456';
const share = plan.thresholds.nearNameShare;
const at = (unit: string, cells: Row = {}): Row => ({ projectName: '国道改造', unit, totalInvestment: 10_000, ...cells });

describe('cross-county/same-code', () => {
  const rule = 'cross-county/same-code';
  it('passes when one unit has the code, on several lists too', () => {
    expect(issuesOf(rule, { rows: { 5: [at('泽州县', { projectCode: code })], A: [at('泽州县', { projectCode: code })] } })).toEqual([]);
  });
  it('reports once when two have it, whatever the order of rows', () => {
    const rows = [at('泽州县', { projectCode: code, identity: 'A-1' }), at('高平市', { projectCode: code, identity: 'A-2' }), at('沁水县', { projectCode: code, identity: 'A-3' })];
    const found = issuesOf(rule, { rows: { A: rows } });
    expect(found).toMatchObject([{ severity: 'warning', unit: 'zezhou', params: { units: ['zezhou', 'gaoping', 'qinshui'], rows: [8, 9] } }]);
    expect(issuesOf(rule, { rows: { A: [...rows].reverse() } }).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });
  it('is undecided nowhere: a row without a code or a unit is compared with nothing', () => {
    expect(issuesOf(rule, { rows: { A: [at('泽州县', { projectCode: '无' }), at('高平市', { projectCode: '无' })] } })).toEqual([]);
    expect(issuesOf(rule, { rows: { A: [at('泽州县', { projectCode: code }), at('长治市', { projectCode: code })] } })).toEqual([]);
  });
});

describe('cross-county/same-name', () => {
  const rule = 'cross-county/same-name';
  it('passes when names differ', () => expect(issuesOf(rule, { rows: { A: [at('泽州县'), at('高平市', { projectName: '省道改造' })] } })).toEqual([]));
  it('reports once when one name is under two units, across lists', () => {
    expect(issuesOf(rule, { rows: { 5: [at('高平市', { projectName: '国道 改造' })], A: [at('泽州县')] } })).toMatchObject([
      { severity: 'warning', list: '5', unit: 'gaoping', params: { lists: ['A'], units: ['zezhou', 'gaoping'] } },
    ]);
  });
  it('is undecided nowhere: a row whose unit cannot be told is compared with nothing', () => {
    expect(issuesOf(rule, { rows: { A: [at('泽州县'), at('长治市')] } })).toEqual([]);
  });
});

/** A sentence of a series: the same head, a number somewhere, and a few of them with a slip. */
const series = fc
  .record({
    head: fc.constantFrom('沁水县王庄村道路硬化工程', '某某产业园基础设施', '道路'),
    tail: fc.constantFrom('', '标段', '号楼及室外配套项目一期', '年年年'),
    digits: fc.constantFrom(1, 3, 5),
    numbers: fc.uniqueArray(fc.nat(1_200), { minLength: 5, maxLength: 45 }),
    slips: fc.array(fc.tuple(fc.nat(44), fc.nat(20), fc.constantFrom('', '一', '00', '村')), { maxLength: 6 }),
  })
  .map(({ head, tail, digits, numbers, slips }) => {
    const names = numbers.map((number) => `${head}${String(number).padStart(digits, '0')}${tail}`);
    for (const [at, where, put] of slips) {
      const name = names[at];
      if (name) names.push(name.slice(0, where) + put + name.slice(where + 1));
    }
    return names;
  });
const ofSeries = fc.tuple(fc.array(series, { minLength: 1, maxLength: 2 }), fc.integer({ min: 2, max: 3 }), fc.constantFrom(1, 7, 60)).map(([all, units, amounts]) =>
  [...new Set(all.flat())].map((name, at): NamedAmount => ({ unit: at % units, name, total: 1_000 + (at % amounts) * 3 })),
);

/** What the index knows of each project against what comparing all with all gives: the first six later ones. */
function expectFirstLater(index: NearIndex<NamedAmount>, projects: readonly NamedAmount[]): void {
  for (const own of projects) {
    const later = projects.filter((other) => other.unit > own.unit && isNear(own, other, share)).sort(compareProjects);
    expect(index.laterOf(own)).toEqual(later.slice(0, 6));
  }
}
function indexOf(projects: readonly NamedAmount[], most?: number): NearIndex<NamedAmount> {
  const index = new NearIndex<NamedAmount>(share, most);
  for (const step of index.build(projects)) expect(step).toBeUndefined();
  return index;
}

/** All pairs that the index finds, as positions, the smaller first. */
function pairsOf(projects: readonly NamedAmount[]): string[] {
  const index = new NearIndex<NamedAmount>(share);
  const at = new Map(projects.map((project, position) => [project, position]));
  for (const step of index.build(projects)) expect(step).toBeUndefined();
  return projects.flatMap((project, i) => index.nearTo(project).flatMap((other) => (i < at.get(other)! ? [`${i},${at.get(other)}`] : [])));
}

describe('cross-county/near-name', () => {
  const rule = 'cross-county/near-name';
  const pair = (first: string, second: string, total = 10_000, unit = '高平市') =>
    issuesOf(rule, { rows: { A: [at('泽州县', { projectName: first }), at(unit, { projectName: second, totalInvestment: total })] } });
  it('passes when the names are apart, the money is, or the unit is one', () => {
    expect(pair('国道207线升级改造', '省道331线改扩建')).toEqual([]);
    expect(pair('智慧城市建设一期工程', '智慧城市建设二期项目', 10_600)).toEqual([]);
    expect(pair('智慧城市建设一期工程', '智慧城市建设二期项目', 10_000, '泽州县')).toEqual([]);
    expect(pair('东山公园', '西山公园')).toEqual([]);
  });
  it('hints when only the phase, 项目 or 工程, or one or two characters differ', () => {
    expect(pair('智慧城市建设（一期）工程', '智慧城市建设第二期项目', 10_400)).toMatchObject([{ severity: 'info', unit: 'zezhou', params: { units: ['gaoping'] } }]);
    expect(pair('国道207线升级改造工程', '国道207线升级改建工程')).toHaveLength(1);
    expect(pair('国道207线升级改造工程', '国道207线改造工程')).toHaveLength(1);
  });
  it('is undecided when 总投资 is missing', () => {
    expect(undecidedOf(rule, { rows: { A: [at('泽州县', { totalInvestment: null })] } })).toMatchObject([{ unit: 'zezhou', reason: 'missing' }]);
  });
  it('finds every pair that comparing all with all finds', () => {
    const letter = fc.constantFrom('东', '西', '路', '桥', '(', ')', '一', '二', '期');
    const project = fc.record({
      unit: fc.integer({ min: 0, max: 2 }),
      name: fc.array(letter, { minLength: 3, maxLength: 12 }).map((letters) => letters.join('')),
      total: fc.constantFrom(0, 100, 104, 109, 95, 5_000),
    });
    const edited = fc.tuple(project, fc.integer({ min: 0, max: 12 }), letter, fc.integer({ min: 0, max: 2 })).map(([base, where, put, cut]) => [
      base,
      { ...base, unit: (base.unit + 1) % 3, name: base.name.slice(0, where) + put + base.name.slice(where + cut) },
    ]);
    fc.assert(
      fc.property(fc.array(edited, { maxLength: 12 }), (groups) => {
        const projects: NamedAmount[] = groups.flat();
        const expected: string[] = [];
        projects.forEach((a, i) => projects.forEach((b, j) => (i < j && isNear(a, b, share) ? expected.push(`${i},${j}`) : 0)));
        expect(pairsOf(projects).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
  it.each([
    ['', 'ab', true],
    ['abcd', 'bacd', true],
    ['abcd', 'dcba', false],
    ['abcdef', 'abef', true],
    ['abcdef', 'bcdefgh', false],
  ])('%s and %s are within two edits: %s', (a, b, near) => expect(isWithinTwoEdits(a, b)).toBe(near));
  it('counts edits as the table of distances does', () => {
    const distance = (a: string, b: string): number => {
      const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
      for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
          table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
        }
      }
      return table[a.length]![b.length]!;
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(fc.property(word, word, (a, b) => expect(isWithinTwoEdits(a, b)).toBe(distance(a, b) <= 2)), { numRuns: 5_000 });
  });
  it('finds what comparing all with all finds among names as offices make them', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const words = ['产业园', '道路', '供水', '光伏', '改造', '冷链物流', '厂房', '学校', '煤矿', '东', '西', '南'];
    const projects = Array.from({ length: 400 }, (_, id) => ({
      unit: id % 8,
      name: `${words[next(12)]}${words[next(3)]}${words[next(3)]}${words[next(12)]}${next(30)}号建设`,
      total: 1_000 + next(60),
    }));
    const expected = projects.flatMap((a, i) => projects.flatMap((b, j) => (i < j && isNear(a, b, share) ? [`${i},${j}`] : [])));
    expect(expected.length).toBeGreaterThan(10);
    expect(pairsOf(projects).sort()).toEqual(expected.sort());
  });
});

describe('near names that come and go', () => {
  it('are known as if they had all been there at once, whatever the order', () => {
    const name = fc.tuple(fc.constantFrom('智慧城市建设', '国道升级改造', '城市建设'), fc.integer({ min: 0, max: 30 }), fc.constantFrom('项目', '工程', '', '一期')).map(([head, number, tail]) => `${head}${number}${tail}`);
    const project = fc.record({ unit: fc.integer({ min: 0, max: 3 }), name, total: fc.constantFrom(1_000, 1_040, 2_000) });
    const projects = fc.uniqueArray(project, { selector: (each) => `${each.unit}|${each.name}`, maxLength: 60 });
    fc.assert(
      fc.property(projects, fc.array(fc.nat(59), { maxLength: 20 }), (all, goers) => {
        const index = indexOf(all.slice(0, Math.floor(all.length / 2)));
        for (const each of all.slice(Math.floor(all.length / 2))) index.add(each);
        expectFirstLater(index, all);
        const gone = new Set(goers.flatMap((at) => all[at] ?? []));
        for (const each of gone) index.remove(each);
        expectFirstLater(index, all.filter((each) => !gone.has(each)));
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 3, 32])('of numbered series, with slips among them, are those of all, where more than %s are a crowd', (most) => {
    fc.assert(
      fc.property(ofSeries, fc.array(fc.nat(90), { maxLength: 6 }), (projects, goers) => {
        const index = indexOf(projects, most);
        expectFirstLater(index, projects);
        const gone = new Set(goers.flatMap((at) => projects[at] ?? []));
        for (const each of gone) index.remove(each);
        expectFirstLater(index, projects.filter((each) => !gone.has(each)));
        for (const each of gone) index.add(each);
        expectFirstLater(index, projects);
      }),
      { numRuns: 15 },
    );
  });

  it.each([0, 2])('are found among any letters, where more than %s are a crowd', (most) => {
    const name = fc.string({ unit: fc.constantFrom('东', '西', '路'), minLength: 7, maxLength: 11 });
    const projects = fc.uniqueArray(fc.record({ unit: fc.integer({ min: 0, max: 2 }), name, total: fc.constantFrom(1_000, 1_040) }), { selector: (each) => `${each.unit}|${each.name}`, maxLength: 50 });
    fc.assert(fc.property(projects, (all) => expectFirstLater(indexOf(all, most), all)), { numRuns: 30 });
  });

  it('of a numbered series miss no project that has one, though pairs are without number', () => {
    const series = Array.from({ length: 600 }, (_, at) => ({ unit: at % 2, name: `产业园基础设施项目${at + 1}`, total: 1_000 }));
    expectFirstLater(indexOf(series), series);
  });

  it('are told in a workbook however many there are', () => {
    const rows = Array.from({ length: 400 }, (_, number) => at(number % 2 === 0 ? '泽州县' : '高平市', { projectName: `产业园基础设施项目${number + 1}`, identity: `A-${number}` }));
    const found = issuesOf('cross-county/near-name', { rows: { A: rows } });
    expect(found).toHaveLength(200);
    expect(found.every(({ unit, params }) => unit === 'zezhou' && params['more'] === true)).toBe(true);
  });
});

describe('cross-county/name-of-other-unit', () => {
  const rule = 'cross-county/name-of-other-unit';
  const on = (unit: string, projectName: string) => issuesOf(rule, { rows: { 7: [at(unit, { projectName })] } });
  it('passes for its own name, and for words such as 主城区', () => {
    expect(on('陵川县', '陵川客运站')).toEqual([]);
    expect(on('市本级', '主城区水系建设')).toEqual([]);
    expect(on('泽州县', '开发区道路')).toEqual([]);
  });
  it('hints at another county’s', () => expect(on('泽州县', '国道207线至陵川')).toMatchObject([{ severity: 'info', unit: 'zezhou', params: { other: 'lingchuan' } }]));
  it('is undecided nowhere: a row whose unit cannot be told is left out', () => expect(on('长治市', '国道207线至陵川')).toEqual([]));
});

describe('cross-county/foreign-row', () => {
  const rule = 'cross-county/foreign-row';
  it('passes when every row is the unit’s own', () => expect(issuesOf(rule, { rows: { 5: [at('泽州县')] }, scope: zezhou })).toEqual([]));
  it('reports another unit’s row, not in the city’s workbook', () => {
    expect(issuesOf(rule, { rows: { 5: [at('高平市')] }, scope: zezhou })).toMatchObject([{ severity: 'error', list: '5', unit: 'gaoping', columns: ['unit'] }]);
    expect(issuesOf(rule, { rows: { 5: [at('高平市')] } })).toEqual([]);
  });
  it('is undecided when 县（市、区） is gone', () => {
    expect(undecidedOf(rule, { rows: { 5: [at('泽州县')] }, scope: zezhou, gone: { 5: ['unit'] } })).toMatchObject([{ list: '5', reason: 'structure' }]);
  });
});

describe('cross-county/plan-mismatch', () => {
  const rule = 'cross-county/plan-mismatch';
  const found = (entries: ReturnType<typeof entriesOf>) => check(entries, plan, lists).issues.filter((issue) => issue.code === rule);
  it('passes when the workbook is of this plan', () => expect(found(entriesOf({ rows: {} }))).toEqual([]));
  it('reports another plan or version', () => {
    expect(found({ ...entriesOf({ rows: {} }), planId: '别的方案' })).toMatchObject([{ severity: 'error', list: null, params: { seen: '别的方案' } }]);
    expect(found({ ...entriesOf({ rows: {} }), schemaVersion: 2 })).toMatchObject([{ params: { version: 2, expectedVersion: 1 } }]);
  });
  it('is never undecided: every workbook of ours says what it is', () => expect(undecidedOf(rule, { rows: {} })).toEqual([]));
});

describe('cross-county/outlier', () => {
  const rule = 'cross-county/outlier';
  const on = (...totals: readonly (readonly [string, number])[]) => ({ rows: { A: totals.map(([unit, totalInvestment]) => at(unit, { totalInvestment })) } });
  it('passes up to 50 times the median', () => {
    expect(issuesOf(rule, on(['泽州县', 1_000], ['高平市', 1_000], ['阳城县', 50_000]))).toEqual([]);
  });
  it('hints beyond', () => {
    expect(issuesOf(rule, on(['泽州县', 1_000], ['高平市', 1_000], ['阳城县', 50_001]))).toMatchObject([{ severity: 'info', list: 'A', unit: 'yangcheng', params: { median: 1_000 } }]);
  });
  it('is undecided when fewer than three units have projects', () => {
    expect(undecidedOf(rule, on(['泽州县', 1_000], ['高平市', 900_000]))).toMatchObject([{ list: 'A', reason: 'missing' }]);
  });
});

describe('cross-county/missing-unit', () => {
  const rule = 'cross-county/missing-unit';
  it('passes for a unit that has sent something', () => {
    expect(issuesOf(rule, { rows: { 5: plan.units.map((unit) => at(unit.name, { remark: '填报' })) } })).toEqual([]);
  });
  it('reports once per unit that has sent nothing', () => {
    const rows = { 5: plan.units.slice(1).map((unit) => at(unit.name, { remark: '填报' })) };
    expect(issuesOf(rule, { rows })).toMatchObject([{ severity: 'warning', list: null, unit: 'chengqu' }]);
  });
  it('is undecided when the list-due day has not come', () => expect(undecidedOf(rule, { rows: {}, asOf: '2023-11-29' })).toHaveLength(8));
});
