import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import { z } from "zod";

import { chanceFrom } from "../../tests/support/chance";

/** One keystroke: at `at`, so many characters go and these come. */
export interface Keystroke {
  at: number;
  removed: number;
  inserted: string;
}

export interface EditingTrace {
  name: string;
  keystrokes: Keystroke[];
}

const recorded = z.object({
  txns: z.array(z.object({ patches: z.array(z.tuple([z.number(), z.number(), z.string()])) })),
});

/** Reads a sequential trace in the form of github.com/josephg/editing-traces. Throws on any other file. */
export function readTrace(file: string): EditingTrace {
  const bytes = readFileSync(file);
  const text = file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  const { txns } = recorded.parse(JSON.parse(text));
  const keystrokes = txns.flatMap(({ patches }) =>
    patches.map(([at, removed, inserted]) => ({ at, removed, inserted })),
  );
  return { name: file, keystrokes };
}

/** The longest run of letters; with it the state of the document, 314,595 bytes, is within 2 % of the recording's. */
const longestBurst = 90;
const letters = "etaoinshrdlucmfwypvbgk     ";

/**
 * A generated trace with the known sums of the "automerge-paper" trace (Kleppmann's keystrokes, the B4 of
 * crdt-benchmarks): 259,778 keystrokes of one character, 182,315 in and 77,463 out, 104,852 left, and nearly the size of
 * its state in Yjs (311,035 bytes), on which the time to read it depends. People type in bursts, take some of it back at
 * once, and go to another place, mostly one nearby. It is not that recording.
 */
export function generatedTrace(scale = 1): EditingTrace {
  const random = chanceFrom(4);
  let inserts = Math.round(182_315 * scale);
  let deletes = Math.round(77_463 * scale);
  const keystrokes: Keystroke[] = [];
  let length = 0;
  let caret = 0;
  const type = () => {
    const inserted = letters[Math.floor(random() * letters.length)] ?? "e";
    keystrokes.push({ at: caret, removed: 0, inserted });
    caret += 1;
    length += 1;
    inserts -= 1;
  };
  const takeBack = () => {
    caret -= 1;
    keystrokes.push({ at: caret, removed: 1, inserted: "" });
    length -= 1;
    deletes -= 1;
  };
  while (inserts > 0 || deletes > 0) {
    if (random() < 0.25) caret = Math.floor(random() * (length + 1));
    else caret = Math.min(length, Math.max(0, caret + Math.round((random() - 0.5) * 400)));
    for (let burst = 1 + Math.floor(random() * longestBurst); burst > 0 && inserts > 0; burst--)
      type();
    // Taken back in proportion, so that both sums come out at the end.
    const share = inserts > 0 ? deletes / inserts : 1;
    let back = inserts > 0 ? Math.floor(random() * longestBurst * share) : deletes;
    for (; back > 0 && deletes > 0 && caret > 0; back--) takeBack();
    if (inserts === 0) caret = length;
  }
  return { name: "generated, with the sums of automerge-paper", keystrokes };
}
