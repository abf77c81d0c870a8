import type { Column, Value } from '../../src/list/list';
import type { Random } from '../../src/list/sample/random';

/** What clerks type where something else is due; some of it can be understood and mended, some not. */
export function badCell(column: Column, random: Random, row: number): Value {
  switch (column.type) {
    case 'money':
    case 'count':
      return random.pick(['2000万', -1, '待定', '#REF!']);
    case 'date':
    case 'month':
      return random.pick(['2023.11.5', 1, '下旬', '#VALUE!']);
    case 'choice':
      return random.pick([' 是 ', '别的', '#N/A']);
    case 'unit':
      return random.pick(['沁水', '别处']);
    case 'phone':
      return '12345';
    case 'projectCode':
      return `2311-${row}`;
    default:
      // Names are left out: thousands of rows under one wrong name would be judged as one project.
      if (column.key === 'projectName' || column.requirement) return null;
      return random.chance(0.5) ? longText : '#N/A';
  }
}

const longText = '长'.repeat(501);
