import { statSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { parseBundle } from "~/domain/log/bundle";
import { bundleInWords } from "~/domain/log/bundle-in-words";
import { formatKey, signerKey } from "~/domain/log/note-key";
import { verifyBundle } from "~/domain/log/verify-bundle";

import { keyFile } from "../../../server/log/signing-key";
import { bundleText } from "../../support/bundles";
import { startDesk, type TestDesk } from "../../support/desk";
import { ensureForeignVerifier, foreignVerdict } from "../../support/foreign-verifier";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
/** The text of a bundle in each standing that readers can find a verdict in. */
const texts = { published: "", corrected: "", being_corrected: "", upheld: "", retracted: "" };
type Standing = keyof typeof texts;
let key = "";
beforeAll(async () => {
  ensureForeignVerifier();
  desk = await startDesk();
  people = await cast(desk);
  const { claimId, slug } = await newPublication(desk, people);
  texts.published = await bundleText(desk, slug);
  await follow(people, claimId, "correct");
  texts.being_corrected = await bundleText(desk, slug);
  await follow(people, claimId, "uphold");
  texts.upheld = await bundleText(desk, slug);
  await publishCorrection(desk, people, claimId);
  texts.corrected = await bundleText(desk, slug);
  await follow(people, claimId, "retract", "It was somebody else");
  texts.retracted = await bundleText(desk, slug);
  key = (await desk.anonymous.publicLog.keys()).join("\n");
});
afterAll(() => desk.stop());

const standings = Object.keys(texts) as Standing[];

function check(text: string, known: string | null = key): string {
  const parsed = parseBundle(text);
  if (!parsed.ok) return parsed.error;
  const verified = verifyBundle(parsed.value.bundle, known);
  if (!verified.ok) return verified.error;
  return bundleInWords(verified.value, parsed.value.others).proved.join("\n");
}

describe("the bundle of a verdict", () => {
  it.each(standings)("holds while it is %s", (standing) => {
    const words = check(texts[standing]);
    expect(words).toMatch(/^This verdict stands in the public log as entry \d/);
    expect(/was retracted/.test(words)).toBe(standing === "retracted");
    expect(/was being corrected/.test(words)).toBe(standing === "being_corrected");
  });

  it("keeps the fields that it had before there was a log", () => {
    const bundle = JSON.parse(texts.published);
    for (const name of [
      "contentHash",
      "claimReview",
      "captures",
      "rightOfReply",
      "firstPublishedAt",
    ]) {
      expect(bundle).toHaveProperty(name);
    }
  });

  it("says that nobody knows whose key it is when it is checked with its own", () => {
    const parsed = parseBundle(texts.published);
    if (!parsed.ok) throw new Error(parsed.error);
    const verified = verifyBundle(parsed.value.bundle, null);
    if (!verified.ok) throw new Error(verified.error);
    const { notProved } = bundleInWords(verified.value, parsed.value.others);
    expect(notProved[0]).toContain("Whose key it is");
    for (const part of ["captures", "changes", "of the ClaimReview"]) {
      expect(notProved.at(-1)).toContain(part);
    }
  });

  it("does not hold for the key of another log, or for another key of this one", () => {
    const seed = new Uint8Array(32).fill(5);
    expect(check(texts.published, formatKey(signerKey("desk.test/log", seed)))).toContain(
      "not signed with the key",
    );
    expect(check(texts.published, formatKey(signerKey("other.test/log", seed)))).toContain(
      "for another one",
    );
  });

  it.each(standings)("while it is %s does not hold with any of its values changed", (standing) => {
    const bundle: unknown = JSON.parse(texts[standing]);
    const changed = changes(bundle).filter(({ at }) => !isUnproved(at));
    expect(changed.length).toBeGreaterThan(50);
    const missed = changed.filter(({ text }) => check(text).startsWith("This verdict stands"));
    expect(missed.map(({ at }) => at)).toEqual([]);
  });

  it("does not hold with the notice of a retraction taken off it", () => {
    const { notice, proof, ...rest } = JSON.parse(texts.retracted);
    expect(notice).not.toBeNull();
    const without = { ...rest, notice: null, proof };
    expect(check(JSON.stringify(without))).toContain("correction or a retraction");
  });
});

describe("a verifier in another language, which shares no code with ours,", () => {
  it.each(standings)("finds the bundle good while it is %s", (standing) => {
    expect(foreignVerdict(texts[standing], key).said).toMatch(/^holds: entry \d+ of \d+/);
  });

  it("finds wrong what ours finds wrong", () => {
    const at = [
      ...["content.claim.statement", "content.verdict.rating", "credits.0.name", "shortClaim"],
      ...["notice.reason", "proof.notice.entry", "proof.publication.record", "proof.checkpoint"],
      ...["proof.publication.index", "proof.publication.inclusion.0", "publishedAt"],
    ];
    const doctored = changes(JSON.parse(texts.retracted)).filter((change) =>
      at.includes(change.at),
    );
    expect(doctored).toHaveLength(at.length);
    for (const { at, text } of doctored) {
      expect(foreignVerdict(text, key).holds, at).toBe(false);
      expect(check(text), at).not.toMatch(/^This verdict stands/);
    }
    const other = formatKey(signerKey("desk.test/log", new Uint8Array(32).fill(5)));
    expect(foreignVerdict(texts.published, other)).toMatchObject({
      holds: false,
      said: expect.stringContaining("no known key"),
    });
  });
});

it("the signing key is in a file for the server's account alone, and not in the database", async () => {
  expect(statSync(keyFile(desk.dataDir)).mode & 0o777).toBe(0o600);
  const [row] = await desk.sql<{ n: number }[]>`
    select count(*)::int as n from public.log_checkpoints where note like '%PRIVATE%'`;
  expect(row?.n).toBe(0);
});

/** What the words of a good bundle name as not proved, and keys, which the one who checks brings. */
const unproved =
  /^(captures|changes|rightOfReply|firstPublishedAt|proof\.keys|proof\.v|claimReview\.(?!claimReviewed|reviewBody|reviewRating\.(alternateName|ratingValue))|notice\.(?!kind|reason|since))/;
const isUnproved = (at: string): boolean => unproved.test(at);

interface Change {
  at: string;
  text: string;
}

/** The bundle as often as it has values, each time with one of them changed. */
function changes(bundle: unknown): Change[] {
  const found: Change[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
      return;
    }
    found.push({ at: path.join("."), text: JSON.stringify(withChange(bundle, path)) });
  };
  walk(bundle, []);
  return found;
}

function withChange(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
  if (step === undefined) return other(value);
  if (Array.isArray(value)) {
    return value.map((inner, at) =>
      String(at) === String(step) ? withChange(inner, rest) : inner,
    );
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === step ? withChange(inner, rest) : inner,
    ]),
  );
}

function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string") return "something";
  const half = Math.floor(value.length / 2);
  const swapped = value[half] === "a" ? "b" : "a";
  return `${value.slice(0, half)}${swapped}${value.slice(half + 1)}`;
}
