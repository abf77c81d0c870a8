import { strFromU8, unzipSync } from 'fflate';
import { parseArea } from '../../src/sheet/address';
import { parsePlainXml } from './plain-xml';
import type { PlainElement } from './plain-xml';

/** Order of children as the standard (ECMA-376, part 1, sml.xsd) has it; Excel repairs a file with another order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
      ' ',
    ),
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst'.split(
      ' ',
    ),
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' '),
  table: 'autoFilter sortState tableColumns tableStyleInfo extLst'.split(' '),
  tableColumn: 'calculatedColumnFormula totalsRowFormula'.split(' '),
  sheetPr: 'tabColor outlinePr pageSetUpPr'.split(' '),
  sheetView: 'pane selection'.split(' '),
  dxf: 'font numFmt fill alignment border protection'.split(' '),
  xf: 'alignment protection'.split(' '),
  border: 'left right top bottom diagonal'.split(' '),
  dataValidation: 'formula1 formula2'.split(' '),
  cfRule: 'formula colorScale dataBar iconSet'.split(' '),
  dataBar: 'cfvo color'.split(' '),
  c: 'f v is'.split(' '),
  headerFooter: 'oddHeader oddFooter'.split(' '),
};

/** Children of which there may be more than one. */
const REPEATED = new Set(['conditionalFormatting', 'cfvo', 'formula', 'cfRule', 'tableColumn']);
/** Lists that state how many items they have. */
const COUNTED = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs mergeCells dataValidations tableParts tableColumns'.split(' ');

/** Everything in a file of ours that Excel would repair or refuse, as far as we know its demands; empty when sound. */
export function demandsOfExcel(bytes: Uint8Array): readonly string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, parsePlainXml(strFromU8(part))]));
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  for (const [path, root] of parts) walk(root, (element) => checkElement(element, path, demand));
  checkRelations(parts, demand);
  const strings = parts.get('xl/sharedStrings.xml')?.children.map((item) => decode(item.children[0]?.text ?? '')) ?? [];
  const styles = parts.get('xl/styles.xml');
  const xfs = childOf(styles, 'cellXfs')?.children.length ?? 0;
  const dxfs = childOf(styles, 'dxfs')?.children.length ?? 0;
  const tableIds = new Set<string>();
  for (const [path, root] of parts) {
    if (path.startsWith('xl/worksheets/sheet')) checkSheet(path, root, strings.length, xfs, dxfs, demand);
    if (path.startsWith('xl/tables/')) {
      const { id = '', displayName = '', ref = '' } = root.attributes;
      demand(!tableIds.has(id) && !tableIds.has(displayName.toLowerCase()), `${path}: id or name twice`);
      tableIds.add(id).add(displayName.toLowerCase());
      demand((parseArea(ref)?.rows ?? 0) >= 2, `${path}: no body`);
      const filter = childOf(root, 'autoFilter');
      demand(!filter || filter.attributes.ref === ref, `${path}: filter range`);
      checkHeaders(path, root, parts, strings, demand);
    }
  }
  return faults;
}

type Demand = (holds: boolean, fault: string) => void;

function checkElement(element: PlainElement, path: string, demand: Demand): void {
  const order = ORDER[element.name];
  if (order) {
    let last = -1;
    for (const { name } of element.children) {
      const at = order.indexOf(name);
      demand(at !== -1, `${path}: <${name}> is no child of <${element.name}>`);
      demand(at > last || (at === last && REPEATED.has(name)), `${path}: <${name}> out of order in <${element.name}>`);
      last = at;
    }
  }
  if (COUNTED.includes(element.name)) {
    demand(element.attributes.count === String(element.children.length), `${path}: count of <${element.name}>`);
  }
}

function checkSheet(path: string, root: PlainElement, strings: number, xfs: number, dxfs: number, demand: Demand): void {
  let lastRow = 0;
  for (const row of childOf(root, 'sheetData')?.children ?? []) {
    demand(Number(row.attributes.r) > lastRow, `${path}: rows out of order`);
    lastRow = Number(row.attributes.r);
    let lastColumn = -1;
    for (const cell of row.children) {
      const { r = '', s = '0', t = 'n' } = cell.attributes;
      const place = parseArea(r);
      demand(place?.row === lastRow - 1 && place.column > lastColumn, `${path}: cell ${r} out of order`);
      lastColumn = place?.column ?? lastColumn;
      demand(Number(s) < xfs, `${path}: ${r} has no style ${s}`);
      const value = cell.children.find(({ name }) => name === 'v')?.text;
      if (t === 's') demand(Number(value) < strings, `${path}: ${r} has no text ${value}`);
      if (t === 'n' && value !== undefined) demand(Number.isFinite(Number(value)), `${path}: ${r} is no number`);
    }
  }
  const priorities = new Set<string>();
  for (const format of root.children.filter(({ name }) => name === 'conditionalFormatting')) {
    for (const rule of format.children) {
      demand(!priorities.has(rule.attributes.priority ?? ''), `${path}: priority twice`);
      priorities.add(rule.attributes.priority ?? '');
      const { dxfId } = rule.attributes;
      demand(dxfId === undefined || Number(dxfId) < dxfs, `${path}: no differential format ${dxfId}`);
    }
  }
  for (const { attributes } of childOf(root, 'dataValidations')?.children ?? []) {
    demand(decode(attributes.promptTitle ?? '').length <= 32 && decode(attributes.errorTitle ?? '').length <= 32, `${path}: title too long`);
    demand(decode(attributes.prompt ?? '').length <= 255 && decode(attributes.error ?? '').length <= 255, `${path}: prompt too long`);
  }
}

function checkHeaders(
  path: string,
  table: PlainElement,
  parts: ReadonlyMap<string, PlainElement>,
  strings: readonly string[],
  demand: Demand,
): void {
  const columns = childOf(table, 'tableColumns')?.children.map(({ attributes }) => decode(attributes.name ?? '')) ?? [];
  demand(new Set(columns.map((name) => name.toLowerCase())).size === columns.length, `${path}: header twice`);
  const area = parseArea(table.attributes.ref ?? '');
  demand(area?.columns === columns.length, `${path}: width`);
  const owner = [...parts].find(([, root]) => root.name === 'Relationships' && root.children.some(({ attributes }) => attributes.Target === `../tables/${path.split('/').at(-1)}`));
  const sheet = parts.get((owner?.[0] ?? '').replace('_rels/', '').replace('.rels', ''));
  const row = childOf(sheet, 'sheetData')?.children.find(({ attributes }) => Number(attributes.r) === (area?.row ?? 0) + 1);
  const headers = row?.children
    .filter(({ attributes }) => {
      const column = parseArea(attributes.r ?? '')?.column ?? -1;
      return area && column >= area.column && column < area.column + area.columns;
    })
    .map((cell) => (cell.attributes.t === 's' ? strings[Number(cell.children[0]?.text)] : 'no text'));
  demand(JSON.stringify(headers) === JSON.stringify(columns), `${path}: headers ${JSON.stringify(headers)} but cells ${JSON.stringify(columns)}`);
}

function checkRelations(parts: ReadonlyMap<string, PlainElement>, demand: Demand): void {
  const typed = new Set(
    parts.get('[Content_Types].xml')?.children.flatMap(({ name, attributes }) => (name === 'Override' ? [attributes.PartName?.slice(1)] : [])),
  );
  for (const [path, root] of parts) {
    if (!path.endsWith('.rels')) {
      demand(typed.has(path) || path === '[Content_Types].xml', `${path}: no content type`);
      continue;
    }
    const folder = path.replace(/_rels\/[^/]*$/, '');
    for (const { attributes } of root.children) {
      const target = new URL(attributes.Target ?? '', `file:///${folder}`).pathname.slice(1);
      demand(parts.has(target), `${path}: ${target} is not there`);
    }
  }
  for (const path of typed) demand(parts.has(path ?? ''), `${path}: content type of nothing`);
}

function walk(element: PlainElement, visit: (element: PlainElement) => void): void {
  visit(element);
  for (const child of element.children) walk(child, visit);
}

export function childOf(element: PlainElement | undefined, name: string): PlainElement | undefined {
  return element?.children.find((child) => child.name === name);
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
