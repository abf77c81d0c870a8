import type { ConditionalRule } from 'hucre/xlsx';
import { formatArea } from '../sheet/address';
import type { ConditionalFormat } from '../sheet/model';

/** A conditional format, in the file library's terms; the first one of a sheet wins over the others. */
export function toFileRule(format: ConditionalFormat, index: number): ConditionalRule {
  const range = formatArea(format.area);
  const priority = index + 1;
  if (format.kind === 'dataBar') {
    return {
      type: 'dataBar',
      priority,
      range,
      dataBar: {
        cfvo: [
          { type: 'num', value: String(format.minimum) },
          { type: 'num', value: String(format.maximum) },
        ],
        color: `FF${format.color.slice(1)}`,
      },
    };
  }
  const { bold, color, fill } = format;
  return {
    type: 'expression',
    priority,
    range,
    formula: format.formula.replace(/^=/, ''),
    style: {
      ...((bold || color !== undefined) && {
        font: { ...(bold && { bold }), ...(color !== undefined && { color: { rgb: color.slice(1) } }) },
      }),
      // In a differential format the background is the colour that is seen.
      ...(fill !== undefined && {
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill.slice(1) }, bgColor: { rgb: fill.slice(1) } },
      }),
    },
  };
}
