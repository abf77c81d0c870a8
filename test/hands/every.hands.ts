import { testHands } from './course';

/** `npm run hands`: 2,000 steps, in which every operation that can be carried out is. See hands.test.ts. */
const everywhere = ['校验', '校验 twice', '修正', '说明情况', '生成', '撤销上次操作', 'undo', 'redo', 'copy a tab', 'delete a tab'];

testHands([
  ['市本级', 61, 1_700, [...everywhere, '流转', '自动带入', '规则设置', '撤回说明', '统计截止日']],
  ['全市', 82, 300, ['校验', '分发', '汇总']],
]);
