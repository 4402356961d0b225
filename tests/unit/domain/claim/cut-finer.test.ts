import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

const claimsOf = (body: string) =>
  splitArticle(`Council looks at contract\n\n${body}`, { publishedOn: "2024-02-05" }).claims;

const quotesOf = (body: string) => claimsOf(body).map((claim) => claim.quote);

const statementOf = (body: string, quote: string) =>
  claimsOf(body).find((claim) => claim.quote === quote)?.statement;

describe("two facts in one sentence are judged apart", () => {
  test.each([
    [
      "what happened at the same time",
      "The queue for homes fell by 300 families in Holm as 900 tenants moved to Lund.",
      ["The queue for homes fell by 300 families in Holm", "900 tenants moved to Lund"],
    ],
    [
      "what is conceded without a comma",
      "The ferry company kept both its boats in service even though it knew of the leaks.",
      ["The ferry company kept both its boats in service", "it knew of the leaks"],
    ],
    [
      "what went along with a vote",
      "With 12 members joining the other side of the house, the budget passed by one vote.",
      ["With 12 members joining the other side of the house", "the budget passed by one vote"],
    ],
    [
      "where something holds most of all",
      "More than 40,000 people rely on the ferry, especially in the northern villages.",
      ["More than 40,000 people rely on the ferry", "especially in the northern villages"],
    ],
    [
      "what it came with, in figures",
      "The company is to shut its largest bakery in Holm with the loss of up to 430 jobs.",
      ["The company is to shut its largest bakery in Holm", "the loss of up to 430 jobs"],
    ],
    [
      "what a colon announces",
      "The lawyers dismissed the most important evidence: a film of the mayor in the harbour.",
      ["The lawyers dismissed the most important evidence", "a film of the mayor in the harbour"],
    ],
    [
      "what is part of it, in figures",
      "The firm sells food in nine towns, including 14 shops on the northern coast.",
      ["The firm sells food in nine towns", "including 14 shops on the northern coast"],
    ],
    [
      "what it is worth, behind it",
      "The town sold the old harbour to a bank, worth 14 million crowns in all.",
      ["The town sold the old harbour to a bank", "worth 14 million crowns in all"],
    ],
    [
      "what it is worth, before it",
      "Worth 14 million crowns at the time of its sale, the harbour belongs to a bank.",
      ["Worth 14 million crowns at the time of its sale", "the harbour belongs to a bank"],
    ],
    [
      "what was done to the subject before",
      "Supported by a loan of 14 million crowns from the county, the firm built two boats.",
      ["Supported by a loan of 14 million crowns from the county", "the firm built two boats"],
    ],
  ])("%s", (_, sentence, quotes) => {
    expect(quotesOf(sentence)).toEqual(quotes);
  });

  test("the deeds of a list, each with its subject", () => {
    const active =
      "The council closed two schools, raised fees in Lund and sold the ferry to a bank.";
    expect(statementOf(active, "raised fees in Lund")).toBe("The council raised fees in Lund.");
    const perfect =
      "The council has tightened its controls, extended limits to farms and introduced new fees.";
    expect(statementOf(perfect, "extended limits to farms")).toBe(
      "The council has extended limits to farms.",
    );
  });

  test("amounts of two things, told with what stands before the first", () => {
    const sentence = "The firm has more than 1.5 million homes and two million offices in Norland.";
    expect(quotesOf(sentence)[0]).toBe("The firm has more than 1.5 million homes");
    expect(statementOf(sentence, "two million offices in Norland")).toBe(
      "The firm has two million offices in Norland.",
    );
  });

  test("what reports say", () => {
    expect(
      statementOf(
        "The minister resigned amid reports that the northern harbour is losing money.",
        "the northern harbour is losing money",
      ),
    ).toBe("The northern harbour is losing money.");
  });

  test("what restricts a noun and holds a figure; the clause keeps it", () => {
    const sentence = "The clubs discussed the structure of a transfer that could be worth £114m.";
    expect(statementOf(sentence, "that could be worth £114m")).toBe(
      "A transfer could be worth £114m.",
    );
    expect(quotesOf(sentence)).toContain(sentence);
  });

  test("what stands between dashes, with the noun that it is about", () => {
    const sentence =
      "The number of boats near the island – about 130 – is comparable to that of last spring.";
    expect(quotesOf(sentence)).toContain("The number of boats near the island – about 130");
    expect(claimsOf(sentence)[0]?.statement).toMatch(/^The number of boats near the island is/);
  });
});

describe("what only seems to be two facts stays one", () => {
  test.each([
    "The council raised the fees as much in Lund as the ministry did in Holm.",
    "The train to Lund left the northern station of Holm at 7:50 on Monday morning.",
    "The award went to a film about the years between 1980 and 1990 in Norland.",
    "The 311 bridges that are 50 years old had been inspected in the spring of 2021.",
    "The mayor and others, including two students of 19, are accused of a fraud in Holm.",
    "The mayor and all who voted for the loan, including two members of 19, are accused of fraud.",
    "That the mayor kept the ferry, despite the loss of 14 grants, surprised the council.",
    "The firm sells food in nine towns, including Holm and Lund on the coast.",
    "The engineers found the 12 bridges that are 50 years old had been inspected in May of 2021.",
    "Asked about the loan of 14 million crowns, the mayor left the room.",
    "Backed by two banks, the firm built two boats.",
  ])("%s", (sentence) => {
    expect(quotesOf(sentence)).toEqual([sentence]);
  });
});
