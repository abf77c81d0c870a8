/** Serial of 1970-01-01 in the 1900 system. */
const UNIX_EPOCH = 25_569;

/** An ISO date as some programs store it (2023-11-25 or 2023-11-25T08:30:00) as a serial number; null for other text. */
export function parseIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?Z?)?$/.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() / 86_400_000 + UNIX_EPOCH + (hours * 3_600 + minutes * 60 + seconds) / 86_400;
}

/** True for a number format that shows dates or times: y, m, d, h or s outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general/i, ''));
}
