import type { CellStyle as FileStyle, ConditionalRule } from 'hucre/xlsx';
import { createFormulaMover } from '../sheet/move-formula';
import type { ConditionalFormat } from '../sheet/model';
import type { Budget } from './budget';
import { parseAreas } from './read-validation';
import { colorOf } from './style';

/** One conditional format for each range of a file's rule; nothing for kinds that the model does not know. Throws FileError tooLarge. */
export function readRule(rule: ConditionalRule, themeColors: readonly string[], budget: Budget): readonly ConditionalFormat[] {
  const areas = parseAreas(rule.range, budget);
  const [first] = areas;
  if (!first) return [];
  if (rule.type === 'dataBar') {
    const [minimum, maximum] = (rule.dataBar?.cfvo ?? []).map(({ type, value }) => (type === 'num' ? Number(value) : NaN));
    const color = colorOf({ rgb: (rule.dataBar?.color ?? '').slice(-6) }, themeColors);
    if (color === undefined || !Number.isFinite(minimum) || !Number.isFinite(maximum)) return [];
    return areas.map((area) => ({ kind: 'dataBar', area, color, minimum: minimum ?? 0, maximum: maximum ?? 0 }));
  }
  const formula = typeof rule.formula === 'string' ? rule.formula : rule.formula?.[0];
  if (rule.type !== 'expression' || formula === undefined) return [];
  budget.spend('formulas', formula.length * areas.length);
  const look = readLook(rule.style ?? {}, themeColors);
  const moved = createFormulaMover(formula, first.row, first.column);
  return areas.map((area) => ({
    kind: 'formula',
    area,
    formula: `=${area === first ? formula : moved(area.row, area.column)}`,
    ...look,
  }));
}

/** In a differential format the background is the colour that is seen, whatever pattern is named. */
function readLook(style: FileStyle, themeColors: readonly string[]): { fill?: string; color?: string; bold?: boolean } {
  const pattern = style.fill?.type === 'pattern' ? style.fill : undefined;
  const fill = colorOf(pattern?.bgColor ?? (pattern?.pattern === 'solid' ? pattern.fgColor : undefined), themeColors);
  const color = colorOf(style.font?.color, themeColors);
  return { ...(fill !== undefined && { fill }), ...(color !== undefined && { color }), ...(style.font?.bold && { bold: true }) };
}
