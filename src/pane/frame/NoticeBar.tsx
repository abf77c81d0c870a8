import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { uiWords } from '../../text/ui';
import { useCommands, usePaneState } from '../state/PaneContext';
import type { Notice } from '../state/state';

/**
 * What happened last, until the next command. Results appear in a region that is always there, since one that comes
 * together with its words is often not read out; errors are alerts, which are.
 */
export function NoticeBar() {
  const { notice } = usePaneState();
  const isError = notice?.intent === 'error';
  return (
    <>
      {isError && (
        <div role="alert">
          <Bar notice={notice} />
        </div>
      )}
      <div role="status">{notice && !isError && <Bar notice={notice} />}</div>
    </>
  );
}

function Bar({ notice }: { readonly notice: Notice }) {
  const { dismiss } = useCommands();
  const { intent, text, retry } = notice;
  return (
    <MessageBar intent={intent} layout="multiline" shape="square">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={uiWords.close} onClick={dismiss} />}
      >
        {retry && (
          <Button size="small" onClick={retry}>
            {uiWords.retry}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
