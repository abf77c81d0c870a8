import { builtInPlan } from '../plan/built-in';
import { readPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import { readBytes } from './file';

/** The plan of a JSON file, or the one that the program brings along. */
export async function planOf(path: string | undefined): Promise<Plan> {
  if (path === undefined) return builtInPlan;
  return readPlan(new TextDecoder().decode(await readBytes(path)), path);
}
