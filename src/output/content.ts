/**
 * What a file is to hold. A text may be made when it is written, so that not all are held at once, and in pieces, none of
 * which ends within a character.
 */
export type Content = string | Uint8Array | Pieces;

export type Pieces = () => Iterable<string>;
