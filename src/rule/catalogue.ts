import { enumeration } from './cell/enum';
import { formulaError } from './cell/formula-error';
import { length } from './cell/length';
import { phone } from './cell/phone';
import { projectCode } from './cell/project-code';
import { range } from './cell/range';
import { required } from './cell/required';
import { type } from './cell/type';
import { unitSuspect } from './cell/unit-suspect';
import { asOfMismatch } from './cross-county/as-of-mismatch';
import { foreignRow } from './cross-county/foreign-row';
import { missingUnit } from './cross-county/missing-unit';
import { nameOfOtherUnit } from './cross-county/name-of-other-unit';
import { nearName } from './cross-county/near-name';
import { outlier } from './cross-county/outlier';
import { planMismatch } from './cross-county/plan-mismatch';
import { sameCode } from './cross-county/same-code';
import { sameName } from './cross-county/same-name';
import { sourceDifference } from './cross-county/source-difference';
import { total } from './cross-county/total';
import { notStartedAndStarted } from './cross-list/not-started-and-started';
import { problemNotListed } from './cross-list/problem-not-listed';
import { problemProjectUnknown } from './cross-list/problem-project-unknown';
import { projectDiffers } from './cross-list/project-differs';
import { q1NotInReserve } from './cross-list/q1-not-in-reserve';
import { reserveQ1NotIn9 } from './cross-list/reserve-q1-not-in-9';
import { startedNotFollowed } from './cross-list/started-not-followed';
import { behindSchedule } from './list/behind-schedule';
import { headerAltered } from './list/header-altered';
import { leaderCount } from './list/leader-count';
import { namedProjectMissing } from './list/named-project-missing';
import { outsideTable } from './list/outside-table';
import { problemCount } from './list/problem-count';
import { q1StartRate } from './list/q1-start-rate';
import { reserveShort } from './list/reserve-short';
import { rowCount } from './list/row-count';
import { sheetMissing } from './list/sheet-missing';
import { targetAltered } from './list/target-altered';
import { unfilled } from './list/unfilled';
import { unitRows } from './list/unit-rows';
import { overdue13710 } from './row/13710-overdue';
import { annualPlanExceedsTotal } from './row/annual-plan-exceeds-total';
import { belowStatisticsThreshold } from './row/below-statistics-threshold';
import { catchUpLate } from './row/catch-up-late';
import { completedExceedsTotal } from './row/completed-exceeds-total';
import { dispatchOverdue } from './row/dispatch-overdue';
import { duplicate } from './row/duplicate';
import { frameworkCounted } from './row/framework-counted';
import { fundsExceedPlan } from './row/funds-exceed-plan';
import { futureActual } from './row/future-actual';
import { newStartSpent } from './row/new-start-spent';
import { notBehind } from './row/not-behind';
import { partExceedsWhole } from './row/part-exceeds-whole';
import { permitDate } from './row/permit-date';
import { permitLate } from './row/permit-late';
import { permitOrder } from './row/permit-order';
import { permitUndated } from './row/permit-undated';
import { planExceedsRemaining } from './row/plan-exceeds-remaining';
import { policyBarrier } from './row/policy-barrier';
import { problemDates } from './row/problem-dates';
import { problemDeadline } from './row/problem-deadline';
import { problemEscalation } from './row/problem-escalation';
import { problemMeeting } from './row/problem-meeting';
import { problemOverdue } from './row/problem-overdue';
import { problemOverdueUnexplained } from './row/problem-overdue-unexplained';
import { problemState } from './row/problem-state';
import { q1Start } from './row/q1-start';
import { signingPeriod } from './row/signing-period';
import { startLate } from './row/start-late';
import { startState } from './row/start-state';
import { startedUnpermitted } from './row/started-unpermitted';
import { statisticsOverdue } from './row/statistics-overdue';
import { statisticsPapers } from './row/statistics-papers';
import { statisticsState } from './row/statistics-state';
import type { Rule } from './rule';

/** Every rule there is. A new rule is one file, one line here, one code and one sentence. */
export const catalogue: readonly Rule[] = [
  required,
  type,
  enumeration,
  range,
  unitSuspect,
  length,
  phone,
  projectCode,
  formulaError,
  duplicate,
  partExceedsWhole,
  completedExceedsTotal,
  planExceedsRemaining,
  annualPlanExceedsTotal,
  newStartSpent,
  futureActual,
  startState,
  startLate,
  belowStatisticsThreshold,
  statisticsState,
  statisticsPapers,
  statisticsOverdue,
  notBehind,
  catchUpLate,
  dispatchOverdue,
  problemDates,
  problemState,
  problemDeadline,
  problemOverdue,
  problemOverdueUnexplained,
  problemEscalation,
  problemMeeting,
  overdue13710,
  q1Start,
  permitDate,
  permitUndated,
  permitLate,
  permitOrder,
  policyBarrier,
  startedUnpermitted,
  frameworkCounted,
  signingPeriod,
  fundsExceedPlan,
  sheetMissing,
  headerAltered,
  outsideTable,
  targetAltered,
  unitRows,
  unfilled,
  rowCount,
  namedProjectMissing,
  leaderCount,
  problemCount,
  behindSchedule,
  reserveShort,
  q1StartRate,
  notStartedAndStarted,
  startedNotFollowed,
  projectDiffers,
  problemProjectUnknown,
  problemNotListed,
  q1NotInReserve,
  reserveQ1NotIn9,
  sameCode,
  sameName,
  nearName,
  nameOfOtherUnit,
  total,
  sourceDifference,
  foreignRow,
  planMismatch,
  asOfMismatch,
  outlier,
  missingUnit,
];
