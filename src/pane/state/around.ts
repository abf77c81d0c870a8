import type { Surroundings } from '../../job/clock';

/** The browser's clock and chance. */
export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  utcOffsetMinutes: -new Date().getTimezoneOffset(),
  random: () => Math.random(),
  yieldToScreen: () =>
    new Promise((resolve) => {
      // A message comes back after the browser has painted, and is not slowed down as nested timers are.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
};
