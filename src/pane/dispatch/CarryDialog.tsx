import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { agreedCells, type Carry } from '../../dispatch/carry';
import { columnOf } from '../../dispatch/move';
import type { CheckReport } from '../../job/report';
import { listOf } from '../../list/registry';
import { carryWords, describeChoice } from '../../text/dispatch-move';
import { uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { useCommands } from '../state/PaneContext';
import { describePoint } from './carry-view';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  cell: { display: 'flex', flexDirection: 'column' },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** The report in which it was seen. */
  readonly report: CheckReport;
  readonly carry: Carry;
  readonly onClose: () => void;
}

/** What would be put into which empty cell, and from where; where lists differ, the user chooses one or none. */
export function CarryDialog({ report, carry, onClose }: Props) {
  const styles = useStyles();
  const id = useId();
  const { carryIn } = useCommands();
  // By column, the number of the choice taken; none while the user has not chosen.
  const [taken, setTaken] = useState<Readonly<Record<string, number>>>({});
  const list = listOf(report.lists, carry.row.list);
  const chosen = Object.fromEntries(
    carry.cells.flatMap(({ column, choices }) => {
      const choice = choices[taken[column] ?? -1];
      return choice === undefined ? [] : [[column, choice.value]];
    }),
  );
  const isNothing = Object.keys(chosen).length + Object.keys(agreedCells(carry)).length === 0;
  const submit = (): void => {
    onClose();
    void carryIn(report, [{ carry, chosen }]);
  };
  return (
    <PaneDialog
      title={carryWords.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button appearance="primary" disabledFocusable={isNothing} onClick={isNothing ? undefined : submit}>
            {carryWords.submit}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <Text weight="semibold">{`${describePoint(report, carry.row)}${carry.name === '' ? '' : `“${carry.name}”`}`}</Text>
        {carry.cells.map(({ column, choices }) => {
          const definition = columnOf(list, column);
          const told = choices.map(({ value, sources }) => describeChoice(value, definition, sources.map((source) => describePoint(report, source))));
          return (
            <div key={column} className={styles.cell}>
              <Text weight="semibold" id={`${id}${column}`}>
                {definition.header}
              </Text>
              {told.length === 1 ? (
                <Text>{told[0]}</Text>
              ) : (
                <>
                  <Text size={200} className={styles.note}>
                    {carryWords.conflict}
                  </Text>
                  <RadioGroup
                    aria-labelledby={`${id}${column}`}
                    value={String(taken[column] ?? -1)}
                    onChange={(_, { value }) => setTaken({ ...taken, [column]: Number(value) })}
                  >
                    {told.map((label, at) => (
                      <Radio key={label} value={String(at)} label={label} />
                    ))}
                    <Radio value="-1" label={carryWords.leave} />
                  </RadioGroup>
                </>
              )}
            </div>
          );
        })}
      </div>
    </PaneDialog>
  );
}
