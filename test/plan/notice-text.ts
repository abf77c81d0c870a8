import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The notice as issued; its copy beside the tests is the source that the plan is held against. */
export const noticeText = readFileSync(join(__dirname, '../notice.txt'), 'utf8');

/** Without blanks, line breaks and markdown, which the notice's conversion put anywhere, also inside numbers' units. */
export function flatten(text: string): string {
  return text.replace(/[\s#*]/g, '');
}

const flat = flatten(noticeText);

/** What stands between two headings of the notice, flattened. */
export function between(start: string, end: string): string {
  const from = flat.indexOf(start);
  const to = flat.indexOf(end, from + start.length);
  if (from < 0 || to < 0) throw new Error(`${start} … ${end} is not in the notice`);
  return flat.slice(from + start.length, to);
}

export const passages = {
  '二(一)': between('（一）项目投资目标。', '（二）项目储备目标。'),
  '二(二)': between('（二）项目储备目标。', '(三)项目开工目标。'),
  '二(三)': between('(三)项目开工目标。', '（四）项目入统目标。'),
  '二(四)': between('（四）项目入统目标。', '（五）招商引资目标。'),
  '二(五)': between('（五）招商引资目标。', '三、行动内容'),
  '三(一)3': between('3.谋大储强。', '责任单位：'),
  '三(四)1': between('1.开工一批。', '2.提速一批。'),
  '三(四)2': between('2.提速一批。', '3.入统一批。'),
  '三(四)3': between('3.入统一批。', '责任单位：'),
  '三(五)3': between('3.疏解堵点困难。', '责任单位：'),
} as const;
