import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { WorkbookState } from '../../job/report';
import { generateTexts, uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { useCommands } from '../state/PaneContext';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface Props {
  readonly workbook: Extract<WorkbookState, { kind: 'ours' }>;
  readonly onClose: () => void;
}

/** Asks before laying out again a workbook that may be full of work. */
export function GenerateAgain({ workbook, onClose }: Props) {
  const styles = useStyles();
  const { generate } = useCommands();
  const { scope, asOf } = workbook;
  return (
    <PaneDialog
      title={generateTexts.againTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button
            appearance="primary"
            onClick={() => {
              onClose();
              void generate({ scope, asOf, sample: 'none' });
            }}
          >
            {generateTexts.againSubmit}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <Text block>{generateTexts.again}</Text>
        <Text block weight="semibold">
          {generateTexts.kept}
        </Text>
      </div>
    </PaneDialog>
  );
}
