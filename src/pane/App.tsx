import { FluentProvider, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { OfficeTheme } from '../excel/ready';
import type { WorkbookState } from '../job/report';
import { placeTexts, viewTexts } from '../text/ui';
import { focusAgain } from './frame/focus-again';
import { keepEscape } from './frame/keep-escape';
import { NoticeBar } from './frame/NoticeBar';
import { PlaceScreen } from './frame/PlaceScreen';
import { TaskBar } from './frame/TaskBar';
import { UndoBar } from './frame/UndoBar';
import { useIsDark } from './look/color-scheme';
import { darkTheme, lightTheme } from './look/theme';
import { SelfTestLink } from './self-test/SelfTestLink';
import { usePaneState } from './state/PaneContext';
import { isWhole, type ViewName } from './state/state';

const Workbench = lazy(async () => ({ default: (await import('./Workbench')).Workbench }));
const DispatchScreen = lazy(async () => ({ default: (await import('./dispatch/DispatchScreen')).DispatchScreen }));
const RankingScreen = lazy(async () => ({ default: (await import('./ranking/RankingScreen')).RankingScreen }));
const ViewBar = lazy(async () => ({ default: (await import('./view/ViewBar')).ViewBar }));
const TogetherScreen = lazy(async () => ({ default: (await import('./together/TogetherScreen')).TogetherScreen }));
const ExchangeScreen = lazy(async () => ({ default: (await import('./exchange/ExchangeScreen')).ExchangeScreen }));
const HelpScreen = lazy(async () => ({ default: (await import('./help/HelpScreen')).HelpScreen }));
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
  // As high as the bar that is on its way, so that nothing moves when it comes.
  bar: { height: '41px', flexShrink: 0 },
  // `hidden` alone gives way to display.
  hidden: { display: 'none' },
  screen: { flex: '1 1 0', minHeight: 0, display: 'flex', flexDirection: 'column', outlineStyle: 'none' },
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0 },
  quiet: { padding: '24px 16px' },
});

export function App({ officeTheme }: { readonly officeTheme: OfficeTheme | null }) {
  const styles = useStyles();
  const isDark = useIsDark(officeTheme);
  useEffect(keepEscape, []);
  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme} className={styles.root} style={{ colorScheme: isDark ? 'dark' : 'light' }}>
      <Views />
      <TaskBar />
    </FluentProvider>
  );
}

/** The bar and the view it leads to. This workbook's view stays drawn behind the others: it keeps its place and filters. */
function Views() {
  const styles = useStyles();
  const { phase, view, workbook, plan, task } = usePaneState();
  const screen = useRef<HTMLElement>(null);
  const wasBusy = useRef(false);
  const isBusy = task !== null;
  // A task can take away what it was asked for by, as 修复表格 does.
  useEffect(() => {
    if (wasBusy.current && !isBusy) focusAgain(screen.current);
    wasBusy.current = isBusy;
  }, [isBusy]);
  const hasViews = phase === 'ready' && plan !== null && workbook !== null;
  const has = (name: ViewName): boolean => workbook !== null && offers(workbook, name);
  const shown = hasViews && has(view) ? view : 'workbook';
  return (
    <>
      {hasViews && (
        <Suspense fallback={<div className={styles.bar} />}>
          <ViewBar
            view={shown}
            first={workbook.kind === 'none' ? viewTexts.generate : viewTexts.workbook}
            has={has}
          />
        </Suspense>
      )}
      <NoticeBar />
      <UndoBar />
      <main
        ref={shown === 'workbook' ? screen : null}
        tabIndex={-1}
        className={mergeClasses(styles.screen, shown !== 'workbook' && styles.hidden)}
        hidden={shown !== 'workbook'}
      >
        <Suspense fallback={<Quiet text={placeTexts.reading} />}>
          <Screen />
        </Suspense>
      </main>
      {hasViews && shown !== 'workbook' && (
        <main ref={screen} tabIndex={-1} className={styles.screen}>
          <Suspense fallback={<Quiet text={placeTexts.starting} />}>
            {shown === 'together' && <TogetherScreen hasOpen={workbook.kind === 'ours'} />}
            {shown === 'dispatch' && <DispatchScreen />}
            {shown === 'ranking' && <RankingScreen />}
            {shown === 'exchange' && <ExchangeScreen />}
            {shown === 'help' && <HelpScreen plan={plan} />}
          </Suspense>
        </main>
      )}
    </>
  );
}

/** 调度 and 排名 show what stands in a whole workbook; 收发 sends out and takes in from the city's. */
function offers(workbook: WorkbookState, view: ViewName): boolean {
  switch (view) {
    case 'workbook':
    case 'together':
    case 'help':
      return true;
    case 'dispatch':
    case 'ranking':
      return isWhole(workbook);
    case 'exchange':
      return isWhole(workbook) && workbook.kind === 'ours' && workbook.scope.kind === 'city';
  }
}

function Screen() {
  const styles = useStyles();
  const { phase, workbook, plan, notice } = usePaneState();
  if (phase === 'starting') return <Quiet text={placeTexts.starting} />;
  if (phase !== 'ready') {
    return (
      <div className={styles.page}>
        <PlaceScreen {...placeTexts[phase]}>
          <SelfTestLink />
        </PlaceScreen>
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
