import type { Version } from './version';

export const version2: Version = {
  version: 2,
  product: '0.2.0',
  changes: ['summaryLead', 'summaryChart', 'summaryCounts', 'listPages', 'targetFilter', 'journal'],
  summary: [
    { heading: '一、完成率', headerLines: 2, lines: 'unitsAndCity', footLines: 2, columns: 14 },
    { heading: '二、与时间进度相比（百分点，正数为超前，负数为滞后）', headerLines: 2, lines: 'unitsAndCity', columns: 14 },
    { heading: '三、排名（按完成率，市本级不参加排名）', headerLines: 2, lines: 'units', columns: 9 },
    { heading: '四、已完成', headerLines: 2, lines: 'unitsAndCity', columns: 14 },
    { heading: '五、应完成', headerLines: 2, lines: 'unitsAndCity', columns: 14 },
    { heading: '六、与文件数字核对', headerLines: 1, lines: 'measures', columns: 9, cityOnly: true },
  ],
};
