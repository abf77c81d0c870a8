import type { RuleSetting } from '../list/record';
import type { CheckResult, Severity, Undecided, Waiting } from '../rule/issue';
import { describeKeptCopies } from './kept-copy';
import { ruleLevels } from './ui';

/** 1,547. Not text/format's, which brings the plan's schema along: these sentences are there before the plan is. */
export function inThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** What somebody wrote, without the full stop that he may have put: our sentence goes on behind it, and ends with its own. */
export function withoutStop(written: string): string {
  return written.replace(/[。；，]+$/, '');
}

/** What the pane is at work on. */
export type TaskName = 'open' | 'generate' | 'restore' | 'check' | 'judge' | 'recalculate' | 'fix' | 'asOf' | 'show' | 'together' | 'explain' | 'withdraw' | 'setRule' | 'issue' | 'save' | 'returns' | 'merge' | 'compare' | 'advance' | 'moveOn' | 'carryIn' | 'takeBack' | 'older' | 'bulletin' | 'structure' | 'repair' | 'upgrade';

type StageName = 'read' | 'compute' | 'write';

const doing: Readonly<Record<TaskName, string>> = {
  open: '正在查看当前工作簿',
  generate: '正在生成清单',
  restore: '正在恢复备份的内容',
  check: '正在校验',
  judge: '正在查看填报情况',
  recalculate: '正在重算汇总',
  fix: '正在修正',
  asOf: '正在更新统计截止日',
  show: '正在定位到单元格',
  together: '正在一起校验',
  explain: '正在写入说明',
  withdraw: '正在撤回说明',
  setRule: '正在调整级别',
  issue: '正在生成各单位文件',
  save: '正在保存文件',
  returns: '正在核对返回的文件',
  merge: '正在汇总',
  compare: '正在比较',
  older: '正在读取上月的工作簿',
  bulletin: '正在写排名通报',
  structure: '正在核对表格结构',
  repair: '正在修复表格',
  upgrade: '正在升级',
  advance: '正在推进问题',
  moveOn: '正在流转',
  carryIn: '正在带入',
  takeBack: '正在撤销',
};

const stages: Readonly<Record<StageName, string>> = { read: '读取工作簿', compute: '逐项核对', write: '写入工作簿' };

/** 正在校验：读取工作簿; 正在读取文件“沁水县.xlsx” while a file from outside is read. */
export function describeTask(task: TaskName, stage: StageName | null, file: string | null): string {
  if (file !== null) return `正在读取文件“${file}”`;
  return stage === null ? doing[task] : `${doing[task]}：${stages[stage]}`;
}

/** Excel takes long to answer: it may be busy, or wait for the user itself. */
export function describeWaiting(doing: string): string {
  return `${doing}。Excel 尚未答复，仍在等待；请看 Excel 里是否有打开的对话框，或正在输入的单元格。`;
}

const names: Readonly<Record<TaskName, string>> = {
  open: '查看工作簿',
  generate: '生成',
  restore: '恢复',
  check: '校验',
  judge: '查看填报情况',
  recalculate: '重算汇总',
  fix: '修正',
  asOf: '更新统计截止日',
  show: '定位',
  together: '多份校验',
  explain: '说明情况',
  withdraw: '撤回说明',
  setRule: '调整级别',
  issue: '分发',
  save: '保存文件',
  returns: '核对返回的文件',
  merge: '汇总',
  compare: '比上月',
  older: '读取上月的工作簿',
  bulletin: '写排名通报',
  structure: '核对表格结构',
  repair: '修复表格',
  upgrade: '升级',
  advance: '推进问题',
  moveOn: '流转',
  carryIn: '自动带入',
  takeBack: '撤销',
};

export function describeCancelled(task: TaskName): string {
  if (task === 'together') return '多份校验已取消，文件和工作簿都没有改动。需要时可以重新选择文件。';
  if (task === 'merge' || task === 'upgrade') return `${names[task]}已停止，已填内容没有丢失。如果面板提示“恢复”，请先点“恢复”，再重新操作。`;
  return task === 'generate' || task === 'restore'
    ? `${names[task]}已停止，已填内容没有丢失。清单可能还不完整，请再点一次“${names[task]}”补齐。`
    : `${names[task]}已取消，工作簿内容没有再改动。需要时可以重新开始。`;
}

/** An error that no other sentence fits. */
export function describeUnknown(task: TaskName): string {
  return `${names[task]}没有完成，原因不明。已填内容没有丢失。请点“重试”；仍不行，请先保存工作簿，再重新打开面板。`;
}

export function describeBrokenLoad(): string {
  return '面板的一部分没有加载出来，可能是网络中断或服务器刚更新过。已填内容没有丢失。请检查网络后点“重试”，仍不行就关闭面板重新打开。';
}

export function describePlanError(message: string): string {
  return `${message} 已填内容没有改动。`;
}

export function describeGenerated(sheets: number, kept: number): string {
  return kept > 0 ? `已生成 ${sheets} 张工作表，原有的 ${inThousands(kept)} 项内容已全部放回。` : `已生成 ${sheets} 张工作表，可以开始填写。`;
}

/** `edited` cells that somebody has changed since the operation was cut off, and sheets (`apart`) that keep what was typed since. */
export function describeRestored(kept: number, edited: number, apart: readonly string[] = []): string {
  const done = kept > 0 ? `已把备份的 ${inThousands(kept)} 项内容放回清单。` : '清单内容与中断前一致，没有需要放回的内容。';
  const told = edited === 0 ? done : `${done}另有 ${inThousands(edited)} 处在中断之后又有改动，保持现在的内容，请核对。`;
  return apart.length === 0 ? told : `${told}${describeKeptCopies(apart)}`;
}

export function describeAsOfWritten(): string {
  return '统计截止日已更新。';
}

/** Follows what was done, where it could not be read again. */
export function describeBehind(): string {
  return '但之后没有读到工作簿，面板显示的还是之前的情况；请点“重试”刷新，不会重复写入。';
}

export function describeRecalculated(): string {
  return '汇总已重算。';
}

export function describeExplained(rule: string): string {
  return `“${rule}”已记为“已说明”，说明随工作簿保存和报送；内容改动后会重新提示。`;
}

export function describeWithdrawn(rule: string): string {
  return `“${rule}”的说明已撤回，重新列为问题。`;
}

/** What the rule now counts as; null where it is the catalogue's own again. */
export function describeRuleSet(rule: string, severity: keyof typeof ruleLevels | null): string {
  if (severity === null) return `“${rule}”已恢复原级别，并已重新校验。`;
  return `“${rule}”已调整为“${ruleLevels[severity]}”，并已重新校验。调整和理由随工作簿保存和报送。`;
}

export function describeIssuedFiles(count: number): string {
  return `已生成 ${count} 个单位的文件，并记入交换记录。请逐个保存或保存为一个压缩包，再发给各单位。`;
}

export function describeSaved(how: 'download' | 'workbook', fileName: string): string {
  return how === 'download' ? `“${fileName}”已保存到下载文件夹。` : `已在新窗口打开，请另存为“${fileName}”。`;
}

export function describeComparisonLaid(sheet: string): string {
  return `变化情况已写在工作表“${sheet}”中，可以打印。`;
}

export function describeBulletinLaid(sheet: string): string {
  return `排名通报已写在工作表“${sheet}”中，一页 A4，可以打印。`;
}

export function describeUndone(): string {
  return '本次汇总已撤销，各表恢复为汇总前的内容，并记入交换记录。';
}

/** After 修正: issues that are mended, that stand all the same, and that were left alone. */
export function describeFixed(applied: number, standing: number, skipped: number): string {
  const done = `已改正 ${inThousands(applied)} 处。`;
  const left = standing === 0 ? '' : `另有 ${inThousands(standing)} 处的公式已重写，结果仍然出错，所引用的内容可能已被删除：面板上有“修复表格”的请先点它，没有的请核对公式引用的单元格。`;
  return `${done}${left}${skipped === 0 ? '' : `另有 ${inThousands(skipped)} 处在预览之后又有改动，没有写入，请核对后再试。`}`;
}

/** Follows describeFixed, where what was mended could not be marked; then why follows. */
export function describeUnmarked(): string {
  return '但校验提示和“校验结果”没有更新：';
}

/** The state of the whole workbook in one short sentence. */
export function describeVerdict({ counts, waiting, issues }: CheckResult): string {
  const rows = countWaitingRows(waiting);
  if (counts.error > 0) return `有 ${inThousands(counts.error)} 个错误，改正后才能报送`;
  if (rows > 0) return '没有错误，等待填写';
  if (counts.warning > 0) return `没有错误，有 ${inThousands(counts.warning)} 个警告需要核实`;
  return issues.length > 0 ? '没有错误和警告，可以报送' : '没有发现问题，可以报送';
}

export function countWaitingRows(waiting: readonly Waiting[]): number {
  return waiting.reduce((sum, each) => sum + each.waitingRows, 0);
}

/** Cells and rows that could not be compared although something was entered: what merely waits is counted as 待填写. */
export function countUndecided(undecided: readonly Undecided[]): number {
  return undecided.reduce((sum, { reason, count }) => (reason === 'waiting' ? sum : sum + count), 0);
}

export function describeChecked(result: CheckResult): string {
  return `校验完成：${describeVerdict(result)}。`;
}

export function describeUnlisted(rule: string, count: number): string {
  return `“${rule}”还有 ${inThousands(count)} 条同类问题未列出，改正一部分后再校验即可看到。`;
}

/** 已停用 2 条规则，它们发现的 13 处没有列出 */
export function describeSwitchedOff(rules: number, found: number): string {
  const off = `已停用 ${rules} 条规则`;
  return found === 0 ? off : `${off}，它们发现的 ${inThousands(found)} 处没有列出`;
}

/** 已填 2/13, 已填 15/15，新增 2: rows filled of those due; more than the notice's number are 新增. Empty where none is due. */
export function describeFilled(filled: number, due: number, expected: number | null): string {
  if (due === 0) return '';
  const done = `已填 ${inThousands(filled)}/${inThousands(due)}`;
  return expected !== null && due > expected ? `${done}，新增 ${inThousands(due - expected)}` : done;
}

export function describePercent(done: number, total: number): string {
  return `${total > 0 ? Math.round((done / total) * 100) : 0}%`;
}

/** How old the verdict is, and whether the marks in the sheets say the same. */
export function describeFreshness(freshness: 'judged' | 'checked' | 'followed', time: string, lastCheck: string | null): string {
  switch (freshness) {
    case 'checked':
      return `上次校验 ${time}`;
    case 'followed':
      return `已随修改更新（${time.slice(-5)}），表内提示在下次校验时更新`;
    case 'judged':
      return lastCheck === null ? '还没有校验，点“一键校验”把提示写进表内' : `上次校验 ${lastCheck}`;
  }
}

/** 共 8 份，其中 2 份不能使用 */
export function describeFileCount(usable: number, refused: number): string {
  const all = `共 ${inThousands(usable + refused)} 份`;
  return refused === 0 ? all : `${all}，其中 ${inThousands(refused)} 份不能使用`;
}

export function describeSameUnit(unit: string, files: readonly string[]): string {
  return `${unit}有 ${files.length} 份：${files.map((file) => `“${file}”`).join('、')}。两份的内容会互相比对，请只留要用的一份，移除其余。`;
}

export function describeMoreLines(count: number): string {
  return `再列 ${inThousands(count)} 条`;
}

export function describeRuleCount(found: number, all: number): string {
  return found === all ? `共 ${all} 条规则` : `找到 ${found} 条，共 ${all} 条`;
}

/** 已由“警告”调整为“提示”：本月口径放宽（市项目办 张三） */
export function describeAdjusted(own: readonly Severity[], { severity, who, why }: RuleSetting): string {
  return `已由${own.map((each) => `“${ruleLevels[each]}”`).join('或')}调整为“${ruleLevels[severity]}”：${withoutStop(why)}（${who}）`;
}
