import { encodeText, needsPreserve } from './xml-text';

/** The workbook's texts, each written once. */
export interface StringPool {
  indexOf(text: string): number;
  toXml(): string;
}

export function createStringPool(): StringPool {
  const indexByText = new Map<string, number>();
  let count = 0;
  return {
    indexOf(text) {
      count += 1;
      const known = indexByText.get(text);
      if (known !== undefined) return known;
      indexByText.set(text, indexByText.size);
      return indexByText.size - 1;
    },
    toXml() {
      const items = [...indexByText.keys()].map(
        (text) => `<si><t${needsPreserve(text) ? ' xml:space="preserve"' : ''}>${encodeText(text)}</t></si>`,
      );
      return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${count}" uniqueCount="${items.length}">` +
        `${items.join('')}</sst>`
      );
    },
  };
}
