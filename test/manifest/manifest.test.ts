/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillManifest } from '../../.config/fill-manifest.mjs';
import { findFaults } from './find-faults';

const root = join(__dirname, '../..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');

const codesOf = (xml: string): string[] => [...new Set(findFaults(xml, root).map(({ code }) => code))];

test('the manifest has none of the faults that the schemas miss', () => {
  expect(findFaults(manifest, root)).toEqual([]);
});

test('Excel 2021 and later are asked for, older ones do not show the add-in', () => {
  expect(manifest).toContain('<Set Name="ExcelApi" MinVersion="1.14"/>');
  expect(manifest).toContain('<Set Name="SharedRuntime" MinVersion="1.1"/>');
});

test('the ribbon opens the pane, checks and recalculates', () => {
  const doc = new DOMParser().parseFromString(manifest, 'application/xml');
  const strings = new Map([...doc.getElementsByTagNameNS('*', 'String')].map((s) => [s.id, s.getAttribute('DefaultValue')]));
  const labels = [...doc.getElementsByTagNameNS('*', 'Control')].map((control) =>
    strings.get(control.getElementsByTagNameNS('*', 'Label')[0]?.getAttribute('resid') ?? ''),
  );
  expect(labels).toEqual(['打开面板', '一键校验', '重算汇总']);
  const functions = [...doc.getElementsByTagNameNS('*', 'FunctionName')].map((name) => name.textContent);
  expect(functions).toEqual(['checkWorkbook', 'recalculateSummary']);
});

const image = (size: number) => `<bt:Image size="${size}" resid="Check.${size}"/>`;

const broken: [string, string, string, string[]][] = [
  ['a pane over plain http', 'SourceLocation DefaultValue="https:', 'SourceLocation DefaultValue="http:', ['address-not-https']],
  ['a name without a resource', 'Label resid="Check.Label"', 'Label resid="Chek.Label"', ['resid-dangling']],
  ['a resource without a use', '<Description resid="Check.Tip"/>', '<Description resid="OpenPane.Tip"/>', ['resource-unused']],
  ['a name over 32 characters', '"Pane.Url"', `"Pane.Url.${'x'.repeat(24)}"`, ['resid-too-long']],
  ['two resources of one name', 'String id="Tab.Label"', 'String id="Group.Label"', ['resid-dangling', 'id-repeated']],
  ['two controls of one name', 'id="NineLists.Check"', 'id="NineLists.OpenPane"', ['id-repeated']],
  ['a button without its 32 px icon', image(32), '', ['resource-unused', 'icon-size-missing']],
  ['an icon of other pixels', 'check-16.png', 'check-32.png', ['icon-pixels']],
  ['an icon that does not exist', 'check-16.png', 'check-17.png', ['icon-file-missing']],
  ['a small icon for high resolution', 'icon-64.png"/>\n  <Support', 'icon-32.png"/>\n  <Support', ['icon-pixels']],
  ['a misspelt requirement set', 'Name="ExcelApi"', 'Name="ExcelAPI"', ['set-unknown']],
  ['a host other than Excel', 'Host Name="Workbook"', 'Host Name="Document"', ['host-not-workbook']],
  ['a domain with a path', '3000</AppDomain>', '3000/lists</AppDomain>', ['app-domain-path']],
  ['a page outside the domains', 'Pane.Url" DefaultValue="https://localhost:3000', 'Pane.Url" DefaultValue="https://example.com', ['address-outside-app-domains']],
  ['no function file', '<FunctionFile resid="Pane.Url"/>', '', ['function-file-missing']],
  ['a runtime that ends with the click', ' lifetime="long"', ' lifetime="short"', ['runtime-not-shared']],
  ['functions on another page', 'FunctionFile resid="Pane.Url"', 'FunctionFile resid="Icon.16"', ['runtime-page-differs']],
];

test.each(broken)('%s is refused', (_name, from, to, codes) => {
  const variant = manifest.replaceAll(from, to);
  expect(variant).not.toBe(manifest);
  expect(codesOf(variant)).toEqual(codes);
});

test('a tab label before its groups is refused', () => {
  const label = '<Label resid="Tab.Label"/>';
  const variant = manifest.replace(label, '').replace('<CustomTab id="NineLists.Tab">', `$&${label}`);
  expect(codesOf(variant)).toEqual(['tab-label-not-last']);
});

test('a build for an office names its server everywhere, also one in a folder', () => {
  const filled = fillManifest(manifest, 'https://lists.example.gov.cn/nine');
  expect(filled).not.toContain('localhost');
  expect(filled).toContain('"https://lists.example.gov.cn/nine/taskpane.html"');
  expect(filled).toContain('<AppDomain>https://lists.example.gov.cn</AppDomain>');
});

test.each(['http://lists.example.gov.cn', 'https://lists.example.gov.cn/', 'lists.example.gov.cn', ''])(
  'the server address %p is refused',
  (address) => {
    expect(() => fillManifest(manifest, address)).toThrow('ADDIN_URL 应为');
  },
);
