import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  // The pane is narrower than Fluent's breakpoint for small screens, and as high as the window.
  surface: { padding: '16px', width: 'calc(100vw - 24px)', maxWidth: '480px', maxHeight: 'calc(100vh - 24px)' },
  // Text fields are as wide as twenty letters unless told.
  content: { minWidth: 0, '& .fui-Field': { minWidth: 0 }, '& .fui-Textarea, & .fui-Input, & textarea, & input': { minWidth: 0, maxWidth: '100%' } },
  body: { maxHeight: 'calc(100vh - 56px)', rowGap: '12px' },
  actions: {
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    '@media screen and (max-width: 480px)': { flexDirection: 'row', justifyContent: 'flex-end', alignItems: 'center' },
  },
});

interface Props {
  readonly title: string;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  /** Nothing in it can take the focus: it must itself, or nobody could scroll it by keyboard. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** A dialog in the pane: Esc closes it and focus returns to where it was opened from. */
export function PaneDialog({ title, actions, onClose, isText = false, children }: Props) {
  const styles = useStyles();
  // Asked while drawing: once drawn, the dialog has taken the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content} {...(isText ? { tabIndex: 0 } : {})}>{children}</DialogContent>
          <DialogActions className={styles.actions} fluid>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
