/** Brings the pane into sight, where the ribbon's command was given with the pane closed. A host that cannot is left as it is. */
export async function showPane(): Promise<void> {
  if (typeof Office === 'undefined') return;
  try {
    await Office.addin?.showAsTaskpane();
  } catch {
    // The command itself does not need the pane: its marks are in the sheets.
    return;
  }
}
