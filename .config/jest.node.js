import { shared } from './jest.shared.js';

export default {
  ...shared,
  displayName: 'node',
  testEnvironment: 'node',
  testRegex: ['/test/(?!pane/|excel/|hands/|fault/|host/(?!formula/|book/)).*\\.test\\.tsx?$'],
};
