import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";
import type { SplitClaim } from "~/domain/claim/split-output";

const claimsOf = (body: string): SplitClaim[] =>
  splitArticle(`Council looks at contract\n\n${body}`, { publishedOn: "2024-02-05" }).claims;

const quotesOf = (body: string) => claimsOf(body).map((claim) => claim.quote);

describe("what follows a clause is judged apart", () => {
  test.each([
    [
      "The province is the largest grower of barley in Norland, having doubled its fields since 2011.",
      "having doubled its fields since 2011",
    ],
    [
      "The tunnel carries nearly all freight to the coast, a share that fell to 80% in January.",
      "a share that fell to 80% in January",
    ],
    [
      "The harbour has shut its northern gate – the first closure of its kind in forty years.",
      "the first closure of its kind in forty years",
    ],
    [
      "The council has sold both ferries, despite an order of the regional court in Lund.",
      "despite an order of the regional court in Lund",
    ],
    [
      "The keeper was banned for two years after testing positive for a forbidden steroid.",
      "testing positive for a forbidden steroid",
    ],
    [
      "Families fled three villages near Holm following a raid by armed men on Tuesday.",
      "a raid by armed men on Tuesday",
    ],
  ])("%s", (sentence, tail) => {
    const found = claimsOf(sentence).find((claim) => claim.quote === tail);
    // Alone it would be a fragment, so it is told with its clause.
    expect(found?.statement.length).toBeGreaterThan(tail.length + 20);
    expect(quotesOf(sentence).some((quote) => !quote.includes(tail))).toBe(true);
  });

  test("a closing dash, a list, and cause and effect stay with their clause", () => {
    expect(
      quotesOf("The barrier has held – at a cost of two million – against the sea since May."),
    ).toHaveLength(1);
    expect(quotesOf("The mayor opened a school, a library and a pool in the old town.")).toEqual([
      "The mayor opened a school, a library and a pool in the old town.",
    ]);
    expect(
      quotesOf("The storm flooded the old town, leaving four hamlets without any power."),
    ).toHaveLength(1);
  });

  test("a deed before the subject is one of its own", () => {
    expect(
      quotesOf("Having closed its last mine in 1994, Holm had no claim to the northern fund."),
    ).toEqual(["Having closed its last mine in 1994", "Holm had no claim to the northern fund"]);
  });

  test("so is what is added to an act", () => {
    expect(
      quotesOf("Norland reported 3,100 new cases on Monday, the highest figure since April."),
    ).toEqual(["Norland reported 3,100 new cases on Monday", "the highest figure since April"]);
  });

  test("a tail is of the kind that its own words are", () => {
    const [main, tail] = claimsOf(
      "The barrier cost 4 million euros, despite a promise of the mayor to build it cheaply.",
    );
    expect(main?.type).toBe("statistic");
    expect(tail?.type).toBe("status");
  });
});

describe("a quotation is cut like any other prose", () => {
  test("its coordinated clauses are claims of their own", () => {
    const quotes = quotesOf(
      "“The contractor had billed the town for 40 lamps but had not delivered a single one,” the auditor Ann Lee said.",
    );
    expect(quotes).toContain("The contractor had billed the town for 40 lamps");
    expect(quotes).toContain("had not delivered a single one");
  });
});

describe("who goes on", () => {
  test("after what somebody said they rule something out", () => {
    const last = claimsOf(
      "Minister Ann Lee said the state would pay for new boats but ruled out a rescue of the northern shipyards.",
    ).at(-1);
    expect(last?.statement).toBe("Minister Ann Lee ruled out a rescue of the northern shipyards.");
  });

  test("what a source tells on both sides of its name is two facts", () => {
    const quotes = quotesOf(
      "Norland had freed 85 prisoners by May, according to a count by the Herald, and Ostland had freed 180 captives from its camps.",
    );
    expect(quotes).toContain("Norland had freed 85 prisoners by May");
    expect(quotes).toContain("Ostland had freed 180 captives from its camps");
  });

  test("two clauses with auxiliaries need no comma between them", () => {
    expect(
      quotesOf(
        "Five miners have been killed in Holm and more than 150 villagers were taken to Lund.",
      ),
    ).toEqual([
      "Five miners have been killed in Holm",
      "more than 150 villagers were taken to Lund",
    ]);
    // One verb of two subjects, and one of a list.
    expect(
      quotesOf("The treasurer who has spent the fund on hotels and rare coins has been jailed."),
    ).toHaveLength(1);
  });

  test("a plain verb behind “which” ends its clause before the main verb", () => {
    expect(
      quotesOf(
        "Exports of tools, which account for the bulk of its trade, rose 17% in the spring.",
      ),
    ).toEqual(["which account for the bulk of its trade", "rose 17% in the spring"]);
  });

  test("a person inside one relative clause is the subject of the next", () => {
    const statements = claimsOf(
      "The Herald has printed parts of the talks, which appear to turn on the departure of Ann Lee, who has led Norland since 1990.",
    ).map((claim) => claim.statement);
    expect(statements).toContain("Ann Lee has led Norland since 1990.");
  });

  test("a question in quotation marks does not make a question of the sentence", () => {
    expect(
      quotesOf(
        "The dogs of Holm came running when a keeper played them a tape of “Who wants a bone?”",
      ),
    ).not.toEqual([]);
  });
});

describe("what says too little", () => {
  const before = "The mayor of Holm opened the new bridge over the river Aa on Monday. ".repeat(3);

  test.each(["The army stayed.", "The wait begins.", "So far, so good."])(
    "is not proposed: %s",
    (sentence) => {
      expect(quotesOf(before + sentence)).not.toContain(sentence);
    },
  );

  test.each([
    "Norland left the pact.",
    "The mine lost 40.",
    "The council must sell the bridge.",
    "The gate will close in May.",
  ])("few words that name, count, judge or foretell are kept: %s", (sentence) => {
    expect(quotesOf(before + sentence)).toContain(sentence);
  });
});
