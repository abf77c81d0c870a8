import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CrashBoundary } from '../../src/pane/frame/CrashBoundary';

function Broken(): never {
  throw new Error('broken on purpose');
}

test('a part that cannot be drawn leaves a Chinese page with a report to copy, not a blank one', async () => {
  const user = userEvent.setup();
  render(
    <CrashBoundary>
      <Broken />
    </CrashBoundary>,
    { onCaughtError: () => undefined },
  );
  expect(screen.getByRole('heading', { name: '面板出了故障，没有显示完整' })).toBeTruthy();
  expect(screen.getByText(/工作簿里的内容没有受影响/)).toBeTruthy();
  const report = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '故障报告' });
  expect(report.value).toContain('broken on purpose');
  await user.click(screen.getByRole('button', { name: '复制故障报告' }));
  expect(await navigator.clipboard.readText()).toBe(report.value);
  expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy();
});
