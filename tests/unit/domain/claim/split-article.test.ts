import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";
import type { SplitClaim } from "~/domain/claim/split-output";

/** The claims of a body that stands under a headline, after a sentence that introduces people. */
function claimsOf(body: string): SplitClaim[] {
  return splitArticle(`Council looks at contract\n\n${body}`).claims;
}

const briefly = (claims: SplitClaim[]) =>
  claims.map((claim) => `${claim.claimant ?? "outlet"} | ${claim.type} | ${claim.statement}`);

describe("who says it", () => {
  test("a clause after “that” is the speaker's, the saying is a claim of its own", () => {
    expect(
      briefly(
        claimsOf(
          "Finance Minister Maria Lopes said on Friday that the ministry paid 4 million euros to Arden.",
        ),
      ),
    ).toEqual([
      "Maria Lopes | quote | Finance Minister Maria Lopes said on Friday that the ministry paid 4 million euros to Arden.",
      "Maria Lopes | statistic | The ministry paid 4 million euros to Arden.",
    ]);
  });

  test("a surname, a pronoun and a role lead back to the full name", () => {
    const claims = claimsOf(
      "Finance Minister Maria Lopes said the ministry paid the firm. Lopes added that the contract was signed in 2022. She denied that anybody was bribed. The report was late, the minister noted.",
    );
    expect(claims.filter((claim) => claim.type === "quote").map((claim) => claim.claimant)).toEqual(
      Array.from({ length: 4 }, () => "Maria Lopes"),
    );
  });

  test("a speaker described but not named keeps the words of the article", () => {
    const [claim] = claimsOf(
      "A spokesman for the ministry told reporters that the files were lost.",
    );
    expect(claim?.claimant).toBe("A spokesman for the ministry");
    expect(claim?.needsContext).toContain("the name of “A spokesman for the ministry”");
  });

  test("a spokesman of somebody is not that person", () => {
    const claims = claimsOf(
      "Maria Lopes said the firm was paid. A spokesman for Lopes said the files were lost.",
    );
    expect(claims.at(-1)?.claimant).toBe("A spokesman for Lopes");
  });

  test("a quotation of several sentences has one speaker", () => {
    const claims = claimsOf(
      "“The army left the town. Nobody was killed,” Maria Lopes told the BBC. “We saw 40 trucks.”",
    );
    expect(
      claims
        .filter((claim) => claim.type === "quote")
        .map((claim) => [claim.claimant, claim.quote]),
    ).toEqual([
      ["Maria Lopes", "“The army left the town."],
      ["Maria Lopes", "Nobody was killed,” Maria Lopes told the BBC."],
      ["Maria Lopes", "“We saw 40 trucks.”"],
    ]);
  });

  test("what is quoted is a claim without its marks", () => {
    const quotes = claimsOf("“The army left the town,” Maria Lopes said.").map(
      (claim) => claim.quote,
    );
    expect(quotes).toContain("The army left the town");
  });

  test("a surname that two people share stands for neither", () => {
    const claims = claimsOf(
      "President Anna Novak met Minister Peter Novak on Monday. Novak said the army left the town.",
    );
    expect(claims.at(-1)?.claimant).toBe("Novak");
  });

  test("“her” is not written as a man's", () => {
    const claims = claimsOf("Mr Holt left the town. In March her office was closed by the police.");
    expect(claims.at(-1)?.statement).toContain("her office");
    expect(claims.at(-1)?.needsContext).toContain("who “her” is");
  });

  test("a quotation without a speaker says so instead of guessing", () => {
    const [claim] = claimsOf("The hall was full. “The army left the town in March.”").filter(
      (each) => each.type === "quote",
    );
    expect(claim?.claimant).toBeNull();
    expect(claim?.needsContext).toContain("who is quoted");
  });

  test("a pronoun with nobody before it stays open", () => {
    const [claim] = claimsOf("He said that the army left the town.");
    expect(claim?.claimant).toBeNull();
    expect(claim?.needsContext).toContain("who “he” is");
  });

  test("a pronoun does not follow a person of the other sex", () => {
    const claims = claimsOf(
      "Mr Holt met Maria Lopes on Monday. Mr Holt left. She denied the report of the court.",
    );
    expect(claims.at(-1)?.claimant).toBeNull();
  });

  test.each([
    "The firm reportedly destroyed 40 files.",
    "The firm is believed to have destroyed 40 files.",
    "It was reported that the firm destroyed 40 files.",
  ])("is hearsay: %s", (sentence) => {
    const [claim] = claimsOf(sentence);
    expect(claim?.claimant).toBeNull();
    expect(claim?.needsContext).toContain("who reports it");
  });

  test("a source after “according to” speaks", () => {
    expect(
      briefly(claimsOf("One in five workers works at night, according to Eurofound.")),
    ).toEqual([
      "Eurofound | quote | Eurofound said that one in five workers works at night.",
      "Eurofound | statistic | One in five workers works at night.",
    ]);
  });
});

describe("what is a claim", () => {
  test("every coordinated fact is one", () => {
    expect(
      claimsOf("The army left the town, but the police stayed there and arrested 12 people.").map(
        (claim) => claim.statement,
      ),
    ).toEqual([
      "The army left the town.",
      "The police stayed there.",
      "The police arrested 12 people.",
    ]);
  });

  test("so is a relative clause, beside the sentence around it", () => {
    expect(
      claimsOf("The law, which was passed in 1998, bans contracts above 75,000 euros.").map(
        (claim) => claim.statement,
      ),
    ).toEqual(["The law was passed in 1998.", "The law bans contracts above 75,000 euros."]);
  });

  test("two actors of one verb are not cut apart", () => {
    expect(claimsOf("Relations between Kiev and Moscow broke down in 2014.")).toHaveLength(1);
  });

  test("questions, orders and conditions are none", () => {
    expect(
      claimsOf("Should the minister go? Do not expect answers. If the truce holds, prices fall."),
    ).toEqual([]);
  });

  test.each([
    ["The war was caused by a drought.", "causal"],
    ["Unemployment fell to 6.1% in June.", "statistic"],
    ["The bridge will be opened in 2031.", "prediction"],
    ["The council must sell the bridge.", "opinion"],
    ["The firm owns the bridge.", "status"],
    ["The firm bought the bridge.", "event"],
  ])("%s is of type %s", (sentence, type) => {
    expect(claimsOf(sentence).map((claim) => claim.type)).toEqual([type]);
  });
});

describe("languages", () => {
  test("another language is cut into sentences and not guessed at", () => {
    const { sentences, claims } = splitArticle(
      "Le gouvernement a annoncé une réforme des retraites. Le ministre a déclaré que 3 millions de personnes seraient concernées.",
    );
    expect(sentences).toHaveLength(2);
    expect(claims).toEqual([]);
  });

  test("a foreign line in an English text is left alone", () => {
    const claims = claimsOf(
      "The army left the town on Monday night. Армия покинула город в понедельник. The police stayed there.",
    );
    expect(claims.map((claim) => claim.quote)).toEqual([
      "The army left the town on Monday night.",
      "The police stayed there.",
    ]);
  });
});

describe("whatever the text", () => {
  const words = fc.constantFrom(
    "Conte",
    "Ann",
    "Mr",
    "Ministry",
    "of",
    "the ministry",
    "company",
    "Microsoft",
    "they",
    "it",
    "I",
    "count",
    "’s",
    "&",
    "injuring",
    "accused",
    "Sources",
    "said",
    "that",
    "who",
    ",",
    ".",
    "“",
    "”",
    '"',
    "(",
    "]",
    "and",
    "but",
    "while",
    "after",
    "the",
    "draft",
    "deal",
    "it",
    "he",
    "was",
    "signed",
    "\n",
    "\n\n",
    "Read more",
    "😀",
    "\ud800",
    "\0",
    "5,000",
    "told",
    "which",
    "according",
    "to",
    "’",
    "‘",
    "مرحبا",
    "-",
    "?",
  );
  const anyText = fc.oneof(
    fc.array(words, { maxLength: 80 }).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test("it never throws, and every offset slices back to its words", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(null, "2024-02-05", "nonsense"), (text, publishedOn) => {
        const points = Array.from(text);
        const slice = (start: number, end: number) => points.slice(start, end).join("");
        const { sentences, claims } = splitArticle(text, { publishedOn });
        let last = 0;
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(slice(sentence.start, sentence.end)).toBe(sentence.text);
          last = sentence.end;
        }
        let before = 0;
        for (const claim of claims) {
          expect(claim.start).toBeGreaterThanOrEqual(before);
          expect(slice(claim.start, claim.end)).toBe(claim.quote);
          expect(claim.quote).not.toBe("");
          if (claim.claimant !== null) {
            expect(text.replace(/\s+/g, " ")).toContain(claim.claimant.replace(/\s+/g, " "));
          }
          expect(claim.checkWorthiness).toBeGreaterThanOrEqual(0);
          expect(claim.checkWorthiness).toBeLessThanOrEqual(1);
          before = claim.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["one line", "The firm paid 5 euros to Kiev. ".repeat(6000)],
    ["one word", "a".repeat(1_000_000)],
    ["lines in capitals", "WORDS SPOKEN DURING ANNOUNCEMENTS SPARK SCORCHED REACTIONS\n".repeat(3)],
    ["a byline in capitals", `Head\n\nBy ${"ABCDE".repeat(25)} said so. It is.`],
    ["emoji alone", "😀".repeat(100_000)],
    ["lone surrogates", "\ud800 said \udc00. ".repeat(20_000)],
    ["NUL bytes", "\0 Conte said\0 that it was. ".repeat(2000)],
    ["right to left", "هذا نص عربي طويل. ".repeat(5000)],
    ["one quotation left open", `“${"He left the house. ".repeat(5000)}`],
    ["quotation marks alone", '"'.repeat(100_000)],
    ["empty lines", "\n".repeat(500_000)],
    ["nothing", ""],
  ])("it survives %s", (_, text) => {
    const { sentences } = splitArticle(text);
    expect(sentences.at(-1)?.end ?? 0).toBeLessThanOrEqual(Array.from(text).length);
  });
});
