import type { FunctionDefinition } from './definition';
import { aggregateFunctions } from './function/aggregate';
import { conditionalFunctions } from './function/conditional-aggregate';
import { dateFunctions } from './function/date';
import { informationFunctions } from './function/information';
import { logicFunctions } from './function/logic';
import { lookupFunctions } from './function/lookup';
import { mathFunctions } from './function/math';
import { rankingFunctions } from './function/ranking';
import { subtotalFunctions } from './function/subtotal';
import { textFunctions } from './function/text';

const functions = new Map<string, FunctionDefinition>(
  [
    aggregateFunctions,
    conditionalFunctions,
    dateFunctions,
    informationFunctions,
    logicFunctions,
    lookupFunctions,
    mathFunctions,
    rankingFunctions,
    subtotalFunctions,
    textFunctions,
  ].flatMap((table) => Object.entries(table)),
);

/** Definition of a function by its English name in capitals; undefined gives #NAME?. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return functions.get(name);
}
