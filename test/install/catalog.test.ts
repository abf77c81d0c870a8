import { catalogEntries, exampleShare } from '../../.config/fill-catalog.mjs';

test('regedit gets the share with each backslash twice, under one key that names itself', () => {
  const { trust, forget } = catalogEntries('\\\\oa\\共享\\加载项');
  const [, key, id] = /^\[(HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16\.0\\WEF\\TrustedCatalogs\\(\{[0-9a-f-]{36}\}))\]$/m.exec(trust) ?? [];
  expect(trust).toBe(`Windows Registry Editor Version 5.00\n\n[${key}]\n"Id"="${id}"\n"Url"="\\\\\\\\oa\\\\共享\\\\加载项"\n"Flags"=dword:00000001\n`);
  expect(forget).toBe(`Windows Registry Editor Version 5.00\n\n[-${key}]\n`);
});

test.each(['Z:\\addins', '\\\\server', '\\\\server\\addins\\', 'https://oa.example.gov.cn', ''])('%j is no shared folder, and the build says what one is', (share) => {
  expect(() => catalogEntries(share)).toThrow(/^ADDIN_SHARE 应为 .*现在是/);
  expect(() => catalogEntries(exampleShare)).not.toThrow();
});
