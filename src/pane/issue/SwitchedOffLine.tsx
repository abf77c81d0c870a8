import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import { settingsInForce } from '../../rule/permission';
import { issueTexts } from '../../text/ui';
import { describeSwitchedOff } from '../../text/ui-sentence';
import { useCommands } from '../state/PaneContext';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 12px', color: tokens.colorNeutralForeground2 },
  text: { flex: '1 1 0' },
});

/** Nothing goes silently: that rules are switched off is said under every list of issues. */
export function SwitchedOffLine({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { view } = useCommands();
  const off = settingsInForce(report.entries.ruleSettings).filter(({ severity }) => severity === 'off');
  if (off.length === 0) return null;
  const found = off.reduce((sum, { code }) => sum + (report.result.switchedOff[code] ?? 0), 0);
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.text}>
        {describeSwitchedOff(off.length, found)}
      </Text>
      <Button size="small" appearance="subtle" onClick={() => view('help')}>
        {issueTexts.seeRules}
      </Button>
    </div>
  );
}
