import type { Chance } from "./chance";

export interface DamagedText {
  text: string;
  /** Where a place of the whole text is now, in code units; null where its paragraph is gone. */
  placeOf(unit: number): number | null;
}

const letters = "abcdefghijklmnopqrstuvwxyz ";

/** Of its letters, this share is replaced, left out or doubled by another, a third each. */
export function editLetters(text: string, share: number, chance: Chance): DamagedText {
  const places: number[] = [];
  let edited = "";
  for (const letter of text.split("")) {
    places.push(edited.length);
    if (chance() >= share) {
      edited += letter;
      continue;
    }
    const other = letters[Math.floor(chance() * letters.length)] ?? " ";
    edited += ["", other, other + letter][Math.floor(chance() * 3)] ?? "";
  }
  places.push(edited.length);
  return { text: edited, placeOf: (unit) => places[unit] ?? null };
}

/** Leaves out paragraphs, which blank lines part; each is told as it stands, with the blank line behind it. */
export function dropParagraphs(
  text: string,
  isDropped: (from: number, to: number) => boolean,
): DamagedText {
  const kept: { from: number; to: number; now: number }[] = [];
  let rest = "";
  let from = 0;
  for (const paragraph of text.split("\n\n")) {
    const to = from + paragraph.length + 2;
    if (!isDropped(from, to)) {
      if (rest !== "") rest += "\n\n";
      kept.push({ from, to, now: rest.length });
      rest += paragraph;
    }
    from = to;
  }
  return {
    text: rest,
    placeOf(unit) {
      const home = kept.find((one) => unit >= one.from && unit < one.to);
      return home ? home.now + unit - home.from : null;
    },
  };
}
