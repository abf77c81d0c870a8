import { createMemoryPort } from '../../src/job/memory-port';
import { buildBulletin } from '../../src/sheet/build-bulletin';
import { differences } from '../../src/sheet/difference';
import { computeBulletin } from '../../src/total/bulletin';
import { sheetOf } from '../sheet/small-model';
import { startBook } from '../total/progress-book';
import { openBook } from './open-book';

jest.setTimeout(60_000);

test('排名通报 laid out, laid again with fewer columns and with more, is the same in Excel as in memory', async () => {
  const start = { sheets: [sheetOf({ name: '我的表' })], names: [], activeSheet: '我的表' };
  const memory = createMemoryPort(start);
  const { book, port } = await openBook(start);
  const now = startBook({ zezhou: 10, yangcheng: 4, gaoping: 20 });
  const compared = { bulletin: computeBulletin(now, startBook({ zezhou: 2, yangcheng: 4 }, '2023-11-25')), olderFile: '11月.xlsx' };
  const plain = { bulletin: computeBulletin(now, null), olderFile: null };
  for (const each of [compared, plain, compared]) {
    const sheet = buildBulletin('排名通报', each);
    for (const side of [memory, port]) await side.apply([{ kind: 'laySheet', sheet, after: '我的表' }]);
    expect(differences(memory.model(), book.toModel())).toEqual([]);
    expect(differences({ ...memory.model(), sheets: [sheetOf({ name: '我的表' }), sheet] }, memory.model())).toEqual([]);
  }
});
