import type { Column, List, Value } from '../list/list';
import type { ChoiceKey, Plan } from '../plan/plan';
import type { Issue } from '../rule/issue';
import { formatDay, formatNumber, formatValue } from './format';

/** Where a cell is now; rows and columns 0-based. */
export interface CellPlace {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

export type Locate = (issue: Issue) => CellPlace | null;

/** What differs from code to code; where defaults to sheet, row and headers. No closing full stops. */
export interface Told {
  readonly where?: string;
  readonly seen: string;
  readonly expected: string;
  readonly action: string;
}

/** What a sentence is made with: an issue's parameters by name, and the words of plan and lists. */
export class Speaker {
  readonly list: List | null;

  constructor(
    readonly issue: Issue,
    readonly plan: Plan,
    readonly lists: readonly List[],
    readonly place: CellPlace | null,
  ) {
    this.list = lists.find((list) => list.key === issue.list) ?? null;
  }

  /** The tab as it is called now, where that is known. */
  get sheetName(): string {
    return this.issue.place?.sheetName ?? this.place?.sheetName ?? this.list?.sheetName ?? '';
  }

  column(key: string | undefined, list = this.list): Column | null {
    return list?.columns.find((column) => column.key === key) ?? null;
  }

  /** Header of a column, in quotation marks. */
  header(key: string | undefined): string {
    return `“${this.column(key)?.header ?? key ?? ''}”`;
  }

  headers(keys: readonly string[] = this.issue.columns): string {
    return keys.map((key) => this.header(key)).join('、');
  }

  has(name: string): boolean {
    const value = this.issue.params[name];
    return value !== null && value !== undefined && value !== false;
  }

  param(name: string): Value {
    const value = this.issue.params[name];
    return value === undefined || typeof value === 'object' ? null : value;
  }

  /** A parameter as the issue's first column (or another) shows it. */
  shown(name: string, column: string | undefined = this.issue.columns[0]): string {
    return formatValue(this.param(name), this.column(column));
  }

  /** “2000万”, or 空 without quotation marks. */
  quoted(name: string): string {
    const value = this.param(name);
    return value === null || value === '' ? '空' : `“${this.shown(name)}”`;
  }

  number(name: string): string {
    const value = this.param(name);
    return typeof value === 'number' ? formatNumber(value) : '空';
  }

  day(name: string): string {
    const value = this.param(name);
    return typeof value === 'number' ? formatDay(value) : '空';
  }

  text(name: string): string {
    const value = this.param(name);
    return value === null ? '' : String(value);
  }

  texts(name: string): readonly string[] {
    const value = this.issue.params[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  unitName(key: Value = this.issue.unit): string {
    return this.plan.units.find((unit) => unit.key === key)?.name ?? (key === null ? '全市' : String(key));
  }

  sheetOf(key: Value): string {
    return `《${this.lists.find((list) => list.key === key)?.sheetName ?? String(key)}》`;
  }

  /** 万元 or 亿元 of the issue's first column. */
  measure(): string {
    return this.column(this.issue.columns[0])?.unitOfMeasure ?? '';
  }

  /** Label of an item of an enumeration. */
  label(choice: ChoiceKey, item: string): string {
    return this.plan.choices[choice].find((each) => each.key === item)?.label ?? item;
  }

  /** Up to `most` labels of a choice or unit column. */
  options(most: number): string | null {
    const column = this.column(this.issue.columns[0]);
    const labels = column?.choices
      ? this.plan.choices[column.choices].map((item) => item.label)
      : column?.type === 'unit'
        ? this.plan.units.filter((unit) => column.units !== 'county' || unit.kind === 'county').map((unit) => unit.name)
        : [];
    return labels.length > 0 && labels.length <= most ? labels.join('、') : null;
  }
}

/** 《5 未开工项目》第 12 行“县（市、区）”: sheet, row and the headers given. */
export function headerOf(speaker: Speaker, columns: readonly string[]): string {
  const sheet = speaker.sheetName === '' ? '' : `《${speaker.sheetName}》`;
  return `${sheet}${speaker.place ? `第 ${speaker.place.row + 1} 行` : ''}${speaker.headers(columns)}`;
}

/** 《6 已开工未入统项目》第 8 行、《9 前期手续办理》第 12 行等: the rows that parameters lists and rows name. */
export function placesIn(speaker: Speaker): string {
  const rows = speaker.texts('rows');
  const files = speaker.texts('files');
  const fileAt = (at: number) => (files[at] ? `文件“${files[at]}”的` : '');
  const places = speaker.texts('lists').map((list, at) => `${fileAt(at)}${speaker.sheetOf(list)}第 ${rows[at] ?? ''} 行`);
  return `${places.join('、')}${speaker.has('more') ? '等' : ''}`;
}

/** 泽州县、高平市: the units that the parameter units names. */
export function unitsIn(speaker: Speaker): string {
  return [...new Set(speaker.texts('units'))].map((unit) => speaker.unitName(unit)).join('、');
}
