import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/rule/catalogue';
import { issueCodes } from '../../src/rule/code';
import { lists } from './fixture';
import { specified } from './specified';
import { later } from './later';

const rooms = ['cell', 'row', 'list', 'cross-list', 'cross-county'];
const folder = join(__dirname, '../../src/rule');

/** Codes of the rules that a file offers. */
async function codesIn(file: string): Promise<string[]> {
  const offered = Object.values((await import(`../../src/rule/${file}`)) as Record<string, unknown>);
  return offered.flatMap((each) => (typeof each === 'object' && each !== null && 'code' in each && 'scope' in each ? [String(each.code)] : []));
}

describe('the catalogue', () => {
  it('holds every rule that has a file, under its own code', async () => {
    const files = rooms.flatMap((room) => readdirSync(join(folder, room)).map((file) => `${room}/${file.replace(/\.ts$/, '')}`));
    const found = await Promise.all(files.map(async (file) => ({ file, codes: await codesIn(file) })));
    const rules = found.filter(({ codes }) => codes.length > 0);
    for (const { file, codes } of rules) expect(codes).toEqual([file]);
    expect(catalogue.map((rule) => rule.code as string).sort()).toEqual(rules.map(({ file }) => file).sort());
  });
  it('holds each code once, and no code but those', () => {
    expect(catalogue.map((rule) => rule.code).sort()).toEqual([...issueCodes].sort());
  });
  it('knows every code of the specification, but those still to come', () => {
    const done = specified.map(([code]) => code).filter((code) => !later.includes(code));
    expect([...issueCodes].sort()).toEqual(done.sort());
    expect(later.filter((code) => !specified.some(([known]) => known === code))).toEqual([]);
  });
  it.each(catalogue.map((rule) => [rule.code, rule] as const))('%s has the severity of the specification, a clause and lists that exist', (code, rule) => {
    expect(specified).toContainEqual([code, rule.severity]);
    expect(rule.source === '惯例' || /^[一二三四]/.test(rule.source) || rule.source === '前言' || rule.source === '固定资产投资统计制度').toBe(true);
    const keys = lists.map((list) => list.key);
    if (rule.lists !== 'all') expect(rule.lists.filter((key) => !keys.includes(key))).toEqual([]);
  });
  it('asks only for columns that exist', () => {
    for (const rule of catalogue) {
      if (rule.scope !== 'row') continue;
      for (const key of rule.lists) {
        const list = lists.find((each) => each.key === key);
        const needs = list ? rule.needs(list) : [];
        expect(needs).not.toEqual([]);
        expect(needs.filter((needed) => !list?.columns.some((column) => column.key === needed))).toEqual([]);
      }
    }
  });
});
