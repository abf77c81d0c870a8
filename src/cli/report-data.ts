import { placeOf } from '../job/place';
import type { CheckReport } from '../job/report';
import { formatSerial } from '../plan/day';
import { unitOf } from '../plan/unit';
import type { Issue } from '../rule/issue';
import { settingsInForce } from '../rule/permission';
import { addressOf, sentenceOf } from '../text/issue';
import { describeFix } from '../text/fix';
import { scopeName } from '../text/workbook';

/** The structured result of `check --json`; its form is a promise to scripts (architecture: Command line). */
export function reportData(report: CheckReport) {
  const { plan, entries, result } = report;
  return {
    plan: plan.id,
    unit: scopeName(plan, entries.scope),
    asOf: formatSerial(entries.asOf),
    counts: result.counts,
    issues: result.issues.map((issue) => issueData(report, issue)),
    undecided: result.undecided.map((each) => ({
      code: each.code,
      list: each.list,
      unit: each.unit === null ? null : unitOf(plan, each.unit).name,
      reason: each.reason,
      count: each.count,
    })),
    unlisted: result.unlisted,
    settings: settingsInForce(entries.ruleSettings).map(({ code, severity, who, why }) => ({ code, severity, who, why })),
    switchedOff: result.switchedOff,
  };
}

/** One issue of `check --json`. */
export function issueData(report: CheckReport, issue: Issue) {
  const { plan, lists } = report;
  const place = placeOf(report, issue);
  const hasPlace = issue.place !== undefined || issue.list !== null;
  const locate = () => ({ sheetName: place.sheet, row: place.row, column: place.column });
  const list = lists.find((candidate) => candidate.key === issue.list);
  const fix = describeFix(issue, plan, lists, locate);
  return {
    id: issue.id,
    code: issue.code,
    severity: issue.severity,
    list: issue.list,
    sheet: hasPlace ? place.sheet : null,
    cell: hasPlace ? addressOf(place) : null,
    unit: issue.unit === null ? null : unitOf(plan, issue.unit).name,
    row: issue.row,
    columns: issue.columns,
    headers: issue.columns.map((key) => list?.columns.find((column) => column.key === key)?.header ?? key),
    seen: seenOf(report, issue),
    message: sentenceOf(issue, plan, lists, locate),
    source: issue.source,
    fix,
    explained: issue.explained ?? null,
  };
}

/** What stands in the first of the issue's cells; null where it is about no cell. */
function seenOf({ entries }: CheckReport, issue: Issue) {
  if (issue.list === null || issue.rowIndex === null) return null;
  return entries.lists[issue.list]?.values[issue.columns[0] ?? '']?.[issue.rowIndex] ?? null;
}
