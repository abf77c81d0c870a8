import notice from '../../src/plan/jincheng-2023-31.json';
import { loadPlan, readPlan } from '../../src/plan/load-plan';
import { PlanError, type PlanInput } from '../../src/plan/plan';

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

/** What was done to the plan, path named, and reason given. */
const refused: readonly (readonly [string, (draft: PlanInput) => void, string, string])[] = [
  ['text for a number', put('measures.2.units.zezhou', '14.52亿元'), 'measures.2.units.zezhou（民间投资）', '现为文字“14.52亿元”，应为数字'],
  ['a negative target', put('measures.3.units.zezhou', -314), 'measures.3.units.zezhou', '现为数字 -314，应不小于 0'],
  ['a target missing', put('measures.0.units.qinshui', undefined), 'measures.0.units.qinshui', '缺少沁水县的目标'],
  ['a target of a unit unknown', put('measures.0.units.luzhou', 0), 'measures.0.units.luzhou', '未列出的责任主体'],
  ['a count with decimals', put('measures.3.units.zezhou', 313.5), 'measures.3.units.zezhou', '个数应为整数'],
  ['a measure missing', (draft) => draft.measures.pop(), 'measures', '缺少指标“behindCount”'],
  ['a measure twice', (draft) => draft.measures.push(draft.measures[0]!), 'measures', '“fixedAssetInvestment”出现 2 次'],
  ['a measure unknown', put('measures.0.key', 'tax'), 'measures.0.key', '之一'],
  ['a figure for the city that is no sum', put('measures.0.city', 241.3), 'measures.0.city', '各责任主体合计为 241.2'],
  ['a difference that is none', put('knownDifferences.0.city', 352.1), 'knownDifferences.0', '两数相等'],
  ['a difference that is not the sum', put('knownDifferences.1.sum', 46), 'knownDifferences.1.sum', '应为 45'],
  ['a difference listed twice', (draft) => draft.knownDifferences.push(draft.knownDifferences[0]!), 'knownDifferences.3.measure', '只列一次'],
  ['a section missing', put('thresholds', undefined), 'thresholds', '缺少，应为一组值'],
  ['a choice missing', put('choices.yesNo', undefined), 'choices.yesNo', '缺少，应为列表'],
  ['an empty dropdown', put('choices.pushBatch', []), 'choices.pushBatch', '应至少有 1 项'],
  ['a dropdown unknown', put('choices.colour', [{ key: 'red', label: '红' }]), 'choices.colour', '不是方案的内容'],
  ['a label twice', put('choices.problemGrade.1.label', '一般'), 'choices.problemGrade.1.label', '选项或别名重复'],
  ['an alias of two items', put('choices.pushBatch.2.aliases', ['第一批']), 'choices.pushBatch.2.aliases.0', '重复'],
  ['an item that totals need missing', (draft) => draft.choices.statisticsState.splice(2, 1), 'choices.statisticsState', '缺少选项“registered”'],
  ['a misspelt field', put('untis', []), 'untis', '不是方案的内容，应删去或改正名称'],
  ['a name left empty', put('title', ''), 'title', '现为空文字，应填写，不能为空'],
  ['nothing for a text', put('city', null), 'city', '现为空值，应为文字'],
  ['half a year', put('year', 2023.5), 'year', '应为整数'],
  ['another year', put('nextYear', 2025), 'nextYear', '应为 2024'],
  ['a key with blanks', put('permits.0.key', '立 项'), 'permits.0.key（立项）', '应为小写英文字母开头的字母'],
  ['a day written otherwise', put('dates.listDue', '2023年11月30日'), 'dates.listDue', '应为“年-月-日”'],
  ['a day of no calendar', put('dates.startBy', '2023-12-32'), 'dates.startBy', '日历上没有这一天'],
  ['days turned round', put('period.end', '2023-10-31'), 'period.end', '早于“2023-11-01”'],
  ['a list due after all is over', put('dates.listDue', '2024-11-30'), 'dates.listDue', '晚于“2024-02-20”'],
  ['months out of order', (draft) => draft.months.reverse(), 'months.1.month', '先后颠倒'],
  ['a month from its middle', put('months.0.month', '2023-10-15'), 'months.0.month', '应为当月的第一天'],
  ['permits that wait for each other', put('permits.0.after', ['construction']), 'permits.0.after', '前后循环（立项 → '],
  ['a permit after itself', put('permits.6.after', ['environment']), 'permits.6.after', '环评 → 环评'],
  ['a permit after an unknown one', put('permits.6.after', ['blessing']), 'permits.6.after.0', '没有这项手续'],
  ['a permit that rules need missing', (draft) => draft.permits.splice(6, 1), 'permits', '缺少手续“environment”'],
  ['two units of one name', put('units.1.name', '城区'), 'units.1.name', '名称或别名重复'],
  ['two units of one region', put('units.1.regionCode', '140502'), 'units.1.regionCode', '区划代码重复'],
  ['a region as number', put('units.1.regionCode', 140525), 'units.1.regionCode', '现为数字 140525，应为文字'],
  ['a unit within itself', put('units.7.reserveWithin', 'shibenji'), 'units.7.reserveWithin', '另一个责任主体'],
  ['a clause unknown', put('measures.0.clause', '六(一)'), 'measures.0.clause', 'clauses 中没有这一条'],
  ['a clause twice', (draft) => draft.clauses.push(draft.clauses[0]!), 'clauses.35.id', '条款号重复'],
  ['a named project of no unit', put('namedProjects.0.unit', 'luzhou'), 'namedProjects.0.unit', '没有这个责任主体'],
  ['a named project not in the text', put('namedProjects.0.name', '程颢书院酒店'), 'namedProjects.0.name', '三(四)1的原文中没有'],
  ['a source of problems unknown', put('problemCounts.0.source', 'q9'), 'problemCounts.0.source', 'problemSource'],
  ['text for yes or no', put('settings.frameworkAgreementCounts', '否'), 'settings.frameworkAgreementCounts', '应为 true（是）或 false（否）'],
  ['bands upside down', (draft) => draft.thresholds.bands.reverse(), 'thresholds.bands', '由大到小'],
];

describe('refuses, with path and reason,', () => {
  it.each(refused)('%s', (_, change, path, reason) => {
    const lines = refusal(changed(change)).split('\n');
    expect(lines[0]).toContain('年度方案“测试方案.json”不能使用');
    expect(lines.at(-1)).toBe('请改正后重新载入。');
    const named = lines.filter((line) => line.startsWith(path));
    expect(named.join()).toContain(reason);
  });

  it.each(refused)('in Chinese: %s', (_, change) => {
    const words = refusal(changed(change)).replace(/“[^”]*”/g, '').replace(/^[\w.]+/gm, '');
    expect(words.replace(/true|false|units|clauses|permits|problemSource|knownDifferences|json/g, '')).not.toMatch(/[A-Za-z]{2}/);
  });

  it.each([[null], [undefined], ['方案'], [42], [[]]])('what is no plan at all: %p', (input) => {
    expect(refusal(input)).toMatch(/整个文件：(现为|缺少).*应为一组值/);
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

describe('reading a file', () => {
  it('takes JSON with or without a byte order mark', () => {
    expect(readPlan(`\uFEFF${JSON.stringify(notice satisfies { id: PlanInput['id'] })}`, 'x.json').id).toBe('晋市政办函2023-31');
  });

  it('refuses a file cut short, keeping the cause', () => {
    const read = (): unknown => readPlan('{"id": ', 'x.json');
    expect(read).toThrow(PlanError);
    expect(read).toThrow('年度方案“x.json”不能使用');
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
