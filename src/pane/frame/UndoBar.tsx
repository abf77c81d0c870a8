import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { describeLastOperation, undoBarTexts } from '../../text/undo-bar';
import { useCommands, usePaneState } from '../state/PaneContext';
import { focusAgain } from './focus-again';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '4px 12px',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Where there is less room, as at a zoom of 200 %, the buttons go under it.
  text: { flex: '1 1 120px' },
  buttons: { display: 'flex', gap: '8px', marginLeft: 'auto' },
  button: { minWidth: 'auto' },
});

/** What was written last, to be looked at or taken back, in whatever view the user is by then. */
export function UndoBar() {
  const styles = useStyles();
  const { takeBack, goTo } = useCommands();
  const { lastOperation, report, task } = usePaneState();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed may be gone.
  useEffect(() => {
    if (lastOperation) focusAgain(undo.current);
  }, [lastOperation]);
  if (lastOperation === null || report === null) return null;
  const { name, told, place } = lastOperation;
  return (
    <section className={styles.root} aria-label={undoBarTexts.bar}>
      <Text size={200} className={styles.text}>
        {describeLastOperation(told)}
      </Text>
      <div className={styles.buttons}>
        {place && (
          <Button className={styles.button} size="small" onClick={() => void goTo(place.sheet, place.row, place.column)}>
            {undoBarTexts.see}
          </Button>
        )}
        <Button ref={undo} className={styles.button} size="small" disabledFocusable={task !== null} onClick={() => void takeBack()}>
          {name === 'merge' ? undoBarTexts.undoMerge : undoBarTexts.undo}
        </Button>
      </div>
    </section>
  );
}
