import type { Area, ConditionalFormat } from '../sheet/model';
import { isOurFormula } from '../sheet/our-format';
import type { SheetLook } from '../sheet/sheet-look';
import { HostError, type JobOptions } from '../job/port';
import { sendRequest, type Desk } from './request';
import { areaOf } from './survey';

/** A conditional format of ours, and how to ask where it lies. */
interface FoundFormat {
  readonly sheet: string;
  readonly id: string;
  /** With its leading =; null for a data bar. */
  readonly formula: string | null;
}

/** Some formats made by hand cannot be told, and Excel then refuses the request as a whole (office-js#6827). */
export function isRefusal(cause: unknown): boolean {
  return cause instanceof HostError && (cause.fault === 'unknown' || cause.fault === 'notFound');
}

/** A sheet that is laid, and the conditional formats on it. */
export interface ToldFormats {
  readonly look: SheetLook;
  readonly formats: readonly FoundFormat[];
}

/** Sheets whose formats Excel does not tell are left out. */
export async function tellOneByOne(laid: readonly SheetLook[], options: JobOptions): Promise<readonly ToldFormats[]> {
  const told: ToldFormats[] = [];
  for (const look of laid) {
    try {
      const formats = await sendRequest((desk) => askForFormats(desk, look.name), options);
      told.push({ look, formats: formats() });
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
    }
  }
  return told;
}

/** Formats of ours with where they lie, by the names that the sheets are laid under. */
export async function placeFormats(told: readonly ToldFormats[], options: JobOptions): Promise<ReadonlyMap<string, readonly ConditionalFormat[]>> {
  const ours = told.flatMap(({ look, formats }) =>
    formats.flatMap((format) => {
      const isBar = look.conditionalFormats.some(({ kind }) => kind === 'dataBar');
      const isOurs = format.formula === null ? isBar : isOurFormula(format.formula, look.conditionalFormats);
      return isOurs ? [{ look, format }] : [];
    }),
  );
  const found = new Map<string, ConditionalFormat[]>(told.map(({ look }) => [look.name, []]));
  const placed = await askForPlaces(ours, options);
  if (placed === null) return new Map();
  for (const { look, format: { formula }, area: at } of placed) {
    if (at === null) continue;
    found.get(look.name)!.push(formula === null ? { kind: 'dataBar', area: at, color: '', minimum: 0, maximum: 1 } : { kind: 'formula', area: at, formula });
  }
  return found;
}

interface OurFormat {
  readonly look: SheetLook;
  readonly format: FoundFormat;
}

/** Null where Excel does not tell: it does not find some formats by what it gave as their id (office-js#5222). */
async function askForPlaces(ours: readonly OurFormat[], options: JobOptions): Promise<readonly (OurFormat & { readonly area: Area | null })[] | null> {
  if (ours.length === 0) return [];
  try {
    const answers = await sendRequest((desk) => ours.map((our) => ({ ...our, place: askForArea(desk, our.format) })), options);
    return answers.map(({ place, ...our }) => ({ ...our, area: place() }));
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    return null;
  }
}

export function askForFormats(desk: Desk, sheet: string): () => readonly FoundFormat[] {
  const { conditionalFormats } = desk.sheet(sheet).getRange();
  conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return () =>
    conditionalFormats.items.flatMap(({ id, type, customOrNullObject: custom }): FoundFormat[] => {
      if (type === 'DataBar') return [{ sheet, id, formula: null }];
      return custom.isNullObject ? [] : [{ sheet, id, formula: custom.rule.formula }];
    });
}

/** Null where it lies on several ranges. */
function askForArea(desk: Desk, { sheet, id }: FoundFormat): () => Area | null {
  const range = desk.sheet(sheet).getRange().conditionalFormats.getItemOrNullObject(id).getRangeOrNullObject();
  range.load('address');
  return () => (range.isNullObject ? null : areaOf(range.address));
}
