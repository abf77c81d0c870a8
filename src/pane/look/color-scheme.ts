import { useSyncExternalStore } from 'react';
import type { OfficeTheme } from '../../excel/ready';

const query = '(prefers-color-scheme: dark)';

/** True where Office's background is dark; without Office's word, where the system prefers dark. */
export function useIsDark(office: OfficeTheme | null): boolean {
  const systemIsDark = useSyncExternalStore(watchSystem, readSystem);
  return office ? isDarkColor(office.background) : systemIsDark;
}

function watchSystem(onChange: () => void): () => void {
  const media = window.matchMedia?.(query);
  media?.addEventListener('change', onChange);
  return () => media?.removeEventListener('change', onChange);
}

function readSystem(): boolean {
  return window.matchMedia?.(query).matches ?? false;
}

/** By perceived brightness (ITU-R BT.601) of #RRGGBB. */
export function isDarkColor(color: string): boolean {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (!parts) return false;
  const [red = 255, green = 255, blue = 255] = parts.slice(1).map((part) => parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
