import type { UnitStatus } from '../exchange/board';
import type { List } from '../list/list';
import { listOf } from '../list/registry';
import { toSerial } from '../plan/day';
import { unitOf } from '../plan/unit';
import type { Plan } from '../plan/plan';
import { formatDay, formatNumber } from './format';

const stateNames: Readonly<Record<UnitStatus['state'], string>> = {
  notSent: '未分发',
  sent: '未返回',
  returned: '已收到，待汇总',
  merged: '已汇总',
};

/** 未分发, 未返回, 已收到，待汇总 or 已汇总. */
export function unitStateName(state: UnitStatus['state']): string {
  return stateNames[state];
}

/** Lists that a reminder names; of more it says how many. */
const mostNamed = 4;

/** 《5 未开工项目》12 行、《9 前期手续办理》3 行: what a unit has yet to fill in; null where nothing. */
function describeWaiting({ lists: own }: UnitStatus, lists: readonly List[]): string | null {
  const open = own.filter(({ waiting }) => waiting > 0);
  if (open.length === 0) return null;
  const named = open.slice(0, mostNamed).map(({ list, waiting }) => `《${listOf(lists, list).sheetName}》${formatNumber(waiting)} 行`);
  return `${named.join('、')}${open.length > mostNamed ? `等 ${open.length} 张表` : ''}`;
}

/**
 * A message to a unit, ready to be pasted: what has not come back or has yet to be put right, which file, to whom.
 * asOf is 统计截止日 as serial. Null where there is nothing to ask of the unit: nothing was sent, or all is in order.
 */
export function remindUnit(status: UnitStatus, plan: Plan, lists: readonly List[], asOf: number): string | null {
  const { state, file, errors, conflicts } = status;
  if (state === 'notSent' || state === 'returned') return null;
  const waiting = describeWaiting(status, lists);
  const greeting = `${unitOf(plan, status.unit).name}：您好！关于${plan.campaign}“九张清单”填报工作（统计截止日 ${formatDay(asOf)}），`;
  const close = `请填写核对后发回${plan.collector}。`;
  if (state === 'sent') {
    const due = `按${plan.number}要求，清单应于${formatDay(toSerial(plan.dates.listDue))}前报送。`;
    const sent = status.sentAt === null ? '' : `${status.sentAt.slice(0, 10)} 发出的`;
    const rest = waiting === null ? '' : `据我办掌握，尚待填写的有：${waiting}。`;
    return `${greeting}${sent}文件我办还没有收到贵单位的填报。${due}${rest}${close}如已发出，请忽略本条。谢谢支持！`;
  }
  const wanting = [
    ...(waiting === null ? [] : [`待填写：${waiting}`]),
    ...(errors === null || errors === 0 ? [] : [`校验发现错误 ${formatNumber(errors)} 条`]),
    ...(conflicts === 0 ? [] : [`与我办掌握的情况不一致 ${formatNumber(conflicts)} 处`]),
  ];
  if (wanting.length === 0) return null;
  return `${greeting}贵单位报送的“${file}”已经收到，谢谢！还有以下内容请补充或更正：${wanting.join('；')}。${close}`;
}
