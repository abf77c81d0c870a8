/** Fixed words of 调度, the views a dispatch meeting works from. */
export const dispatchTexts = {
  title: '调度',
  go: '定位到这个项目',
  wrongDay: '请填写日期，例如 2023-12-25。',
  parts: { problem: '问题', leader: '包保', permit: '手续', move: '流转' },
} as const;
