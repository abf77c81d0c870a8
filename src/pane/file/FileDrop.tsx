import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { fileTexts } from '../../text/ui';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '16px 12px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke1}` },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly isBusy: boolean;
  /** One file is enough. */
  readonly isSingle?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are chosen or dropped. Any kind can be: what cannot be used is told why, not greyed out. */
export function FileDrop({ isBusy, isSingle = false, onFiles }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  useEffect(keepPageOnDrop, []);

  const take = (files: FileList | null): void => {
    if (files && files.length > 0 && !isBusy) onFiles([...files]);
  };
  const onDrag = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(event.type === 'dragover' && !isBusy);
  };
  return (
    <div
      className={mergeClasses(styles.root, isOver && styles.over)}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={(event) => {
        onDrag(event);
        take(event.dataTransfer.files);
      }}
    >
      <Button appearance="primary" icon={<FolderOpen20Regular />} disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {fileTexts.choose}
      </Button>
      <Text size={200} className={styles.hint}>
        {isSingle ? fileTexts.dropOne : fileTexts.drop}
      </Text>
      <input
        ref={input}
        type="file"
        multiple={!isSingle}
        hidden
        aria-label={fileTexts.choose}
        onChange={({ target }) => {
          take(target.files);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}

/** A file that is dropped beside the place would be opened by the browser instead of the pane. */
function keepPageOnDrop(): () => void {
  const prevent = (event: Event): void => event.preventDefault();
  const kinds = ['dragover', 'drop'] as const;
  for (const kind of kinds) window.addEventListener(kind, prevent);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, prevent);
  };
}
