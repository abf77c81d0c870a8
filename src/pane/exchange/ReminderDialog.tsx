import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { exchangeTexts } from '../../text/exchange-pane';
import { uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** A message to be looked over, copied and pasted into whatever the office writes with. */
export function ReminderDialog({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(text);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(written);
      setIsCopied(true);
    } catch {
      // Where the clipboard is closed to add-ins the text stays selected, for Ctrl+C.
      setIsCopied(document.execCommand?.('copy') ?? false);
    }
  };
  return (
    <PaneDialog
      title={exchangeTexts.remindTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.close}</Button>
          <Button appearance="primary" onClick={() => void copy()}>
            {isCopied ? exchangeTexts.copied : exchangeTexts.copy}
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
          onChange={(_, { value }) => {
            setWritten(value);
            setIsCopied(false);
          }}
        />
      </div>
    </PaneDialog>
  );
}
