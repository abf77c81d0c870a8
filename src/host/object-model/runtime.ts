import type { Book } from '../book/book';
import { readBoolean } from './arguments';
import type { ModelClass } from './model-class';

export const runtimeClass: ModelClass<Book> = {
  name: 'Runtime',
  properties: {
    EnableEvents: {
      get: (_book, session) => session.enableEvents,
      set: (_book, value: unknown, session) => {
        session.enableEvents = readBoolean(value, 'enableEvents');
      },
    },
  },
};
