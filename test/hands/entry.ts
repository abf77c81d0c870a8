import type { Column } from '../../src/list/list';
import type { Random } from '../../src/list/sample/random';
import { builtInPlan } from '../../src/plan/built-in';
import { unitNames, choiceLabels } from '../../src/list/column';
import { ƒ, type LedgerCell } from './ledger';

/** A text as people type it, and the contents that it may mean, by the format of the cell. */
export interface Entry {
  readonly text: string;
  readonly means: readonly LedgerCell[];
}

const asTyped = (text: string): Entry => ({ text, means: [text] });
const number = (text: string, value: number): Entry => ({ text, means: [value, text] });

const money = [number('1200', 1200), number('3,400.5', 3400.5), number('0', 0), number('12.25', 12.25), number('-5', -5)];
const dates = [number('2023-12-05', 45_265), number('2023/11/20', 45_250), number('2023年12月1日', 45_261), number('2024-3-1', 45_352)];
const phones = [number('13803560001', 13_803_560_001), asTyped('0356-2222222'), asTyped('13803560001、13903560002')];
const codes = [asTyped('2311-140525-04-01-123456'), asTyped('2311-140525-04-01-654321')];
/** What people put where it does not belong. */
const wrong = [asTyped('500万元'), asTyped('待定'), asTyped('12月中旬'), asTyped('2023.12.05'), asTyped(' 泽州 '), asTyped('是的'), number('99', 99), asTyped('２０２３年')];

/** Something for a cell of this column: mostly right, sometimes wrong, in texts with a number of its own. */
export function entryFor(column: Column | undefined, random: Random, serial: number): Entry {
  if (random.chance(0.15)) return random.pick(wrong);
  switch (column?.type) {
    case 'money':
    case 'count':
    case 'rate':
    case 'points':
      return random.pick(money);
    case 'date':
    case 'month':
      return random.pick(dates);
    case 'choice':
      return asTyped(random.pick(choiceLabels(builtInPlan, column.choices!)));
    case 'unit':
      return asTyped(random.pick(unitNames(builtInPlan, column.units)));
    case 'phone':
      return random.pick(phones);
    case 'projectCode':
      return random.pick(codes);
    default:
      return random.chance(0.1) ? { text: `=1+${serial}`, means: [ƒ, `=1+${serial}`] } : asTyped(`${random.pick(['项目', '道路', '厂房'])}第${serial}号`);
  }
}

/** A note that stands nowhere twice, so that it is found again wherever it went. */
export function noteOf(serial: number): string {
  return `手记${serial}号`;
}

export function isNote(cell: LedgerCell): boolean {
  return typeof cell === 'string' && /^手记\d+号$/.test(cell);
}
