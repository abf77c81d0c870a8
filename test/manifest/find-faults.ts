import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing wrong with a manifest that Microsoft's schemas do not catch. */
export interface Fault {
  code: string;
  seen: string;
}

type Check = (doc: Document, root: string) => Fault[];

/** Sets of Excel that a manifest may ask for; a misspelt one hides the add-in everywhere without a word. */
const knownSets = ['ExcelApi', 'SharedRuntime', 'RibbonApi', 'DialogApi', 'IdentityAPI', 'ImageCoercion', 'File', 'Settings'];
const requiredIconSizes = ['16', '32', '80'];
const longestResid = 32;

/**
 * Every fault of a manifest, in the order of the checks.
 * @param xml the manifest's text
 * @param root the folder in which the assets of the manifest's addresses lie
 */
export function findFaults(xml: string, root: string): Fault[] {
  const doc = new DOMParser().parseFromString(xml, 'application/xml');
  return checks.flatMap((check) => check(doc, root));
}

const all = (scope: Document | Element, name: string): Element[] => [...scope.getElementsByTagNameNS('*', name)];
const value = (element: Element): string => element.getAttribute('DefaultValue') ?? '';
const resid = (element: Element | undefined): string => element?.getAttribute('resid') ?? '';
const kind = (element: Element): string => element.getAttribute('xsi:type') ?? '';
const fault = (code: string) => (seen: string): Fault => ({ code, seen });

const resources = (doc: Document): Element[] => {
  const [found] = all(doc, 'Resources');
  return found ? [...found.querySelectorAll('[id]')] : [];
};
const withResid = (doc: Document): Element[] => [...doc.querySelectorAll('[resid]')];
const repeated = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

const addresses = (doc: Document): string[] => [
  ...['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Url'].flatMap((name) =>
    all(doc, name).filter((element) => element.hasAttribute('DefaultValue')).map(value),
  ),
  ...resources(doc).filter((element) => element.localName === 'Image').map(value),
];

const findPlainHttp: Check = (doc) =>
  [...addresses(doc), ...all(doc, 'AppDomain').map((domain) => domain.textContent.trim())]
    .filter((address) => !address.startsWith('https://'))
    .map(fault('address-not-https'));

const findDangling: Check = (doc) => {
  const known = resources(doc).map((element) => element.id);
  return withResid(doc).map(resid).filter((id) => !known.includes(id)).map(fault('resid-dangling'));
};

const findUnused: Check = (doc) => {
  const used = withResid(doc).map(resid);
  return resources(doc).map((element) => element.id).filter((id) => !used.includes(id)).map(fault('resource-unused'));
};

const findLongResid: Check = (doc) =>
  resources(doc).map((element) => element.id).filter((id) => id.length > longestResid).map(fault('resid-too-long'));

const findRepeatedIds: Check = (doc) =>
  [
    ...repeated(resources(doc).map((element) => element.id)),
    ...repeated(['CustomTab', 'Group', 'Control'].flatMap((name) => all(doc, name).map((element) => element.id))),
  ].map(fault('id-repeated'));

const findMissingSizes: Check = (doc) =>
  all(doc, 'Icon').flatMap((icon) => {
    const sizes = all(icon, 'Image').map((image) => image.getAttribute('size'));
    return requiredIconSizes
      .filter((size) => !sizes.includes(size))
      .map((size) => ({ code: 'icon-size-missing', seen: `${icon.parentElement?.id ?? ''} ${size}` }));
  });

const findWrongPixels: Check = (doc, root) => {
  const images = new Map(resources(doc).map((element) => [element.id, value(element)]));
  const wanted: [string, number][] = [
    ...all(doc, 'IconUrl').map((icon): [string, number] => [value(icon), 32]),
    ...all(doc, 'HighResolutionIconUrl').map((icon): [string, number] => [value(icon), 64]),
    ...all(doc, 'Image')
      .filter((image) => images.has(resid(image)))
      .map((image): [string, number] => [images.get(resid(image)) ?? '', Number(image.getAttribute('size'))]),
  ];
  return wanted.flatMap(([address, size]) => {
    const path = join(root, new URL(address).pathname);
    if (!existsSync(path)) return [{ code: 'icon-file-missing', seen: address }];
    const { width, height } = readPngSize(path);
    return width === size && height === size ? [] : [{ code: 'icon-pixels', seen: `${address} ${width}×${height}` }];
  });
};

const findUnknownSets: Check = (doc) =>
  all(doc, 'Set').map((set) => set.getAttribute('Name') ?? '').filter((name) => !knownSets.includes(name)).map(fault('set-unknown'));

const findOtherHosts: Check = (doc) =>
  all(doc, 'Host').map((host) => host.getAttribute('Name') ?? kind(host)).filter((name) => name !== 'Workbook').map(fault('host-not-workbook'));

const findDomainPaths: Check = (doc) =>
  all(doc, 'AppDomain').map((domain) => domain.textContent.trim()).filter((domain) => /^https?:\/\/[^/]+\//.test(domain)).map(fault('app-domain-path'));

const findForeignPages: Check = (doc) => {
  const domains = all(doc, 'AppDomain').map((domain) => domain.textContent.trim());
  return addresses(doc)
    .filter((address) => address.startsWith('https:') && !domains.some((domain) => address.startsWith(new URL(domain).origin + '/')))
    .map(fault('address-outside-app-domains'));
};

/** One shared runtime: the ribbon's functions and the pane are the same page, kept alive. */
const findSplitRuntime: Check = (doc) => {
  const [runtime] = all(doc, 'Runtime');
  const actions = all(doc, 'Action');
  const needsFunctions = actions.some((action) => kind(action) === 'ExecuteFunction');
  const [functionFile] = all(doc, 'FunctionFile');
  const panes = actions.filter((action) => kind(action) === 'ShowTaskpane').map((action) => resid(all(action, 'SourceLocation')[0]));
  const others = [...panes, ...(functionFile ? [resid(functionFile)] : [])].filter((id) => id !== resid(runtime));
  return [
    ...(needsFunctions && !functionFile ? [{ code: 'function-file-missing', seen: '' }] : []),
    ...(runtime?.getAttribute('lifetime') === 'long' ? [] : [{ code: 'runtime-not-shared', seen: resid(runtime) }]),
    ...others.map(fault('runtime-page-differs')),
  ];
};

const findEarlyTabLabel: Check = (doc) =>
  all(doc, 'CustomTab').filter((tab) => tab.lastElementChild?.localName !== 'Label').map((tab) => ({ code: 'tab-label-not-last', seen: tab.id }));

const checks: Check[] = [
  findPlainHttp,
  findDangling,
  findUnused,
  findLongResid,
  findRepeatedIds,
  findMissingSizes,
  findWrongPixels,
  findUnknownSets,
  findOtherHosts,
  findDomainPaths,
  findForeignPages,
  findSplitRuntime,
  findEarlyTabLabel,
];

/** Width and height in pixels from a PNG's header. */
export function readPngSize(path: string): { width: number; height: number } {
  const header = readFileSync(path).subarray(0, 24);
  if (header.toString('latin1', 1, 4) !== 'PNG') throw new Error(`Not a PNG file: ${path}`);
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}
