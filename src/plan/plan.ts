import { z } from 'zod';

// A pane is served without 'unsafe-eval'; it must be said before the first object schema is built.
z.config({ jitless: true });

/** A day as written in a plan: 2023-11-01. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为“年-月-日”，例如 2023-11-01');
const period = z.strictObject({ start: day, end: day });
const name = z.string().min(1);
/** Part of the names of files. */
const fileName = name.max(60, '要用在文件名里，应不超过 60 个字').regex(/^[^\\/:*?"<>|\u0000-\u001f]*$/, '要用在文件名里，不能有 \\ / : * ? " < > | 这些符号');
const count = z.int().nonnegative();
const amount = z.number().nonnegative();
/** 40% is 0.4. */
const share = z.number().nonnegative().max(1, '应不大于 1，例如 40% 写作 0.4');

/**
 * The figures a notice sets. Keys are stable from year to year; the name shown, the clause and the
 * numbers are the plan's.
 */
export const measureKeys = [
  'fixedAssetInvestment',
  'industrialInvestment',
  'privateInvestment',
  'reserveCount',
  'reserveInvestment',
  'reserveIndustrialCount',
  'reserveIndustrialInvestment',
  'reservePrivateCount',
  'reservePrivateInvestment',
  'reserveKeyCount',
  'reserveKeyInvestment',
  'bandLargeCount',
  'bandMiddleCount',
  'bandSmallCount',
  'signedInvestment',
  'newStartInvestment',
  'arrivedFunds',
  'startCount',
  'statisticsCount',
  'behindCount',
] as const;

/** The enumerations that columns refer to. Items have stable keys; labels are the plan's. */
export const choiceKeys = [
  'projectType',
  'buildKind',
  'investor',
  'yesNo',
  'direction',
  'reserveTier',
  'imageProgress',
  'notStartedReason',
  'startState',
  'statisticsReason',
  'statisticsState',
  'behindReason',
  'problemKind',
  'problemGrade',
  'authorityLevel',
  'problemSource',
  'problemState',
  'agreementKind',
  'pushBatch',
  'policyBarrier',
  'permitState',
  'startKind',
] as const;

export type MeasureKey = (typeof measureKeys)[number];
export type ChoiceKey = (typeof choiceKeys)[number];

const choice = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/, '应为小写英文字母开头的字母和数字'),
  label: name,
  /** Other spellings that staff use; each is understood and corrected to the label. */
  aliases: z.array(name).default([]),
});

const unit = z.strictObject({
  key: z.string().regex(/^[a-z]+$/, '应为小写英文字母'),
  /** As in the notice, without the blank inside 城 区. */
  name: fileName,
  kind: z.enum(['county', 'cityLevel']),
  /** Six-digit region of project codes, e.g. 140525. */
  regionCode: z.string().regex(/^\d{6}$/, '应为六位数字的文字'),
  /** The name that may stand inside a project's name (泽州). Absent where it is an ordinary word (城区). */
  shortName: name.optional(),
  aliases: z.array(name).default([]),
  /** The unit whose reserve targets include this one's projects: 城区 “含市本级”. */
  reserveWithin: z.string().optional(),
});

const measure = z.strictObject({
  key: z.enum(measureKeys),
  name,
  unitOfMeasure: z.enum(['亿元', '个']),
  period,
  clause: name,
  /** The notice's own figure for the whole city; null where it prints none. */
  city: amount.nullable(),
  /** By unit key. A unit that the clause does not name is absent. */
  units: z.record(z.string(), amount),
});

export const planSchema = z.strictObject({
  /** ASCII-and-Chinese id used in file names: 晋市政办函2023-31. */
  id: fileName,
  /** Of plan data such as this. The workbooks made from it have a version of their own: list/schema-version. */
  schemaVersion: z.literal(1),
  /** 晋市政办函〔2023〕31号 */
  number: name,
  title: name,
  campaign: name,
  /** Which round of problems list 8 hands over, as its title says: 冬季行动第一批. */
  problemRound: name,
  issuer: name,
  city: name,
  /** The office that collects the lists: 市项目攻坚指挥部办公室. */
  collector: name,
  issuedOn: day,
  period,
  /** The year whose investment is being finished (2023) and the one being prepared (2024). */
  year: z.int(),
  nextYear: z.int(),
  quarter: period,
  nextQuarter: period,
  /** Months of the quarter with the day from which their figure must have been entered. */
  months: z.array(z.strictObject({ key: name, label: name, month: day, reportBy: day })).min(1),
  dates: z.strictObject({
    listDue: day,
    startBy: day,
    catchUpBy: day,
    solveBy: day,
    nextQuarterStartRateFrom: day,
  }),
  units: z.array(unit).min(2),
  measures: z.array(measure),
  /** Where the notice's city figure is not the sum of its units; sum in the measure's unit. */
  knownDifferences: z.array(z.strictObject({ measure: z.enum(measureKeys), city: z.number(), sum: z.number() })),
  namedProjects: z.array(
    z.strictObject({
      list: z.enum(['5', '6', '7']),
      unit: z.string(),
      /** The project's name as printed, a leading unit name dropped where it only heads the enumeration. */
      name,
      clause: name,
    }),
  ),
  /** Problems that earlier rounds handed over: by key of the problemSource choice. */
  problemCounts: z.array(
    z.strictObject({
      source: z.string(),
      projects: count,
      problems: count,
      /** How many projects were handed over in that round, with or without a problem, where the notice says so. */
      among: count.optional(),
      clause: name,
    }),
  ),
  choices: z.record(z.enum(choiceKeys), z.array(choice).min(1)),
  permits: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][A-Za-z]*$/, '应为小写英文字母开头的字母'),
        name,
        /** Keys of the permits that must be done first. */
        after: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  thresholds: z.strictObject({
    /** 万元: a project below is not in fixed-asset statistics. */
    statisticsMinimum: amount,
    /** 万元: 总投资 outside is probably in another unit of money. */
    suspectBelow: amount,
    suspectAbove: amount,
    /** A 亿元 cell over this many times the unit's target is probably in 万元. */
    suspectTargetTimes: amount,
    /** 亿元, lower bounds of the bands 50亿元以上, 10-50亿元, 5-10亿元. */
    bands: z.tuple([z.number(), z.number(), z.number()]),
    /** Share of next quarter's planned starts that must have started. */
    nextQuarterStartRate: share,
    leaderProjects: count,
    dispatchDays: count,
    /** 13710 (三(五)2): days for an ordinary problem, months for any other, from 交办 on. */
    supervisionDays: count,
    supervisionMonths: count,
    /** 总投资 of one project on two lists may differ by the larger of 万元 and share. */
    differenceAmount: amount,
    differenceShare: share,
    /** A unit's mean 总投资 this many times the units' median is probably in another unit of money. */
    outlierTimes: amount,
    /** Share by which 总投资 of two projects may differ that are taken for one by their near names. */
    nearNameShare: share,
  }),
  settings: z.strictObject({
    frameworkAgreementCounts: z.boolean(),
    nextQuarterStartsFrom: z.enum(['A', '9']),
    leaderProjectsReading: z.enum(['each', 'all']),
  }),
  /** The notice's paragraphs, for 依据: clause id as cited (二(一)) with heading and text. */
  clauses: z.array(z.strictObject({ id: name, heading: name, text: name })),
});

export type Plan = z.output<typeof planSchema>;
export type PlanInput = z.input<typeof planSchema>;
export type Unit = Plan['units'][number];
export type Measure = Plan['measures'][number];
export type Permit = Plan['permits'][number];

/** Whose workbook it is: the city's, or one unit's (by unit key). A department's may follow. */
export type Scope = { readonly kind: 'city' } | { readonly kind: 'unit'; readonly unit: string };

/** The plan itself cannot be used: where (path into the plan) and why, in Chinese. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}
