import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const manifest = join(root, 'manifest.xml');
const schema = join(root, '../shared/manifest-xsd/OfficeAppManifestV1_1.xsd');

test("Microsoft's own parser reads what Excel will show", () => {
  const reader = join(__dirname, 'read-manifest.mjs');
  const info: unknown = JSON.parse(execFileSync(process.execPath, [reader, manifest], { encoding: 'utf8' }));
  expect(info).toMatchObject({
    defaultLocale: 'zh-CN',
    displayName: '九张清单',
    hosts: ['Workbook'],
    officeAppType: 'TaskPaneApp',
    permissions: 'ReadWriteDocument',
    defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
  });
});

// The schemas are not part of the project: where they lie beside it, the manifest is held against them too.
if (existsSync(schema)) {
  const validate = (xml: string) =>
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], { input: xml, stdio: 'pipe' });

  test('the published schemas accept the manifest', () => {
    expect(() => validate(readFileSync(manifest, 'utf8'))).not.toThrow();
  });

  test('and refuse one with a part missing', () => {
    expect(() => validate(readFileSync(manifest, 'utf8').replace(/<Permissions>.*<\/Permissions>/, ''))).toThrow();
  });
}
