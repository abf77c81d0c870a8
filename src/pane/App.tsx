import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { OfficeTheme } from '../excel/ready';
import { placeTexts } from '../text/ui';
import { NoticeBar } from './frame/NoticeBar';
import { PlaceScreen } from './frame/PlaceScreen';
import { TaskBar } from './frame/TaskBar';
import { useIsDark } from './look/color-scheme';
import { darkTheme, lightTheme } from './look/theme';
import { usePaneState } from './state/PaneContext';

const Workbench = lazy(async () => ({ default: (await import('./Workbench')).Workbench }));
const StartScreen = lazy(async () => ({ default: (await import('./start/StartScreen')).StartScreen }));

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    // Names and sentences have no blanks to break at.
    overflowWrap: 'anywhere',
  },
  screen: { flex: '1 1 0', minHeight: 0, display: 'flex', flexDirection: 'column' },
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0 },
  quiet: { padding: '24px 16px' },
});

export function App({ officeTheme }: { readonly officeTheme: OfficeTheme | null }) {
  const styles = useStyles();
  const isDark = useIsDark(officeTheme);
  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme} className={styles.root} style={{ colorScheme: isDark ? 'dark' : 'light' }}>
      <NoticeBar />
      <main className={styles.screen}>
        <Suspense fallback={<Quiet text={placeTexts.reading} />}>
          <Screen />
        </Suspense>
      </main>
      <TaskBar />
    </FluentProvider>
  );
}

function Screen() {
  const styles = useStyles();
  const { phase, workbook, plan, notice } = usePaneState();
  if (phase === 'starting') return <Quiet text={placeTexts.starting} />;
  if (phase !== 'ready') {
    return (
      <div className={styles.page}>
        <PlaceScreen {...placeTexts[phase]} />
      </div>
    );
  }
  // What went wrong while looking is said in the bar, with 重试.
  if (!workbook || !plan) return notice ? <PlaceScreen {...placeTexts.unread} /> : <Quiet text={placeTexts.reading} />;
  switch (workbook.kind) {
    case 'none':
      return <StartScreen plan={plan} />;
    case 'unusable':
      return (
        <div className={styles.page}>
          <PlaceScreen title={placeTexts.unusable.title} body={workbook.reason} after={placeTexts.unusable.after} />
        </div>
      );
    case 'ours':
      return <Workbench workbook={workbook} plan={plan} />;
  }
}

function Quiet({ text }: { readonly text: string }) {
  const styles = useStyles();
  return <Spinner className={styles.quiet} size="tiny" label={text} />;
}
