import type { RuleSetting } from '../list/record';
import { issueCodes } from './code';
import { kindOf, severities } from './compile';
import type { Severity } from './issue';

/**
 * How the office weighs what rules find (RuleSetting). Only a 警告 or 提示 can be weighed otherwise: an error stays one
 * whatever a setting says, also where one rule gives both.
 */
export class Weighing {
  /** Kind by kind: the kind it counts as, −1 where it is switched off. */
  readonly kinds = Int16Array.from({ length: issueCodes.length * severities.length }, (_, kind) => kind);
  private readonly byCode: ReadonlyMap<string, RuleSetting['severity']>;

  constructor(settings: readonly RuleSetting[]) {
    this.byCode = new Map(settings.map(({ code, severity }) => [code, severity]));
    for (const code of issueCodes) {
      for (const severity of severities) {
        const weighed = this.of(code, severity);
        this.kinds[kindOf(code, severity)] = weighed === 'off' ? -1 : kindOf(code, weighed);
      }
    }
  }

  of(code: string, severity: Severity): Severity | 'off' {
    return severity === 'error' ? severity : (this.byCode.get(code) ?? severity);
  }
}
