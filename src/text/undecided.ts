import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import type { Undecided } from '../rule/issue';
import { formatNumber } from './format';

const reasons: Record<Undecided['reason'], string> = {
  waiting: '待填写，填写后再核对',
  missing: '缺少核对所需的内容，补填后再核对',
  structure: '表或列缺失，恢复后再核对',
};

/** 《5 未开工项目》沁水县 3 处暂无法核对：待填写，填写后再核对。 */
export function describeUndecided(entry: Undecided, plan: Plan, lists: readonly List[]): string {
  const list = lists.find((each) => each.key === entry.list);
  const unit = plan.units.find((each) => each.key === entry.unit)?.name ?? '';
  const column = list?.columns.find((each) => each.key === entry.params['column'])?.header;
  const about = column === undefined ? '' : `“${column}”`;
  return `${list ? `《${list.sheetName}》` : ''}${unit}${about} ${formatNumber(entry.count)} 处暂无法核对：${reasons[entry.reason]}。`;
}
