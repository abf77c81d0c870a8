/** A file as the user chooses it; jsdom's own has no way to read its bytes. */
export function fileOf(name: string, bytes: Uint8Array): File {
  const file = new File([bytes.slice()], name, { lastModified: Date.UTC(2023, 10, 20) });
  file.arrayBuffer = () => Promise.resolve(bytes.slice().buffer as ArrayBuffer);
  return file;
}
