import { addCounts, noCounts, type Decisions } from '../../exchange/proposal';
import type { ProblemAdvance } from '../../dispatch/problem-advance';
import { advanceProblem } from '../../job/advance-problem';
import { carryIn, type CarryRequest, type CarryResult } from '../../job/carry-in';
import { changeAsOf } from '../../job/change-as-of';
import { layBulletin, type OlderTotals } from '../../job/bulletin';
import { checkWorkbook, judgeWorkbook, recalculateSummary, rejudge, workbookOf } from '../../job/check';
import type { Surroundings } from '../../job/clock';
import { layComparison, type ComparisonReport } from '../../job/compare';
import { explainIssue, withdrawExplanation } from '../../job/explain-issue';
import { applyFixes } from '../../job/fix';
import { generateWorkbook, restoreBackup } from '../../job/generate';
import { inspectWorkbook } from '../../job/inspect';
import { mergeFiles, type MergeResult } from '../../job/merge';
import { moveProjects, type MoveRequest, type MoveResult } from '../../job/move-project';
import { placeOf } from '../../job/place';
import type { Edit, JobOptions, WorkbookPort } from '../../job/port';
import type { CheckReport } from '../../job/report';
import { previewMerge, type MergePreview } from '../../job/preview-merge';
import type { ReturnedFile } from '../../job/recognise-return';
import { repairWorkbook } from '../../job/repair';
import { changeRuleSetting } from '../../job/rule-setting';
import type { SignedReason } from '../../job/signed-reason';
import { findLosses } from '../../job/structure';
import { takeBack } from '../../job/undo';
import { undoableOf } from '../../job/undoable';
import { upgradeWorkbook, type UpgradeResult } from '../../job/upgrade';
import type { Scope } from '../../plan/plan';
import { builtInPlan } from '../../plan/built-in';
import type { Issue } from '../../rule/issue';
import { describeCarried, describeMoved, describeTakenBack } from '../../text/dispatch-move';
import { describeAdvanced } from '../../text/dispatch-problem';
import { describeMerged } from '../../text/exchange-pane';
import { nameOfRule } from '../../text/rule-name';
import { describeUndone, type TaskName } from '../../text/ui-sentence';
import { toldTexts } from '../../text/undo';
import { describeUpgraded } from '../../text/version';
import { compareWithFile } from '../exchange/compare-file';
import { readOlderFile } from '../ranking/older-file';
import { issueFiles, saveIssued } from '../exchange/issue-files';
import { takeReturn, type ShelvedReturn } from '../exchange/returned-file';
import { shelveFiles } from '../file/shelf';
import { readFiles, type ReadOptions } from '../reader/read-files';
import type { ReadFile } from '../reader/read-file';
import type { StartReader } from '../reader/start-reader';
import { recogniseFile, type ShelvedFile } from '../together/file-shelf';
import { judgeShelf } from '../together/judge-shelf';

/** What the user chose under 生成. */
export interface GenerateChoice {
  readonly scope: Scope;
  /** Excel serial number. */
  readonly asOf: number;
  readonly sample: 'none' | 'clean' | 'mistakes';
}

/** A rule's new weight with its reason, or (severity null) the catalogue's again. */
export type RuleChange = Parameters<typeof changeRuleSetting>[2];

const plans = [builtInPlan];

/** The same made-up data each time, so that two people who try it see the same. */
const sampleSeed = 1;

/**
 * The jobs, bound to one workbook, and to the reader of files from outside. Loaded after the first paint: plan, lists and rules are most of the code.
 * Every method throws what its job throws.
 */
export function bindWork(port: WorkbookPort, around: Surroundings, startReader: StartReader) {
  return {
    plan: builtInPlan,
    inspect: () => inspectWorkbook(port, plans),
    generate: ({ scope, asOf, sample }: GenerateChoice, options: JobOptions) =>
      generateWorkbook(
        port,
        { plan: builtInPlan, scope, asOf, ...(sample === 'none' ? {} : { sample: { kind: sample, seed: sampleSeed } }) },
        around,
        options,
      ),
    restore: (options: JobOptions) => restoreBackup(port, plans, around, options),
    judge: (options: JobOptions) => judgeWorkbook(port, plans, around, options),
    check: (options: JobOptions) => checkWorkbook(port, plans, around, options),
    rejudge: (report: CheckReport, edits: readonly Edit[]) => rejudge(port, report, edits, around),
    findLosses: (report: CheckReport) => findLosses(port, workbookOf(report)),
    repair: (options: JobOptions) => repairWorkbook(port, plans, around, options),
    upgrade: ({ plan, entries: { scope } }: CheckReport, options: JobOptions) => upgradeWorkbook(port, { plan, scope }, around, options),
    tellUpgraded: ({ kept, sheets }: UpgradeResult) => describeUpgraded(Object.values(kept).reduce((sum, count) => sum + count, 0), sheets),
    recalculate: (options: JobOptions) => recalculateSummary(port, plans, around, options),
    fix: (report: CheckReport, issues: readonly Issue[], options: JobOptions) => applyFixes(port, report, issues, around, options),
    changeAsOf: (asOf: number, options: JobOptions) => changeAsOf(port, plans, asOf, around, options),
    explain: (report: CheckReport, issue: Issue, reason: SignedReason, options: JobOptions) =>
      explainIssue(port, report, issue, reason, around, options),
    withdraw: (report: CheckReport, issue: Issue, options: JobOptions) => withdrawExplanation(port, report, issue, around, options),
    setRule: (report: CheckReport, change: RuleChange, options: JobOptions) => changeRuleSetting(port, report, change, around, options),
    advance: (report: CheckReport, move: ProblemAdvance, options: JobOptions) => advanceProblem(port, report, move, around, options),
    tellAdvanced: ({ plan, entries }: CheckReport, { row, to }: ProblemAdvance) =>
      describeAdvanced(plan, to, String(entries.lists['8']?.values['projectName']?.[row] ?? '')),
    moveOn: (report: CheckReport, requests: readonly MoveRequest[], options: JobOptions) => moveProjects(port, report, requests, around, options),
    tellMoved: ({ count, place }: MoveResult) => describeMoved(count, place),
    carryIn: (report: CheckReport, requests: readonly CarryRequest[], options: JobOptions) => carryIn(port, report, requests, around, options),
    tellCarried: ({ rows, cells }: CarryResult) => describeCarried(rows, cells),
    takeBack: (report: CheckReport, result: object, options: JobOptions) => takeBack(port, report, result, around, options),
    canTakeBack: (result: object) => undoableOf(result) !== null,
    tellTakenBack: (name: TaskName) => (name === 'merge' ? describeUndone() : describeTakenBack()),
    told: toldTexts,
    readFiles: (files: readonly File[], options: ReadOptions) => readFiles(files, options, startReader),
    shelve: (shelf: readonly ShelvedFile[], read: readonly ReadFile[]) =>
      shelveFiles(shelf, read, (file, label): ShelvedFile => ({ label, fingerprint: file.fingerprint, found: recogniseFile(file, plans, around) })),
    judgeShelf: (shelf: readonly ShelvedFile[], withOpen: boolean, options: JobOptions) =>
      judgeShelf(shelf, withOpen ? port : null, builtInPlan, around, options),
    issue: (units: readonly string[], options: JobOptions) => issueFiles(port, builtInPlan, units, around, options),
    saveIssued,
    shelveReturns: (shelf: readonly ShelvedReturn[], read: readonly ReadFile[]) => shelveFiles(shelf, read, takeReturn),
    previewMerge: (files: readonly ReturnedFile[], options: JobOptions) => previewMerge(port, files, plans, around, options),
    merge: (preview: MergePreview, decisions: Decisions, options: JobOptions) => mergeFiles(port, preview, decisions, around, options),
    tellMerged: ({ counts, undecided }: MergeResult) => describeMerged(Object.values(counts).reduce(addCounts, noCounts), undecided),
    compare: (older: ReadFile, options: JobOptions) => compareWithFile(port, older, plans, around, options),
    layComparison: (report: ComparisonReport, options: JobOptions) => layComparison(port, report, options),
    readOlder: (file: ReadFile) => readOlderFile(file, builtInPlan, plans, around),
    layBulletin: (older: OlderTotals | null, options: JobOptions) => layBulletin(port, older, plans, around, options),
    placeOf,
    nameOfRule,
  };
}

export type Work = ReturnType<typeof bindWork>;
