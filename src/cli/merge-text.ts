import { countListProposal, noCounts, type Decisions, type MergeProposal } from '../exchange/proposal';
import type { MergeResult } from '../job/merge';
import type { MergePreview } from '../job/preview-merge';
import { listOf } from '../list/registry';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { describeConflict, describeCounts, describeRefusal, describeRow } from '../text/exchange-merge';

const states = { proposed: '已汇总', superseded: '未采用', refused: '不能采用' } as const;

/** The result of `merge` for people: each file, then each unit with what a person has to look at, then what was written. */
export function mergeText({ plan, lists, files, proposals }: MergePreview, decisions: Decisions, result: MergeResult, out: string): string {
  const { undecided, changed } = result;
  return [
    ...fileLines(files),
    ...proposals.flatMap((proposal) => unitLines(plan, lists, proposal, decisions)),
    ...proposals.map(({ unit }) => `${unitOf(plan, unit).name}：${describeCounts(result.counts[unit] ?? noCounts)}`),
    ...(undecided === 0 ? [] : [`冲突 ${undecided} 处未定，暂按市级。请用 --prefer city 或 --prefer unit 决定，或在任务窗格中逐处选择。`]),
    `${changed ? '汇总结果' : '没有变化，内容照原样'}写入 ${out}`,
    '',
  ].join('\n');
}

/** The result of `merge` where none of the files can be used: why each cannot. */
export function refusedText({ files }: MergePreview): string {
  return fileLines(files).map((line) => `${line}\n`).join('');
}

function fileLines(files: MergePreview['files']): string[] {
  return files.map(({ file, state, sentences }) => `${states[state]} ${file}：${sentences.join('')}`);
}

function unitLines(plan: Plan, lists: readonly List[], proposal: MergeProposal, decisions: Decisions): string[] {
  const lines = proposal.lists.flatMap((own) => {
    const list = listOf(lists, own.list);
    const counts = countListProposal(own);
    if (Object.values(counts).every((count) => count === 0)) return [];
    return [
      `  《${list.sheetName}》${describeCounts(counts)}`,
      ...own.conflicting.map((conflict) => {
        const { where, issued, city, unit } = describeConflict(conflict, list);
        const decided = decisions[conflict.id];
        const taken = decided === undefined ? '未定' : decided === 'unit' ? '按单位' : '按市级';
        return `    冲突（${taken}）${where}：市级“${city}”，单位“${unit}”${issued === null ? '' : `，分发时“${issued}”`}`;
      }),
      ...own.deleted.map((row) => `    单位删除、仍保留 ${describeRow(list, row)}`),
      ...own.refused.map((refusal) => `    拒收 ${describeRefusal(refusal, list, plan, proposal.unit)}`),
    ];
  });
  return lines.length === 0 ? [] : [unitOf(plan, proposal.unit).name, ...lines];
}
