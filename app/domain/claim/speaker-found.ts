import type { Piece } from "./scene";

/** Who a statement is ascribed to. */
export interface Speaker {
  /** Words that stand in the article; null when the speaker cannot be told. */
  claimant: string | null;
  /** How a statement names them. */
  piece: Piece;
  /** How the article introduces them here, titles included. */
  words: string;
  notes: string[];
}

/** Somebody whom the article does not tell. */
export const unknownSpeaker = (words: string, note: string): Speaker => ({
  claimant: null,
  piece: words,
  words: "",
  notes: [note],
});
