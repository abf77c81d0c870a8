/** Fixed words of 调度, the views a dispatch meeting works from. */
export const dispatchTexts = {
  title: '调度',
  parts: { problem: '问题', leader: '包保', permit: '手续', move: '流转' },
} as const;
