import { PlanError, type ChoiceKey, type Plan } from './plan';

export type ChoiceItem = Plan['choices'][ChoiceKey][number];

/** What the dropdown shows for an item. Throws PlanError for an item that the plan does not have. */
export function labelOf(plan: Plan, choice: ChoiceKey, itemKey: string): string {
  const found = plan.choices[choice].find((item) => item.key === itemKey);
  if (!found) throw new PlanError(`年度方案“${plan.id}”的选项“${choice}”中没有“${itemKey}”。`);
  return found.label;
}

/** The item whose label this is, exactly as in the dropdown; null where there is none. Aliases do not count. */
export function itemOf(plan: Plan, choice: ChoiceKey, label: string): ChoiceItem | null {
  return plan.choices[choice].find((item) => item.label === label) ?? null;
}
