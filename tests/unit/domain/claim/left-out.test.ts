import { describe, expect, test } from "vitest";

import { splitOf } from "./support/split";

const quotesOf = (body: string) => splitOf(body).claims.map((claim) => claim.quote);
const statementsOf = (body: string) => splitOf(body).claims.map((claim) => claim.statement);

/** What a news text says first, and often, is worth more. */
const news =
  "The ministry of Norland cut taxes by 40% in May 2015. Norland sold 12 ships in 2016. The ministry of Norland lost 40 ships in 2019. ";

describe("too little to be judged apart", () => {
  test("a short predicate stays with its clause", () => {
    expect(statementsOf("The team stayed in the city of Lund and then left.")).toEqual([
      "The team stayed in the city of Lund and then left.",
    ]);
  });

  test("but what was done to somebody, a name or a figure is judged apart", () => {
    expect(quotesOf("The man beat his rival and was elected.")).toContain("was elected");
    expect(quotesOf("The firm left the city of Lund and cut 40 jobs.")).toContain("cut 40 jobs");
  });

  test("a short “when” or “after” stays with its clause", () => {
    expect(quotesOf("The ministry of Norland sent 400 tents when the rain came.")).toEqual([
      "The ministry of Norland sent 400 tents when the rain came.",
    ]);
  });

  test("a short addition is no claim", () => {
    expect(quotesOf("Norland shut the gate in May, despite many protests.")).toEqual([
      "Norland shut the gate in May, despite many protests.",
    ]);
  });

  test("“before” and what it adds belong together", () => {
    const [first] = quotesOf(
      "The crew of the Vesta stayed in Lund before the harbour of Holm was opened in June.",
    );
    expect(first).toContain("before the harbour");
  });

  test("“there” is nobody's subject", () => {
    const found = statementsOf(
      "There were parents of the 40 children and waited outside the school in Lund all night.",
    );
    expect(found.filter((each) => each.startsWith("There waited"))).toEqual([]);
  });
});

describe("what is said is no second claim", () => {
  test("where little could be checked but that it was said", () => {
    const found = splitOf(
      `${news}“Guys look at it and tell me what they thought of the play,” Ann Lee said.`,
    ).claims.filter((claim) => claim.claimant === "Ann Lee");
    expect(found.map((claim) => claim.type)).toEqual(["quote"]);
  });

  test("where nobody knows whom it is about", () => {
    const found = splitOf("It said it was leaving the treaty with Norland in 2025.").claims;
    expect(found.map((claim) => claim.type)).toEqual(["quote"]);
  });

  test("an opinion stays where it can be read", () => {
    const types = (body: string) => splitOf(body).claims.map((claim) => claim.type);
    expect(types("“We should pay nurses in Norland far more,” Ann Lee said.")).toContain("opinion");
    expect(types("“It is the best idea that ever was,” Ann Lee said.")).not.toContain("opinion");
  });
});

test("a claim about nobody knows what that is worth little is left out", () => {
  expect(statementsOf(`${news}That was the end of it all for them.`)).toHaveLength(3);
});
