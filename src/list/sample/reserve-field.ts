/** A number of projects and their investment of the coming year in 万元. */
export interface ReserveFigure {
  readonly count: number;
  readonly money: number;
}

interface Field extends ReserveFigure {
  readonly isIndustrial: boolean;
  readonly isPrivate: boolean;
  readonly isKey: boolean;
}

interface Fields {
  readonly fields: readonly Field[];
  /** Least investment of one project in a year, 万元. */
  readonly leastPlan: number;
}

/** How much of what two parts may share they do share; the first that leaves no field with money but no project is taken. */
const shares = [0.3, 0.5, 0.7, 0.1, 0.9, 0, 1];

/** 万元: as small as made-up projects are in a year, and as small as they can be. */
const leastPlans = [600, 1];

/**
 * The metrics of 二(二) as fields of a two-by-two table: the parts overlap (开发区's industrial and private projects
 * exceed its whole), and the 省级重点 ones are taken from the field with the most money. Figures that no such table
 * meets are met from above, by projects that are industrial and private both.
 */
export function layFields([all, industrial, isPrivate, key]: readonly [ReserveFigure, ReserveFigure, ReserveFigure, ReserveFigure]): Fields {
  for (const leastPlan of leastPlans) {
    for (const ofCount of shares) {
      for (const ofMoney of shares) {
        const both = {
          count: overlap(all.count, industrial.count, isPrivate.count, ofCount),
          money: overlap(all.money, industrial.money, isPrivate.money, ofMoney),
        };
        const fields = takeKey(
          [
            field(true, true, both.count, both.money),
            field(true, false, industrial.count - both.count, industrial.money - both.money),
            field(false, true, isPrivate.count - both.count, isPrivate.money - both.money),
            field(
              false,
              false,
              all.count - industrial.count - isPrivate.count + both.count,
              all.money - industrial.money - isPrivate.money + both.money,
            ),
          ],
          key,
          leastPlan,
        );
        if (fields.every((each) => isSound(each, leastPlan))) return { fields, leastPlan };
      }
    }
  }
  const rest = all.count - key.count;
  const others = rest === 0 ? 0 : Math.max(rest, all.money - key.money);
  return {
    fields: [field(true, true, rest, others), { ...field(true, true, key.count, Math.max(key.money, all.money - others)), isKey: true }],
    leastPlan: 1,
  };
}

/** What two parts share: more than they must, less than the smaller one. */
function overlap(whole: number, a: number, b: number, share: number): number {
  const least = Math.max(0, a + b - whole);
  const most = Math.min(a, b);
  return Math.round(least + (most - least) * share);
}

function isSound({ count, money }: Field, leastPlan: number): boolean {
  return count >= 0 && (count === 0 ? money === 0 : money >= count * leastPlan);
}

function field(isIndustrial: boolean, isPrivate: boolean, count: number, money: number): Field {
  return { isIndustrial, isPrivate, isKey: false, count, money };
}

function takeKey(fields: readonly Field[], { count, money }: ReserveFigure, leastPlan: number): Field[] {
  if (count === 0) return [...fields];
  const richest = fields.reduce((best, each) =>
    spareMoney(each, count, money, leastPlan) > spareMoney(best, count, money, leastPlan) ? each : best,
  );
  return [
    ...fields.map((each) =>
      each === richest ? { ...each, count: each.count - count, money: each.money - money } : each,
    ),
    { ...richest, isKey: true, count, money },
  ];
}

function spareMoney(each: Field, count: number, money: number, leastPlan: number): number {
  return each.count < count ? Number.NEGATIVE_INFINITY : each.money - money - (each.count - count) * leastPlan;
}
