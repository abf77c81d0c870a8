import { HorizontalBarChart } from '@fluentui/react-charts';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    // The chart keeps a distance for a next bar, and there is none.
    '& > div > div': { marginBottom: 0 },
    '& svg': { height: '8px' },
    '& rect:nth-of-type(2)': { fill: tokens.colorNeutralBackground5 },
    '@media (forced-colors: active)': {
      '& svg': { outline: '1px solid CanvasText' },
      '& rect:first-of-type': { fill: 'Highlight' },
      '& rect:nth-of-type(2)': { fill: 'Canvas' },
    },
  },
});

/**
 * A rate (a fraction) as a bar from 0 to 100 %. For the eye alone: the figure stands beside it as text, and the chart's
 * own reading would be in English, with a stop for the keyboard that leads nowhere.
 */
export function RateBar({ rate }: { readonly rate: number }) {
  const styles = useStyles();
  return (
    <div aria-hidden inert>
      <HorizontalBarChart
        chartDataMode="hidden"
        hideTooltip
        barHeight={8}
        className={styles.root}
        data={[{ chartData: [{ legend: '', horizontalBarChartdata: { x: rate, total: 1 }, color: tokens.colorCompoundBrandBackground }] }]}
      />
    </div>
  );
}
