import { labelOf } from '../../plan/choice';
import { toSerial } from '../../plan/day';
import { targetOf } from '../../plan/measure';
import { unitsOf } from '../../plan/unit';
import type { MeasureKey, Plan, Unit } from '../../plan/plan';
import type { ProjectMaker, SampleRow } from './project';
import type { Random } from './random';

/** Rows of 招商项目台账 whose sums meet 二(五) exactly, signed and started in the quarter and by 统计截止日. */
export function sampleLedgerB(plan: Plan, asOf: number, maker: ProjectMaker, random: Random): SampleRow[] {
  const first = toSerial(plan.quarter.start);
  const last = Math.max(first, Math.min(asOf, toSerial(plan.quarter.end)));
  return unitsOf(plan, 'county').flatMap((unit) => contracts(plan, unit, first, last, maker, random));
}

function contracts(
  plan: Plan,
  unit: Unit,
  first: number,
  last: number,
  maker: ProjectMaker,
  random: Random,
): SampleRow[] {
  const count = random.between(5, 8);
  const started = random.between(2, 4);
  // Ten-thousandths of 亿元, so that the parts sum to the figure exactly.
  const tenThousandths = (key: MeasureKey) => Math.round((targetOf(plan, key, unit.key) ?? 0) * 10_000);
  const arrived = tenThousandths('arrivedFunds');
  // What has arrived was planned, and what is planned was signed, whatever the figures.
  const invested = Math.max(tenThousandths('newStartInvestment'), arrived);
  const signed = split(Math.max(tenThousandths('signedInvestment'), invested), count, random);
  const planned = split(invested, Math.min(started, signed.length), random);
  const funds = fundsOf(planned, arrived);
  return signed.map((amount, at) => {
    const base = maker.project(unit, 0);
    const isStarted = at < planned.length;
    const signedOn = random.between(first, last);
    return {
      projectName: base['projectName']!,
      projectCode: base['projectCode']!,
      unit: unit.name,
      investorName: `示例投资公司${random.between(1, 90)}`,
      investorOrigin: random.pick(['北京市', '上海市', '深圳市', '郑州市', '杭州市']),
      signedOn,
      agreementKind: labelOf(plan, 'agreementKind', 'contract'),
      signedInvestment: amount / 10_000,
      isFixedAsset: maker.yesNo(isStarted),
      actualStart: isStarted ? random.between(signedOn, last) : null,
      plannedInvestment: isStarted ? planned[at]! / 10_000 : null,
      arrivedFunds: isStarted ? funds[at]! / 10_000 : null,
      helpUnit: `示例${unit.name}投资促进部门`,
      remark: '示例数据',
    };
  });
}

/** Parts of a figure, none of them nothing: as many as asked for, or as there is money for. */
function split(amount: number, count: number, random: Random): number[] {
  const parts = Math.min(count, amount);
  return parts === 0 ? [] : random.split(amount, parts, Math.min(1_000, Math.floor(amount / parts)));
}

/** Funds in proportion to what is planned, never above it, exact in sum. */
function fundsOf(planned: readonly number[], funds: number): number[] {
  const total = planned.reduce((sum, part) => sum + part, 0);
  const parts = planned.map((part) => Math.floor((part * funds) / total));
  let rest = funds - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, at) => {
    const more = Math.min(rest, planned[at]! - part);
    rest -= more;
    return part + more;
  });
}
