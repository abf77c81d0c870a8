import type { ChoiceKey } from './plan';

/**
 * The items and permits that rules and totals speak of by key. A plan may relabel them and add others; without one
 * of these a total would silently be 0, so such a plan is refused.
 */
export const fixedItems = {
  yesNo: ['yes', 'no'],
  startKind: ['newStart', 'continued'],
  projectType: ['industrial'],
  startState: ['notStarted', 'started', 'withdraw'],
  statisticsState: ['unreported', 'reported', 'registered', 'withdraw'],
  statisticsReason: ['belowMinimum', 'outOfScope'],
  problemState: ['found', 'assigned', 'supervised', 'closed'],
  problemGrade: ['ordinary', 'lingering', 'major'],
  problemSource: ['q2', 'q3'],
  agreementKind: ['contract', 'framework'],
  pushBatch: ['first'],
  policyBarrier: ['none'],
  permitState: ['done', 'inProgress', 'notStarted', 'notApplicable', 'promised', 'unified', 'tolerated'],
} as const satisfies Partial<Record<ChoiceKey, readonly string[]>>;

export const fixedPermits = ['environment', 'construction'] as const;
