import { Button, makeStyles, Spinner, Text, Textarea, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { useEffect, useRef, useState } from 'react';
import { describeSelfTest, describeSelfTestVerdict, selfTestTexts, writeSelfTestReport, type SelfTest, type SelfTestLine } from '../../text/self-test';
import { uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { useCopy } from '../frame/use-copy';
import { runSelfTest } from './run-self-test';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px' },
  sign: { display: 'flex', color: tokens.colorNeutralForeground3 },
  met: { color: tokens.colorStatusSuccessForeground1 },
  unmet: { color: tokens.colorStatusDangerForeground1 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  note: { color: tokens.colorNeutralForeground2 },
});

/** 自检: what this computer has of what the pane needs, and a report for the office's IT. */
export function SelfTestDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const [test, setTest] = useState<SelfTest | null>(null);
  const [run, setRun] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    let isWanted = true;
    void runSelfTest().then((result) => isWanted && setTest(result));
    return () => {
      isWanted = false;
    };
  }, [run]);
  const runAgain = (): void => {
    setTest(null);
    setRun(run + 1);
  };
  const { copied, copy } = useCopy(() => area.current?.select());
  const lines = test && describeSelfTest(test);
  const report = test && writeSelfTestReport(test);
  return (
    <PaneDialog
      title={selfTestTexts.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.close}</Button>
          <Button disabled={test === null} onClick={runAgain}>
            {selfTestTexts.again}
          </Button>
          <Button appearance="primary" disabled={report === null} onClick={() => report !== null && void copy(report)}>
            {copied !== null && copied === report ? selfTestTexts.copied : selfTestTexts.copy}
          </Button>
        </>
      }
    >
      {lines === null || report === null ? (
        <Spinner size="tiny" label={selfTestTexts.running} />
      ) : (
        <div className={styles.root}>
          <Text block role="status">
            {describeSelfTestVerdict(lines)}
          </Text>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <Line key={line.name} line={line} />
            ))}
          </ul>
          <Text size={200} className={styles.note}>
            {selfTestTexts.copyHint}
          </Text>
          <Textarea ref={area} aria-label={selfTestTexts.report} rows={4} resize="vertical" readOnly value={report} />
        </div>
      )}
    </PaneDialog>
  );
}

function Line({ line: { name, value, isMet, todo, isTechnical } }: { readonly line: SelfTestLine }) {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      {isMet === null && <Info20Regular className={styles.sign} aria-hidden />}
      {isMet === true && <CheckmarkCircle20Regular className={styles.met} aria-label={selfTestTexts.met} role="img" />}
      {isMet === false && <DismissCircle20Regular className={styles.unmet} aria-label={selfTestTexts.unmet} role="img" />}
      <div>
        <Text block>
          {`${name}：`}
          {isTechnical ? <code className={styles.code}>{value}</code> : value}
        </Text>
        {isMet === false && todo !== '' && (
          <Text block size={200} className={styles.note}>
            {todo}
          </Text>
        )}
      </div>
    </li>
  );
}
