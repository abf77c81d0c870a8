import { mishaps } from './mishap';
import { operations } from './operation';
import type { CaseResult, Outcome } from './run-case';

const words: Readonly<Record<Outcome, string>> = { after: '完', before: '未', partly: '部', restored: '恢', anew: '再' };
const legend = '完：做完 · 未：没有动 · 部：别人挪动的那一处没有写，已说明 · 恢：提示恢复并恢复了 · 再：填的内容完好，再点一次即做完 · ✗：有丢失 · !：有别的不足 · -：不适用';

/** Operations by mishaps, each cell with how often the outcomes came about; then the sum, and all that is wanting. */
export function writeTable(results: readonly CaseResult[]): string {
  const tried = results.filter(({ outcome }) => outcome !== null);
  const rows = operations.filter(({ name }) => results.some(({ operation }) => operation === name)).map(({ name }) => {
    const own = tried.filter(({ operation }) => operation === name);
    return [name, ...mishaps.map((mishap) => writeCell(own.filter((each) => each.mishap === mishap.name))), String(own.length)];
  });
  const lines = alignRows([['操作', ...mishaps.map(({ name }) => name), '次数'], ...rows]);
  const lost = tried.filter(({ isLost }) => isLost).length;
  const wanting = tried.filter(({ complaints }) => complaints.length > 0);
  const sums = Object.entries(words).map(([outcome, word]) => `${word} ${tried.filter((each) => each.outcome === outcome).length}`);
  return [
    ...lines,
    '',
    legend,
    ...wanting.map(({ operation, mishap, sync, complaints }) => `${operation} · ${mishap} · 第 ${sync} 次往返：${complaints.join('；')}`),
    '',
    `${tried.length} 次，${lost} 次丢失，${wanting.length - lost} 次有别的不足（${sums.join('，')}）。`,
  ].join('\n');
}

function writeCell(cases: readonly CaseResult[]): string {
  if (cases.length === 0) return '-';
  const counts = Object.entries(words).map(([outcome, word]) => [word, cases.filter((each) => each.outcome === outcome).length] as const);
  const lost = cases.filter(({ isLost }) => isLost).length;
  const wanting = cases.filter(({ isLost, complaints }) => !isLost && complaints.length > 0).length;
  const parts = [...counts, ['✗', lost] as const, ['!', wanting] as const];
  return parts.flatMap(([word, count]) => (count > 0 ? [`${word}${count}`] : [])).join('');
}

function alignRows(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at]!))));
  return rows.map((row) => row.map((cell, at) => cell + ' '.repeat(widths[at]! - widthOf(cell))).join('  ').trimEnd());
}

/** In a terminal a Chinese character is two wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}
