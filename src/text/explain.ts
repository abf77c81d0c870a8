/** Why an explanation or a rule's setting was not taken: what was seen, what was expected, what to do. */
export const explainTexts = {
  noWho: '说明人没有填写，应写明由谁说明。请填写姓名或科室后再试。',
  noWhy: '情况说明没有填写，应写明原因。请填写后再试。',
  longWho: (most: number) => `说明人超过 ${most} 个字，应为姓名或科室。请缩短后再试。`,
  longWhy: (most: number) => `情况说明超过 ${most} 个字，应简明扼要。请缩短后再试。`,
  notExplainable: (rule: string) => `“${rule}”不能用说明代替改正，应按提示改正。请改正后再校验。`,
  changed: '这个问题所在的内容在查看之后有改动，或者问题已经不在了，说明没有写入。请点“一键校验”看最新结果，再决定是否说明。',
  onlyTogether: '这个问题要几个文件放在一起才看得出来，单独一个工作簿里说明不了，说明没有写入。请在汇总后的市级工作簿中说明。',
  notExplained: '这个问题的说明已经不在了，可能已被撤回，工作簿没有改动。请点“一键校验”看最新结果。',
} as const;

export const ruleSettingTexts = {
  noWho: '调整人没有填写，应写明由谁调整。请填写姓名或科室后再试。',
  noWhy: '调整理由没有填写，应写明原因。请填写后再试。',
  longWho: (most: number) => `调整人超过 ${most} 个字，应为姓名或科室。请缩短后再试。`,
  longWhy: (most: number) => `调整理由超过 ${most} 个字，应简明扼要。请缩短后再试。`,
  notSwitchable: (rule: string) => `“${rule}”核对的是错误，应改正后才能报送，不能调整级别或停用。工作簿没有改动。`,
  isOwn: (rule: string, level: string) => `“${rule}”本来就是${level}，不需要调整。请选另一级别，或点“恢复原级别”。`,
  notSet: (rule: string) => `“${rule}”没有调整过，工作簿没有改动。请点“一键校验”看最新结果。`,
} as const;
