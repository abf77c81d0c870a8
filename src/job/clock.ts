/** What a pure job needs from its surroundings. */
export interface Surroundings {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Minutes that local time is ahead of UTC (中国 480). */
  readonly utcOffsetMinutes: number;
  /** A number in [0, 1), for row identities. */
  readonly random: () => number;
  /** Lets the screen breathe between two pieces of work. */
  readonly yieldToScreen: () => Promise<void>;
}
