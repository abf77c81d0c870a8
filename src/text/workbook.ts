import { unitOf } from '../plan/unit';
import type { Plan, Scope } from '../plan/plan';
import { inThousands } from './ui-sentence';

/** Sentences about the workbook as a whole: what it is, why a job cannot work on it, what to do. */
export const workbookTexts = {
  notOurs: '当前工作簿不是“九张清单”工作簿，没有可以校验的表。请先点“生成”，或打开已生成的工作簿再试。',
  unknownPlan: (planId: string) =>
    `当前工作簿依据的文件是“${planId}”，加载项里没有这一文件的数据，无法校验。请更新加载项，或打开本次行动的工作簿。`,
  newerVersion:
    '当前工作簿由更新版本的加载项生成，为避免损坏，这里不作修改。请更新加载项后再试；工作簿内容没有改动。',
  otherScope: (have: string, want: string) =>
    `当前工作簿是${have}的，不能改成${want}的，以免已填内容丢失。请新建一个空白工作簿，再在其中生成${want}的清单。`,
  otherPlan: (have: string) =>
    `当前工作簿依据的是“${have}”，已填内容不能搬到另一文件下。请新建一个空白工作簿再生成。`,
  sampleOverEntries: '当前工作簿已有填写内容，示例数据不会写在上面。请新建一个空白工作簿再生成示例。',
  backupWaiting: '上一次操作没有做完，已填内容都在备份里，这次没有写入。请先点“恢复”，再继续操作。',
  noBackup: '没有找到需要恢复的备份，可能已经恢复完成；工作簿没有改动。',
  brokenBackup: '备份的内容无法识别，不能恢复；工作簿没有改动。请更新加载项后再点“恢复”，或改用最近保存的文件。',
  structureFirst:
    '有工作表或表头被删除、改动，汇总公式无从取数。请先点“一键校验”，按提示恢复工作表和表头，再点“重算汇总”；已填内容没有改动。',
  missingAsOf: '没有找到“统计截止日”单元格，可能“说明”工作表已被删除。请点“重新生成”补齐，已填内容会保留。',
} as const;

/** 全市, or a unit's name: whose workbook it is. */
export function scopeName(plan: Plan, scope: Scope): string {
  return scope.kind === 'city' ? '全市' : unitOf(plan, scope.unit).name;
}

/** The paragraphs above the table of 校验结果. */
export function resultSummary(result: {
  readonly checkedAt: string;
  readonly plan: string;
  readonly asOf: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly explained: number;
  readonly undecided: number;
  readonly waiting: number;
  readonly unlisted: number;
  /** How many rules the workbook's settings switch off, how many they weigh otherwise, and what those that are off found. */
  readonly off: number;
  readonly adjusted: number;
  readonly switchedOff: number;
}): string[] {
  const waiting = result.waiting === 0 ? '没有待填写的内容' : `待填写 ${inThousands(result.waiting)} 行`;
  return [
    `校验时间：${result.checkedAt}　　依据：${result.plan}　　统计截止日：${result.asOf}`,
    `错误 ${inThousands(result.errors)} 条，警告 ${inThousands(result.warnings)} 条，提示 ${inThousands(result.infos)} 条，另有已说明 ${inThousands(result.explained)} 条；` +
      `${waiting}；暂无法核对 ${inThousands(result.undecided)} 项。`,
    ...(result.unlisted === 0 ? [] : [`问题较多，另有 ${inThousands(result.unlisted)} 条同类问题未逐条列出，改正后再校验会继续列出。`]),
    ...(result.off + result.adjusted === 0 ? [] : [describeSettings(result)]),
  ];
}

function describeSettings({ off, adjusted, switchedOff }: { readonly off: number; readonly adjusted: number; readonly switchedOff: number }): string {
  const parts = [
    ...(off === 0 ? [] : [`停用 ${off} 条（${switchedOff === 0 ? '本次没有查出问题' : `查出 ${inThousands(switchedOff)} 处，没有列出`}）`]),
    ...(adjusted === 0 ? [] : [`调整级别 ${adjusted} 条`]),
  ];
  return `本工作簿对规则有调整：${parts.join('，')}。由谁决定、为什么，见下表最前面各行。`;
}

/** 错误, 警告, 提示; an explained issue is shown as 已说明. */
export function severityName(severity: 'error' | 'warning' | 'info', isExplained: boolean): string {
  return isExplained ? '已说明' : { error: '错误', warning: '警告', info: '提示' }[severity];
}
