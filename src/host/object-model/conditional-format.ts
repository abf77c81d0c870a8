import { intersectAreas } from '../../sheet/area';
import type { ConditionalFormat } from '../../sheet/model';
import { addFormat, changeFormat, clearFormatsIn, prioritiseFormat, removeFormat } from '../book/edit/rules';
import type { Sheet } from '../book/sheet';
import { readBoolean, readChoice, readColor, readInteger, readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject, type Property } from './model-class';
import { invalidArgument, itemNotFound, notSupported } from './model-error';
import { rangeClass } from './range';
import type { RangeRef, Session } from './session';

interface FormatRef {
  readonly sheet: Sheet;
  readonly id: string;
}

type ByFormula = Extract<ConditionalFormat, { kind: 'formula' }>;
type Bar = Extract<ConditionalFormat, { kind: 'dataBar' }>;

/** What a new format holds until it is told more: one that never shows. */
const NEVER = '=FALSE';
const BAR_COLOR = '#638EC6';

export const conditionalFormatCollectionClass: ModelClass<RangeRef> = {
  name: 'ConditionalFormatCollection',
  items: (range) => formatsOf(range).map(({ id }) => objectOf(conditionalFormatClass, { sheet: range.sheet, id })),
  item: ({ sheet }, id: unknown) => findFormat(sheet, id),
  methods: {
    Add: ({ sheet, area }, [type]: [unknown], { book }) => {
      if (type !== 'Custom' && type !== 'DataBar') throw notSupported(`conditional format ${String(type)}`);
      const format: ConditionalFormat =
        type === 'Custom' ? { kind: 'formula', area, formula: NEVER } : { kind: 'dataBar', area, color: BAR_COLOR, minimum: 0, maximum: 1 };
      return objectOf(conditionalFormatClass, { sheet, id: addFormat(book, 'addin', sheet, format) });
    },
    ClearAll: ({ sheet, area }, _values, { book }) => clearFormatsIn(book, 'addin', sheet, area),
    GetCount: (range) => formatsOf(range).length,
    GetItemAt: (range, [index]: [unknown]) => {
      const entry = formatsOf(range)[readInteger(index, 'index')];
      if (!entry) throw itemNotFound('conditional format');
      return objectOf(conditionalFormatClass, { sheet: range.sheet, id: entry.id });
    },
    GetItemOrNullObject: ({ sheet }, [id]: [unknown]) => findFormat(sheet, id) ?? NULL_OBJECT,
  },
};

const conditionalFormatClass: ModelClass<FormatRef> = {
  name: 'ConditionalFormat',
  id: ({ id }) => id,
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: (ref) => (formatOf(ref).kind === 'formula' ? 'Custom' : 'DataBar') },
    Priority: {
      get: ({ sheet, id }) => sheet.state.formats.findIndex((entry) => entry.id === id),
      set: ({ sheet, id }, value: unknown, { book }) => prioritiseFormat(book, 'addin', sheet, id, readInteger(value, 'priority')),
    },
    StopIfTrue: {
      get: () => false,
      set: (_ref, value: unknown) => {
        if (value !== false) throw notSupported('stopIfTrue');
      },
    },
  },
  links: {
    Custom: (ref) => link(customClass, ref, 'formula'),
    CustomOrNullObject: (ref) => (formatOf(ref).kind === 'formula' ? objectOf(customClass, ref) : NULL_OBJECT),
    DataBar: (ref) => link(dataBarClass, ref, 'dataBar'),
    DataBarOrNullObject: (ref) => (formatOf(ref).kind === 'dataBar' ? objectOf(dataBarClass, ref) : NULL_OBJECT),
  },
  methods: {
    Delete: ({ sheet, id }, _values, { book }) => removeFormat(book, 'addin', sheet, id),
    GetRange: (ref) => objectOf(rangeClass, { sheet: ref.sheet, area: formatOf(ref).area }),
    GetRangeOrNullObject: (ref) => objectOf(rangeClass, { sheet: ref.sheet, area: formatOf(ref).area }),
  },
};

const customClass: ModelClass<FormatRef> = {
  name: 'CustomConditionalFormat',
  links: { Rule: (ref) => objectOf(ruleClass, ref), Format: (ref) => objectOf(looksClass, ref) },
};

const ruleClass: ModelClass<FormatRef> = {
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: (ref) => byFormula(ref).formula,
      set: (ref, value: unknown, session) => {
        const text = readText(value, 'formula');
        const formula = text.startsWith('=') ? text : `=${text}`;
        // Excel takes no table names in a conditional format.
        if (/\[/.test(formula.replace(/"[^"]*"/g, ''))) throw invalidArgument('structured references are not accepted here');
        session.book.requireFormula(formula);
        change(ref, session, { formula });
      },
    },
  },
};

const looksClass: ModelClass<FormatRef> = {
  name: 'ConditionalRangeFormat',
  links: { Fill: (ref) => objectOf(looksFillClass, ref), Font: (ref) => objectOf(looksFontClass, ref) },
};

const looksFillClass: ModelClass<FormatRef> = {
  name: 'ConditionalRangeFill',
  properties: { Color: colorProperty('fill') },
};

const looksFontClass: ModelClass<FormatRef> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: colorProperty('color'),
    Bold: {
      get: (ref) => byFormula(ref).bold ?? false,
      set: (ref, value: unknown, session) => change(ref, session, { bold: readBoolean(value, 'bold') }),
    },
  },
};

const dataBarClass: ModelClass<FormatRef> = {
  name: 'DataBarConditionalFormat',
  properties: { LowerBoundRule: boundProperty('minimum'), UpperBoundRule: boundProperty('maximum') },
  links: { PositiveFormat: (ref) => objectOf(positiveClass, ref) },
};

const positiveClass: ModelClass<FormatRef> = {
  name: 'ConditionalDataBarPositiveFormat',
  properties: {
    FillColor: {
      get: (ref) => bar(ref).color,
      set: (ref, value: unknown, session) => change(ref, session, { color: readColor(value, 'fillColor') }),
    },
  },
};

function formatsOf({ sheet, area }: RangeRef): Sheet['state']['formats'] {
  return sheet.state.formats.filter(({ format }) => intersectAreas(format.area, area));
}

function findFormat(sheet: Sheet, id: unknown): ModelObject | null {
  const key = readText(id, 'id');
  return sheet.state.formats.some((entry) => entry.id === key) ? objectOf(conditionalFormatClass, { sheet, id: key }) : null;
}

function formatOf({ sheet, id }: FormatRef): ConditionalFormat {
  const entry = sheet.state.formats.find((candidate) => candidate.id === id);
  if (!entry) throw itemNotFound(`conditional format ${id}`);
  return entry.format;
}

function byFormula(ref: FormatRef): ByFormula {
  const format = formatOf(ref);
  if (format.kind !== 'formula') throw itemNotFound('custom');
  return format;
}

function bar(ref: FormatRef): Bar {
  const format = formatOf(ref);
  if (format.kind !== 'dataBar') throw itemNotFound('dataBar');
  return format;
}

function link(type: ModelClass<FormatRef>, ref: FormatRef, kind: ConditionalFormat['kind']): ModelObject {
  if (formatOf(ref).kind !== kind) throw itemNotFound(kind);
  return objectOf(type, ref);
}

function change(ref: FormatRef, { book }: Session, patch: Partial<ByFormula> | Partial<Bar>): void {
  changeFormat(book, 'addin', ref.sheet, ref.id, { ...formatOf(ref), ...patch } as ConditionalFormat);
}

function colorProperty(key: 'fill' | 'color'): Property<FormatRef> {
  return {
    get: (ref) => byFormula(ref)[key] ?? '',
    set: (ref, value: unknown, session) => change(ref, session, { [key]: readColor(value, key) }),
  };
}

/** The ends of a data bar: plain numbers. */
function boundProperty(key: 'minimum' | 'maximum'): Property<FormatRef> {
  return {
    get: (ref) => ({ type: 'Number', formula: String(bar(ref)[key]) }),
    set: (ref, value: unknown, session) => {
      const { type, formula } = (value ?? {}) as Readonly<Record<string, unknown>>;
      readChoice(type, ['Number'], 'type');
      const number = Number(String(formula).replace(/^=/, ''));
      if (!Number.isFinite(number)) throw notSupported('a bound that is no number');
      change(ref, session, { [key]: number });
    },
  };
}
