import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildBulletin } from '../../src/sheet/build-bulletin';
import { contentOfSheet } from '../../src/sheet/content-of';
import { fitParagraphs } from '../../src/sheet/fit-paragraph';
import type { SheetModel } from '../../src/sheet/model';
import { writeBulletin } from '../../src/text/bulletin';
import { computeBulletin } from '../../src/total/bulletin';
import { startBook } from '../total/progress-book';
import { longestBulletin } from './longest-bulletin';

const now = startBook({ zezhou: 10, yangcheng: 4, gaoping: 20, qinshui: 13 });
const older = startBook({ zezhou: 2, yangcheng: 4, gaoping: 20 }, '2023-11-25');
const compared = computeBulletin(now, older);
const sheet = buildBulletin('排名通报', { bulletin: compared, olderFile: '11月.xlsx' });
const plain = buildBulletin('排名通报', { bulletin: computeBulletin(now, null), olderFile: null });

const linesOf = (model: SheetModel) => contentOfSheet(model).values;
const textsOf = (model: SheetModel) => linesOf(model).map(([first]) => first).filter((text) => typeof text === 'string');

describe('the sheet 排名通报', () => {
  it('is headed as a bulletin of the office that 四(三) names, with its days, and says that it is a snapshot', () => {
    const texts = textsOf(sheet);
    expect(texts.slice(0, 3)).toEqual(['晋城市项目攻坚指挥部办公室', '晋城市2023年项目建设冬季行动排名通报', '统计截止日：2023年12月25日　　对比：2023年11月25日（11月.xlsx）']);
    expect(texts.at(-3)).toBe('晋城市项目攻坚指挥部办公室');
    expect(texts.at(-1)).toMatch(/^本页是统计截止日当天的快照/);
  });

  it('has the four rankings two by two, with the older rank, rate and change', () => {
    const lines = linesOf(sheet);
    const head = lines.findIndex((line) => line[0] === '名次');
    expect(lines[head - 1]).toEqual(['一、开工（单位：个）', ...Array(8).fill(null), '二、入统（单位：个）', ...Array(7).fill(null)]);
    expect(lines[head]).toEqual([
      ...['名次', '单位', '应开工', '已开工', '开工率', '上月名次', '上月完成率', '升降'],
      null,
      ...['名次', '单位', '应入统', '已入统', '入统率', '上月名次', '上月完成率', '升降'],
    ]);
    expect(lines.slice(head + 1, head + 10).map((line) => line.slice(0, 8))).toEqual([
      [1, '泽州县', 10, 10, 1, 3, 0.2, '升2位'],
      [1, '沁水县', 13, 13, 1, '—', '—', '新上榜'],
      [3, '阳城县', 5, 4, 0.8, 1, 0.8, '降2位'],
      [4, '高平市', 31, 20, 0.645161, 2, 0.645161, '降2位'],
      ['—', '城区', 11, '—', '—', '—', '—', '—'],
      ['—', '陵川县', 1, '—', '—', '—', '—', '—'],
      ['—', '开发区', 2, '—', '—', '—', '—', '—'],
      ['—', '市本级', 17, '—', '—', '—', '—', '—'],
      [null, '全市', 90, 47, 0.522222, null, 0.288889, null],
    ]);
    expect(lines[head + 11]!.filter((text) => text !== null)).toEqual(['三、手续办理（单位：项）', '四、问题推进（单位：个）']);
  });

  it('leaves the older columns out where nothing is compared', () => {
    const head = linesOf(plain).find((line) => line[0] === '名次')!;
    expect(head.slice(0, 6)).toEqual(['名次', '单位', '应开工', '已开工', '开工率', null]);
    expect(plain.tables[0]!.area.columns).toBe(5);
  });

  it('holds every paragraph, each in one row that is high enough', () => {
    const texts = textsOf(sheet);
    for (const paragraph of writeBulletin(compared)) expect(texts).toContain(`　　${paragraph}`);
  });

  it('warns on the sheet itself where the days are not in order', () => {
    const swapped = buildBulletin('排名通报', { bulletin: computeBulletin(older, now), olderFile: '12月.xlsx' });
    expect(textsOf(swapped).some((text) => String(text).includes('升降可能是反的'))).toBe(true);
  });

  it('holds values only, on one A4 page upright, and no blocks that lie over each other', () => {
    for (const model of [sheet, plain]) {
      expect(contentOfSheet(model).formulas.flat().filter((formula) => formula !== null)).toEqual([]);
      expect(model.print).toMatchObject({ paper: 'A4', orientation: 'portrait', fitToWidth: 1 });
      const seen = new Set<string>();
      for (const { row, column, content } of model.blocks) {
        content.forEach((line, down) =>
          line.forEach((_, across) => {
            const place = `${row + down},${column + across}`;
            expect(seen.has(place)).toBe(false);
            seen.add(place);
          }),
        );
      }
    }
  });

  it('is as high as an A4 page allows at the width that it is shrunk to', () => {
    const { rowHeights, columnWidths } = buildBulletin('排名通报', { bulletin: longestBulletin(), olderFile: '11月.xlsx' });
    const height = rowHeights.reduce((sum, row) => sum + row.height, 0);
    const width = columnWidths.reduce((sum, column) => sum + column.width, 0) * 0.75;
    const scale = Math.min(1, ((8.27 - 1) * 72) / width);
    expect(height * scale).toBeLessThan((11.69 - 1.1) * 72);
  });

  it('shows what a plan with another office and year says', () => {
    const other = { ...plan, city: '太行市', collector: '市项目办', title: '太行市2024年项目建设冬季行动方案' };
    const texts = textsOf(buildBulletin('排名通报', { bulletin: { ...compared, plan: other }, olderFile: null }));
    expect(texts.slice(0, 2)).toEqual(['太行市项目办', '太行市2024年项目建设冬季行动排名通报']);
  });
});

describe('paragraphs fitted into a page', () => {
  const text = '通'.repeat(200);

  it('are set in the largest type that leaves room, smaller where there is less', () => {
    const ample = fitParagraphs([text], 600, 400);
    const scant = fitParagraphs([text], 600, 70);
    expect(ample.fontSize).toBe(12);
    expect(scant.fontSize).toBeLessThan(12);
    expect(scant.heights[0]).toBeLessThanOrEqual(70);
  });

  it('are set in the smallest where nothing fits', () => {
    expect(fitParagraphs([text, text], 600, 10).fontSize).toBe(8);
  });

  it('count Latin letters and digits as half as wide', () => {
    const [chinese, digits] = fitParagraphs(['通'.repeat(100), '8'.repeat(100)], 600, 400).heights;
    expect(digits).toBeLessThan(chinese!);
  });
});
