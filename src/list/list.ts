import type { z } from 'zod';
import type { ChoiceKey, MeasureKey } from '../plan/plan';

/** "1" to "9" for the nine lists, "A" 储备项目库, "B" 招商项目台账. Text, so that a tenth list needs no new type. */
export type ListKey = string;

/** What a cell holds. Null is an empty cell; dates and months are Excel serial numbers; errors are their text (#REF!). */
export type Value = string | number | boolean | null;

export type ColumnType =
  | 'text'
  | 'longText'
  | 'money'
  | 'count'
  | 'rate'
  | 'points'
  | 'date'
  | 'month'
  | 'choice'
  | 'unit'
  | 'phone'
  | 'projectCode'
  | 'index'
  | 'label';

/** When a cell must be filled, in a row that is neither empty nor 待填写. */
export type Requirement =
  | { readonly kind: 'always' }
  /** Required while a choice column of the row holds one of these items (by item key). */
  | { readonly kind: 'choice'; readonly column: string; readonly items: readonly string[] }
  /** Required unless the choice column holds one of these items; an empty choice counts as required. */
  | { readonly kind: 'unlessChoice'; readonly column: string; readonly items: readonly string[] }
  /** Required once 统计截止日 has reached this day (2023-11-20). */
  | { readonly kind: 'asOf'; readonly day: string };

/**
 * What a column is for:
 * entry typed by staff · issued locked target from the plan · formula ƒ (its formula and compute are in total) ·
 * mark 校验提示 · identity 行标识.
 */
export type ColumnRole = 'entry' | 'issued' | 'formula' | 'mark' | 'identity';

export interface Column {
  /** Stable ASCII key; code speaks of keys only. */
  readonly key: string;
  /** Exact header text for this plan, unique in its table. */
  readonly header: string;
  readonly type: ColumnType;
  readonly role: ColumnRole;
  /** Unit of money or of count that the number is in. */
  readonly unitOfMeasure?: '万元' | '亿元' | '个';
  /** Decimals that are kept and shown: 亿元 4, 万元 2, counts 0. */
  readonly decimals?: number;
  readonly requirement?: Requirement;
  /** Enumeration of a choice column. */
  readonly choices?: ChoiceKey;
  /** Units allowed in a unit column: all eight, or the counties only. */
  readonly units?: 'all' | 'county';
  /** True where a revision may make the number negative (list 1's months). */
  readonly mayBeNegative?: boolean;
  /** Which figure of the plan an issued column shows, or a formula column is measured by. */
  readonly measure?: MeasureKey;
  /** An actual date, which cannot lie after 统计截止日 (row/future-actual). */
  readonly actualDate?: boolean;
  /** True for columns that count towards the 合计 row above a project list. */
  readonly summed?: boolean;
  /** Text of the merged cell in the band row; neighbours with the same band are merged. */
  readonly band?: string;
  /** Clause the column rests on, or 惯例 where the notice prints none. */
  readonly source: string;
  /** Column width in pixels at 100 %. */
  readonly width: number;
  /** Shown when the cell is selected (native input prompt), at most 255 characters. */
  readonly prompt?: string;
  /** What a filled cell must be; compiled once into a loop over the whole column. */
  readonly schema: z.ZodType;
}

interface ListBase {
  readonly key: ListKey;
  /** Sheet tab: 1 投资目标任务. At most 31 characters, none of \ / ? : * [ ]. */
  readonly sheetName: string;
  /** 附件1 … ; ledgers are 附表A, 附表B. */
  readonly attachment: string;
  readonly title: string;
  /** Native table name, ASCII, cannot be a cell address: t5_list. */
  readonly tableName: string;
  /** Unit of money named in the line under the title. */
  readonly unitOfMeasure: '万元' | '亿元';
  readonly paper: 'A4' | 'A3';
  readonly columns: readonly Column[];
  /** Clause that orders the list. */
  readonly source: string;
  /** Keys of the units that fill it in (no 市本级 on 1, 3 and B). */
  readonly units: readonly string[];
}

/** Fixed rows, one per unit. */
export interface TargetList extends ListBase {
  readonly kind: 'target';
}

/** One row per project, added by the user. */
export interface ProjectList extends ListBase {
  readonly kind: 'project';
  /** Column whose filling starts a row: projectName. */
  readonly nameColumn: string;
  /** Column of the unit (unit). */
  readonly unitColumn: string;
  /** Measure that says how many rows a unit is expected to have, where the notice counts them (5, 6, 7, A). */
  readonly expectedRows?: MeasureKey;
}

export type List = TargetList | ProjectList;
