export interface PlainElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PlainElement[];
  readonly text: string;
}

/** Reads XML strictly, as Excel does: throws for anything that is not well-formed. Own reading, apart from src. */
export function parsePlainXml(xml: string): PlainElement {
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, '');
  const stack: { name: string; attributes: Record<string, string>; children: PlainElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  let at = 0;
  while (at < body.length) {
    const open = body.indexOf('<', at);
    const text = body.slice(at, open === -1 ? body.length : open);
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/.test(text)) throw new Error(`bare & in ${text.slice(0, 50)}`);
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) throw new Error('character that XML refuses');
    const top = stack.at(-1);
    if (!top) throw new Error('closed too often');
    top.text += text;
    if (open === -1) break;
    const close = body.indexOf('>', open);
    const tag = body.slice(open + 1, close);
    at = close + 1;
    if (tag.startsWith('/')) {
      const element = stack.pop();
      if (element?.name !== tag.slice(1)) throw new Error(`<${element?.name}> closed by <${tag}>`);
      stack.at(-1)?.children.push(element);
      continue;
    }
    const match = /^([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)$/.exec(tag);
    if (!match) throw new Error(`not well-formed: <${tag.slice(0, 80)}>`);
    const attributes: Record<string, string> = {};
    for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(/([\w:]+)="([^"]*)"/g)) {
      if (name in attributes) throw new Error(`${name} twice in <${tag.slice(0, 80)}>`);
      attributes[name] = value;
    }
    const element = { name: match[1] ?? '', attributes, children: [], text: '' };
    if (match[3]) stack.at(-1)?.children.push(element);
    else stack.push(element);
  }
  const root = stack[0]?.children[0];
  if (stack.length !== 1 || !root) throw new Error('not closed');
  return root;
}
