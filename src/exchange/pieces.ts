/** Work in pieces of a few milliseconds: whoever does it may let the screen breathe between two of them. */
export type Pieces<T> = Generator<undefined, T, void>;
