import { Button } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import type { ListKey } from '../../list/list';
import { waitingTexts } from '../../text/ui';
import { EmptyState } from '../frame/EmptyState';
import { useCommands } from '../state/PaneContext';
import { placeOfRow } from './row-place';

interface Props {
  readonly report: CheckReport;
  /** One that the workbook has. */
  readonly list: ListKey;
  readonly title: string;
  readonly hint: string;
}

/** Where nothing was entered yet, with the way to the list's first row. */
export function EmptyList({ report, list, title, hint }: Props) {
  const { goTo } = useCommands();
  const { sheet, row, column } = placeOfRow(report, list, 0, 'projectName');
  return (
    <EmptyState sign="waiting" title={title} hint={hint}>
      <Button size="small" onClick={() => void goTo(sheet, row, column)}>
        {waitingTexts.go}
      </Button>
    </EmptyState>
  );
}
