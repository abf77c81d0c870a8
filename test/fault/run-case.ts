import type { Host } from '../../src/host/protocol/connect-host';
import { dataColumns } from '../../src/sheet/build-data';
import { startOffice } from '../host/start-office';
import { comeToRest, finish, forgetAll, runUntil, StuckError } from './clock';
import { isDataOdd, judgeState, tellState } from './judge';
import type { Mishap } from './mishap';
import { openPane, retry, type Pane } from './pane';
import { knowStates, openScene, type Scene } from './scene';

/** How a case ended for the user, before he did anything about it. */
export type Outcome = 'after' | 'before' | 'partly' | 'restored' | 'anew';

export interface CaseResult {
  readonly operation: string;
  readonly mishap: string;
  /** The round trip that it befell, 1 the first. */
  readonly sync: number;
  /** Null where nothing of the kind came to pass at that round trip. */
  readonly outcome: Outcome | null;
  /** True where what somebody entered is neither as before nor as afterwards, or a sheet is half. */
  readonly isLost: boolean;
  /** What was not as promised; none where all was. */
  readonly complaints: readonly string[];
}

/** One case under way: what it is about, and what is found wanting. */
interface Trial {
  readonly scene: Scene;
  readonly mishap: Mishap;
  readonly sync: number;
  readonly complaints: string[];
  isLost: boolean;
}

/** One operation with one mishap at one of its round trips, and all that is promised for that. */
export async function runCase(scene: Scene, mishap: Mishap, sync: number): Promise<CaseResult> {
  const { operation, book } = scene;
  const trial: Trial = { scene, mishap, sync, complaints: [], isLost: false };
  knowStates(scene, ['', mishap.kind === 'edit' ? mishap.name : '', mishap.atRetry?.name ?? '', mishap.beforeRestore?.name ?? '']);
  const { host, pane } = await openScene(scene);
  host.failSync(sync, mishap.faultFor(book, operation));
  if (mishap.second) host.failSync(sync + mishap.second.nth, mishap.second.fault);
  let outcome: Outcome | null = null;
  try {
    const work = operation.run(pane.commands, pane.store.get().report, pane);
    if (mishap.kind === 'kill') await runUntil(() => host.struck > 0 || pane.store.get().task === null);
    else await finish(work);
    if (host.struck > 0) outcome = mishap.kind === 'kill' ? await judgeKilled(trial, pane) : await judgeAlive(trial, host, pane);
  } catch (cause) {
    if (!(cause instanceof StuckError)) throw cause;
    trial.complaints.push(`没有结束：${cause.message}`);
    outcome = 'before';
  }
  forgetAll();
  const { complaints, isLost } = trial;
  return { operation: operation.name, mishap: mishap.name, sync, outcome, isLost, complaints };
}

/** The pane goes on: it says what happened, and 重试 does it once. */
async function judgeAlive(trial: Trial, host: Host, pane: Pane): Promise<Outcome> {
  const { scene, mishap, complaints } = trial;
  await comeToRest();
  host.clearFaults();
  const { notice } = pane.store.get();
  const hasFailed = notice?.intent === 'error';
  if (notice && !isChinese(notice.text)) complaints.push(`说的不是中文：${notice.text}`);
  if (hasFailed && notice.retry === null) complaints.push(`没有提供重试：${notice.text}`);
  const found = judgeState(scene, mishap, notice);
  if (!hasFailed && found === 'before' && mishap.kind === 'fault') complaints.push(`没有做完，也没有说：${notice?.text ?? '（无）'}`);
  // After two faults a sheet that is made from the rest may be half, until the user tries again as he is told.
  const isHalf = found === 'odd' && mishap.second !== undefined && notice?.retry !== null && !isDataOdd(scene, mishap);
  const outcome = hasBackup(scene) ? await restore(trial, pane) : isHalf ? 'anew' : found === 'odd' ? lose(trial, notice?.text ?? '') : found;
  if (notice?.retry) await judgeRetry(trial, host, pane, outcome);
  await judgeRest(trial, pane);
  await pane.close();
  return outcome;
}

async function judgeRetry(trial: Trial, host: Host, pane: Pane, outcome: Outcome): Promise<void> {
  const { scene, mishap, complaints } = trial;
  const edit = mishap.atRetry;
  const { struck } = host;
  if (edit) host.failSync(trial.sync, { kind: 'edited', edit: () => edit.make(scene.book, scene.operation.list) });
  await retry(pane);
  await comeToRest();
  const { notice } = pane.store.get();
  const happened = edit && host.struck > struck ? { kind: 'edit' as const, name: edit.name } : mishap;
  const end = judgeState(scene, happened, notice);
  // Where another author edited what it is about, an operation may refuse, or leave out what he moved; it says so.
  const isRefused = happened.kind !== 'fault' && end === 'before' && (notice?.intent === 'error' || notice?.intent === 'info');
  // 恢复 takes 撤销 off the pane: there is nothing left to try again.
  if (outcome === 'restored' && notice === null && end === 'before') return;
  if (end === 'odd') lose(trial, `重试之后：${notice?.text ?? ''}`, happened);
  else if (end === 'before' && !isRefused) complaints.push(`重试之后仍没有做完：${notice?.text ?? '（无）'}`);
  if (hasBackup(scene)) complaints.push('重试之后备份仍在');
}

/** The pane is gone, at whatever point; a new one opens the same workbook. */
async function judgeKilled(trial: Trial, pane: Pane): Promise<Outcome> {
  const { scene, mishap, complaints } = trial;
  const { pane: next } = await reopen(trial, pane);
  const { notice } = next.store.get();
  if (notice?.intent === 'error') complaints.push(`重新打开面板失败：${notice.text}`);
  const found = judgeState(scene, mishap, null);
  const outcome = hasBackup(scene) ? await restoreAfterall(trial, next) : found === 'odd' ? await runAnew(trial, next) : found;
  await next.close();
  return outcome;
}

/** Excel and the pane opened anew over the same workbook; the pane that was is gone. */
async function reopen({ scene }: Trial, gone: Pane): Promise<{ readonly host: Host; readonly pane: Pane }> {
  forgetAll();
  const { host } = await finish(startOffice(scene.book));
  await gone.close();
  return { host, pane: await openPane(scene.stage.files) };
}

/** 恢复 with what befalls it. */
async function restoreAfterall(trial: Trial, first: Pane): Promise<Outcome> {
  const { scene, mishap } = trial;
  const { beforeRestore: edit, inRestore: fault } = mishap;
  edit?.make(scene.book, scene.operation.list);
  if (!fault) return restore(trial, first, edit ? { kind: 'edit', name: edit.name } : mishap);
  let { host, pane } = await reopen(trial, first);
  for (let nth = 1; hasBackup(scene); nth += 1) {
    host.failSync(nth, fault);
    const work = pane.commands.restore();
    if (fault.kind === 'unanswered') await runUntil(() => host.struck > 0 || pane.store.get().task === null);
    else await finish(work);
    if (host.struck === 0) break;
    ({ host, pane } = await reopen(trial, pane));
  }
  host.clearFaults();
  await pane.close();
  if (hasBackup(scene)) trial.complaints.push('恢复之后备份仍在');
  if (judgeState(scene, mishap, null) === 'odd') lose(trial, '断断续续的恢复之后');
  return 'restored';
}

/** Where only what is made from the rest is half, the user does once more what he did. */
async function runAnew(trial: Trial, pane: Pane): Promise<Outcome> {
  const { scene, mishap } = trial;
  if (isDataOdd(scene, mishap)) return lose(trial, '面板关闭之后');
  const { operation } = scene;
  if (operation.before) await finish(operation.before(pane));
  await finish(operation.run(pane.commands, pane.store.get().report, pane));
  await comeToRest();
  if (judgeState(scene, mishap, pane.store.get().notice) !== 'after') return lose(trial, `再做一次之后：${pane.store.get().notice?.text ?? ''}`);
  return 'anew';
}

/** 恢复, where a backup stands: the pane offers it, and it brings back what was there. */
async function restore(trial: Trial, pane: Pane, happened: Parameters<typeof judgeState>[1] = trial.mishap): Promise<Outcome> {
  const { scene, complaints } = trial;
  const failed = pane.store.get().notice;
  await finish(pane.commands.open());
  const { workbook } = pane.store.get();
  if (workbook?.kind !== 'ours' || !workbook.hasBackup) complaints.push('备份在，面板却没有提示恢复');
  await finish(pane.commands.restore());
  await comeToRest();
  const { notice } = pane.store.get();
  if (notice?.intent !== 'success') complaints.push(`恢复失败：${notice?.text ?? '（无）'}`);
  if (hasBackup(scene)) complaints.push('恢复之后备份仍在');
  // A backup of the whole brings everything back as it was, without what was edited since.
  if ([happened, trial.mishap].every((each) => judgeState(scene, each, notice) === 'odd')) lose(trial, '恢复之后', happened);
  pane.store.send({ kind: 'noticed', notice: failed });
  return 'restored';
}

/** Events reach the pane, Excel calculates by itself, and no task is left over. */
async function judgeRest({ scene, complaints }: Trial, pane: Pane): Promise<void> {
  const context = new Excel.RequestContext();
  context.runtime.load('enableEvents');
  await finish(context.sync());
  if (!context.runtime.enableEvents) complaints.push('事件没有恢复');
  if (scene.book.calculationMode !== 'automatic') complaints.push('没有恢复自动计算');
  if (pane.store.get().task) complaints.push('任务没有结束');
}

/** The backup's sheet, or the journal's first cell in the hidden one. */
const hasBackup = ({ book }: Scene): boolean => book.findSheet('_备份') !== null || (book.findSheet('_数据')?.valueAt(1, dataColumns.journal) ?? null) !== null;

function lose(trial: Trial, when: string, happened: Parameters<typeof tellState>[1] = trial.mishap): Outcome {
  trial.isLost = true;
  trial.complaints.push(`既不是之前也不是之后（${when}）${tellState(trial.scene, happened)}`);
  return 'before';
}

function isChinese(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text) && !/[A-Za-z]{2,}/.test(text.replaceAll(/Excel|\.xlsx|A4/g, ''));
}
