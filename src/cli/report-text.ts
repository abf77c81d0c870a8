import { placeOf } from '../job/place';
import type { CheckReport } from '../job/report';
import { formatSerial } from '../plan/day';
import { sentenceOf } from '../text/issue';
import { describeRuleSetting, settingLevel } from '../text/rule-setting';
import { countUndecided } from '../text/ui-sentence';
import { describeUndecided } from '../text/undecided';
import { scopeName, severityName } from '../text/workbook';
import { listsOf } from '../list/registry';
import type { Plan } from '../plan/plan';
import type { Issue, Undecided } from '../rule/issue';
import { settingsInForce, severitiesOf } from '../rule/permission';

/** The result of `check` for people: one line per issue, then what could not be told, then the counts. */
export function reportText(file: string, report: CheckReport): string {
  const { plan, lists, entries, result } = report;
  const issues = result.issues.map((issue) => {
    const place = placeOf(report, issue);
    const sentence = sentenceOf(issue, plan, lists, () => ({
      sheetName: place.sheet,
      row: place.row,
      column: place.column,
    }));
    return `${severityName(issue.severity, issue.explained !== undefined)} ${issue.code} ${sentence}`;
  });
  const settings = settingsInForce(entries.ruleSettings).map(
    (setting) => `${settingLevel(setting)} ${setting.code} ${describeRuleSetting(setting, severitiesOf(setting.code), result.switchedOff[setting.code] ?? 0)}`,
  );
  const undecided = result.undecided.map((each) => `暂无法核对 ${each.code} ${describeUndecided(each, plan, lists)}`);
  const waiting = result.waiting.reduce((sum, each) => sum + each.waitingRows, 0);
  const { counts } = result;
  return [
    `${file}：${scopeName(plan, entries.scope)}，依据${plan.number}，统计截止日 ${formatSerial(entries.asOf)}`,
    ...settings,
    ...issues,
    ...undecided,
    `错误 ${counts.error} 条，警告 ${counts.warning} 条，提示 ${counts.info} 条，另有已说明 ${counts.explained} 条；` +
      `待填写 ${waiting} 行；暂无法核对 ${countUndecided(result.undecided)} 项。`,
    '',
  ].join('\n');
}

/** What several files say together, under a line of its own; nothing where they say nothing. */
export function togetherText(issues: readonly Issue[], undecided: readonly Undecided[], plan: Plan): string[] {
  if (issues.length + undecided.length === 0) return [];
  const lists = listsOf(plan);
  return [
    '各文件一起看：',
    ...issues.map((issue) => `${severityName(issue.severity, false)} ${issue.code} ${sentenceOf(issue, plan, lists)}`),
    ...undecided.map((each) => `暂无法核对 ${each.code} ${describeUndecided(each, plan, lists)}`),
    '',
  ];
}
