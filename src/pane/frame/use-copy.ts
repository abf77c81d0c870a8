import { useState } from 'react';

/**
 * Copies a text out of the pane, and knows which was copied last. Where the clipboard is closed to add-ins, `select`
 * leaves the text selected, for Ctrl+C.
 */
export function useCopy(select: () => void) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      select();
      setCopied(document.execCommand?.('copy') ? text : null);
    }
  };
  return { copied, copy };
}
