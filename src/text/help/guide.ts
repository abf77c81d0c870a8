import type { List } from '../../list/list';
import { labelOf } from '../../plan/choice';
import { toSerial } from '../../plan/day';
import { measureOf } from '../../plan/measure';
import type { ChoiceKey, MeasureKey, Plan } from '../../plan/plan';
import { formatDay, formatNumber, formatRate } from '../format';

/** What a rule is about, for people who have no issue of it before them. Each part is one or more whole sentences. */
export interface RuleHelp {
  /** What is reported. */
  readonly fails: string;
  /** When it cannot be told (暂无法核对); null where it always can. */
  readonly undecided: string | null;
  /** What to do about it. */
  readonly todo: string;
  /** What the rule cannot find. */
  readonly blind: string;
}

/** What help is written with: the words, days and thresholds of a plan and its lists, none of them typed in. */
export class Guide {
  constructor(
    readonly plan: Plan,
    private readonly lists: readonly List[],
  ) {}

  /** 《5 未开工项目》 */
  sheet(key: string): string {
    return `《${this.list(key).sheetName}》`;
  }

  /** “总投资（万元）”: the header of a column, in quotation marks. */
  header(list: string, column: string): string {
    return `“${this.list(list).columns.find(({ key }) => key === column)?.header ?? ''}”`;
  }

  /** Headers of the days on which something is said to have happened, each once. */
  actualDays(): string {
    const headers = this.lists.flatMap(({ columns }) => columns.filter((column) => column.actualDate === true).map(({ header }) => header));
    return [...new Set(headers)].join('、');
  }

  label(choice: ChoiceKey, item: string): string {
    return labelOf(this.plan, choice, item);
  }

  measure(key: MeasureKey): string {
    return measureOf(this.plan, key).name;
  }

  /** 2023年11月30日, of a plan's 2023-11-30. */
  day(text: string): string {
    return formatDay(toSerial(text));
  }

  between({ start, end }: Plan['period']): string {
    return `${this.day(start)} 至 ${this.day(end)} 之间`;
  }

  number(number: number): string {
    return formatNumber(number);
  }

  rate(rate: number): string {
    return formatRate(rate);
  }

  private list(key: string): List {
    const found = this.lists.find((list) => list.key === key);
    if (!found) throw new RangeError(`no list ${key}`);
    return found;
  }
}

/** 所需的表或列缺失 is told of every rule that reads more than one cell. */
export function whenLacking(...conditions: readonly string[]): string {
  return `${conditions.join('；')}；所需的表或列缺失。`;
}

/** How rules across lists and counties know a project again. */
export const sameProject = '按项目代码，或者同一单位内的项目名称认定同一项目，两样都写得不同的认不出来。';
