import type { List } from '../list/list';
import type { Exchange } from '../list/record';
import { schemaVersion } from '../list/schema-version';
import { unitNames } from '../list/column';
import { choiceKeys, type ChoiceKey, type Plan } from '../plan/plan';
import { formatReference } from './address';
import { finish, type Steps } from '../total/steps';
import type { BuildInput } from './build-input';
import { hiddenSheet } from './hidden-sheet';
import type { Block, Content, SheetModel } from './model';
import { jsonParts } from './json-part';
import { piecesInSteps, textPieces } from './text-piece';

/**
 * The very hidden sheet: what the workbook is, and what its dropdowns offer. Everything is text in cells, block
 * by block, each with its header in the first row; read-data.ts is its twin.
 */
export const dataColumns = {
  meta: 0,
  header: 3,
  issued: 7,
  explanation: 12,
  reserve: 18,
  choice: 21,
  ruleSetting: 60,
  base: 66,
  exchange: 68,
  /** Nothing stands here but while a job writes. */
  journal: 70,
} as const;

/** What stands in A1 of the hidden sheet of every workbook of ours. */
export const dataMagic = '九张清单';

/** Keys of the first block, in its order. */
export const metaKeys = ['plan', 'schema', 'scope', 'unit', 'lastCheck', 'asOf'] as const;

/** The hidden sheet's content for a workbook. */
export function buildData(...source: Parameters<typeof buildDataInSteps>): SheetModel {
  return finish(buildDataInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* buildDataInSteps(input: BuildInput, lists: readonly List[], name: string): Steps<SheetModel> {
  const base = yield* baseBlock(input);
  const blocks = [
    metaBlock(input),
    headerBlock(lists),
    issuedBlock(input),
    explanationBlock(input),
    reserveBlock(input),
    ruleSettingBlock(input),
    base,
    exchangeBlock(input.exchanges),
    ...choiceBlocks(input.plan),
  ];
  return hiddenSheet(name, blocks);
}

/** Source of a dropdown: the block of an enumeration, or of the units. */
export function choiceSource(plan: Plan, key: ChoiceKey | 'allUnits' | 'countyUnits', dataSheet: string): string {
  const block = choiceBlocks(plan)[choiceOrder.indexOf(key)]!;
  const area = { row: 1, column: block.column, rows: block.content.length - 1, columns: 1 };
  return `=${formatReference(dataSheet, area)}`;
}

const choiceOrder: readonly (ChoiceKey | 'allUnits' | 'countyUnits')[] = [...choiceKeys, 'allUnits', 'countyUnits'];

function choiceBlocks(plan: Plan): Block[] {
  return choiceOrder.map((key, at) => {
    const labels =
      key === 'allUnits'
        ? unitNames(plan, 'all')
        : key === 'countyUnits'
          ? unitNames(plan, 'county')
          : plan.choices[key].map((item) => item.label);
    return { row: 0, column: dataColumns.choice + at, content: [[key], ...labels.map((label) => [label])] };
  });
}

/** The block of 统计截止日 alone. */
export function asOfCell(asOf: number): Block {
  return { row: metaKeys.indexOf('asOf') + 1, column: dataColumns.meta + 1, content: [[String(asOf)]] };
}

/** What the workbook is; `version` as it is, where its sheets are not laid anew. */
export function metaBlock({ plan, scope, lastCheck, asOf }: Pick<BuildInput, 'plan' | 'scope' | 'lastCheck' | 'asOf'>, version: number = schemaVersion): Block {
  const meta: Record<(typeof metaKeys)[number], string> = {
    plan: plan.id,
    schema: String(version),
    scope: scope.kind,
    unit: scope.kind === 'unit' ? scope.unit : '',
    lastCheck: lastCheck ?? '',
    // Counts where 说明 is gone.
    asOf: String(asOf),
  };
  const content: Content[][] = [[dataMagic, ''], ...metaKeys.map((key) => [key, meta[key]])];
  return { row: 0, column: dataColumns.meta, content };
}

function headerBlock(lists: readonly List[]): Block {
  const rows = lists.flatMap((list) => list.columns.map((column) => [list.key, column.key, column.header]));
  return { row: 0, column: dataColumns.header, content: [['list', 'column', 'header'], ...rows] };
}

function issuedBlock({ issued }: BuildInput): Block {
  const rows = Object.entries(issued).flatMap(([list, byIdentity]) =>
    Object.entries(byIdentity).map(([identity, row]) => [list, identity, row.name, row.unit]),
  );
  return { row: 0, column: dataColumns.issued, content: [['list', 'identity', 'name', 'unit'], ...rows] };
}

/** What was said of issues, a row each. */
export function explanationBlock({ explanations }: Pick<BuildInput, 'explanations'>): Block {
  const rows = explanations.map((item) => [item.row, item.code, item.valueHash, item.who, item.why]);
  return { row: 0, column: dataColumns.explanation, content: [['row', 'code', 'hash', 'who', 'why'], ...rows] };
}

/** Numbers as text too: the sheet is all text. */
function reserveBlock({ cityLevelReserve }: BuildInput): Block {
  const rows = Object.entries(cityLevelReserve ?? {}).map(([measure, value]) => [measure, String(value)]);
  return { row: 0, column: dataColumns.reserve, content: [['measure', 'value'], ...rows] };
}

/** How the office weighs rules, a row each. */
export function ruleSettingBlock({ ruleSettings }: Pick<BuildInput, 'ruleSettings'>): Block {
  const rows = ruleSettings.map(({ code, severity, who, why }) => [code, severity, who, why]);
  return { row: 0, column: dataColumns.ruleSetting, content: [['rule', 'severity', 'who', 'why'], ...rows] };
}

/** Objects within one another above a row of a base. */
const depthOfRows = 3;

/** Too much for a row per cell: one text, in pieces. */
function* baseBlock({ base }: BuildInput): Steps<Block> {
  const pieces = base === null ? [] : yield* piecesInSteps(jsonParts(base, depthOfRows));
  return { row: 0, column: dataColumns.base, content: [['base'], ...pieces.map((piece) => [piece])] };
}

/** Grows only: written over an earlier one it covers all of it. */
export function exchangeBlock(exchanges: readonly Exchange[]): Block {
  const pieces = exchanges.length === 0 ? [] : textPieces(JSON.stringify(exchanges));
  return { row: 0, column: dataColumns.exchange, content: [['exchange'], ...pieces.map((piece) => [piece])] };
}
