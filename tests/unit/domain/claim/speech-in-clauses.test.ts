import { describe, expect, test } from "vitest";

import { splitOf } from "./support/split";

const statementsOf = (body: string) => splitOf(body).claims.map((claim) => claim.statement);

describe("who speaks", () => {
  test.each([
    [
      "The plan was attacked by the shop owner, who said at a meeting that rents had doubled in a year.",
      "the shop owner",
      "Rents had doubled in a year.",
    ],
    [
      "The inquiry is about the sale of two ships, a port official and three people near the bank told Reuters.",
      "a port official and three people near the bank",
      "The inquiry is about the sale of two ships.",
    ],
    [
      "Orda Tin is closing two pits in the north, the mining giant told the BBC.",
      "Orda Tin",
      "Orda Tin is closing two pits in the north.",
    ],
    [
      "Kenya has been arguing that the tax on tea is far too high.",
      "Kenya",
      "The tax on tea is far too high.",
    ],
    [
      "Ivo Brandt posted a letter online claiming the bank had lost £3m.",
      "Ivo Brandt",
      "The bank had lost £3m.",
    ],
  ])("%s", (body, speaker, statement) => {
    const claim = splitOf(body).claims.find((each) => each.statement === statement);
    expect(claim?.claimant).toBe(speaker);
  });

  test("nobody speaks in a letter that came and claims", () => {
    const { claims } = splitOf("Ivo Brandt received a letter claiming the bank had lost £3m.");
    expect(claims.every((each) => each.claimant === null)).toBe(true);
  });

  test("a “he” behind “who said” is no one named before", () => {
    expect(
      statementsOf(
        "Peter Marsden left in May. The plan was attacked by the shop owner, who said in June that he was poor.",
      ).join(" "),
    ).not.toContain("Marsden was poor");
  });

  test("“he” who speaks of somebody is not that somebody", () => {
    const body =
      "Peter Marsden sold the house. He said that Marsden was a poor judge of houses in 1991.";
    expect(splitOf(body).claims.at(-1)?.claimant).toBeNull();
  });
});

describe("facts inside", () => {
  test.each([
    [
      "what “we” know in a quotation",
      "“We recognise that the ship was sold to a bank in Porto,” Ann Lee said.",
      "The ship was sold to a bank in Porto.",
    ],
    [
      "what is found odd in a quotation",
      "“It’s rather odd that the ship was sold to a bank in Porto,” Ann Lee said.",
      "The ship was sold to a bank in Porto.",
    ],
    [
      "“in which”",
      "The court closed the case, in which nine officials are accused of selling the port.",
      "Nine officials are accused of selling the port in the case.",
    ],
    [
      "the clause before “amid”",
      "The minister has not been seen in three weeks, amid reports of an inquiry into ships.",
      "The minister has not been seen in three weeks.",
    ],
    [
      "“Since” with a month, which opens no clause of its own",
      "Since February the number of ships in the port has more than halved.",
      "Since February the number of ships in the port has more than halved.",
    ],
  ])("%s", (_, body, statement) => {
    expect(statementsOf(body)).toContain(statement);
  });

  test.each([
    "“We recognise that plan needs to be weighed by the bank,” Ann Lee said.",
    "“We hope that the ships will stay in the port,” Ann Lee said.",
  ])("are not made of a noun or a wish: %s", (body) => {
    expect(statementsOf(body).some((each) => /^(?:Plan|The ships)/.test(each))).toBe(false);
  });
});
