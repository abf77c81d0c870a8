import { placeOf } from '../../job/place';
import type { CheckReport } from '../../job/report';
import type { Locate } from '../../text/speaker';

/** Where issues stand in the sheets as they were judged. */
export function locateIn(report: CheckReport): Locate {
  return (issue) => {
    const { sheet, row, column } = placeOf(report, issue);
    return { sheetName: sheet, row, column };
  };
}
