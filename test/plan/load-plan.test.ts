import { z } from 'zod';
import notice from '../../src/plan/jincheng-2023-31.json';
import { loadPlan, readPlan } from '../../src/plan/load-plan';
import { PlanError, type PlanInput } from '../../src/plan/plan';
import { describeExpected } from '../../src/plan/schema-problem';

/** The built-in plan's data with something changed. */
function changed(change: (draft: PlanInput) => void): unknown {
  const draft = structuredClone(notice) as unknown as PlanInput;
  change(draft);
  return draft;
}

/** Puts a value at a path of the plan; undefined takes away what is there. */
function put(path: string, value: unknown): (draft: PlanInput) => void {
  return (draft) => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce((here, step) => here[step] as Record<string, unknown>, draft as Record<string, unknown>);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };
}

function refusal(input: unknown): string {
  try {
    loadPlan(input, '测试方案.json');
  } catch (error) {
    expect(error).toBeInstanceOf(PlanError);
    return (error as PlanError).message;
  }
  throw new Error('the plan was accepted');
}

it('accepts the notice’s own plan', () => {
  expect(loadPlan(notice, '内置').number).toBe('晋市政办函〔2023〕31号');
});

it('fills in what may be left out', () => {
  const plan = loadPlan(notice, '内置');
  expect(plan.permits[0]?.after).toEqual([]);
  expect(plan.choices.direction.find((item) => item.key === 'cityBuilding')?.aliases).toEqual([]);
});

/** What was done to the plan, and every line of the refusal: path, names met on the way, what stands there, what should. */
const refused: readonly (readonly [string, (draft: PlanInput) => void, ...string[]])[] = [
  ['text for a number', put('measures.2.units.zezhou', '14.52亿元'), 'measures.2.units.zezhou（民间投资）：现为文字“14.52亿元”，应为数字'],
  ['a negative target', put('measures.3.units.zezhou', -314), 'measures.3.units.zezhou（建设项目个数）：现为数字 -314，应不小于 0'],
  ['a target missing', put('measures.0.units.qinshui', undefined),
    'measures.0.units.qinshui（固定资产投资）：缺少沁水县的目标，应为数字',
    'measures.0.city（固定资产投资）：现为数字 241.2，各责任主体合计为 196.9；如系原文差异，应列入 knownDifferences'],
  ['a target of a unit unknown', put('measures.0.units.luzhou', 0), 'measures.0.units.luzhou（固定资产投资）：是未列出的责任主体，应改正代号，或先在 units 中列出'],
  ['a count with decimals', put('measures.3.units.zezhou', 313.5),
    'measures.3.units.zezhou（建设项目个数）：现为数字 313.5，个数应为整数',
    'measures.3.city（建设项目个数）：现为数字 1547，各责任主体合计为 1546.5；如系原文差异，应列入 knownDifferences'],
  ['a count for the city with decimals', put('measures.19.city', 12.5),
    'measures.19.city（未按时序进度推进项目个数）：现为数字 12.5，个数应为整数',
    'measures.19.city（未按时序进度推进项目个数）：现为数字 12.5，各责任主体合计为 44；如系原文差异，应列入 knownDifferences'],
  ['a measure missing', (draft) => draft.measures.pop(), 'measures：缺少指标“behindCount”，应补上'],
  ['a measure twice', (draft) => draft.measures.push(draft.measures[0]!), 'measures：指标“fixedAssetInvestment”出现 2 次，应只有一次'],
  ['a figure for the city that is no sum', put('measures.0.city', 241.3), 'measures.0.city（固定资产投资）：现为数字 241.3，各责任主体合计为 241.2；如系原文差异，应列入 knownDifferences'],
  ['a difference that is none', put('knownDifferences.0.city', 352.1),
    'knownDifferences.0.city：现为数字 352.1，与该指标的全市数不一致，应为 352',
    'knownDifferences.0：两数相等，并无差异，应删去'],
  ['a difference that is not the sum', put('knownDifferences.1.sum', 46), 'knownDifferences.1.sum：现为数字 46，与各责任主体合计不一致，应为 45'],
  ['a difference that is not the city’s figure', put('knownDifferences.1.city', 58), 'knownDifferences.1.city：现为数字 58，与该指标的全市数不一致，应为 57'],
  ['a difference for a measure without a city figure', (draft) => { draft.measures[9]!.city = null; }, 'knownDifferences.1.city：现为数字 57，与该指标的全市数不一致，应为 空'],
  ['a difference listed twice', (draft) => draft.knownDifferences.push(draft.knownDifferences[0]!), 'knownDifferences.3.measure：现为“reservePrivateInvestment”，前面已经列过，应只列一次'],
  ['a section missing', put('thresholds', undefined), 'thresholds：缺少，应为一组值'],
  ['a choice missing', put('choices.yesNo', undefined), 'choices.yesNo：缺少，应为列表'],
  ['an empty dropdown', put('choices.pushBatch', []), 'choices.pushBatch：现为列表（0 项），应至少有 1 项'],
  ['a dropdown unknown', put('choices.colour', [{ key: 'red', label: '红' }]), 'choices.colour：不是方案的内容，应删去或改正名称'],
  ['a label twice', put('choices.problemGrade.1.label', '一般'), 'choices.problemGrade.1.label（一般）：现为“一般”，选项或别名重复，应各不相同'],
  ['an alias of two items', put('choices.pushBatch.2.aliases', ['第一批']), 'choices.pushBatch.2.aliases.0（第三批）：现为“第一批”，选项或别名重复，应各不相同'],
  ['an item’s key twice', put('choices.reserveTier.1.key', 'city'), 'choices.reserveTier.1.key（县级子库）：现为“city”，代号重复，应各不相同'],
  ['an item that totals need missing', (draft) => draft.choices.statisticsState.splice(2, 1), 'choices.statisticsState：缺少选项“registered”，校验和汇总要用到，应补上'],
  ['a misspelt field', put('untis', []), 'untis：不是方案的内容，应删去或改正名称'],
  ['a name left empty', put('title', ''), 'title：现为空文字，应填写，不能为空'],
  ['nothing for a text', put('city', null), 'city：现为空值，应为文字'],
  ['half a year', put('year', 2023.5), 'year：现为数字 2023.5，应为整数'],
  ['another year', put('nextYear', 2025), 'nextYear：现为数字 2025，与“2024-01-01”不在同一年，应为 2024'],
  ['another year for what is being finished', put('year', 2022), 'year：现为数字 2022，与“2023-10-01”不在同一年，应为 2023'],
  ['a key with blanks', put('permits.0.key', '立 项'), 'permits.0.key（立项）：现为文字“立 项”，应为小写英文字母开头的字母'],
  ['a day written otherwise', put('dates.listDue', '2023年11月30日'), 'dates.listDue：现为文字“2023年11月30日”，应为“年-月-日”，例如 2023-11-01'],
  ['a day of no calendar', put('dates.startBy', '2023-12-32'), 'dates.startBy：现为“2023-12-32”，日历上没有这一天，应为真实的日期'],
  ['days turned round', put('period.end', '2023-10-31'),
    'issuedOn：现为“2023-11-01”，晚于“2023-10-31”，先后颠倒',
    'period.end：现为“2023-10-31”，早于“2023-11-01”，先后颠倒',
    'dates.listDue：现为“2023-11-30”，晚于“2023-10-31”，先后颠倒',
    'dates.startBy：现为“2023-12-20”，晚于“2023-10-31”，先后颠倒'],
  ['issued after all is over', put('issuedOn', '2024-02-21'), 'issuedOn：现为“2024-02-21”，晚于“2024-02-20”，先后颠倒'],
  ['a quarter that ends before it begins', put('quarter.end', '2023-09-30'),
    'quarter.end：现为“2023-09-30”，早于“2023-10-01”，先后颠倒',
    'months.0.month（10月）：现为“2023-10-01”，晚于“2023-09-30”，先后颠倒',
    'months.1.month（11月）：现为“2023-11-01”，晚于“2023-09-30”，先后颠倒',
    'months.2.month（12月）：现为“2023-12-01”，晚于“2023-09-30”，先后颠倒'],
  ['a next quarter that begins in this one', put('nextQuarter.start', '2023-12-30'),
    'nextQuarter.start：现为“2023-12-30”，早于“2023-12-31”，先后颠倒',
    'nextYear：现为数字 2024，与“2023-12-30”不在同一年，应为 2023'],
  ['a next quarter that ends before it begins', put('nextQuarter.end', '2023-12-30'), 'nextQuarter.end：现为“2023-12-30”，早于“2024-01-01”，先后颠倒'],
  ['a measure whose period ends before it begins', put('measures.0.period.end', '2023-09-30'), 'measures.0.period.end（固定资产投资）：现为“2023-09-30”，早于“2023-10-01”，先后颠倒'],
  ['a month before the quarter', put('months.0.month', '2023-09-01'), 'months.0.month（10月）：现为“2023-09-01”，早于“2023-10-01”，先后颠倒'],
  ['a month after the quarter', put('months.2.month', '2024-01-01'), 'months.2.month（12月）：现为“2024-01-01”，晚于“2023-12-31”，先后颠倒'],
  ['a month reported before it has begun', put('months.0.reportBy', '2023-09-30'), 'months.0.reportBy（10月）：现为“2023-09-30”，早于“2023-10-01”，先后颠倒'],
  ['a list due before anything has begun', put('dates.listDue', '2023-10-31'), 'dates.listDue：现为“2023-10-31”，早于“2023-11-01”，先后颠倒'],
  ['a list due after all is over', put('dates.listDue', '2024-11-30'), 'dates.listDue：现为“2024-11-30”，晚于“2024-02-20”，先后颠倒'],
  ['a start due before anything has begun', put('dates.startBy', '2023-10-31'), 'dates.startBy：现为“2023-10-31”，早于“2023-11-01”，先后颠倒'],
  ['a start due after all is over', put('dates.startBy', '2024-02-21'), 'dates.startBy：现为“2024-02-21”，晚于“2024-02-20”，先后颠倒'],
  ['catching up before anything has begun', put('dates.catchUpBy', '2023-10-31'), 'dates.catchUpBy：现为“2023-10-31”，早于“2023-11-01”，先后颠倒'],
  ['solving before anything has begun', put('dates.solveBy', '2023-10-31'), 'dates.solveBy：现为“2023-10-31”，早于“2023-11-01”，先后颠倒'],
  ['a rate asked for before its quarter', put('dates.nextQuarterStartRateFrom', '2023-12-31'), 'dates.nextQuarterStartRateFrom：现为“2023-12-31”，早于“2024-01-01”，先后颠倒'],
  ['months out of order', (draft) => draft.months.reverse(),
    'months.1.month（11月）：现为“2023-11-01”，早于“2023-12-01”，先后颠倒',
    'months.2.month（10月）：现为“2023-10-01”，早于“2023-11-01”，先后颠倒'],
  ['a month from its middle', put('months.0.month', '2023-10-15'), 'months.0.month（10月）：现为“2023-10-15”，应为当月的第一天'],
  ['two months of one key', put('months.1.key', 'm10'), 'months.1.key（11月）：现为“m10”，代号重复，应各不相同'],
  ['no months', put('months', []), 'months：现为列表（0 项），应至少有 1 项'],
  ['permits that wait for each other', put('permits.0.after', ['construction']), 'permits.0.after（立项）：前后循环（立项 → 施工许可 → 工程规划许可 → 用地规划许可 → 立项），应去掉其中一项前置'],
  ['a permit after itself', put('permits.6.after', ['environment']), 'permits.6.after（环评）：前后循环（环评 → 环评），应去掉其中一项前置'],
  ['a permit after an unknown one', put('permits.6.after', ['blessing']), 'permits.6.after.0（环评）：现为“blessing”，没有这项手续，应为 permits 中已有的代号'],
  ['a permit that rules need missing', (draft) => draft.permits.splice(6, 1), 'permits：缺少手续“environment”，校验要用到，应补上'],
  ['the last permit missing', (draft) => draft.permits.pop(), 'permits：缺少手续“construction”，校验要用到，应补上'],
  ['two permits of one key', put('permits.7.key', 'environment'), 'permits.7.key（能评）：现为“environment”，代号重复，应各不相同'],
  ['two permits of one name', put('permits.7.name', '环评'), 'permits.7.name（环评）：现为“环评”，名称重复，应各不相同'],
  ['no permits', put('permits', []), 'permits：现为列表（0 项），应至少有 1 项'],
  ['two units of one name', put('units.1.name', '城区'), 'units.1.name（城区）：现为“城区”，名称或别名重复，应各不相同'],
  ['an alias of two units', put('units.1.aliases', ['高平']), 'units.2.aliases.0（高平市）：现为“高平”，名称或别名重复，应各不相同'],
  ['a unit’s key in capitals', put('units.1.key', 'Zezhou'), 'units.1.key（泽州县）：现为文字“Zezhou”，应为小写英文字母'],
  ['a unit of no kind', put('units.1.kind', 'town'), 'units.1.kind（泽州县）：现为文字“town”，应为“county”、“cityLevel”之一'],
  ['two units of one region', put('units.1.regionCode', '140502'), 'units.1.regionCode（泽州县）：现为“140502”，区划代码重复，应各不相同'],
  ['a region as number', put('units.1.regionCode', 140525), 'units.1.regionCode（泽州县）：现为数字 140525，应为文字'],
  ['a region too short', put('units.1.regionCode', '14052'), 'units.1.regionCode（泽州县）：现为文字“14052”，应为六位数字的文字'],
  ['one unit alone', (draft) => draft.units.splice(1), 'units：现为列表（1 项），应至少有 2 项'],
  ['a unit within itself', put('units.7.reserveWithin', 'shibenji'), 'units.7.reserveWithin（市本级）：现为“shibenji”，应为另一个责任主体的代号'],
  ['a unit within an unknown one', put('units.7.reserveWithin', 'luzhou'), 'units.7.reserveWithin（市本级）：现为“luzhou”，应为另一个责任主体的代号'],
  ['a clause unknown', put('measures.0.clause', '六(一)'), 'measures.0.clause（固定资产投资）：现为“六(一)”，clauses 中没有这一条，应为已列出的条款号'],
  ['a clause of problems unknown', put('problemCounts.0.clause', '六(一)'), 'problemCounts.0.clause：现为“六(一)”，clauses 中没有这一条，应为已列出的条款号'],
  ['a clause of a named project unknown', put('namedProjects.0.clause', '六(一)'), 'namedProjects.0.clause（程颢书院文化产业园）：现为“六(一)”，clauses 中没有这一条，应为已列出的条款号'],
  ['a clause twice', (draft) => draft.clauses.push(draft.clauses[0]!), 'clauses.35.id：现为“前言”，条款号重复，应各不相同'],
  ['a named project of no unit', put('namedProjects.0.unit', 'luzhou'), 'namedProjects.0.unit（程颢书院文化产业园）：现为“luzhou”，没有这个责任主体，应为 units 中已有的代号'],
  ['a named project not in the text', put('namedProjects.0.name', '程颢书院酒店'), 'namedProjects.0.name（程颢书院酒店）：现为“程颢书院酒店”，三(四)1的原文中没有，应与原文一致'],
  ['a named project of another list', put('namedProjects.0.list', '4'), 'namedProjects.0.list（程颢书院文化产业园）：现为文字“4”，应为“5”、“6”、“7”之一'],
  ['a source of problems unknown', put('problemCounts.0.source', 'q9'), 'problemCounts.0.source：现为“q9”，应为 problemSource 中已有的代号'],
  ['fewer than no projects handed over', put('problemCounts.0.projects', -1), 'problemCounts.0.projects：现为数字 -1，应不小于 0'],
  ['problems of no project', put('problemCounts.0.projects', 0), 'problemCounts.0.projects：现为数字 0，问题有 7 个，应至少为 1'],
  ['more projects with a problem than problems', put('problemCounts.0.projects', 8), 'problemCounts.0.projects：现为数字 8，多于问题数，每个项目至少有一个问题，应不大于 7'],
  ['more projects with a problem than projects', put('problemCounts.1.among', 10), 'problemCounts.1.among：现为数字 10，少于其中有问题的项目数，应不小于 11'],
  ['a unit within one that is itself within another', put('units.0.reserveWithin', 'zezhou'), 'units.7.reserveWithin（市本级）：现为“chengqu”，它自己的储备目标又含在“zezhou”里，应为单独列有储备目标的责任主体'],
  ['a name that no file can have', put('id', '晋市政办函2024/40'), 'id：现为文字“晋市政办函2024/40”，要用在文件名里，不能有 \\ / : * ? " < > | 这些符号'],
  ['a name too long for a file', put('id', '晋'.repeat(61)), `id：现为文字“${'晋'.repeat(30)}…”，要用在文件名里，应不超过 60 个字`],
  ['a unit whose name no file can have', put('units.1.name', '泽州县/城区'), 'units.1.name（泽州县/城区）：现为文字“泽州县/城区”，要用在文件名里，不能有 \\ / : * ? " < > | 这些符号'],
  ['money counted in pieces', (draft) => { draft.measures[13]!.unitOfMeasure = '亿元'; }, 'measures.13.unitOfMeasure（5-10亿元）：现为“亿元”，应为“个”'],
  ['pieces counted in money', (draft) => { draft.measures[15]!.unitOfMeasure = '个'; draft.measures[15]!.units['chengqu'] = 14; }, 'measures.15.unitOfMeasure（新开工固定资产项目计划总投资）：现为“个”，应为“亿元”'],
  ['a share as percents', put('thresholds.nextQuarterStartRate', 40), 'thresholds.nextQuarterStartRate：现为数字 40，应不大于 1，例如 40% 写作 0.4'],
  ['fewer days than none', put('thresholds.dispatchDays', -15), 'thresholds.dispatchDays：现为数字 -15，应不小于 0'],
  ['text for yes or no', put('settings.frameworkAgreementCounts', '否'), 'settings.frameworkAgreementCounts：现为文字“否”，应为 true（是）或 false（否）'],
  ['bands upside down', (draft) => draft.thresholds.bands.reverse(), 'thresholds.bands：现为“5、10、50”，应由大到小且大于 0'],
  ['two lower bands that are one', put('thresholds.bands', [50, 5, 5]), 'thresholds.bands：现为“50、5、5”，应由大到小且大于 0'],
  ['a band from nothing', put('thresholds.bands', [50, 10, 0]), 'thresholds.bands：现为“50、10、0”，应由大到小且大于 0'],
  ['a band missing', put('thresholds.bands', [50, 10]), 'thresholds.bands：现为列表（2 项），应至少有 3 项'],
  ['a band too many', put('thresholds.bands', [50, 10, 5, 1]), 'thresholds.bands：现为列表（4 项），应至多有 3 项'],
  ['two upper bands that are one', put('thresholds.bands', [10, 10, 5]), 'thresholds.bands：现为“10、10、5”，应由大到小且大于 0'],
  ['another version', put('schemaVersion', 2), 'schemaVersion：现为数字 2，应为“1”'],
  ['another unit of measure', put('measures.0.unitOfMeasure', '元'), 'measures.0.unitOfMeasure（固定资产投资）：现为文字“元”，应为“亿元”、“个”之一'],
  ['a long text for a number', put('measures.0.city', '一'.repeat(31)), 'measures.0.city（固定资产投资）：现为文字“一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一…”，应为数字'],
  ['a text for a number just short enough to be shown whole', put('measures.0.city', '一'.repeat(30)), `measures.0.city（固定资产投资）：现为文字“${'一'.repeat(30)}”，应为数字`],
  ['a name left empty on the way', (draft) => Object.assign(draft.units[1]!, { name: '', regionCode: '1' }),
    'units.1.name：现为空文字，应填写，不能为空',
    'units.1.regionCode：现为文字“1”，应为六位数字的文字'],
  ['yes for a number', put('year', true), 'year：现为true（是），应为数字'],
  ['a list for a number', put('year', [1, 2]), 'year：现为列表（2 项），应为数字'],
  ['a group for a number', put('year', {}), 'year：现为一组值，应为数字'],
  ['an item’s key in capitals', put('choices.yesNo.0.key', 'Yes'), 'choices.yesNo.0.key（是）：现为文字“Yes”，应为小写英文字母开头的字母和数字'],
  ['no for a text', put('title', false), 'title：现为false（否），应为文字'],
];

describe('refuses, with path and reason,', () => {
  it.each(refused.map(([what, change, ...expected]) => [what, { change, expected }] as const))('%s', (_, { change, expected }) => {
    const lines = refusal(changed(change)).split('\n');
    expect(lines[0]).toBe(`年度方案“测试方案.json”不能使用，有 ${expected.length} 处问题：`);
    expect(lines.slice(1, -1)).toEqual(expected.map((line) => `${line}。`));
    expect(lines.at(-1)).toBe('请改正后重新载入。');
    // In Chinese, but for what a plan's own file says.
    const words = lines.join('\n').replace(/“[^”]*”/g, '').replace(/^[\w.]+/gm, '');
    expect(words.replace(/true|false|units|clauses|permits|problemSource|knownDifferences|json/g, '')).not.toMatch(/[A-Za-z]{2}/);
  });

  it('a measure that nobody knows, with all there are', () => {
    const [, line = ''] = refusal(changed(put('measures.0.key', 'tax'))).split('\n');
    expect(line.startsWith('measures.0.key（固定资产投资）：现为文字“tax”，应为“fixedAssetInvestment”、“industrialInvestment”、')).toBe(true);
    expect(line.endsWith('、“behindCount”之一。')).toBe(true);
    expect(line.match(/“/g)).toHaveLength(21);
  });

  it('a unit’s key twice, and the targets that then belong to nobody', () => {
    const message = refusal(changed(put('units.1.key', 'chengqu')));
    expect(message).toContain('有 27 处问题');
    expect(message).toContain('measures.0.units.zezhou（固定资产投资）：是未列出的责任主体，应改正代号，或先在 units 中列出。');
    expect(message).toContain('其余 7 处从略。');
    const ofUnits = refusal(changed((draft) => {
      put('units.7.key', 'chengqu')(draft);
      for (const measure of draft.measures) delete measure.units['shibenji'];
      draft.measures.forEach((measure) => { measure.city = null; });
      draft.knownDifferences.length = 0;
    }));
    expect(ofUnits).toContain('units.7.key（市本级）：现为“chengqu”，代号重复，应各不相同。');
  });

  it.each([[null], [undefined], ['方案'], [42], [[]]])('what is no plan at all: %p', (input) => {
    expect(refusal(input)).toMatch(/整个文件：(现为|缺少).*应为一组值/);
  });

  it('keeping what the schema said as its cause', () => {
    try {
      loadPlan(changed(put('title', '')), 'x.json');
    } catch (error) {
      expect((error as PlanError).cause).toHaveProperty('issues');
    }
    expect.assertions(1);
  });

  it('everything at once, and the rest by its number', () => {
    const message = refusal(
      changed((draft) => {
        for (const at of draft.measures.keys()) put(`measures.${at}.units`, { zezhou: 'x', gaoping: 'y' })(draft);
      }),
    );
    expect(message).toContain('有 40 处问题');
    expect(message.split('\n')).toHaveLength(23);
    expect(message).toContain('其余 20 处从略');
  });
});

it('accepts days at either end of what they may be', () => {
  expect(loadPlan(changed(put('dates.listDue', notice.period.end)), 'x').dates.listDue).toBe(notice.period.end);
  expect(loadPlan(changed(put('dates.startBy', notice.period.start)), 'x').dates.startBy).toBe(notice.period.start);
});

it('names a ring of permits without those that only lead to it', () => {
  const ring = changed((draft) => {
    const [first, second, third] = draft.permits as { key: string; after: string[] }[];
    first!.after = [second!.key];
    second!.after = [third!.key];
    third!.after = [second!.key];
  });
  const [, second, third] = notice.permits;
  expect(refusal(ring)).toContain(`前后循环（${second!.name} → ${third!.name} → ${second!.name}），应去掉其中一项前置`);
});

describe('a value that a schema does not take, in words', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a number too large', z.number().max(3), 5, '应不大于 3'],
    ['a list too long', z.array(z.string()).max(1), ['a', 'b'], '应至多有 1 项'],
    ['a kind without a word of its own', z.bigint(), 'x', '应为另一种值'],
    ['another fault', z.number().multipleOf(2), 3, '应按方案格式填写'],
  ])('%s', (_, schema, value, words) => {
    expect(schema.safeParse(value, { error: describeExpected }).error?.issues[0]?.message).toBe(words);
  });
});

describe('reading a file', () => {
  it('takes JSON with or without a byte order mark', () => {
    expect(readPlan(`\uFEFF${JSON.stringify(notice satisfies { id: PlanInput['id'] })}`, 'x.json').id).toBe('晋市政办函2023-31');
  });

  it.each(['', '\uFEFF', ' \r\n'])('refuses an empty file as such: %j', (text) => {
    expect(() => readPlan(text, 'x.json')).toThrow('年度方案“x.json”不能使用：是空文件，应为年度方案文件（.json）。请重新复制或下载方案文件，再重新载入。');
  });

  it('refuses a file cut short, keeping the cause', () => {
    const read = (): unknown => readPlan('{"id": ', 'x.json');
    expect(read).toThrow(PlanError);
    expect(read).toThrow('年度方案“x.json”不能使用：内容不是完整的年度方案文件（.json）。请检查括号、引号和逗号，改正后重新载入。');
    try {
      read();
    } catch (error) {
      expect((error as PlanError).cause).toBeInstanceOf(SyntaxError);
    }
  });
});

it('needs no eval, which a strict page forbids', async () => {
  const original = globalThis.Function;
  let made = 0;
  globalThis.Function = new Proxy(original, {
    construct: (target, args) => {
      made += 1;
      return Reflect.construct(target, args) as object;
    },
  });
  try {
    await jest.isolateModulesAsync(async () => {
      const { builtInPlan } = await import('../../src/plan/built-in');
      expect(builtInPlan.units).toHaveLength(8);
    });
  } finally {
    globalThis.Function = original;
  }
  expect(made).toBe(0);
});
