import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useRef } from 'react';
import { rankingTexts } from '../../text/ranking-pane';
import { useCopy } from '../frame/use-copy';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '8px' },
  text: { display: 'flex', flexDirection: 'column', gap: '6px' },
});

/** Paragraphs to be read here, or copied out as they stand. */
export function CopyText({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  const styles = useStyles();
  const words = useRef<HTMLDivElement>(null);
  const whole = paragraphs.join('\n');
  const { copied, copy } = useCopy(() => words.current && window.getSelection()?.selectAllChildren(words.current));
  return (
    <div className={styles.root}>
      <div ref={words} className={styles.text}>
        {paragraphs.map((text) => (
          <Text key={text} block>
            {text}
          </Text>
        ))}
      </div>
      <Button onClick={() => void copy(whole)}>{copied === whole ? rankingTexts.copied : rankingTexts.copy}</Button>
    </div>
  );
}
