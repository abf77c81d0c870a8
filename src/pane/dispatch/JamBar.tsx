import { HorizontalBarChart, HorizontalBarChartVariant } from '@fluentui/react-charts';
import { tokens } from '@fluentui/react-components';

interface Props {
  /** As long as the share of `most`. */
  readonly count: number;
  readonly most: number;
}

/**
 * A bar of Fluent's chart without its own words: they are English, its bars are stops for the keyboard that lead
 * nowhere, and the tooltips of its titles lie over the whole pane. Name and figure stand beside it as text.
 */
export function JamBar({ count, most }: Props) {
  return (
    <div aria-hidden inert>
      <HorizontalBarChart
        variant={HorizontalBarChartVariant.AbsoluteScale}
        barHeight={8}
        hideTooltip
        hideLabels
        data={[{ chartData: [{ legend: '', horizontalBarChartdata: { x: count, total: most }, color: tokens.colorCompoundBrandBackground }] }]}
      />
    </div>
  );
}
