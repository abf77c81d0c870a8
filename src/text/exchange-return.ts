import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { describeCounts } from './exchange-merge';
import type { MergeCounts } from '../exchange/proposal';
import { shortBatch } from './exchange-sheet';

const stays = '其中内容没有采用。';
const mostHeaders = 4;

/** Why a returned file cannot be merged: which file is said beside it. Each ends with what to do. */
export const returnTexts = {
  city: `是市级工作簿，不是单位返回的文件，${stays}请选择各单位填报后发回的文件。`,
  otherPlan: (have: string, want: string) => `依据的文件是“${have}”，应为“${want}”，${stays}请单位用本次分发的文件填报。`,
  newerVersion: `由更新版本的加载项生成，这里不能可靠读取，${stays}请更新加载项后再试。`,
  unknownUnit: (unit: string) => `是“${unit}”的，本次行动没有这个责任主体，${stays}请核对是否选错了文件。`,
  unfinished: `里有一次没有做完的“生成”，内容可能不全，${stays}请单位在加载项中点“恢复”，保存后重新报送。`,
  noLists: `里没有认出“九张清单”的任何一张表，${stays}请单位用分发的文件填报后发回。`,
  noUnit: `里看不出是哪个单位填报的：没有填写“县（市、区）”，文件名中也没有单位名称。${stays}请在文件名中写上单位名称再选。`,
  severalUnits: (units: readonly string[]) =>
    `里有${units.join('、')}等多个单位的项目，看不出是哪个单位填报的，${stays}请按单位分成几个文件，或用分发的文件填报。`,
} as const;

/** 工作表“Sheet1”第 6 行与《5 未开工项目》最相近，但缺少表头“未开工原因”…… */
export function describeNearest(nearest: { readonly sheet: string; readonly row: number; readonly list: List; readonly missing: readonly string[] }): string {
  const { sheet, row, list, missing } = nearest;
  const named = missing.slice(0, mostHeaders).map((header) => `“${header}”`).join('、');
  const more = missing.length > mostHeaders ? `等 ${missing.length} 个` : '';
  return `里没有认出“九张清单”的任何一张表。工作表“${sheet}”第 ${row + 1} 行与《${list.sheetName}》最相近，但缺少表头${named}${more}。${stays}请单位用分发的文件填报，或把内容复制到分发的文件中再发回。`;
}

/** What a file is that can be merged: 泽州县，2023-11-25 09:05 分发（批次 4F2K9A）：新增 3 行、修改 5 行。 */
export function describeReturn(plan: Plan, unit: string, batch: string, issuedAt: string, counts: MergeCounts): string {
  const name = plan.units.find(({ key }) => key === unit)?.name ?? unit;
  const issued = batch === '' ? '没有分发底稿' : `${issuedAt} 分发（批次 ${shortBatch(batch)}）`;
  return `${name}，${issued}：${describeCounts(counts)}。`;
}

/** The same file was merged before. */
export function describeKnown(at: string, hasChanges: boolean): string {
  return hasChanges
    ? `这个文件 ${at} 已经汇总过；市级工作簿之后有改动，所以仍列出不同之处。`
    : `这个文件 ${at} 已经汇总过，再汇总一次没有任何变化。`;
}

const reasons = {
  sameContent: '内容完全相同',
  olderBatch: '批次更新',
  savedEarlier: '保存时间更晚',
} as const;

/** Another file of the same unit counts. */
export function describeSuperseded(by: string, reason: keyof typeof reasons, differences: number): string {
  const instead = `同一单位的“${by}”${reasons[reason]}，以它为准，这个文件没有采用。`;
  return differences === 0 ? instead : `${instead}两个文件有 ${differences} 行不同，请核对；如果两个文件各填了一部分，汇总之后请再单独选这个文件汇总一次，不会重复。`;
}
