import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { SplitClaim } from "~/domain/claim/split-output";
import { splitArticle } from "~/domain/claim/split-article";

const text = readFileSync("seeds/conte-interview.txt", "utf8");
const { sentences, claims } = splitArticle(text);

const conte = "Giuseppe Conte";
const negotiator = "Kiev’s top negotiator in Istanbul";

/** How well a claim's place and the place of these words agree: the shared part over the joint part. */
function overlap(claim: SplitClaim, words: string): number {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const shared = Math.min(claim.end, start + words.length) - Math.max(claim.start, start);
  const joint = Math.max(claim.end, start + words.length) - Math.min(claim.start, start);
  return shared / joint;
}

function found(words: string): SplitClaim[] {
  return claims.filter((claim) => overlap(claim, words) >= 0.6);
}

const roleOf = (words: string) => sentences.find((each) => each.text.includes(words))?.role;

describe("the claims that matter most in the seed article", () => {
  test.each([
    [conte, "quote", /A peaceful settlement [^]* published on Monday\./],
    [null, "status", /opposes arming that country, since [^]* in early 2022/],
    [conte, "quote", /”We should aim [^]* Conte stated\./],
    [conte, "quote", /the accession process should be suspended in favor of the peace process/],
    [null, "event", /Kiev and Moscow negotiated a draft truce [^]*?, in Istanbul/],
    [null, "event", /that proposal was then rejected by the Ukrainian government/],
    [null, "event", /which instead declared an intention to fight Russia with Western help/],
    [null, "status", /The failed agreement would make Ukraine [^]*? guarantees\./],
    [negotiator, "quote", /Kiev’s top negotiator [^]* fight instead\./],
    [negotiator, "event", /then-UK Prime Minister Boris Johnson told it to fight instead/],
    [negotiator, "causal", /Ukraine turned its back on [^]* fight instead/],
    [null, "event", /where the draft deal was agreed/],
    [null, "status", /A decree issued by [^]* in office\./],
    ["Guido Crosetto", "quote", /Defense Minister Guido Crosetto told [^]* diplomacy\./],
    ["Russia", "causal", /the US has forced Kiev to continue/],
  ])("%s: %s %s", (claimant, type, pattern) => {
    const words = pattern.exec(text)?.[0] ?? "";
    const fitting = found(words).filter((claim) => claim.claimant === claimant);
    expect(fitting.map((claim) => claim.type)).toContain(type);
  });

  test("rank above the background", () => {
    const worth = (words: string) =>
      Math.max(...found(words).map((claim) => claim.checkWorthiness));
    const background = worth("Conte served as the leader of the Italian cabinet from 2018 to 2021");
    expect(worth("the US has forced Kiev to continue")).toBeGreaterThan(background);
    expect(worth("then-UK Prime Minister Boris Johnson told it to fight instead")).toBeGreaterThan(
      0.7,
    );
    expect(worth("where the draft deal was agreed")).toBeGreaterThan(background);
  });
});

describe("the traps of the seed article", () => {
  test("the headline printed twice yields nothing", () => {
    const heads = sentences.filter((each) => each.text.startsWith("Russia should get"));
    expect(heads.map((each) => each.role)).toEqual(["headline", "headline"]);
  });

  test("the summary with a link glued to it is cut in two and yields nothing", () => {
    expect(roleOf("the interests of Russophiles in Ukraine must")).toBe("standfirst");
    expect(sentences.find((each) => each.role === "cross_link")?.text).toBe(
      "Read Full Article at RT.com",
    );
    expect(roleOf("Securing peace should take precedence")).toBe("standfirst");
  });

  test("a quotation opened with a closing mark is one quotation", () => {
    const [claim] = claims.filter((each) => each.quote.startsWith("”We should"));
    expect(claim?.claimant).toBe(conte);
    expect(claim?.statement).toMatch(/^Giuseppe Conte stated: “We should aim .* security”\.$/);
  });

  test("a caption without a full stop and link titles yield nothing", () => {
    expect(roleOf("Voladimir")).toBe("caption");
    expect(roleOf("Zelensky pledges")).toBe("cross_link");
    expect(roleOf("READ MORE:")).toBe("cross_link");
    const body = sentences.filter((each) => each.role === "body");
    for (const claim of claims) {
      expect(body.some((each) => each.start <= claim.start && claim.end <= each.end)).toBe(true);
    }
  });

  test("a relative time stays open without a date and is settled with one", () => {
    const told = (each: SplitClaim) => each.quote.includes("Crosetto told");
    expect(claims.find(told)?.needsContext).toContain("when “last month” is");
    const dated = splitArticle(text, { publishedOn: "2024-02-05" }).claims;
    expect(dated.find(told)?.statement).toContain("in January 2024");
    expect(dated[0]?.statement).toContain("on Monday 5 February 2024");
  });

  test("the unnamed negotiator stays unnamed, and says so", () => {
    const his = claims.filter((each) => each.claimant === negotiator);
    expect(his).toHaveLength(3);
    for (const claim of his) expect(claim.needsContext).toContain(`the name of “${negotiator}”`);
    expect(JSON.stringify(claims)).not.toMatch(/Arakhamia/);
  });

  test("a speaker is carried over paragraphs as a full name", () => {
    for (const words of ["he noted", "the former premier added"]) {
      expect(claims.find((each) => each.quote.includes(words))?.claimant).toBe(conte);
    }
    const leads = claims.find((each) => each.quote.startsWith("who leads the opposition"));
    expect(leads?.statement).toMatch(/^Giuseppe Conte leads/);
    expect(leads?.claimant).toBeNull();
  });

  test("an editor's insertion stays in the quote", () => {
    expect(claims.some((each) => each.quote.includes("integrity of [Ukraine] by"))).toBe(true);
  });

  test("hearsay has no claimant and says that somebody must be asked", () => {
    const claim = claims.find((each) => each.quote.includes("reportedly"));
    expect(claim?.claimant).toBeNull();
    expect(claim?.reasons).toContain("hearsay");
    expect(claim?.needsContext).toContain("who reports it");
  });

  test("“that proposal”, “that country” and “it” are told", () => {
    const statement = (words: string) =>
      claims.find((each) => each.quote.startsWith(words))?.statement;
    expect(statement("that proposal")).toBe(
      "The proposal that Kiev and Moscow negotiated in Istanbul was then rejected by the Ukrainian government.",
    );
    expect(statement("opposes arming")).toMatch(/^Giuseppe Conte opposes arming Ukraine, since/);
    expect(statement("then-UK")).toMatch(/Boris Johnson told Ukraine to fight instead\.$/);
  });

  test("what should be done is an opinion, whoever says it", () => {
    const opinions = claims.filter((each) => each.type === "opinion");
    expect(opinions.map((each) => each.claimant)).toEqual([conte, conte, conte]);
    for (const claim of opinions) expect(claim.checkWorthiness).toBeLessThan(0.25);
  });

  test("every claimant stands in the article", () => {
    for (const claim of claims) {
      if (claim.claimant !== null) expect(text).toContain(claim.claimant);
    }
  });
});
