import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";
import type { SplitClaim, SplitSentence } from "~/domain/claim/split-output";

/** Invented articles in the manner of a health desk, a sports page, an American agency and a British paper. */
const articles = {
  hospital: read("hospital-figures", "2024-03-14"),
  football: read("football-sacking", "2023-06-05"),
  jobs: read("jobs-report", "2023-06-05"),
  dam: read("dam-contract", "2024-10-03"),
};

function read(name: string, publishedOn: string) {
  const text = readFileSync(`tests/unit/domain/claim/articles/${name}.txt`, "utf8");
  return { text, ...splitArticle(text, { publishedOn }) };
}

type Name = keyof typeof articles;

const sentence = (name: Name, words: string): SplitSentence | undefined =>
  articles[name].sentences.find((each) => each.text.includes(words));

const claim = (name: Name, start: string, type?: string): SplitClaim | undefined =>
  articles[name].claims.find(
    (each) => each.quote.startsWith(start) && (type === undefined || each.type === type),
  );

describe("what is not the body", () => {
  test.each<[Name, string, string]>([
    ["hospital", "waiting lists fall for third month", "headline"],
    ["hospital", "By Jane Carter", "byline"],
    ["hospital", "LONDON, March 12", "dateline"],
    ["hospital", "READ MORE", "cross_link"],
    ["hospital", "Photo: PA", "caption"],
    ["football", "Chairman says", "standfirst"],
    ["football", "Follow us", "cross_link"],
    ["football", "Related:", "cross_link"],
    ["jobs", "WASHINGTON (AP)", "dateline"],
    ["jobs", "contributed to this report", "byline"],
    ["dam", "Ferreira tells inquiry", "standfirst"],
    ["dam", "Additional reporting", "byline"],
  ])("%s: %s is a %s", (name, words, role) => {
    expect(sentence(name, words)).toMatchObject({
      role,
      score: 0,
      checkable: false,
      speaker: null,
    });
  });

  test("yields no claim", () => {
    for (const { sentences, claims } of Object.values(articles)) {
      const body = sentences.filter((each) => each.role === "body");
      for (const each of claims) {
        expect(body.some(({ start, end }) => start <= each.start && each.end <= end)).toBe(true);
      }
    }
  });
});

describe("who speaks", () => {
  test.each<[Name, string, string | null]>([
    ["hospital", "The total stood", "NHS England"],
    ["hospital", "We will hire another", "Victoria Lane"],
    ["hospital", "hide a scandal", "Daniel Osei"],
    ["hospital", "ambulance delays", "Anita Rao"],
    ["hospital", "fell by 32,000", "official figures"],
    ["hospital", "one in seven", "a study by the Nuffield Trust"],
    ["hospital", "It is understood to be", null],
    ["football", "It was a difficult decision", "Alan Pryce"],
    ["football", "Marco is a fine man", "Alan Pryce"],
    ["football", "stabbed in the back", "The Italian"],
    ["football", "I got £3m", "The Italian"],
    ["football", "Supporters' groups", "Supporters' groups"],
    ["football", "Sell up", "RoversTrust"],
    ["football", "It is alleged", null],
    ["jobs", "added 339,000 jobs", "the Labor Department"],
    ["jobs", "She claimed her tax law", "Dana Whitfield"],
    ["jobs", "R-Texas", "Paul Reyes"],
    ["jobs", "That's not a recovery", "Paul Reyes"],
    ["jobs", "economists warn", "economists"],
    ["jobs", "weighing a windfall tax", "A White House official"],
    ["jobs", "it will raise $45 billion", "A White House official"],
    ["dam", "according to emails", "emails seen by the Tribune"],
    ["dam", "the minister said yesterday", "Helena Ferreira"],
    ["dam", "Nobody was pressured.’", "Helena Ferreira"],
    ["dam", "demanded her resignation", "Jorge Matos"],
    ["dam", "She laughed it off", "A former aide"],
  ])("%s: “%s” is %s", (name, words, speaker) => {
    expect(sentence(name, words)).toMatchObject({ attributed: true, speaker });
  });

  test.each<[Name, string]>([
    ["football", "have dismissed head coach"],
    ["football", "joined the club in 2021"],
    ["jobs", "The Federal Reserve, which"],
    ["dam", "awarded without a tender"],
  ])("%s: “%s” is the outlet's own", (name, words) => {
    expect(sentence(name, words)).toMatchObject({ attributed: false, speaker: null });
  });

  test("every speaker stands in the article", () => {
    for (const { text, sentences, claims } of Object.values(articles)) {
      for (const { speaker } of sentences) if (speaker !== null) expect(text).toContain(speaker);
      for (const { claimant } of claims) if (claimant !== null) expect(text).toContain(claimant);
    }
  });
});

describe("what a claim says alone", () => {
  test.each<[Name, string, string, string]>([
    [
      "jobs",
      "The U.S. economy",
      "statistic",
      "The U.S. economy added 339,000 jobs in May 2023, far more than economists had forecast.",
    ],
    ["jobs", "the unemployment rate", "statistic", "The unemployment rate rose to 3.7% from 3.4%."],
    [
      "jobs",
      "Higher rates",
      "quote",
      "Economists warn that higher rates could push the U.S. into recession.",
    ],
    ["jobs", "they will watch", "prediction", "Fed officials will watch the data."],
    [
      "jobs",
      "her tax law",
      "statistic",
      "Dana Whitfield’s tax law had created 2 million factory jobs since 2021.",
    ],
    [
      "football",
      "which bought the club",
      "statistic",
      "Owner Delgado Holdings bought the club for £40 million in 2019 and has since sold eight first-team players.",
    ],
    [
      "football",
      "The council approved",
      "event",
      "The council approved plans for a new 30,000-seat ground in May 2023.",
    ],
    [
      "dam",
      "she had never met",
      "event",
      "Helena Ferreira had never met the builder, Norte Obras.",
    ],
    [
      "dam",
      "‘I met hundreds",
      "quote",
      "Helena Ferreira said on 2 October 2024: “I met hundreds of companies”.",
    ],
  ])("%s: %s (%s)", (name, start, type, statement) => {
    expect(claim(name, start, type)?.statement).toBe(statement);
  });

  test("what is told, quoted, both or hearsay is told apart", () => {
    expect(claim("jobs", "She claimed")?.attribution).toBe("indirect");
    expect(claim("jobs", '"Families are', "quote")?.attribution).toBe("direct");
    expect(claim("football", "The Italian", "quote")?.attribution).toBe("mixed");
    expect(claim("football", "It is alleged")?.attribution).toBe("hearsay");
    expect(claim("dam", "The contract was")?.attribution).toBe("none");
  });

  test("every word that is not marked as put in stands in the quote", () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const { claims } of Object.values(articles)) {
      for (const { statement, inserted, quote } of claims) {
        const points = Array.from(statement);
        for (const span of inserted) {
          expect(points.slice(span.start, span.end).join("")).toBe(span.text);
        }
        const kept = points.filter(
          (_, i) => !inserted.some((span) => span.start <= i && i < span.end),
        );
        const theirs = new Set(words(quote));
        for (const word of words(kept.join(""))) expect(theirs).toContain(word);
      }
    }
  });
});

test("the sentences worth most lead the list", () => {
  const best = ({ sentences }: { sentences: SplitSentence[] }, count: number) =>
    sentences
      .toSorted((a, b) => b.score - a.score)
      .slice(0, count)
      .map((each) => each.text);
  expect(best(articles.jobs, 4).join(" ")).toMatch(/339,000 jobs/);
  expect(best(articles.jobs, 4).join(" ")).toMatch(/2 million factory jobs/);
  expect(best(articles.hospital, 5).join(" ")).toMatch(/250 deaths a week/);
  expect(best(articles.dam, 3).join(" ")).toMatch(/misled parliament/);
});
