/** The brackets round a header in 校验提示, by severity: they say which cells a mark means, and so what is coloured. */
export const markBrackets = {
  error: ['【', '】'],
  warning: ['〔', '〕'],
  info: ['〈', '〉'],
} as const;
