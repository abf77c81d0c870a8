import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { canDownload } from '../../excel/save-file';
import type { Plan } from '../../plan/plan';
import { describeRows, exchangeTexts } from '../../text/exchange-pane';
import { useCommands, usePaneState } from '../state/PaneContext';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px' },
  note: { color: tokens.colorNeutralForeground2 },
  units: { border: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  all: { gridColumn: '1 / -1' },
  heading: { margin: '8px 0 0' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px', alignItems: 'center', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { display: 'flex', flexDirection: 'column' },
});

/** 分发: units are chosen, their workbooks made, and each saved by a click. */
export function IssuePanel({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { issue, saveIssued } = useCommands();
  const { task, exchange } = usePaneState();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isBusy = task !== null;
  const chosen = plan.units.filter(({ key }) => !left.has(key));
  const toggle = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const { issued } = exchange;
  const downloads = canDownload();
  return (
    <div className={styles.root}>
      <Text block className={styles.note}>
        {exchangeTexts.issueIntro}
      </Text>
      <fieldset className={styles.units}>
        <legend className={styles.legend}>{exchangeTexts.units}</legend>
        <Checkbox
          className={styles.all}
          label={`${exchangeTexts.allUnits}（${plan.units.length}）`}
          checked={left.size === 0 ? true : chosen.length === 0 ? false : 'mixed'}
          onChange={() => setLeft(left.size === 0 ? new Set(plan.units.map(({ key }) => key)) : new Set())}
        />
        {plan.units.map(({ key, name }) => (
          <Checkbox key={key} label={name} checked={!left.has(key)} onChange={() => toggle(key)} />
        ))}
      </fieldset>
      <Button appearance="primary" disabledFocusable={isBusy || chosen.length === 0} onClick={() => void issue(chosen.map(({ key }) => key))}>
        {exchangeTexts.issue}
      </Button>
      {issued && (
        <section>
          <Text as="h2" weight="semibold" block className={styles.heading}>
            {exchangeTexts.made}
          </Text>
          {issued.strays.map((sentence) => (
            <MessageBar key={sentence} intent="warning" layout="multiline">
              <MessageBarBody>{sentence}</MessageBarBody>
            </MessageBar>
          ))}
          <ul className={styles.list}>
            {issued.files.map(({ fileName, rows }) => (
              <li key={fileName} className={styles.line}>
                <span className={styles.name}>
                  <Text>{fileName}</Text>
                  <Text size={200} className={styles.note}>
                    {describeRows(rows)}
                  </Text>
                </span>
                <Button
                  size="small"
                  icon={<ArrowDownload16Regular />}
                  aria-label={`${downloads ? exchangeTexts.save : exchangeTexts.open} ${fileName}`}
                  disabledFocusable={isBusy}
                  onClick={() => void saveIssued(fileName)}
                >
                  {downloads ? exchangeTexts.save : exchangeTexts.open}
                </Button>
              </li>
            ))}
          </ul>
          {downloads ? (
            issued.files.length > 1 && (
              <Button className={styles.heading} icon={<ArrowDownload16Regular />} disabledFocusable={isBusy} onClick={() => void saveIssued(null)}>
                {exchangeTexts.saveZip}
              </Button>
            )
          ) : (
            <Text size={200} className={styles.note}>
              {exchangeTexts.openHint}
            </Text>
          )}
        </section>
      )}
    </div>
  );
}
