import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Carry } from '../../dispatch/carry';
import type { CheckReport } from '../../job/report';
import { carryWords, describeOffer } from '../../text/dispatch-move';
import { useCommands, usePaneState } from '../state/PaneContext';
import { carriedColumns, carryOfEdits, carrySources, describePoint } from './carry-view';
import { CarryDialog } from './CarryDialog';

/** Offers, where the user is just typing, what other lists know of the project. Nothing is shown while nothing is known. */
export function CarryBar({ report }: { readonly report: CheckReport }) {
  const { declineCarry, carryIn } = useCommands();
  const { edits, declined, task } = usePaneState();
  const carry = useMemo(() => carryOfEdits(report, edits, declined), [report, edits, declined]);
  // The report in which it was seen: while the dialog is open the workbook may be judged anew.
  const [choosing, setChoosing] = useState<{ readonly seen: CheckReport; readonly carry: Carry } | null>(null);
  return (
    <>
      <div role="status">
        {carry && (
          <MessageBar intent="info" layout="multiline" shape="square">
            <MessageBarBody>
              {describeOffer(carry, describePoint(report, carry.row), carry.name, carrySources(report, carry), carriedColumns(report, carry))}
            </MessageBarBody>
            <MessageBarActions>
              {carry.cells.some(({ choices }) => choices.length > 1) ? (
                <Button size="small" disabledFocusable={task !== null} onClick={() => setChoosing({ seen: report, carry })}>
                  {carryWords.choose}
                </Button>
              ) : (
                <Button size="small" disabledFocusable={task !== null} onClick={() => void carryIn(report, [{ carry, chosen: {} }])}>
                  {carryWords.open}
                </Button>
              )}
              <Button size="small" appearance="subtle" onClick={() => declineCarry(carry.id)}>
                {carryWords.decline}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
      {choosing && <CarryDialog report={choosing.seen} carry={choosing.carry} onClose={() => setChoosing(null)} />}
    </>
  );
}
