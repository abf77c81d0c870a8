import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { describeMoreLines } from '../../text/ui-sentence';

const useStyles = makeStyles({
  more: { listStyleType: 'none', padding: '8px 12px' },
});

interface Props<Item> {
  readonly items: readonly Item[];
  /** Items drawn at first, and with each 再列. */
  readonly pageful: number;
  /** A list item with its key. */
  readonly draw: (item: Item, index: number) => ReactNode;
}

/** Items of a list by the hundred: as many as one reads are drawn, the rest on demand. */
export function PagedItems<Item>({ items, pageful, draw }: Props<Item>) {
  const styles = useStyles();
  const [count, setCount] = useState(pageful);
  const left = items.length - count;
  return (
    <>
      {items.slice(0, count).map(draw)}
      {left > 0 && (
        <li className={styles.more}>
          <Button size="small" onClick={() => setCount(count + pageful)}>
            {describeMoreLines(Math.min(left, pageful))}
          </Button>
        </li>
      )}
    </>
  );
}
