import { toHostError } from './fault';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Bytes turned into text at a time; more arguments than this overflow the stack. */
const CHUNK = 0x8000;

/** Whether the file went to the downloads or was opened as a new workbook, for the user to save. */
export type SavedAs = 'download' | 'workbook';

/**
 * Hands a workbook file to the user: as a download, or where web views do not download (Excel on Mac, or
 * when the browser refuses) opened in a new window. Throws HostError where neither works.
 */
export async function saveWorkbookFile(bytes: Uint8Array<ArrayBuffer>, fileName: string): Promise<SavedAs> {
  if (canDownload()) {
    try {
      downloadFile(bytes, fileName, XLSX);
      return 'download';
    } catch (cause) {
      if (typeof Excel === 'undefined') throw toHostError(cause);
    }
  }
  try {
    await Excel.createWorkbook(toBase64(bytes));
    return 'workbook';
  } catch (cause) {
    throw toHostError(cause);
  }
}

/** False in Excel on Mac, whose web views do not download. */
export function canDownload(): boolean {
  return typeof Office === 'undefined' || Office.context?.platform === undefined || Office.context.platform !== Office.PlatformType?.Mac;
}

/** Puts a file into the downloads. Only where canDownload. */
export function downloadFile(bytes: Uint8Array<ArrayBuffer>, fileName: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
