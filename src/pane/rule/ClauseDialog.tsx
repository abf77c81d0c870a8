import { Button } from '@fluentui/react-components';
import type { Plan } from '../../plan/plan';
import { formatClause } from '../../text/format';
import { clauseTexts, uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { ClauseText } from './ClauseText';

interface Props {
  readonly plan: Plan;
  /** As a rule cites it: 四(二), 三(四)1, 惯例. */
  readonly source: string;
  readonly onClose: () => void;
}

/** 依据: the notice's own words. */
export function ClauseDialog({ plan, source, onClose }: Props) {
  return (
    <PaneDialog
      title={`${clauseTexts.title} ${formatClause(source)}`}
      onClose={onClose}
      isText
      actions={
        <Button appearance="primary" onClick={onClose}>
          {uiWords.close}
        </Button>
      }
    >
      <ClauseText plan={plan} source={source} />
    </PaneDialog>
  );
}
