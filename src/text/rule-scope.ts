/** What rules look at, by the first part of their codes. */
export const ruleScopeNames = {
  cell: '单元格',
  row: '行',
  list: '表',
  'cross-list': '表间',
  'cross-county': '县区间',
} as const;

/** The same in a sentence, where rules are shown in groups. */
export const ruleScopeHints = {
  cell: '逐个单元格核对，适用于各表的填报列。',
  row: '在一行之内，或者一张表的各行之间核对。',
  list: '对一张表的整体核对。',
  'cross-list': '同一项目在各表之间核对。',
  'cross-county': '在各责任主体之间核对。',
} as const;
