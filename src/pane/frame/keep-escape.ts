/**
 * Keeps an Esc that closed a dialog or a menu, or took back what was typed, from Excel's library. On the web that takes
 * every Esc it hears at the window for leaving the pane: it tells Excel so and gives the focus to the pane's first tab,
 * away from where the dialog was opened. Returns what undoes it.
 */
export function keepEscape(): () => void {
  const keep = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.defaultPrevented) event.stopPropagation();
  };
  document.addEventListener('keydown', keep);
  return () => document.removeEventListener('keydown', keep);
}
