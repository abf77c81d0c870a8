import { z } from 'zod';
import { defineProjectList } from '../../src/list/project-list';
import { listsInScope, listsOf } from '../../src/list/registry';
import type { Column, List } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { measureOf } from '../../src/plan/measure';
import { isNoticeClause } from './clause';

const lists = listsOf(plan);
const listOfKey = (key: string): List => lists.find((list) => list.key === key)!;

/**
 * A list's columns as lists.md writes them: * required, ? required at times, ƒ formula, 🔒 locked, ◇ office
 * convention for a column of the list's own.
 */
function written(list: List): string {
  return list.columns
    .map(({ header, role, requirement }) => {
      const required = requirement === undefined ? '' : requirement.kind === 'always' ? '*' : '?';
      return header + required + (role === 'formula' ? 'ƒ' : '') + (role === 'issued' ? '🔒' : '');
    })
    .join(' ');
}

const base = (type = '项目类型') =>
  `序号ƒ 项目名称* 县（市、区）* 建设单位* 项目代码 ${type} 建设性质 建设内容及规模 总投资（万元）* 责任单位* 责任人* 联系电话*`;
const tail = '备注 校验提示 行标识';

const investment = (name: string) => `${name}目标🔒 ${name}10月? ${name}11月? ${name}12月? ${name}累计ƒ ${name}完成率ƒ ${name}差额ƒ`;
const reserve = (name: string) =>
  `${name}个数目标🔒 ${name}已储备个数ƒ ${name}个数差额ƒ ${name}年度投资目标🔒 ${name}已储备投资ƒ ${name}投资差额ƒ`;
const band = (name: string) => `${name}个数目标🔒 ${name}已储备个数ƒ ${name}个数差额ƒ`;
const attraction = (name: string) => `${name}目标🔒 ${name}完成ƒ ${name}完成率ƒ ${name}差额ƒ`;
const permits = '立项 用地预审与选址 用地规划许可 建设用地审批 设计方案审查 工程规划许可 环评 能评 水土保持 林草地使用 文物 安全评估类 施工图审查 招投标 施工许可'.split(' ');

const expected: Record<string, { sheet: string; columns: string; rows?: string[] }> = {
  '1': {
    sheet: '1 投资目标任务',
    columns: `责任主体🔒 ${investment('固定资产投资')} ${investment('产业项目投资')} ${investment('民间投资')} 排名ƒ 未完成说明 校验提示`,
  },
  '2': {
    sheet: '2 项目储备目标任务',
    columns: `责任主体🔒 ${['建设项目', '产业项目', '民间投资项目', '省级重点工程'].map(reserve).join(' ')} ${['50亿元以上', '10-50亿元', '5-10亿元'].map(band).join(' ')} 校验提示`,
  },
  '3': {
    sheet: '3 招商引资目标任务',
    columns: `责任主体🔒 ${['新签约项目总投资', '新开工固定资产项目计划总投资', '固定资产投资项目资金到位'].map(attraction).join(' ')} 排名ƒ 未完成说明 校验提示`,
  },
  '4': {
    sheet: '4 副市长包保重点项目',
    columns: `${base()} 包保副市长* 分管领域 市直牵头部门* 2023年计划投资（万元）* 2023年完成投资（万元）* 完成率ƒ 形象进度 进展情况* 存在问题 最近调度日期* 下步措施 ${tail}`,
  },
  '5': {
    sheet: '5 未开工项目',
    columns: `${base()} 包保领导 2023年计划投资（万元） 未开工原因? 原因说明 计划开工日期* 实际开工日期 状态* 入统日期 ${tail}`,
  },
  '6': {
    sheet: '6 已开工未入统项目',
    columns: `${base()} 包保领导 实际开工日期* 开工以来累计完成投资（万元） 立项文件 施工合同 现场照片 未入统原因? 计划入统月份? 入统状态* 入统日期 统计联络员 ${tail}`,
  },
  '7': {
    sheet: '7 未按序时进度项目',
    columns: `${base()} 包保领导 2023年计划投资（万元）* 2023年完成投资（万元）* 完成率ƒ 时序进度ƒ 滞后百分点ƒ 形象进度 滞后原因* 整改措施* 达到时序日期* ${tail}`,
  },
  '8': {
    sheet: '8 问题困难交办',
    columns: `序号ƒ 问题编号* 项目名称* 项目代码 县（市、区）* 问题描述* 问题类别* 问题等级* 事权层级* 问题来源* 发现日期* 交办日期 责任部门? 分管领导? 责任科室? 责任人? 办结时限? 13710督办* 提交会议日期 进展情况 状态* 销号日期 销号依据 未办结原因 ${tail}`,
  },
  '9': {
    sheet: '9 前期手续办理',
    columns: `${base()} 包保领导 2024年计划投资（万元）* 计划开工日期* 推送批次 政策性障碍 ${permits.map((permit) => `${permit}状态 ${permit}日期`).join(' ')} 手续办结率ƒ 承办单位* 承办人* 办理时限* 实际开工日期 申请调出 ${tail}`,
  },
  A: {
    sheet: 'A 储备项目库',
    columns: `${base('项目类型*')} 投资主体 民间投资* 省级重点* 开工类别* 2024年计划投资（万元）* 截至2023年底完成投资（万元） 规模档ƒ 主攻方向 储备层级* 行业主管部门 计划开工日期? 实际开工日期 ${tail}`,
  },
  B: {
    sheet: 'B 招商项目台账',
    columns: `序号ƒ 项目名称* 项目代码 县（市、区）* 投资方* 投资方来源地 签约日期* 协议类型* 签约总投资（亿元）* 固定资产投资项目* 实际开工日期 计划总投资（亿元） 本季到位资金（亿元） 帮办责任单位 ${tail}`,
  },
};

describe('the nine lists and two ledgers', () => {
  it('are these, in this order', () => {
    expect(lists.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B']);
  });

  it.each(Object.entries(expected))('%s has its columns in their order, with what is required, computed and locked', (key, { sheet, columns }) => {
    const list = listOfKey(key);
    expect(list.sheetName).toBe(sheet);
    expect(written(list)).toBe(columns);
  });

  it('require at the right time what is not required always', () => {
    const at = (key: string, column: string) => listOfKey(key).columns.find((candidate) => candidate.key === column)!.requirement;
    expect(['m10', 'm11', 'm12'].map((month) => at('1', `fixedAssetInvestment.${month}`))).toEqual(
      ['2023-11-20', '2023-12-20', '2024-01-20'].map((day) => ({ kind: 'asOf', day })),
    );
    expect(at('5', 'notStartedReason')).toEqual({ kind: 'choice', column: 'startState', items: ['notStarted'] });
    expect(at('6', 'statisticsReason')).toEqual({ kind: 'unlessChoice', column: 'statisticsState', items: ['registered'] });
    expect(at('6', 'plannedStatisticsMonth')).toEqual(at('6', 'statisticsReason'));
    expect(at('8', 'person')).toEqual({ kind: 'choice', column: 'problemState', items: ['assigned', 'supervised', 'closed'] });
    expect(at('A', 'plannedStart')).toEqual({ kind: 'choice', column: 'startKind', items: ['newStart'] });
  });

  it('are filled in by the units that have figures: no 市本级 on 1, 3 and B', () => {
    const all = plan.units.map(({ key }) => key);
    for (const { key, units } of lists) {
      expect(units).toEqual(['1', '3', 'B'].includes(key) ? all.filter((unit) => unit !== 'shibenji') : all);
    }
    expect(listsInScope(plan, { kind: 'unit', unit: 'shibenji' }).map(({ key }) => key)).toEqual(['2', '4', '5', '6', '7', '8', '9', 'A']);
    expect(listsInScope(plan, { kind: 'unit', unit: 'chengqu' })).toHaveLength(11);
  });

  it('are in the notice’s units of money: 亿元 on target lists and B, 万元 elsewhere', () => {
    for (const list of lists) {
      const unit = ['1', '2', '3', 'B'].includes(list.key) ? '亿元' : '万元';
      expect(list.unitOfMeasure).toBe(unit);
      for (const { header, type, unitOfMeasure } of list.columns) {
        if (type === 'money') expect([header, unitOfMeasure]).toEqual([header, unit]);
        if (/（[万亿]元）$/.test(header)) expect(header.endsWith(`（${unit}）`)).toBe(true);
      }
    }
  });

  it('keep the columns of office convention and say so', () => {
    const sources = lists.flatMap((list) => list.columns.filter(({ header }) => ['包保领导', '下步措施', '统计联络员'].includes(header)));
    expect(sources).toHaveLength(6);
    expect(new Set(sources.map(({ source }) => source))).toEqual(new Set(['惯例']));
  });

  it('rest on the notice: every source is a clause of it, or 惯例', () => {
    const sources = new Set(lists.flatMap((list) => [list.source, ...list.columns.map(({ source }) => source)]));
    expect([...sources].filter((source) => source !== '惯例' && !isNoticeClause(plan, source))).toEqual([]);
  });
});

describe('what every list must be', () => {
  it.each(lists.map((list) => [list.key, list] as const))('%s: keys, headers, tab and table are what Excel and our code need', (_, list) => {
    const keys = list.columns.map(({ key }) => key);
    const headers = list.columns.map(({ header }) => header);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(headers).size).toBe(headers.length);
    for (const key of keys) expect(key).toMatch(/^[a-zA-Z][a-zA-Z0-9.]*$/);
    for (const header of headers) expect(header.length).toBeLessThanOrEqual(255);
    expect(list.sheetName.length).toBeLessThanOrEqual(31);
    expect(list.sheetName).not.toMatch(/[\\/?:*[\]]|^'|'$/);
    // A name such as T1 would be a cell address.
    expect(list.tableName).toMatch(/^t[0-9A-Z]_list$/);
    for (const { prompt } of list.columns) if (prompt !== undefined) expect(prompt.length).toBeLessThanOrEqual(255);
  });

  it('takes its enumerations from the plan, in the plan’s order', () => {
    const choices = lists.flatMap((list) => list.columns.filter(({ type }) => type === 'choice'));
    expect(choices.length).toBeGreaterThan(30);
    for (const { choices: key, schema } of choices) {
      expect(z.toJSONSchema(schema)).toMatchObject({ enum: plan.choices[key!].map(({ label }) => label) });
    }
    const units = (key: string): Column => listOfKey(key).columns.find(({ type }) => type === 'unit')!;
    expect(z.toJSONSchema(units('5').schema)).toMatchObject({ enum: plan.units.map(({ name }) => name) });
    expect(z.toJSONSchema(units('B').schema)).toMatchObject({ enum: plan.units.slice(0, 7).map(({ name }) => name) });
  });

  it('may have months below 0, and no other money', () => {
    const negative = lists.flatMap((list) => list.columns.filter(({ schema, type }) => type === 'money' && schema.safeParse(-1).success));
    expect(negative.map(({ key }) => key.split('.')[1])).toEqual([1, 2, 3].flatMap(() => ['m10', 'm11', 'm12']));
  });

  it('shows the plan’s figures under their own names', () => {
    for (const list of ['1', '3'].map(listOfKey)) {
      for (const { measure, role, header, band: bandText } of list.columns) {
        if (measure === undefined || header === '排名') continue;
        expect(header.startsWith(measureOf(plan, measure).name)).toBe(true);
        expect(bandText).toBe(measureOf(plan, measure).name);
        if (role === 'issued') expect(header.endsWith('目标')).toBe(true);
      }
    }
  });
});

describe('a tenth list', () => {
  it('is a definition: base columns, its own, and what every list ends with', () => {
    const tenth = defineProjectList(plan, {
      key: '10',
      sheetName: '10 停工项目',
      title: '停工项目清单',
      source: '四(二)',
      columns: [{ key: 'stoppedOn', header: '停工日期', type: 'date', actualDate: true, source: '惯例' }],
    });
    expect(written(tenth)).toBe(`${base()} 停工日期 ${tail}`);
    expect(tenth).toMatchObject({ attachment: '附件10', tableName: 't10_list', kind: 'project', unitOfMeasure: '万元' });
  });
});
