import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";
import type { SplitClaim } from "~/domain/claim/split-output";

const claimsOf = (body: string): SplitClaim[] =>
  splitArticle(`Council looks at contract\n\n${body}`, { publishedOn: "2024-02-05" }).claims;

/** The statement of the last claim of a body. */
const lastOf = (body: string) => claimsOf(body).at(-1)?.statement;

describe("an organisation behind a kind", () => {
  test("“the ministry” is the one ministry that was named", () => {
    const [, , said] = claimsOf(
      "The Defense Ministry left the town. The army stayed on in two villages. “The enemy burned 40 houses,” the ministry added.",
    );
    expect(said?.claimant).toBe("Defense Ministry");
    expect(said?.statement).toBe("The Defense Ministry added: “The enemy burned 40 houses”.");
    expect(said?.inserted.map((each) => each.text)).toContain("Defense");
  });

  test.each([
    ["Arden, a building firm, won the contract. The company paid 4 million euros.", "Arden paid"],
    ["The builder Arden Ltd won the contract. The firm paid 4 million euros.", "Arden Ltd paid"],
    ["Microsoft sold the site. The company’s shares fell by 4%.", "Microsoft’s shares fell"],
    [
      "The Bank of Harbour cut its rates. The bank lost 4 million euros.",
      "The Bank of Harbour lost",
    ],
  ])("%s", (body, start) => {
    expect(lastOf(body)?.startsWith(start)).toBe(true);
  });

  test.each([
    ["two of a kind", "Microsoft met Boeing on Monday. The company paid 4 million euros."],
    ["none", "The bridge was closed on Monday. The company paid 4 million euros."],
    ["one told apart", "Microsoft left. The company behind the bridge paid 4 million euros."],
    ["a noun that only describes", "Microsoft left. The company car cost 40,000 euros."],
  ])("stays with %s", (_, body) => {
    expect(lastOf(body)).toMatch(/^The company/);
  });

  test("what stays open is said", () => {
    const claim = claimsOf("Microsoft met Boeing on Monday. The company paid 4 million euros.").at(
      -1,
    );
    expect(claim?.needsContext).toContain("which company “the company” is");
  });
});

describe("pronouns", () => {
  test.each([
    ["Nurses walked out on Monday. They have lost 4% of their pay.", "Nurses have lost"],
    [
      "The council put the bill at £2m when it approved the plan in 2021.",
      "The council approved the plan in 2021.",
    ],
    ["Gloria fell ill in May, and she soon lost weight.", "Gloria soon lost weight."],
  ])("%s", (body, start) => {
    expect(lastOf(body)?.startsWith(start)).toBe(true);
  });

  test.each([
    [
      "two groups",
      "Nurses met doctors on Monday. They have lost 4% of their pay.",
      "who “they” are",
    ],
    ["no people", "The bridges met two roads. They were built in 1931.", "who “they” are"],
    [
      "something acted upon",
      "The council bought the pool. It was shut for 14 months after a fire in May.",
      "what “it” is",
    ],
  ])("stay open with %s", (_, body, note) => {
    expect(claimsOf(body).at(-1)?.needsContext).toContain(note);
  });

  test.each([
    ["“I have paid 36 euros a month,” Ann Lee said.", "Ann Lee has paid 36 euros a month."],
    ["“I’m the owner of the bridge,” Ann Lee said.", "Ann Lee is the owner of the bridge."],
    ["“My firm bought the bridge,” Ann Lee said.", "Ann Lee’s firm bought the bridge."],
  ])("the speaker's own “I” is the speaker: %s", (sentence, fact) => {
    expect(claimsOf(sentence).map((claim) => claim.statement)).toContain(fact);
  });
});

describe("what must not be guessed", () => {
  test("a “she” after two women stays open", () => {
    const claim = claimsOf(
      "Mark Holt, 42, and his wife Anna Holt are on trial for the death of their child, Gloria. She died of an infection in May 2015.",
    ).at(-1);
    expect(claim?.statement).toMatch(/^She died/);
    expect(claim?.needsContext).toContain("who “she” is");
  });

  test("a bare “this” is said to be open", () => {
    const claim = claimsOf("The share fell by 4%. This was a loss for the council in May 2015.").at(
      -1,
    );
    expect(claim?.needsContext).toContain("what “this” refers to");
  });

  test("a quotation about an “it” from before is one claim", () => {
    const claims = claimsOf("The share fell by 4%. “It is a loss for the council,” Ann Lee said.");
    expect(claims.filter((each) => each.claimant === "Ann Lee").map((each) => each.type)).toEqual([
      "quote",
    ]);
  });

  test("a country is nobody's surname", () => {
    expect(
      lastOf("Mayor Fan Canada spoke first. The comic corps of Canada collected 400 books in May."),
    ).toContain("corps of Canada collected");
  });

  test("an “I” in an insertion is left alone", () => {
    const [, fact] = claimsOf(
      "“Prompted I think by the film, a new craze began in 40 cities in May 2015,” Ann Lee said.",
    );
    expect(fact?.statement).toContain("Prompted I think");
  });

  test("a time is nobody who speaks", () => {
    const claims = claimsOf("A study published this week revealed that children lack iodine.");
    expect(claims[0]?.claimant).toBe("A study published this week");
  });

  test("what a crowd did is not what the hall did", () => {
    expect(
      claimsOf("The hall was full, with rows of guests, watching the match.").map(
        (each) => each.statement,
      ),
    ).toEqual([
      "The hall was full.",
      "The hall was full, with rows of guests, watching the match.",
    ]);
  });
});

describe("names", () => {
  test("two of one surname are told apart by “Mr”", () => {
    const claims = claimsOf(
      "Councillor Linda Hart spoke. Her husband, Tom Hart, said the pool was shut. “The pool is old,” Mr Hart said.",
    );
    expect(claims.find((claim) => claim.quote.includes("Mr Hart"))?.claimant).toBe("Tom Hart");
  });

  test("a surname that opens another name is not written out", () => {
    expect(
      lastOf("Councillor Raymond Wong lost his seat. Wong Pik-wan was elected in May 2015."),
    ).toBe("Wong Pik-wan was elected in May 2015.");
  });

  test("“Mr” gives way to the name", () => {
    expect(lastOf("Prime Minister John Key left. Mr Key opened the bridge in May 2015.")).toBe(
      "John Key opened the bridge in May 2015.",
    );
  });

  test("what is quoted stays as it was said", () => {
    const claims = claimsOf(
      "Mayor Ann Lee left. Tom Hart wrote, “Lee sold the bridge in May 2015”.",
    );
    expect(claims.find((claim) => claim.type === "quote")?.statement).toContain("“Lee sold");
  });
});

describe("what is left over", () => {
  test.each([
    ["However, the bridge was closed in May 2015.", "The bridge was closed in May 2015."],
    ["But the bridge was closed in May 2015.", "The bridge was closed in May 2015."],
    ["Also, the bridge was closed in May 2015.", "The bridge was closed in May 2015."],
  ])("%s", (sentence, statement) => {
    expect(lastOf(sentence)).toBe(statement);
  });

  test("a quotation that goes on is closed in the statement", () => {
    const [claim] = claimsOf("Tom Hart wrote, “The pool was old. Nobody had looked at it.”");
    expect(claim?.statement).toBe("Tom Hart wrote, “The pool was old”.");
  });

  test("a country is named where only one was", () => {
    expect(lastOf("France closed the port. The country’s exports fell by 4%.")).toBe(
      "France’s exports fell by 4%.",
    );
    expect(lastOf("France closed the port to Spain. The country’s exports fell by 4%.")).toMatch(
      /^The country’s/,
    );
  });
});
