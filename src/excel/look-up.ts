import { isSameName } from '../sheet/lay-sheet';
import type { Area, Change } from '../sheet/model';
import { HostError, type JobOptions } from '../job/port';
import { ownColumns } from '../sheet/own-look';
import { areaOfBlock } from './content-steps';
import { isTakenForMore } from './cell-input';
import { lookUpCharts } from './chart';
import { askForHighlights, readHighlights, type Highlight } from './highlight';
import { askForFormats, coversArea } from './known-format';
import { joinNearAreas } from './near-areas';
import { askForLook } from './own-look';
import { isPlacedLook, type Ground } from './plan-change';
import { sendRequest, type Desk } from './request';
import { askForExtent, type SheetExtent, type SheetSurvey, type Sighting } from './survey';

/**
 * What has to be seen before the changes can be planned: extents of the sheets to be laid in place, formats where
 * text could be taken for a number, and the conditional formats that ours lie among. One round trip, none where the
 * last read saw it all; one more where the user has added columns to a sheet that is laid in place, and one where a
 * chart is to be drawn.
 */
export async function lookUp(changes: readonly Change[], seen: Sighting, read: Ground['places'], options: JobOptions): Promise<Ground> {
  const { survey } = seen;
  const laid = changes.flatMap((change) => {
    if (change.kind !== 'laySheet') return [];
    const sheet = survey.sheets.find(({ name }) => isSameName(name, change.sheet.name));
    return sheet ? [{ name: change.sheet.name, sheet, extent: seen.extents.get(sheet.name) ?? null }] : [];
  });
  const extents = new Map(laid.flatMap(({ name, extent }) => (extent ? [[name, extent] as const] : [])));
  const places = placesOf(changes, read);
  const unseen = laid.filter(({ extent }) => extent === null);
  const doubtful = doubtfulAreas(changes, seen);
  const highlighted = highlightedSheets(changes, seen);
  const withCharts = changes.flatMap((change) => (change.kind === 'laySheet' && (change.sheet.charts ?? []).length > 0 ? [change.sheet.name] : []));
  const charts = withCharts.length === 0 ? null : await lookUpCharts(withCharts.filter((sheet) => laid.some(({ name }) => name === sheet)));
  if (unseen.length + doubtful.length + highlighted.length === 0) {
    return { survey, extents, places, formats: seen.formats, looks: await lookUpOwn(changes, extents, options), highlights: new Map(), charts };
  }
  const answers = await askFor(unseen, doubtful, highlighted, options);
  for (const { name, extent } of answers.extents) extents.set(name, extent());
  return {
    survey,
    extents,
    places,
    formats: [...seen.formats, ...answers.formats.map((formats) => formats())],
    looks: await lookUpOwn(changes, extents, options),
    highlights: answers.highlights,
    charts,
  };
}

/** Where the sheets stood that these changes touch, where they say what they expect there, or give looks to places of it. */
function placesOf(changes: readonly Change[], read: Ground['places']): Ground['places'] {
  if (!changes.some((change) => isPlacedLook(change) || ('expects' in change && change.expects !== undefined))) return new Map();
  const names = changes.flatMap((change) => (change.kind === 'laySheet' ? [change.sheet.name] : 'sheet' in change ? [change.sheet] : []));
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const found = [...read].find(([seen]) => isSameName(seen, name))?.[1];
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}

/** What the user's own columns look like on the sheets that are laid in place. */
async function lookUpOwn(changes: readonly Change[], extents: ReadonlyMap<string, SheetExtent>, options: JobOptions): Promise<Ground['looks']> {
  const wanted = changes.flatMap((change) => {
    const extent = change.kind === 'laySheet' ? extents.get(change.sheet.name) : undefined;
    if (change.kind !== 'laySheet' || !extent) return [];
    const columns = ownColumns(change.sheet, extent.tables);
    return columns.length > 0 ? [{ sheet: change.sheet.name, columns }] : [];
  });
  if (wanted.length === 0) return new Map();
  const answers = await sendRequest(
    (desk) => wanted.map(({ sheet, columns }) => [sheet, columns.map((column) => askForLook(desk, sheet, column))] as const),
    options,
  );
  return new Map(answers.map(([sheet, looks]) => [sheet, looks.map((look) => look())]));
}

interface Unseen {
  readonly name: string;
  readonly sheet: SheetSurvey;
}

interface Answers {
  readonly extents: readonly { readonly name: string; readonly extent: () => SheetExtent }[];
  readonly formats: readonly ReturnType<typeof askForFormats>[];
  readonly highlights: Ground['highlights'];
}

async function askFor(
  unseen: readonly Unseen[],
  doubtful: readonly DoubtfulArea[],
  highlighted: readonly string[],
  options: JobOptions,
): Promise<Answers> {
  const [first = [], ...rest] = partsOf(doubtful);
  const ask = (desk: Desk, sheets: readonly string[]) => ({
    extents: unseen.map(({ name, sheet }) => ({ name, extent: askForExtent(desk, sheet) })),
    formats: askForFormatsOf(desk, first),
    highlights: sheets.map((sheet) => [sheet, askForHighlights(desk, sheet)] as const),
  });
  const more: Answers['formats'][number][] = [];
  for (const part of rest) more.push(...(await sendRequest((desk) => askForFormatsOf(desk, part), options)));
  try {
    const { formats, ...answers } = await sendRequest((desk) => ask(desk, highlighted), options);
    return { ...answers, formats: [...formats, ...more], highlights: new Map(answers.highlights.map(([sheet, highlights]) => [sheet, highlights()])) };
  } catch (cause) {
    if (!(cause instanceof HostError) || cause.fault === 'editMode' || highlighted.length === 0) throw cause;
    // Whatever else is wrong is wrong again.
    const { formats, ...answers } = await sendRequest((desk) => ask(desk, []), options);
    return { ...answers, formats: [...formats, ...more], highlights: new Map(await askOneByOne(highlighted)) };
  }
}

/** Places named in one request: 汇总 of eight counties can write into more than Excel takes at once. */
const placesPerRequest = 2_000;

function partsOf(doubtful: readonly DoubtfulArea[]): DoubtfulArea[][] {
  return Array.from({ length: Math.ceil(doubtful.length / placesPerRequest) }, (_, at) => doubtful.slice(at * placesPerRequest, (at + 1) * placesPerRequest));
}

function askForFormatsOf(desk: Desk, doubtful: readonly DoubtfulArea[]): Answers['formats'] {
  return doubtful.map(({ sheet, area }) => askForFormats(desk, sheet, area));
}

/**
 * Some conditional formats that were made by hand cannot be read by an add-in, and Excel then refuses the request as a
 * whole (office-js#6827, #6835). On such a sheet nobody can tell whose formats are whose: all of them are left (null).
 */
async function askOneByOne(sheets: readonly string[]): Promise<(readonly [string, readonly Highlight[] | null])[]> {
  const found: (readonly [string, readonly Highlight[] | null])[] = [];
  for (const sheet of sheets) {
    try {
      found.push([sheet, await readHighlights(sheet)]);
    } catch (cause) {
      if (!(cause instanceof HostError) || (cause.fault !== 'unknown' && cause.fault !== 'notFound')) throw cause;
      found.push([sheet, null]);
    }
  }
  return found;
}

/** Sheets whose conditional formats are to be laid anew among others; a sheet laid by the same changes has only ours. */
function highlightedSheets(changes: readonly Change[], { survey }: Sighting): string[] {
  const isLaid = (name: string): boolean => changes.some((change) => change.kind === 'laySheet' && isSameName(change.sheet.name, name));
  const names = changes.flatMap((change) => (change.kind === 'replaceConditionalFormats' ? [change.sheet] : []));
  return [...new Set(names)].filter((name) => survey.sheets.some((sheet) => isSameName(sheet.name, name)) && !isLaid(name));
}

interface DoubtfulArea {
  readonly sheet: string;
  readonly area: Area;
}

/** Where text that looks like a number is to be written into cells whose format is not known yet. */
function doubtfulAreas(changes: readonly Change[], { survey, formats }: Sighting): DoubtfulArea[] {
  const bySheet = new Map<string, Area[]>();
  for (const change of changes) {
    if (change.kind !== 'writeCells' || !survey.sheets.some(({ name }) => isSameName(name, change.sheet))) continue;
    const { sheet } = change;
    const area = areaOfBlock(change);
    const isDoubtful = change.content.some((line) => line.some((cell) => typeof cell === 'string' && isTakenForMore(cell)));
    if (!isDoubtful || formats.some((known) => coversArea(known, sheet, area))) continue;
    const others = bySheet.get(sheet);
    if (others) others.push(area);
    else bySheet.set(sheet, [area]);
  }
  return [...bySheet].flatMap(([sheet, areas]) => joinNearAreas(areas).map((area) => ({ sheet, area })));
}
