import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px 12px' },
  heading: { margin: 0 },
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  after: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly body: string;
  readonly steps?: readonly string[];
  readonly after: string;
  /** What else can be done from here. */
  readonly children?: ReactNode;
}

/** A whole page that says why the pane cannot work here, and what to do. */
export function PlaceScreen({ title, body, steps = [], after, children }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
        {title}
      </Text>
      <Text block>{body}</Text>
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>
              <Text>{step}</Text>
            </li>
          ))}
        </ol>
      )}
      <Text block className={styles.after}>
        {after}
      </Text>
      {children}
    </section>
  );
}
