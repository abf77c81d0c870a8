import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Carry } from '../../dispatch/carry';
import type { CheckReport } from '../../job/report';
import { carryWords, describeCarry } from '../../text/dispatch-move';
import { inThousands } from '../../text/ui-sentence';
import { PagedItems } from '../frame/PagedItems';
import { useCommands, usePaneState } from '../state/PaneContext';
import { Disclosure } from '../waiting/Disclosure';
import { carriedColumns, carrySources, describePoint } from './carry-view';
import { CarryDialog } from './CarryDialog';
import { placeOfRow } from './row-place';
import { useRowStyles } from './row-style';

const useStyles = makeStyles({
  summary: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px', fontVariantNumeric: 'tabular-nums' },
  intro: { listStyleType: 'none', padding: '0 12px 8px 36px', color: tokens.colorNeutralForeground2 },
});

const pageful = 50;

interface Props {
  readonly report: CheckReport;
  /** Of this report. */
  readonly carries: readonly Carry[];
}

/** Every row with empty cells that other lists know, each with 带入; all of those on which the lists agree at once. */
export function CarrySection({ report, carries }: Props) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { carryIn, goTo } = useCommands();
  const { task } = usePaneState();
  const [choosing, setChoosing] = useState<{ readonly seen: CheckReport; readonly carry: Carry } | null>(null);
  const isBusy = task !== null;
  const isOpen = ({ cells }: Carry): boolean => cells.some(({ choices }) => choices.length > 1);
  const agreed = carries.filter(({ cells }) => cells.some(({ choices }) => choices.length === 1));
  const take = (carry: Carry): void => (isOpen(carry) ? setChoosing({ seen: report, carry }) : void carryIn(report, [{ carry, chosen: {} }]));
  const go = ({ row }: Carry): void => {
    const { sheet, row: line, column } = placeOfRow(report, row.list, row.rowIndex, 'projectName');
    void goTo(sheet, line, column);
  };
  return (
    <>
      <Disclosure
        startsOpen={false}
        aside={
          agreed.length > 1 && (
            <Button size="small" disabledFocusable={isBusy} onClick={() => void carryIn(report, agreed.map((carry) => ({ carry, chosen: {} })))}>
              {carryWords.all}
            </Button>
          )
        }
        summary={
          <span className={styles.summary}>
            <Text weight="semibold">{carryWords.heading}</Text>
            <Text className={rowStyles.note}>{inThousands(carries.length)}</Text>
          </span>
        }
      >
        <li className={styles.intro}>
          <Text size={200}>{carries.length === 0 ? carryWords.none : carryWords.intro}</Text>
        </li>
        <PagedItems
          items={carries}
          pageful={pageful}
          draw={(carry) => (
            <li key={carry.id} className={rowStyles.pair}>
              <button type="button" className={rowStyles.main} onClick={() => go(carry)}>
                <Text weight="semibold">{carry.name || describePoint(report, carry.row)}</Text>
                <Text size={200} className={rowStyles.note}>
                  {describePoint(report, carry.row)}
                </Text>
                <Text size={200} className={rowStyles.note}>
                  {describeCarry(carriedColumns(report, carry), carrySources(report, carry))}
                </Text>
              </button>
              <Button
                size="small"
                aria-label={`${isOpen(carry) ? carryWords.choose : carryWords.open} ${carry.name} ${describePoint(report, carry.row)}`}
                disabledFocusable={isBusy}
                onClick={() => take(carry)}
              >
                {isOpen(carry) ? carryWords.choose : carryWords.open}
              </Button>
            </li>
          )}
        />
      </Disclosure>
      {choosing && <CarryDialog report={choosing.seen} carry={choosing.carry} onClose={() => setChoosing(null)} />}
    </>
  );
}
