import { shared } from './jest.shared.js';

export default {
  ...shared,
  displayName: 'jsdom',
  testEnvironment: 'jsdom',
  // Formulas and books need no page, and are much quicker without one.
  testRegex: ['/test/(pane/|excel/|hands/|fault/|host/(?!formula/|book/)).*\\.test\\.tsx?$'],
  setupFiles: ['<rootDir>/test/setup/jsdom.ts'],
  moduleNameMapper: {
    ...shared.moduleNameMapper,
    '^@fluentui/react-icons$': '<rootDir>/test/setup/icons.cjs',
    '^@fluentui/react-components$': '<rootDir>/test/setup/components.cjs',
  },
};
