import type { RuleSetting } from '../list/record';
import type { Severity } from '../rule/issue';
import { formatNumber } from './format';
import { nameOfRule } from './rule-name';
import { withoutStop } from './ui-sentence';
import { severityName } from './workbook';

/** 已停用, 已调整: where other lines of 校验结果 have their severity. */
export function settingLevel({ severity }: Pick<RuleSetting, 'severity'>): string {
  return severity === 'off' ? '已停用' : '已调整';
}

/**
 * What the office decided of a rule. `own` is what the rule finds by the catalogue, `count` how many findings a
 * rule that is off did not list: “联系电话不规范”的警告已停用，本次查出 12 处没有列出。市发改委：外地电话多。
 */
export function describeRuleSetting({ code, severity, who, why }: RuleSetting, own: readonly Severity[], count: number): string {
  const levels = own.filter((each) => each !== 'error').map((each) => severityName(each, false)).join('和');
  const change =
    severity === 'off'
      ? `已停用，本次${count === 0 ? '没有查出' : `查出 ${formatNumber(count)} 处没有列出`}`
      : `改按${severityName(severity, false)}对待`;
  return `“${nameOfRule(code)}”的${levels}${change}。${who}：${withoutStop(why)}。`;
}

/** 依据 of such a line: no clause says so. */
export const settingSource = '本工作簿设置';
