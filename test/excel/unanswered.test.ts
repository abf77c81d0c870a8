import type { Edit } from '../../src/job/port';
import type { Change } from '../../src/sheet/model';
import { differences } from '../../src/sheet/difference';
import { featureModel } from './feature-model';
import { openSlowBook as openSlow, within } from './slow-book';

const features = featureModel();
const again: Change[] = features.sheets.map((sheet) => ({ kind: 'laySheet', sheet, after: null }));
const minutes = 60_000;
const openSlowBook = () => openSlow(features);

afterEach(() => jest.useRealTimers());

it('is told after three minutes, not before', async () => {
  const { host, port } = await openSlowBook();
  host.failSync(1, { kind: 'unanswered', share: 0 });
  const read = port.read();
  expect(await within(2.9 * minutes, read)).toBe('waiting');
  await expect(within(minutes, read)).rejects.toMatchObject({ name: 'HostError', fault: 'unanswered' });
  expect(await within(minutes, port.read())).toMatchObject({ sheets: { length: 3 } });
});

it('is told sooner while Excel is still silent', async () => {
  const { host, port } = await openSlowBook();
  host.failSync(1, { kind: 'unanswered', share: 0 });
  host.failSync(2, { kind: 'unanswered', share: 0 });
  host.failSync(4, { kind: 'unanswered', share: 0 });
  await expect(within(4 * minutes, port.read())).rejects.toMatchObject({ fault: 'unanswered' });
  await expect(within(0.6 * minutes, port.read())).rejects.toMatchObject({ fault: 'unanswered' });
  // The third request is answered: Excel is there again, and has its time for the fourth.
  expect(await within(2.9 * minutes, port.read())).toBe('waiting');
});

it('makes the pane say so after a quarter of a minute, until there is an answer', async () => {
  const { host, port } = await openSlowBook();
  const told: boolean[] = [];
  const onWaiting = (isWaiting: boolean): void => void told.push(isWaiting);
  await within(minutes, port.read({ onWaiting }));
  expect(told).toEqual([]);
  host.failSync(2, { kind: 'late', milliseconds: 40_000 });
  const read = port.read({ onWaiting });
  await within(14_000, read);
  expect(told).toEqual([]);
  await within(4_000, read);
  expect(told).toEqual([true]);
  expect(await within(minutes, read)).not.toBe('waiting');
  expect(told).toEqual([true, false]);
});

it.each([0, 0.4, 1])('during a write (%d of it carried out) leaves no protection or events off once Excel answers', async (share) => {
  const { book, host, port, edit } = await openSlowBook();
  const edits: Edit[] = [];
  await within(minutes, port.watch((one) => edits.push(one)));
  await within(minutes, port.read());
  const told: boolean[] = [];
  host.failSync(2, { kind: 'unanswered', share });
  await expect(within(4 * minutes, port.apply(again, { onWaiting: (isWaiting) => told.push(isWaiting) }))).rejects.toMatchObject({ fault: 'unanswered' });
  expect(told).toEqual([true, false]);
  await within(minutes, port.read());
  expect(book.findSheet('5 未开工项目')?.state.protection).not.toBeNull();
  jest.useRealTimers();
  await edit('汇总', 30, 0, '用户');
  expect(edits).toHaveLength(1);
});

it('answered after all, too late, disturbs nothing', async () => {
  const { book, host, port } = await openSlowBook();
  host.failSync(1, { kind: 'late', milliseconds: 3.2 * minutes });
  await expect(within(4 * minutes, port.read())).rejects.toMatchObject({ fault: 'unanswered' });
  const next = port.apply([{ kind: 'writeCells', sheet: '汇总', row: 20, column: 0, content: [['后来']] }]);
  const read = port.read();
  await within(3 * minutes, next);
  expect(await within(minutes, read)).toMatchObject({ sheets: { length: 3 } });
  expect(book.findSheet('汇总')?.valueAt(20, 0)).toBe('后来');
});

it('a write carried out late leaves what it should', async () => {
  const { book, host, port } = await openSlowBook();
  await within(minutes, port.read());
  host.failSync(2, { kind: 'late', milliseconds: 3.2 * minutes });
  await expect(within(4 * minutes, port.apply(again))).rejects.toMatchObject({ fault: 'unanswered' });
  expect(await within(3 * minutes, port.read())).not.toBe('waiting');
  expect(differences(book.toModel(), features)).toEqual([]);
});

it('a watch that was not answered never reports', async () => {
  const { host, port, edit } = await openSlowBook();
  const edits: Edit[] = [];
  host.failSync(1, { kind: 'unanswered', share: 1 });
  await expect(within(4 * minutes, port.watch((one) => edits.push(one)))).rejects.toMatchObject({ fault: 'unanswered' });
  await within(minutes, port.watch((one) => edits.push(one)));
  jest.useRealTimers();
  await edit('汇总', 30, 0, '用户');
  expect(edits).toHaveLength(1);
});
