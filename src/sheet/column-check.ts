import { earliestDay, latestDay } from '../list/column';
import type { Column } from '../list/list';
import type { Plan } from '../plan/plan';
import { promptTitle, refusalOf } from '../text/sheet';
import { choiceSource } from './build-data';
import type { Area, Validation } from './model';

/** Largest number a cell of ours is checked against; beyond it a typing slip is certain. */
const largest = 1_000_000_000;

/**
 * The native input check of a column: dropdown, number or date, with a Chinese prompt. All of them warn and let
 * the user go on, because nothing typed may be lost; the check of the add-in is what decides.
 */
export function columnValidation(plan: Plan, column: Column, area: Area, dataSheet: string): Validation | null {
  if (column.role !== 'entry') return null;
  const rule = ruleOf(plan, column, dataSheet);
  if (rule.kind === 'any' && column.prompt === undefined) return null;
  return {
    area,
    rule,
    ...(column.prompt === undefined ? {} : { prompt: { title: promptTitle(column), text: column.prompt } }),
    ...(rule.kind === 'any'
      ? {}
      : { error: { title: promptTitle(column), text: refusalOf(column), level: 'warning' as const } }),
  };
}

function ruleOf(plan: Plan, column: Column, dataSheet: string): Validation['rule'] {
  switch (column.type) {
    case 'choice':
      return { kind: 'list', source: choiceSource(plan, column.choices!, dataSheet) };
    case 'unit':
      return {
        kind: 'list',
        source: choiceSource(plan, column.units === 'county' ? 'countyUnits' : 'allUnits', dataSheet),
      };
    case 'money':
      return {
        kind: 'decimal',
        operator: 'between',
        minimum: column.mayBeNegative ? -largest : 0,
        maximum: largest,
      };
    case 'count':
      return { kind: 'whole', operator: 'between', minimum: 0, maximum: largest };
    case 'date':
    case 'month':
      return { kind: 'date', operator: 'between', minimum: earliestDay, maximum: latestDay };
    default:
      return { kind: 'any' };
  }
}
