import { parseDayInput } from '../../src/pane/day/day-input';
import { toSerial } from '../../src/plan/day';

describe('a day typed into the pane', () => {
  test.each(['2023-12-05', '2023-12-5', '2023/12/5', '2023.12.05', '2023年12月5日', '20231205', '２０２３－１２－０５', ' 2023 年 12 月 5 日 '])(
    '%s is understood',
    (text) => expect(parseDayInput(text)).toBe(toSerial('2023-12-05')),
  );

  test.each(['', '12月5日', '2023-13-01', '2023-02-30', '1999-12-31', '2036-01-01', '明天'])('%s is no day that can be meant', (text) =>
    expect(parseDayInput(text)).toBeNull(),
  );
});
