import type { Book } from '../book/book';
import { readChoice } from './arguments';
import type { ModelClass } from './model-class';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
const CALCULATIONS = ['Recalculate', 'Full', 'FullRebuild'] as const;

export const applicationClass: ModelClass<Book> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      get: (book) => (book.calculationMode === 'manual' ? 'Manual' : 'Automatic'),
      set: (book, value: unknown) => {
        book.calculationMode = readChoice(value, MODES, 'calculationMode') === 'Manual' ? 'manual' : 'automatic';
      },
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    Calculate: (book, [kind]: [unknown]) => {
      readChoice(kind, CALCULATIONS, 'calculationType');
      book.calculate();
    },
    // Within a batch the host neither draws nor calculates anyway: these two are what it always does.
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
};
