import { ratingScale, type Rating } from "../verdict/rating";
import type { PublishedVerdict, Report } from "./report";

/** The size that platforms ask for, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** How a rating is coloured; a retracted verdict has none. */
export type CardTone = Rating | "retracted";

/** What the picture of a verdict or a report says: no word that its page does not say. */
export interface SocialCard {
  /** BCP 47, of the title. */
  language: string;
  title: string;
  ratings: readonly { tone: CardTone; label: string }[];
  /** A line below: who said it, or how many verdicts there are. */
  from: string;
  demo: boolean;
}

const ratingOf = ({ content, notice }: PublishedVerdict): SocialCard["ratings"][number] =>
  notice?.kind === "retracted"
    ? { tone: "retracted", label: "Retracted" }
    : { tone: content.verdict.rating, label: ratingScale[content.verdict.rating].label };

/** The picture of one verdict. */
export function verdictCard(verdict: PublishedVerdict, { source, demo }: Report): SocialCard {
  const { claimant } = verdict.content.claim;
  const outlet = source.outlet ?? source.title;
  return {
    ...{ language: "en", title: verdict.shortClaim, ratings: [ratingOf(verdict)], demo },
    from: claimant === null ? outlet : `Said by ${claimant} · ${outlet}`,
  };
}

/** The picture of a report. */
export function reportCard({ headline, verdicts, source, demo }: Report): SocialCard {
  const count = verdicts.length === 1 ? "1 claim checked" : `${verdicts.length} claims checked`;
  return {
    ...{ language: "en", title: headline, ratings: verdicts.map(ratingOf), demo },
    from: source.outlet === null ? count : `${count} · ${source.outlet}`,
  };
}

/** What the picture says, for who does not see it. */
export function cardAlt({ title, ratings, from, demo }: SocialCard): string {
  const rated = [...new Set(ratings.map(({ label }) => label))].join(", ");
  return `${rated}: “${title}”. ${from}.${demo ? " A demonstration." : ""}`;
}

/** Breaks for lines in any script, also in those that put no space between words. */
const words = new Intl.Segmenter("und", { granularity: "word" });

/**
 * The text in lines that fit. What fits in no line is broken within a word; what is left after the last line is cut at a
 * word, with an ellipsis.
 *
 * @param widthOf of a line, in the same measure as `width`.
 */
export function linesOf(
  text: string,
  width: number,
  most: number,
  widthOf: (line: string) => number,
): { lines: string[]; isCut: boolean } {
  const lines: string[] = [];
  let line = "";
  const pieces = [...words.segment(text.replaceAll(/\s+/g, " ").trim())].map(
    ({ segment }) => segment,
  );
  for (const piece of pieces.flatMap((word) => broken(word, width, widthOf))) {
    if (line !== "" && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    // Only a line that would begin with a space is begun without it.
    line += line === "" ? piece.trimStart() : piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  if (lines.length <= most) return { lines, isCut: false };
  const kept = lines.slice(0, most);
  return {
    lines: [...kept.slice(0, -1), ellipsed(kept.at(-1) ?? "", width, widthOf)],
    isCut: true,
  };
}

function broken(word: string, width: number, widthOf: (line: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && widthOf(part + letter) > width) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part];
}

function ellipsed(line: string, width: number, widthOf: (line: string) => number): string {
  let kept = line;
  while (kept !== "" && widthOf(`${kept}…`) > width) {
    const space = kept.lastIndexOf(" ");
    kept = space > 0 ? kept.slice(0, space) : Array.from(kept).slice(0, -1).join("");
  }
  return `${kept.replace(/[\s,;:.–-]+$/, "")}…`;
}

/** Without what no font here draws, and without what steers the direction or hides; spaces as one. */
export const drawable = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Extended_Pictographic}\u{10000}-\u{10ffff}]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Whether the text is read from right to left, by its first letter. */
export const isRightToLeft = (text: string): boolean =>
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    /\p{L}/u.exec(text)?.[0] ?? "",
  );
