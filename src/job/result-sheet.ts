import type { RuleSetting } from '../list/record';
import { formatSerial } from '../plan/day';
import { unitOf } from '../plan/unit';
import type { CheckResult, Issue } from '../rule/issue';
import { settingsInForce, severitiesOf } from '../rule/permission';
import type { ResultLine, ResultSheet } from '../sheet/build-result';
import { formatClause } from '../text/format';
import { addressOf, sentenceOf } from '../text/issue';
import { describeRuleSetting, settingLevel, settingSource } from '../text/rule-setting';
import { countUndecided } from '../text/ui-sentence';
import { resultSummary, severityName } from '../text/workbook';
import { makeInSteps, type Steps } from '../total/steps';
import { placeOf } from './place';
import type { CheckReport } from './report';

/** Most lines of 校验结果; the pane lists what the engine lists. */
const mostLines = 5_000;
/** Put into words in one piece. */
const linesPerStep = 200;

/** The last check in words: when and of what, what the office decided of rules, and every issue. */
export function* resultInSteps(report: CheckReport, checkedAt: string): Steps<ResultSheet> {
  const { result, plan, entries } = report;
  const settings = settingsInForce(entries.ruleSettings);
  const off = settings.filter(({ severity }) => severity === 'off').length;
  const listed = Math.min(mostLines, result.issues.length);
  const lines = [...settings.map((setting) => settingLine(setting, result)), ...(yield* makeInSteps(listed, (at) => resultLine(report, result.issues[at]!), linesPerStep))];
  const waiting = result.waiting.reduce((sum, each) => sum + each.waitingRows, 0);
  const unlisted = Object.values(result.unlisted).reduce((sum, count) => sum + count, 0);
  return {
    summary: resultSummary({
      checkedAt,
      plan: plan.number,
      asOf: formatSerial(entries.asOf),
      errors: result.counts.error,
      warnings: result.counts.warning,
      infos: result.counts.info,
      explained: result.counts.explained,
      undecided: countUndecided(result.undecided),
      waiting,
      unlisted: unlisted + Math.max(0, result.issues.length - mostLines),
      off,
      adjusted: settings.length - off,
      switchedOff: Object.values(result.switchedOff).reduce((sum, count) => sum + count, 0),
    }),
    lines,
  };
}

/** What the office decided of rules stands first, so that whoever gets the workbook sees it before the issues. */
function settingLine(setting: RuleSetting, { switchedOff }: CheckResult): ResultLine {
  return {
    level: settingLevel(setting),
    sheet: '',
    cell: '',
    place: null,
    unit: '',
    code: setting.code,
    sentence: describeRuleSetting(setting, severitiesOf(setting.code), switchedOff[setting.code] ?? 0),
    source: settingSource,
  };
}

function resultLine(report: CheckReport, issue: Issue): ResultLine {
  const place = placeOf(report, issue);
  const hasPlace = issue.place !== undefined || issue.list !== null;
  const sentence = sentenceOf(issue, report.plan, report.lists, () => ({
    sheetName: place.sheet,
    row: place.row,
    column: place.column,
  }));
  return {
    level: severityName(issue.severity, issue.explained !== undefined),
    sheet: hasPlace ? place.sheet : '',
    cell: hasPlace ? addressOf(place) : '',
    place: hasPlace ? { row: place.row, column: place.column } : null,
    unit: issue.unit === null ? '' : unitOf(report.plan, issue.unit).name,
    code: issue.code,
    sentence,
    source: formatClause(issue.source),
  };
}
