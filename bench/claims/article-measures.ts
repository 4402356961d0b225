import type { SplitClaim, SplitResult } from "~/domain/claim/split-output";

import type { GoldArticle, Stretch } from "./gold-article";
import { agreement, placesOf } from "./gold-article";
import { averagePrecision } from "./measures";
import { hindrances } from "./reads-alone";
import { isNobody, sameSpeaker } from "./speaker-agreement";

/** From this agreement of places on, two claims or two sentences are the same one. */
const same = 0.5;

/** One article's measures by name; null where the article has nothing to measure it on. */
export type ArticleMeasures = Record<string, number | null>;

/** Measures one split against its annotation. Every measure is defined in docs/claims.md. */
export function measureArticle(gold: GoldArticle, split: SplitResult): ArticleMeasures {
  return {
    ...sentenceMeasures(gold, split),
    ...speakerMeasures(gold, split),
    ...claimMeasures(gold, split),
  };
}

const pairOf = <T extends Stretch>(place: Stretch, among: readonly T[]): T | undefined => {
  const best = among.reduce<T | undefined>(
    (kept, each) => (agreement(place, each) > (kept ? agreement(place, kept) : 0) ? each : kept),
    undefined,
  );
  return best && agreement(place, best) >= same ? best : undefined;
};

function sentenceMeasures(gold: GoldArticle, { sentences }: SplitResult): ArticleMeasures {
  const found = new Set(sentences.map(({ start, end }) => `${start}-${end}`));
  const exact = gold.sentences.filter(({ start, end }) => found.has(`${start}-${end}`));
  const body = sentences.filter((each) => each.role === "body");
  const leaks = gold.drop.filter((block) =>
    body.some((each) => each.start < block.end && block.start < each.end),
  );
  const gains = gold.sentences.map(
    ({ checkworthiness }) => ({ high: 2, medium: 1, low: 0 })[checkworthiness],
  );
  const scores = gold.sentences.map((each) => pairOf(each, sentences)?.score ?? 0);
  const high = gains.map((gain) => gain === 2);
  return {
    "sentences exact": exact.length / gold.sentences.length,
    "boilerplate leaks": leaks.length,
    "MAP of high": high.includes(true) ? averagePrecision(high, scores) : null,
    "MAP of high, document order": high.includes(true)
      ? averagePrecision(
          high,
          gains.map((_, i) => -i),
        )
      : null,
    "nDCG@8": gainAt8(gains, scores),
  };
}

function speakerMeasures(gold: GoldArticle, split: SplitResult): ArticleMeasures {
  let both = 0;
  let either = 0;
  let right = 0;
  for (const sentence of gold.sentences) {
    const found = pairOf(sentence, split.sentences);
    const said = found?.attributed ?? false;
    either += Number(sentence.has_attribution) + Number(said);
    if (!sentence.has_attribution || !said) continue;
    both += 1;
    const speakers = sentence.speakers.length > 0 ? sentence.speakers : [""];
    right += Number(speakers.some((each) => sameSpeaker(found?.speaker ?? null, each)));
  }
  const text = gold.text.replace(/\s+/g, " ");
  const claimants = [
    ...split.claims.map((claim) => claim.claimant),
    ...split.sentences.map((each) => each.speaker),
  ];
  const invented = claimants.filter(
    (name) => name !== null && !text.includes(name.replace(/\s+/g, " ")),
  );
  return {
    "attribution F1": either === 0 ? null : (2 * both) / either,
    "right speaker": both === 0 ? null : right / both,
    "invented speakers": invented.length,
  };
}

function claimMeasures(gold: GoldArticle, { claims }: SplitResult): ArticleMeasures {
  const places = placesOf(gold);
  const found = places.map((place) => claims.some((claim) => agreement(place, claim) >= same));
  const wanted = gold.claims.map((claim) => claim.checkworthiness === "high");
  const right = claims.filter((claim) => places.some((place) => agreement(place, claim) >= same));
  const surnames = surnamesOf(gold);
  const alone = claims.filter((claim) => hindrances(claim.statement, surnames).length === 0);
  const open = claims.filter((claim) => claim.needsContext.length > 0);
  const pairs = pairClaims(gold, places, claims);
  const typed = pairs.filter(([i, claim]) => gold.claims[i]?.type === claim.type);
  const spoken = pairs.filter(([i, claim]) => {
    const speaker = gold.claims[i]?.speaker ?? "";
    return sameSpeaker(claim.claimant, speaker) || (claim.claimant === null && isNobody(speaker));
  });
  const share = (part: number, all: number) => (all === 0 ? null : part / all);
  return {
    "claim recall, high": share(
      found.filter((is, i) => is && wanted[i]).length,
      wanted.filter(Boolean).length,
    ),
    "claim recall, all": share(found.filter(Boolean).length, found.length),
    "claim precision": share(right.length, claims.length),
    "type right": share(typed.length, pairs.length),
    "claimant right": share(spoken.length, pairs.length),
    "reads alone": share(alone.length, claims.length),
    "nothing left open": share(claims.length - open.length, claims.length),
    claims: claims.length,
  };
}

/**
 * Annotated claims and found ones, each in at most one pair, best agreement first. Of two that stand in the same place
 * ("X said Y" and Y) the one that is a quote goes with the one that is.
 */
export function pairClaims(
  gold: GoldArticle,
  places: readonly Stretch[],
  claims: readonly SplitClaim[],
): [number, SplitClaim][] {
  const candidates = places.flatMap((place, i) =>
    claims.map((claim) => {
      const quotes = (gold.claims[i]?.type === "quote") === (claim.type === "quote");
      const shared = agreement(place, claim);
      return { i, claim, shared, weight: shared + (quotes ? 0.3 : 0) };
    }),
  );
  const pairs: [number, SplitClaim][] = [];
  const taken = new Set<number | SplitClaim>();
  for (const { i, claim, shared } of candidates.toSorted((a, b) => b.weight - a.weight)) {
    if (shared < same || taken.has(i) || taken.has(claim)) continue;
    taken.add(i).add(claim);
    pairs.push([i, claim]);
  }
  return pairs;
}

/** The people among the annotated speakers: last word of a name of two or three words to the full name. */
export function surnamesOf({ text, sentences, claims }: GoldArticle): Map<string, string> {
  const names = [
    ...sentences.flatMap((each) => each.speakers),
    ...claims.map((claim) => claim.speaker),
  ];
  const found = new Map<string, string>();
  for (const each of names) {
    const name = /^(?:\p{Lu}[\p{L}.’'-]+ ){1,2}\p{Lu}[\p{L}’'-]+$/u.exec(
      each.replace(/\s*\(.*$/, ""),
    )?.[0];
    const surname = name?.split(" ").at(-1);
    if (name && surname && text.includes(name)) found.set(surname, name);
  }
  return found;
}

function gainAt8(gains: readonly number[], by: readonly number[]): number {
  const sum = (order: readonly number[]) =>
    order.slice(0, 8).reduce((total, i, rank) => total + (gains[i] ?? 0) / Math.log2(rank + 2), 0);
  const places = gains.map((_, i) => i);
  const best = places.toSorted((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0));
  return sum(places.toSorted((a, b) => (by[b] ?? 0) - (by[a] ?? 0))) / (sum(best) || 1);
}
