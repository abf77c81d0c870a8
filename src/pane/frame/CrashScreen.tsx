import { useRef, useState } from 'react';
import { crashTexts } from '../../text/ui';

/** Plain elements and styles only: whatever broke may be the component library. */
export function CrashScreen({ report }: { readonly report: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(report);
      setIsCopied(true);
    } catch {
      // Where the clipboard is closed to add-ins the text stays selected, for Ctrl+C.
      setIsCopied(document.execCommand?.('copy') ?? false);
    }
  };
  return (
    <main style={{ padding: 16, font: '14px/1.7 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif' }}>
      <h1 style={{ fontSize: 18, margin: '0 0 8px' }}>{crashTexts.title}</h1>
      <p style={{ margin: '0 0 12px' }}>{crashTexts.body}</p>
      <p style={{ display: 'flex', gap: 8, margin: '0 0 12px' }}>
        <button type="button" onClick={() => window.location.reload()}>
          {crashTexts.reopen}
        </button>
        <button type="button" onClick={() => void copy()}>
          {isCopied ? crashTexts.copied : crashTexts.copy}
        </button>
      </p>
      <textarea ref={area} readOnly value={report} aria-label={crashTexts.report} rows={8} style={{ width: '100%', boxSizing: 'border-box' }} />
    </main>
  );
}
