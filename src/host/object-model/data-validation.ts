import { intersectAreas, isSameArea, subtractArea } from '../../sheet/area';
import type { Area, Validation } from '../../sheet/model';
import { clearValidations, setValidation } from '../book/edit/rules';
import { readBoolean, readChoice } from './arguments';
import type { ModelClass } from './model-class';
import { invalidArgument, notSupported } from './model-error';
import type { RangeRef, Session } from './session';

type Rule = Validation['rule'];
type Bounded = Exclude<Rule, { kind: 'any' } | { kind: 'list' }>;

const OPERATORS = { between: 'Between', greaterThanOrEqual: 'GreaterThanOrEqualTo', lessThanOrEqual: 'LessThanOrEqualTo' } as const;
const KINDS = { decimal: 'decimal', whole: 'wholeNumber', date: 'date', textLength: 'textLength' } as const;
const TYPES = { decimal: 'Decimal', whole: 'WholeNumber', date: 'Date', textLength: 'TextLength' } as const;
const LEVELS = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;
const LONGEST_INLINE_LIST = 255;
/** A prompt alone rests on a rule that everything meets. */
const ANYTHING = '=TRUE';

export const dataValidationClass: ModelClass<RangeRef> = {
  name: 'DataValidation',
  properties: {
    Type: { get: (range) => typeOf(range) },
    Rule: {
      get: (range) => {
        const validation = commonOf(range);
        return validation ? writeRule(validation.rule) : {};
      },
      set: (range, value: unknown, session) => {
        const rule = readRule(value);
        change(range, session, (validation) => ({ ...validation, rule }));
      },
    },
    Prompt: {
      get: (range) => {
        const prompt = commonOf(range)?.prompt;
        return { title: prompt?.title ?? '', message: prompt?.text ?? '', showPrompt: prompt !== undefined };
      },
      set: (range, value: unknown, session) => {
        const { title, message, showPrompt } = readRecord(value, 'prompt');
        const prompt = readBoolean(showPrompt ?? true, 'showPrompt') ? { title: String(title ?? ''), text: String(message ?? '') } : undefined;
        change(range, session, ({ prompt: _before, ...rest }) => ({ ...rest, ...(prompt && { prompt }) }));
      },
    },
    ErrorAlert: {
      get: (range) => {
        const error = commonOf(range)?.error;
        return { title: error?.title ?? '', message: error?.text ?? '', showAlert: error !== undefined, style: LEVELS[error?.level ?? 'stop'] };
      },
      set: (range, value: unknown, session) => {
        const { title, message, showAlert, style } = readRecord(value, 'errorAlert');
        const wanted = readChoice(style ?? 'Stop', Object.values(LEVELS), 'style');
        const level = (Object.keys(LEVELS) as (keyof typeof LEVELS)[]).find((key) => LEVELS[key] === wanted) ?? 'stop';
        const error = readBoolean(showAlert ?? true, 'showAlert')
          ? { title: String(title ?? ''), text: String(message ?? ''), level }
          : undefined;
        change(range, session, ({ error: _before, ...rest }) => ({ ...rest, ...(error && { error }) }));
      },
    },
    IgnoreBlanks: {
      get: () => true,
      set: (_range, value: unknown) => {
        if (value !== true) throw notSupported('ignoreBlanks false');
      },
    },
  },
  methods: { Clear: ({ sheet, area }, _values, { book }) => clearValidations(book, 'addin', sheet, area) },
};

/** The validation that covers the whole range; null where there is none or cells differ. */
function commonOf({ sheet, area }: RangeRef): Validation | null {
  const first = sheet.validationAt(area.row, area.column);
  if (!first) return null;
  const rest = sheet.state.validations
    .filter((validation) => isAlike(validation, first))
    .reduce<readonly Area[]>((parts, validation) => parts.flatMap((part) => subtractArea(part, validation.area)), [area]);
  return rest.length === 0 ? first : null;
}

function isAlike({ area: _a, ...first }: Validation, { area: _b, ...second }: Validation): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

function typeOf(range: RangeRef): string | null {
  const isTouched = range.sheet.state.validations.some(({ area }) => intersectAreas(area, range.area));
  if (!isTouched) return 'None';
  const common = commonOf(range);
  if (!common) return 'Inconsistent';
  if (common.rule.kind === 'list') return 'List';
  return common.rule.kind === 'any' ? 'Custom' : TYPES[common.rule.kind];
}

/** Changes the range's validation, which begins as one without a rule. A new rule has Excel's alert until it is changed. */
function change({ sheet, area }: RangeRef, { book }: Session, patch: (validation: Validation) => Validation): void {
  const own = sheet.state.validations.find((validation) => isSameArea(validation.area, area)) ?? sheet.validationAt(area.row, area.column);
  const before: Validation = own ?? { area, rule: { kind: 'any' }, error: { title: '', text: '', level: 'stop' } };
  setValidation(book, 'addin', sheet, { ...patch(before), area });
}

function readRule(value: unknown): Rule {
  const rule = readRecord(value, 'rule');
  const [kind, ...more] = Object.keys(rule).filter((name) => rule[name] !== undefined && rule[name] !== null);
  if (kind === undefined || more.length > 0) throw invalidArgument('rule');
  const detail = readRecord(rule[kind], kind);
  if (kind === 'list') return readList(detail);
  if (kind === 'custom') {
    if (detail['formula'] === ANYTHING) return { kind: 'any' };
    throw notSupported('custom validation');
  }
  const known = (Object.keys(KINDS) as Bounded['kind'][]).find((key) => KINDS[key] === kind);
  if (!known) throw notSupported(`validation ${kind}`);
  return readBounds(known, detail);
}

function readList({ source, inCellDropDown }: Readonly<Record<string, unknown>>): Rule {
  if (typeof source !== 'string' || source === '') throw notSupported('list source that is no text');
  if (inCellDropDown === false) throw notSupported('list without dropdown');
  if (!source.startsWith('=') && source.length > LONGEST_INLINE_LIST) throw invalidArgument('an inline list is at most 255 characters');
  return { kind: 'list', source };
}

function readBounds(kind: Bounded['kind'], { formula1, formula2, operator }: Readonly<Record<string, unknown>>): Rule {
  const known = (Object.keys(OPERATORS) as Bounded['operator'][]).find((key) => OPERATORS[key] === operator);
  if (!known) throw notSupported(`validation operator ${String(operator)}`);
  const minimum = readBound(formula1);
  return known === 'between' ? { kind, operator: known, minimum, maximum: readBound(formula2) } : { kind, operator: known, minimum };
}

/** A number, or a formula that is but a number. */
function readBound(value: unknown): number {
  const number = typeof value === 'string' ? Number(value.replace(/^=/, '')) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw notSupported('a bound that is no number');
  return number;
}

function writeRule(rule: Rule): Record<string, unknown> {
  if (rule.kind === 'any') return { custom: { formula: ANYTHING } };
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.source } };
  return {
    [KINDS[rule.kind]]: {
      formula1: rule.minimum,
      ...(rule.maximum !== undefined && { formula2: rule.maximum }),
      operator: OPERATORS[rule.operator],
    },
  };
}

function readRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw invalidArgument(what);
  return value as Readonly<Record<string, unknown>>;
}
