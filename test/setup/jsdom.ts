/** What Fluent UI, office.js and the file library expect of a browser and jsdom does not have. */
import { CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';

class SilentResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const missing: Record<string, unknown> = {
  ResizeObserver: SilentResizeObserver,
  TextDecoder,
  TextEncoder,
  CompressionStream,
  DecompressionStream,
  ReadableStream,
  TransformStream,
  WritableStream,
  structuredClone: (value: unknown): unknown => deserialize(serialize(value)),
};

for (const [name, value] of Object.entries(missing)) {
  if (!(name in window)) Object.defineProperty(window, name, { value, writable: true, configurable: true });
}

// Nothing is drawn here. Of the component library's thousands of style rules those are kept that say whether an element
// is there, in a line or can be clicked: to hold every element against all of them took a quarter of the pane's tests.
const style = document.head.appendChild(document.createElement('style'));
const sheets = Object.getPrototypeOf(style.sheet) as CSSStyleSheet;
style.remove();
const { insertRule } = sheets;
sheets.insertRule = function (rule, index) {
  return insertRule.call(this, /display:|visibility:|pointer-events:/.test(rule) ? rule : '-{}', index);
};
