import { tokens, type GriffelStyle } from '@fluentui/react-components';

/** What is past its day, readable also on a dark row under the mouse. */
export const lateText: GriffelStyle = { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold };
