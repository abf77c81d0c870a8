/** The kinds of HostError, by name: text does not know the ports. A new kind does not compile where the pane hands it in. */
type HostFaultName =
  | 'editMode'
  | 'protected'
  | 'notFound'
  | 'hidden'
  | 'tooLarge'
  | 'incompleteRead'
  | 'busy'
  | 'unavailable'
  | 'unsupported'
  | 'unanswered'
  | 'edited'
  | 'unknown';

const SENTENCES: Readonly<Record<HostFaultName, string>> = {
  editMode: '有单元格正在输入，Excel 暂时不接受操作；已填内容没有丢失。请先按回车键结束输入，再点一次。',
  protected:
    '有工作表或工作簿设了保护（可能带密码），无法写入；已填内容没有丢失。请在“审阅”中撤销保护，再点一次。',
  notFound: '要写入或查看的工作表、表格或名称不在了，可能已被改名或删除；其他内容没有丢失。请撤销改名或删除，或点“重新生成”补齐。',
  hidden: '要查看的工作表被隐藏了，没有定位；内容没有改动。请在任意一张工作表的标签上点右键，选“取消隐藏”，显示这张表后再点一次。',
  tooLarge:
    '内容超出 Excel 一次能处理的大小（例如一个单元格超过 32767 个字）；已填内容没有丢失。请缩短过长的文字，删除多余的空行空列，再点一次。',
  incompleteRead: 'Excel 只返回了一部分内容，为免误判，这次没有采用；已填内容没有丢失。请稍候再点一次，仍不行就保存后重新打开工作簿。',
  busy: 'Excel 正忙，这次没有完成；已填内容没有丢失。请稍候，等 Excel 空闲后再点一次。',
  unavailable: '与 Excel 的连接断开了；已填内容没有丢失。请先保存工作簿，关闭本面板后重新打开。',
  unsupported: '当前的 Excel 版本不支持这项操作；已填内容没有丢失。请改用 Excel 2021 以上版本或网页版 Excel。',
  unanswered:
    'Excel 很久没有答复，不能确定这次写完没有；已填内容没有丢失。请看 Excel 是否弹出了对话框或还在计算，处理完再点一次；面板提示“恢复”的，先点“恢复”；仍不行就保存后重新打开工作簿。',
  edited: '正要写入时，其他人改了同一处；对方的修改和已填内容都没有丢失，这次没有写成。请等对方改完，再点一次。',
  unknown: 'Excel 没有完成这项操作，原因不明；已填内容没有丢失。请先保存工作簿，再点一次，仍不行就重新打开工作簿。',
};

/** One Chinese sentence for a fault of the host: what happened, that nothing was lost, what to do. */
export function describeHostFault(fault: HostFaultName): string {
  return SENTENCES[fault];
}
