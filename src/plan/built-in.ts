import notice from './jincheng-2023-31.json';
import { loadPlan } from './load-plan';
import type { Plan } from './plan';

/** 晋市政办函〔2023〕31号: the plan that the add-in brings along. */
export const builtInPlan: Plan = loadPlan(notice, '晋市政办函〔2023〕31号');
