import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { listOf } from '../../list/registry';
import { comparedUnitName, comparisonKindName, comparisonKinds, comparisonNotes, comparisonPeriod, describeComparedCell } from '../../text/exchange-comparison';
import { describeComparisonCounts, exchangeTexts } from '../../text/exchange-pane';
import { FileDrop } from '../file/FileDrop';
import { useCommands, usePaneState } from '../state/PaneContext';
import { Disclosure } from '../waiting/Disclosure';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px 8px' },
  note: { color: tokens.colorNeutralForeground2 },
  summary: { display: 'flex', flexDirection: 'column' },
  list: { padding: '4px 12px 4px 36px' },
  heading: { margin: 0 },
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', flexDirection: 'column', padding: '4px 0' },
});

/** 比上月: an older workbook is chosen, and what happened since is told by unit and list; as a sheet too. */
export function ComparePanel() {
  const styles = useStyles();
  const { compare, layComparison } = useCommands();
  const { task, exchange } = usePaneState();
  const { compared } = exchange;
  const isBusy = task !== null;
  return (
    <>
      <div className={styles.root}>
        <Text block className={styles.note}>
          {exchangeTexts.compareIntro}
        </Text>
        <FileDrop isBusy={isBusy} isSingle onFiles={([file]) => file && void compare(file)} />
        {compared && (
          <>
            <Text size={200} className={styles.note}>
              {comparisonPeriod(compared.comparison.olderAsOf, compared.comparison.newerAsOf, compared.olderFile)}
            </Text>
            {comparisonNotes(
              compared.comparison.olderAsOf,
              compared.comparison.newerAsOf,
              compared.comparison.missing.map((key) => listOf(compared.lists, key)),
            ).map((note) => (
              <MessageBar key={note} intent="warning" layout="multiline">
                <MessageBarBody>{note}</MessageBarBody>
              </MessageBar>
            ))}
            <Text weight="semibold">{describeComparisonCounts(compared.comparison.counts)}</Text>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void layComparison()}>
              {exchangeTexts.layComparison}
            </Button>
          </>
        )}
      </div>
      {compared?.comparison.units.map(({ unit, lists, counts }) => (
        <Disclosure
          key={unit ?? ''}
          startsOpen={false}
          summary={
            <span className={styles.summary}>
              <Text weight="semibold">{comparedUnitName(compared.plan, unit)}</Text>
              <Text size={200} className={styles.note}>
                {describeComparisonCounts(counts)}
              </Text>
            </span>
          }
        >
          {lists.map((own) => {
            const list = listOf(compared.lists, own.list);
            return (
              <li key={own.list} className={styles.list}>
                <Text as="h3" weight="semibold" block className={styles.heading}>
                  {`《${list.sheetName}》${describeComparisonCounts(own.counts)}`}
                </Text>
                <ul className={styles.rows}>
                  {comparisonKinds.flatMap((kind) =>
                    own[kind].map((row) => (
                      <li key={`${kind}${row.identity}`} className={styles.row}>
                        <Text>{`${comparisonKindName(kind)}：${row.name}`}</Text>
                        {kind === 'changed' && (
                          <Text size={200} className={styles.note}>
                            {row.cells.map((cell) => describeComparedCell(list, cell)).join('；')}
                          </Text>
                        )}
                      </li>
                    )),
                  )}
                </ul>
              </li>
            );
          })}
        </Disclosure>
      ))}
    </>
  );
}
