import { TextMap } from '../../src/rule/text-map';

describe('a map by text', () => {
  const texts = ['', '一', '一二', '二一', '2311-140500-04-01-123456', ...Array.from({ length: 300 }, (_, at) => `项目${at}`)];
  const filled = () => {
    const map = new TextMap<number>();
    texts.forEach((text, at) => map.set(text, at));
    return map;
  };

  it('gives what was set last, for every text and no other', () => {
    const map = filled();
    map.set('一二', -2);
    expect(texts.map((text) => map.get(text))).toEqual(texts.map((text, at) => (text === '一二' ? -2 : at)));
    expect([map.get('三'), map.get('项目300')]).toEqual([undefined, undefined]);
  });

  it('tells each value once', () => {
    expect([...filled().values()].sort((a, b) => a - b)).toEqual(texts.map((_, at) => at));
    expect([...new TextMap<number>().values()]).toEqual([]);
  });

  it('forgets what is deleted, and nothing else', () => {
    const map = filled();
    for (const text of texts.filter((_, at) => at % 2 === 0)) map.delete(text);
    map.delete('不在其中');
    expect(texts.map((text) => map.get(text))).toEqual(texts.map((_, at) => (at % 2 === 0 ? undefined : at)));
  });
});
