import type { Version } from './version';

export const version1: Version = {
  version: 1,
  product: '0.1.0',
  changes: [],
  summary: [
    { heading: '一、完成率', headerLines: 2, lines: 'unitsAndCity', columns: 14 },
    { heading: '二、排名（按完成率，市本级不参加排名）', headerLines: 2, lines: 'units', columns: 9 },
    { heading: '三、已完成', headerLines: 2, lines: 'unitsAndCity', columns: 14 },
    { heading: '四、应完成', headerLines: 2, lines: 'unitsAndCity', columns: 14 },
    { heading: '五、与文件数字核对', headerLines: 1, lines: 'measures', columns: 9, cityOnly: true },
  ],
};
