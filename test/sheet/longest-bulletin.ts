import { computeBulletin, type Bulletin } from '../../src/total/bulletin';
import { startBook } from '../total/progress-book';

/** A bulletin as long as one of eight units can be: everybody is overdue and all but one moved, in each ranking. */
export function longestBulletin(): Bulletin {
  const few = { chengqu: 1, zezhou: 2, gaoping: 3, yangcheng: 2, lingchuan: 0, qinshui: 1, kaifaqu: 0, shibenji: 1 };
  const many = { ...few, zezhou: 0, gaoping: 30, yangcheng: 0, lingchuan: 1, qinshui: 12, kaifaqu: 1 };
  const bulletin = computeBulletin(startBook(few, '2023-12-25', '2023-12-01'), startBook(many, '2023-11-25'));
  return {
    ...bulletin,
    dispatch: { ...bulletin.rankings[0]!.overdue, key: 'dispatch' },
    rankings: bulletin.rankings.map((each) => ({ ...bulletin.rankings[0]!, ranking: each.ranking })),
  };
}
