import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { exchangeTexts } from '../../text/exchange-pane';
import { uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { useCopy } from '../frame/use-copy';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** A message to be looked over, copied and pasted into whatever the office writes with. */
export function ReminderDialog({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(text);
  const { copied, copy } = useCopy(() => area.current?.select());
  return (
    <PaneDialog
      title={exchangeTexts.remindTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.close}</Button>
          <Button appearance="primary" onClick={() => void copy(written)}>
            {copied === written ? exchangeTexts.copied : exchangeTexts.copy}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <Text size={200} className={styles.note}>
          {exchangeTexts.remindHint}
        </Text>
        <Textarea
          ref={area}
          aria-label={exchangeTexts.remindTitle}
          rows={8}
          resize="vertical"
          value={written}
          onChange={(_, { value }) => setWritten(value)}
        />
      </div>
    </PaneDialog>
  );
}
