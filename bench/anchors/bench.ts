import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { anchorOf } from "~/domain/claim/anchor";
import type { Anchor } from "~/domain/claim/claim";
import { resolveAnchor } from "~/domain/claim/resolve-anchor";

import { chanceFrom, type Chance } from "../../tests/support/chance";
import { dropParagraphs, editLetters, type DamagedText } from "../../tests/support/damage";
import { quantile } from "../collab/statistics";

const { values } = parseArgs({
  options: {
    /** A folder of `.txt` files, or of `.json` files with a `text`. */
    texts: { type: "string" },
    quotes: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});

function readTexts(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const content = () => readFileSync(path.join(folder, name), "utf8");
    if (name.endsWith(".txt")) return [content()];
    if (!name.endsWith(".json")) return [];
    const parsed: unknown = JSON.parse(content());
    const isArticle = typeof parsed === "object" && parsed !== null && "text" in parsed;
    return isArticle ? [String(parsed.text)] : [];
  });
}

type Found = { start: number; end: number; isSure: boolean } | null;

/** The naive way: the nearest place where the very words stand, which is taken for sure. */
function nearestExact(text: string, { exact, start }: Anchor): Found {
  let best: number | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  return best === null ? null : { start: best, end: best + exact.length, isSure: true };
}

interface Damage {
  name: string;
  harm: (text: string, quote: { from: number; to: number }, chance: Chance) => DamagedText;
}

const letters = (share: number): Damage => ({
  name: `${100 * share} % of the letters edited`,
  harm: (text, _, chance) => editLetters(text, share, chance),
});
const damages: Damage[] = [
  letters(0),
  letters(0.05),
  letters(0.1),
  letters(0.2),
  {
    name: "3 in 10 other paragraphs gone",
    harm: (text, { from, to }, chance) =>
      dropParagraphs(text, (a, b) => (b <= from || a >= to) && chance() < 0.3),
  },
  {
    name: "the words' own paragraphs gone",
    harm: (text, { from, to }) => dropParagraphs(text, (a, b) => b > from && a < to),
  },
];

/** Both spans share nine tenths of what either has. */
function isRight(found: NonNullable<Found>, start: number, end: number): boolean {
  const inBoth = Math.min(end, found.end) - Math.max(start, found.start);
  const inEither = Math.max(end, found.end) - Math.min(start, found.start);
  return inBoth >= 0.9 * inEither;
}

const texts = values.texts
  ? readTexts(values.texts)
  : [readFileSync("seeds/conte-interview.txt", "utf8")];
const quotes = Number(values.quotes);
const ways = { countersign: resolveAnchor, "exact, nearest": nearestExact };

console.log(
  `${quotes} quotations of 20 to 220 letters for each damage, from ${texts.length} texts; in percent`,
);
const rows: Record<string, string | number>[] = [];
for (const { name, harm } of damages) {
  for (const [way, find] of Object.entries(ways)) {
    const chance = chanceFrom(Number(values.seed));
    const times: number[] = [];
    const counts = { right: 0, orphan: 0, wrong: 0, sure: 0, wrongButSure: 0 };
    for (let n = 0; n < quotes; n += 1) {
      const text = texts[Math.floor(chance() * texts.length)] ?? "";
      const from = Math.floor(chance() * Math.max(1, text.length - 20));
      const to = Math.min(text.length, from + 20 + Math.floor(chance() * 200));
      const anchor = anchorOf(text, from, to);
      const harmed = harm(text, { from, to }, chance);
      const began = performance.now();
      const found = find(harmed.text, anchor);
      times.push(performance.now() - began);
      const [start, last] = [harmed.placeOf(from), harmed.placeOf(to - 1)];
      const isGone = start === null || last === null;
      const right = found === null ? isGone : !isGone && isRight(found, start, last + 1);
      if (found === null) counts.orphan += 1;
      if (found?.isSure) counts.sure += 1;
      if (right) counts.right += 1;
      else if (found) counts.wrong += 1;
      if (!right && found?.isSure) counts.wrongButSure += 1;
    }
    const percent = Object.fromEntries(
      Object.entries(counts).map(([what, count]) => [
        what,
        Math.round((1000 * count) / quotes) / 10,
      ]),
    );
    rows.push({
      damage: name,
      way,
      ...percent,
      "median ms": Number(quantile(times, 0.5).toFixed(2)),
    });
  }
}
console.table(rows);
mkdirSync("bench/results", { recursive: true });
writeFileSync(
  "bench/results/anchors.json",
  `${JSON.stringify({ texts: texts.length, quotes, rows }, null, 2)}\n`,
);
