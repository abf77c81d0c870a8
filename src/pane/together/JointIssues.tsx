import { makeStyles, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Issue } from '../../rule/issue';
import { togetherTexts } from '../../text/ui';
import { inThousands } from '../../text/ui-sentence';
import { Disclosure } from '../waiting/Disclosure';
import { IssueLines, type IssueLine } from './IssueLines';
import type { JudgedFile } from './together';

const useStyles = makeStyles({
  none: { padding: '4px 12px 4px 36px' },
});

interface Props {
  /** At least one. */
  readonly judged: readonly JudgedFile[];
  /** About no single workbook. */
  readonly together: readonly Issue[];
}

/** What no workbook shows alone: each with the file that it is in. */
export function JointIssues({ judged, together }: Props) {
  const styles = useStyles();
  const lines = useMemo(() => linesOf(judged, together), [judged, together]);
  return (
    <Disclosure startsOpen summary={<Text weight="semibold">{`${togetherTexts.joint}（${inThousands(lines.length)}）`}</Text>}>
      {lines.length === 0 ? <li className={styles.none}>{togetherTexts.noJoint}</li> : <IssueLines lines={lines} />}
    </Disclosure>
  );
}

function linesOf(judged: readonly JudgedFile[], together: readonly Issue[]): readonly IssueLine[] {
  const { report } = judged[0]!;
  return [
    ...judged.flatMap(({ label, report: own, joint }) => joint.map((issue) => ({ issue, report: own, file: label || togetherTexts.open }))),
    ...together.map((issue) => ({ issue, report, file: null })),
  ];
}
