import { builtInPlan } from '../../src/plan/built-in';
import { itemOf, labelOf } from '../../src/plan/choice';
import { measureOf, sumOfUnits, targetOf } from '../../src/plan/measure';
import { choiceKeys, PlanError, type ChoiceKey, type MeasureKey } from '../../src/plan/plan';
import { quarterName } from '../../src/plan/quarter';
import { findUnit, unitOf, unitsOf } from '../../src/plan/unit';

const plan = builtInPlan;

describe('units', () => {
  it('stand in the order of every list', () => {
    expect(unitsOf(plan, 'all').map((unit) => unit.name).join(' ')).toBe('城区 泽州县 高平市 阳城县 陵川县 沁水县 开发区 市本级');
    expect(unitsOf(plan, 'county').map((unit) => unit.name)).not.toContain('市本级');
    expect(unitsOf(plan, 'county')).toHaveLength(7);
  });

  it.each([
    ['qinshui', '沁水县'],
    ['沁水县', '沁水县'],
    ['沁水', '沁水县'],
    ['晋城市城区', '城区'],
    ['经开区', '开发区'],
    ['晋城经济技术开发区', '开发区'],
    ['市直', '市本级'],
  ])('are found by %s', (text, name) => {
    expect(findUnit(plan, text)?.name).toBe(name);
  });

  it('are not guessed', () => {
    expect(findUnit(plan, '沁')).toBeNull();
    expect(findUnit(plan, '')).toBeNull();
    expect(() => unitOf(plan, '沁水县')).toThrow(new PlanError('年度方案“晋市政办函2023-31”中没有代号为“沁水县”的责任主体。'));
    expect(unitOf(plan, 'qinshui').regionCode).toBe('140521');
  });

  it('have a short name only where it is no ordinary word', () => {
    expect(plan.units.flatMap((unit) => unit.shortName ?? [])).toEqual(['泽州', '高平', '阳城', '陵川', '沁水']);
  });

  it('count 市本级’s reserve within 城区', () => {
    expect(plan.units.flatMap((unit) => (unit.reserveWithin ? [[unit.key, unit.reserveWithin]] : []))).toEqual([['shibenji', 'chengqu']]);
  });
});

describe('measures', () => {
  it('give a unit’s target, and null where the notice sets none', () => {
    expect(targetOf(plan, 'fixedAssetInvestment', 'qinshui')).toBe(44.3);
    expect(targetOf(plan, 'fixedAssetInvestment', 'shibenji')).toBeNull();
    expect(targetOf(plan, 'bandLargeCount', 'chengqu')).toBe(0);
  });

  it('are summed exactly', () => {
    expect(sumOfUnits({ units: { a: 0.1, b: 0.2 } })).toBe(0.3);
    expect(sumOfUnits(measureOf(plan, 'reservePrivateInvestment'))).toBe(352.1);
  });

  it('are complained of when the plan has no such one', () => {
    expect(() => measureOf(plan, 'noSuchMeasure' as MeasureKey)).toThrow(new PlanError('年度方案“晋市政办函2023-31”中没有指标“noSuchMeasure”。'));
  });
});

/** What the dropdowns show, in order. */
const dropdowns: Readonly<Record<ChoiceKey, string>> = {
  projectType: '产业, 基础设施, 社会民生, 生态环保, 其他',
  buildKind: '新建, 扩建, 改建和技术改造, 迁建, 恢复, 单纯建造生活设施, 单纯购置',
  investor: '政府投资, 国有企业, 民间投资, 外商投资, 混合',
  yesNo: '是, 否',
  direction: '六大战略定位, “1+5”现代产业体系, 十大产业链, 城市建设, 乡村振兴, 生态文明, 现代服务业, 治水兴水',
  reserveTier: '市总库, 县级子库, 行业子库',
  imageProgress: '前期, 场平, 基础, 主体, 安装装修, 收尾, 完工',
  notStartedReason: '土地手续, 规划手续, 环评能评水保, 设计未定, 资金未落实, 征地拆迁, 招投标, 投资方意愿, 未到计划时间, 其他',
  startState: '未开工, 已开工, 申请调出',
  statisticsReason:
    '立项文件不全, 未签施工合同, 未实质开工, 不足500万元, 法人未入库, 财务凭证不全, 批文与申报不一致, 不属统计范围, 已报待审, 其他',
  statisticsState: '未报, 已报待审, 已入统, 申请调出',
  behindReason: '审批手续, 资金短缺, 用地制约, 征地拆迁, 配套不全, 阻工扰工, 设计变更, 施工组织, 冬季停工, 市场因素, 其他',
  problemKind: '审批手续, 资金, 用地, 征迁, 配套, 阻工扰工, 规划政策, 其他',
  problemGrade: '一般, 久拖不决, 重大',
  authorityLevel: '县级, 市级, 省级',
  problemSource: '二季度13710, 三季度交办, 问题大起底, 督导发现',
  problemState: '发现, 交办, 督办, 销号',
  agreementKind: '正式合同, 框架协议',
  pushBatch: '第一批, 第二批, 第三批',
  policyBarrier: '无, 生态保护红线, 永久基本农田, 其他',
  permitState: '已办结, 办理中, 未启动, 不涉及, 承诺制, 统一服务, 容缺受理',
  startKind: '新开工, 续建',
};

describe('choices', () => {
  it.each(choiceKeys)('%s shows the office’s own words', (key) => {
    expect(plan.choices[key].map((item) => item.label).join(', ')).toBe(dropdowns[key]);
  });

  it('give label and item of each other', () => {
    expect(labelOf(plan, 'statisticsState', 'registered')).toBe('已入统');
    expect(itemOf(plan, 'statisticsState', '已入统')?.key).toBe('registered');
    expect(itemOf(plan, 'projectType', '产业类')).toBeNull();
    expect(itemOf(plan, 'projectType', '产业')?.aliases).toContain('产业类');
    expect(() => labelOf(plan, 'yesNo', 'maybe')).toThrow(new PlanError('年度方案“晋市政办函2023-31”的选项“yesNo”中没有“maybe”。'));
  });
});

describe('permits', () => {
  it('are the fifteen, each after those that must come first', () => {
    const nameOf = (key: string): string | undefined => plan.permits.find((permit) => permit.key === key)?.name;
    expect(plan.permits.map((permit) => [permit.name, ...permit.after.map(nameOf)].join(' '))).toEqual([
      '立项',
      '用地预审与选址',
      '用地规划许可 立项 用地预审与选址',
      '建设用地审批 用地预审与选址',
      '设计方案审查 用地规划许可',
      '工程规划许可 用地规划许可 建设用地审批 设计方案审查',
      '环评',
      '能评',
      '水土保持',
      '林草地使用',
      '文物',
      '安全评估类',
      '施工图审查 工程规划许可',
      '招投标 立项',
      '施工许可 建设用地审批 工程规划许可 施工图审查 招投标',
    ]);
  });
});

describe('quarters', () => {
  it.each([
    ['2024-01-01', '一季度'],
    ['2024-03-31', '一季度'],
    ['2024-04-01', '二季度'],
    ['2024-07-01', '三季度'],
    ['2023-09-30', '三季度'],
    ['2023-10-01', '四季度'],
    ['2023-12-31', '四季度'],
  ])('that hold %s are called %s', (start, name) => expect(quarterName({ start })).toBe(name));
});

it('a refusal is known by its name', () => {
  expect(new PlanError('x').name).toBe('PlanError');
});
