import type { Plan } from '../plan/plan';

/** Words of the printed catalogue of rules. */
export const rulePageWords = {
  title: '“九张清单”校验规则目录',
  headers: ['规则编号', '名称', '级别', '适用清单', '依据', '说明', '无法核对的情形', '不能发现的情形'],
  todo: '处理：',
  never: '—',
  allLists: '各清单和台账',
  maySwitch: '可调整',
  mayExplain: '可说明',
  contents: '目录',
  reading: '怎样看这份目录',
  lists: '清单和台账',
} as const;

/** 依据《…》（晋市政办函〔2023〕31号） */
export function rulePageSubtitle({ title, number }: Plan): string {
  return `依据《${title}》（${number}）`;
}

/** 共 74 条：错误 26 条，警告 30 条，提示 18 条。 By what a rule is at its gravest. */
export function describeRuleCount(counts: { readonly error: number; readonly warning: number; readonly info: number }): string {
  const all = counts.error + counts.warning + counts.info;
  return `共 ${all} 条：错误 ${counts.error} 条，警告 ${counts.warning} 条，提示 ${counts.info} 条（一条规则有几个级别的，按最重的计）。`;
}

/** How the catalogue is read: severities, what cannot be told, what may be decided otherwise. */
export const rulePageNotes: readonly (readonly [term: string, meaning: string])[] = [
  ['错误', '改正后才能报送。填报单位改变不了、只能靠改成不实内容来消除的，一律不列为错误。'],
  ['警告', '多半有误，或者已经逾期，需要核实。'],
  ['提示', '值得看一眼，多数不需改动。'],
  ['待填写', '只有下发的项目名称和责任主体、还没有动手填的行，不算错误，只计数。'],
  ['无法核对', '用来比对的内容还没有填、看不懂或者不见了，单独列出，既不判为通过，也不判为错误。'],
  ['可调整', '警告和提示可以改按其他级别对待，或者停用；由谁决定、为什么，记在工作簿里，写进“校验结果”。'],
  ['可说明', '警告、提示和可能属实的错误，可以由填报人说明情况；说明随工作簿走，所涉内容一改动就失效。'],
  ['惯例', '文件没有规定写法，按项目管理通行的填报惯例核对。'],
];
