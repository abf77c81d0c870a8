import type { Channel } from './message';

/** The channel to an add-in page in a frame of this page. Only messages of that frame's window are heard. */
export function frameChannel(frame: HTMLIFrameElement, page: Window = window): Channel {
  return {
    send(text) {
      frame.contentWindow?.postMessage(text, new URL(frame.src, page.location.href).origin);
    },
    receive(listener) {
      const hear = (event: MessageEvent<unknown>): void => {
        if (event.source === frame.contentWindow && typeof event.data === 'string') listener(event.data);
      };
      page.addEventListener('message', hear);
      return () => page.removeEventListener('message', hear);
    },
  };
}
