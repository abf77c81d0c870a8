import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { issueTexts } from '../../text/ui';
import { severityName } from '../../text/workbook';
import type { IssueKind } from './filter';

const useStyles = makeStyles({
  root: { display: 'flex', fontSize: '20px', lineHeight: '20px', height: '22px', alignItems: 'center' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
  explained: { color: tokens.colorNeutralForeground2 },
});

const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular, explained: CheckmarkCircleRegular } as const;

/** Told by shape and name as well as by colour. */
export function SeverityMark({ kind }: { readonly kind: IssueKind }) {
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <span className={mergeClasses(styles.root, styles[kind])} role="img" aria-label={kind === 'explained' ? issueTexts.explained : severityName(kind, false)}>
      <Icon />
    </span>
  );
}
