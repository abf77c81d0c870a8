import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Severity } from '../../rule/issue';
import { severityName } from '../../text/workbook';

const useStyles = makeStyles({
  root: { display: 'flex', fontSize: '20px', lineHeight: '20px', height: '22px', alignItems: 'center' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular } as const;

/** Told by shape and name as well as by colour. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Icon = icons[severity];
  return (
    <span className={mergeClasses(styles.root, styles[severity])} role="img" aria-label={severityName(severity, false)}>
      <Icon />
    </span>
  );
}
