import { countListProposal, noCounts, type Decisions } from '../exchange/proposal';
import type { MergeResult } from '../job/merge';
import type { MergePreview } from '../job/preview-merge';
import { listOf } from '../list/registry';
import { unitOf } from '../plan/unit';
import { describeConflict, describeRefusal, describeRow } from '../text/exchange-merge';

/** The structured result of `merge --json`; out is null where nothing could be merged and no file was written. */
export function mergeData({ plan, lists, files, proposals }: MergePreview, decisions: Decisions, result: MergeResult, out: string | null): string {
  const data = {
    plan: plan.id,
    out,
    changed: result.changed,
    undecided: result.undecided,
    files: files.map(({ unit, ...file }) => ({ ...file, unit: unit === null ? null : unitOf(plan, unit).name })),
    units: proposals.map((proposal) => ({
      unit: unitOf(plan, proposal.unit).name,
      file: proposal.file,
      batch: proposal.batch,
      issuedAt: proposal.issuedAt,
      ways: proposal.ways,
      counts: result.counts[proposal.unit] ?? noCounts,
      lists: proposal.lists.map((own) => {
        const list = listOf(lists, own.list);
        return {
          list: own.list,
          sheet: list.sheetName,
          proposed: countListProposal(own),
          conflicts: own.conflicting.map((conflict) => ({
            id: conflict.id,
            kind: conflict.kind,
            row: conflict.identity,
            name: conflict.name,
            column: conflict.kind === 'cell' ? conflict.cell.column : null,
            cell: conflict.kind === 'cell' ? conflict.cell : null,
            ...describeConflict(conflict, list),
            decision: decisions[conflict.id] ?? null,
          })),
          deleted: own.deleted.map((row) => ({ id: row.id, row: row.identity, name: row.name, decision: decisions[row.id] ?? null })),
          added: own.added.map((row) => ({ name: row.name, where: describeRow(list, row) })),
          refused: own.refused.map((refusal) => ({
            reason: refusal.reason,
            name: refusal.name,
            unitText: refusal.unitText,
            column: refusal.column,
            message: describeRefusal(refusal, list, plan, proposal.unit),
          })),
        };
      }),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
