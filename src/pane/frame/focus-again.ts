/**
 * Gives the focus to `place` where what had it is gone: who works by keyboard would have to begin from the top of the pane.
 * Not while the user is in Excel itself, from whose cells the pane would take the keyboard away.
 */
export function focusAgain(place: HTMLElement | null): void {
  if (document.hasFocus() && document.activeElement === document.body) place?.focus();
}
