import { builtInPlan } from '../../src/plan/built-in';
import { clauseOf, clausesOf } from '../../src/plan/clause';
import { flatten, noticeText } from './notice-text';

const plan = builtInPlan;
const parts: Readonly<Record<string, readonly string[]>> = {
  '': ['前言', '一'],
  二: ['二(一)', '二(二)', '二(三)', '二(四)', '二(五)'],
  三: ['一', '二', '三', '四', '五'].flatMap((section) => [`三(${section})`, `三(${section})1`, `三(${section})2`, `三(${section})3`]),
  四: ['四(一)', '四(二)', '四(三)', '四(四)', '四(五)'],
  五: ['五(一)', '五(二)', '五(三)'],
};

describe('clauses', () => {
  it('are all the paragraphs, in the notice’s order', () => {
    expect(plan.clauses.map((clause) => clause.id)).toEqual(Object.values(parts).flat());
  });

  it.each(plan.clauses.map((clause) => [clause.id, clause] as const))('%s is the notice’s own wording', (_, clause) => {
    expect(flatten(noticeText)).toContain(flatten(clause.text));
    expect(clause.text).not.toMatch(/[#*]|\n\n| $/);
  });

  it('leave nothing of the notice out but headings', () => {
    const flat = flatten(noticeText);
    const body = flat.slice(flat.indexOf('为贯彻落实省委省政府'));
    const left = plan.clauses.reduce((rest, clause) => rest.replace(flatten(clause.text), ''), body);
    const headings = [...plan.clauses.map((clause) => clause.heading), '行动目标', '行动内容', '工作机制', '组织保障'];
    expect(left).toMatch(new RegExp(`^(?:[一二三四五]、|[（(][一二三四五][）)]|\\d\\.|。|${headings.join('|')})+$`));
  });
});

describe('clauseOf and clausesOf', () => {
  it('find a paragraph by its citation', () => {
    expect(clauseOf(plan, '二(三)')?.heading).toBe('项目开工目标');
    expect(clauseOf(plan, '惯例')).toBeNull();
  });

  it.each([
    ['二(三)(四), 三(四)2', ['二(三)', '二(四)', '三(四)2']],
    ['二（一）', ['二(一)']],
    ['三(四)', ['三(四)', '三(四)1', '三(四)2', '三(四)3']],
    ['二', parts['二']],
    ['一', ['一']],
    ['前言', ['前言']],
    ['惯例', []],
    ['', []],
    ['二(一)，', ['二(一)']],
    ['三(四)(五)2', ['三(四)2', '三(五)2']],
    ['四(一)(十二)', ['四(一)']],
    ['见三(四)(五)2', []],
    ['三(四)(五)x', []],
    ['十三(四)(五)', []],
    ['三(四)(五)12', []],
    ['五(', []],
    ['三(一)1', ['三(一)1']],
  ])('%s covers %j', (citation, ids) => {
    expect(clausesOf(plan, citation).map((clause) => clause.id)).toEqual(ids);
  });

  it('tell parts and sections above ten apart from those below', () => {
    const long = { ...plan, clauses: ['二(一)', '二(十一)', '二十(一)', '十一(二)'].map((id) => ({ ...plan.clauses[0]!, id })) };
    const of = (citation: string) => clausesOf(long, citation).map(({ id }) => id);
    expect([of('二'), of('二(一)(十一)'), of('十一(一)(二)'), of('二十')]).toEqual([['二(一)', '二(十一)'], ['二(一)', '二(十一)'], ['十一(二)'], ['二十(一)']]);
  });
});
