import { tokens, type GriffelStyle } from '@fluentui/react-components';

/** A button that looks like the text in it; its focus is shown by an inset ring. */
export const plainButton: GriffelStyle = {
  boxSizing: 'border-box',
  width: '100%',
  margin: 0,
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  borderRadius: tokens.borderRadiusMedium,
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
};
