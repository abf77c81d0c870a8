import { z } from 'zod';
import { toSerial } from '../plan/day';
import type { ChoiceKey, Plan } from '../plan/plan';
import type { Column, ColumnRole, ColumnType, Requirement } from './list';

/** The earliest and latest day that any cell of ours may hold (rules.md, cell/range). */
export const earliestDay = toSerial('2000-01-01');
export const latestDay = toSerial('2035-12-31');

/** Longer texts are pointed out, not refused (cell/length). */
export const longestText = 500;

/** 项目代码 of the national investment platform: 2311-140525-04-01-123456. */
export const projectCodePattern = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** One or several phone numbers, mobile or landline, parted by 、 / ; or blanks. */
export const phonePattern =
  /^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?)([、/;；\s]+(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?))*$/;

/** What differs from column to column; the rest follows from the type. */
export interface ColumnDraft {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly role?: ColumnRole;
  readonly unitOfMeasure?: Column['unitOfMeasure'];
  readonly requirement?: Requirement;
  readonly choices?: ChoiceKey;
  readonly units?: Column['units'];
  readonly mayBeNegative?: boolean;
  readonly measure?: Column['measure'];
  readonly actualDate?: boolean;
  readonly summed?: boolean;
  readonly band?: string;
  readonly source: string;
  readonly width?: number;
  readonly prompt?: string;
}

const widths: Readonly<Record<ColumnType, number>> = {
  text: 110,
  longText: 200,
  money: 100,
  count: 76,
  rate: 76,
  points: 76,
  date: 96,
  month: 96,
  choice: 96,
  unit: 84,
  phone: 116,
  projectCode: 190,
  index: 44,
  label: 84,
};

export const required: Requirement = { kind: 'always' };

/** Completes a draft: width, decimals, prompt and the schema that a filled cell must meet. */
export function defineColumn(plan: Plan, draft: ColumnDraft): Column {
  const decimals = decimalsOf(draft);
  const prompt = draft.prompt ?? promptOf(plan, draft);
  return {
    role: 'entry',
    width: widths[draft.type],
    ...draft,
    ...(decimals === undefined ? {} : { decimals }),
    ...(prompt === undefined ? {} : { prompt }),
    schema: schemaOf(plan, draft),
  };
}

/** Names of the units that a unit column accepts, in the plan's order. */
export function unitNames(plan: Plan, units: Column['units']): string[] {
  return plan.units.filter((unit) => units !== 'county' || unit.kind === 'county').map((unit) => unit.name);
}

/** Labels of an enumeration, in the plan's order. */
export function choiceLabels(plan: Plan, key: ChoiceKey): string[] {
  return plan.choices[key].map((item) => item.label);
}

function decimalsOf(draft: ColumnDraft): number | undefined {
  if (draft.type === 'money') return draft.unitOfMeasure === '亿元' ? 4 : 2;
  if (draft.type === 'rate') return 6;
  if (draft.type === 'points') return 2;
  return draft.type === 'count' ? 0 : undefined;
}

function schemaOf(plan: Plan, draft: ColumnDraft): z.ZodType {
  switch (draft.type) {
    case 'money':
      return draft.mayBeNegative ? z.number() : z.number().min(0);
    case 'count':
      return z.int().min(0);
    case 'rate':
    case 'points':
    case 'index':
      return z.number();
    case 'date':
    case 'month':
      return z.int().min(earliestDay).max(latestDay);
    case 'choice':
      return z.enum(choiceLabels(plan, draft.choices!));
    case 'unit':
      return z.enum(unitNames(plan, draft.units));
    case 'phone':
      return z.string().regex(phonePattern);
    case 'projectCode':
      return z.string().regex(projectCodePattern);
    case 'text':
    case 'longText':
    case 'label':
      return z.string().max(longestText);
  }
}

/** Native input prompts: what to type, shown where the cell is selected, in every spreadsheet program. */
function promptOf(plan: Plan, draft: ColumnDraft): string | undefined {
  if (draft.role !== undefined && draft.role !== 'entry') return undefined;
  switch (draft.type) {
    case 'money':
      return `填数字，单位${draft.unitOfMeasure}，不写单位。`;
    case 'count':
      return '填整数，单位个。';
    case 'date':
      return draft.actualDate
        ? `填实际日期，例如 ${plan.issuedOn}，不晚于统计截止日。`
        : `填日期，例如 ${plan.issuedOn}。`;
    case 'month':
      return `填当月1日，例如 ${plan.dates.startBy.slice(0, 7)}-01，显示为年月。`;
    case 'choice':
    case 'unit':
      return '从下拉列表中选择。';
    case 'phone':
      return '手机号，或带区号的固定电话；多个号码用、隔开。';
    case 'projectCode':
      return '投资项目在线审批监管平台代码，例如 2311-140525-04-01-123456。';
    default:
      return undefined;
  }
}
