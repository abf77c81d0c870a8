/**
 * 64 bits of the bytes and their number, in base 36: two FNV-1a sums, from the front and from the back. It tells files
 * apart, it does not protect: crypto.subtle is missing where an office serves the pane without https.
 */
export function fingerprintOf(bytes: Uint8Array): string {
  let front = 0x811c9dc5;
  let back = 0x811c9dc5;
  for (let at = 0, end = bytes.length - 1; at <= end; at += 1) {
    front = Math.imul(front ^ bytes[at]!, 0x01000193);
    back = Math.imul(back ^ bytes[end - at]!, 0x01000193);
  }
  return [front >>> 0, back >>> 0, bytes.length].map((part) => part.toString(36)).join('-');
}
