import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import { lossLines, repairTexts, summariseLosses } from '../../text/repair';
import { useCommands, usePaneState } from '../state/PaneContext';

const useStyles = makeStyles({
  lines: { margin: '4px 0 0', paddingLeft: '16px' },
});

/**
 * What the workbook has lost in another program or by pasting, in one line with 修复表格. It is looked for after the
 * workbook was read as a whole, not after each edit; nothing is shown where all is there.
 */
export function StructureBar() {
  const styles = useStyles();
  const id = useId();
  const { report, freshness, losses, task } = usePaneState();
  const { lookAtStructure, repair } = useCommands();
  const [isOpen, setIsOpen] = useState(false);
  const isIdle = task === null;
  useEffect(() => {
    if (report !== null && isIdle && freshness !== 'followed') void lookAtStructure();
  }, [report, freshness, isIdle, lookAtStructure]);
  if (losses.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" shape="square">
      <MessageBarBody>
        <MessageBarTitle>{repairTexts.title}</MessageBarTitle>
        {`${summariseLosses(losses)}${repairTexts.advice}`}
        {isOpen && (
          <ul id={id} className={styles.lines}>
            {lossLines(losses).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" disabledFocusable={!isIdle} onClick={() => void repair()}>
          {repairTexts.repair}
        </Button>
        <Button size="small" appearance="transparent" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? repairTexts.hide : repairTexts.show}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
