import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { changesSince, productOf } from '../../sheet/version/versions';
import { tellChange, upgradeTexts } from '../../text/version';
import { useCommands, usePaneState } from '../state/PaneContext';

const useStyles = makeStyles({
  lines: { margin: '4px 0 0', paddingLeft: '16px' },
});

/** A workbook that an earlier version made: all goes on as it did, and 升级 lays it out as workbooks are laid out now. */
export function UpgradeBar({ version }: { readonly version: number }) {
  const styles = useStyles();
  const id = useId();
  const { task } = usePaneState();
  const { upgrade } = useCommands();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <MessageBar intent="info" layout="multiline" shape="square">
      <MessageBarBody>
        <MessageBarTitle>{upgradeTexts.title}</MessageBarTitle>
        {upgradeTexts.body(productOf(version))}
        {isOpen && (
          <ul id={id} className={styles.lines}>
            {changesSince(version).map((change) => (
              <li key={change}>{tellChange(change)}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" disabledFocusable={task !== null} onClick={() => void upgrade()}>
          {upgradeTexts.upgrade}
        </Button>
        <Button size="small" appearance="transparent" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? upgradeTexts.hide : upgradeTexts.show}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
