import { describe, expect, test } from "vitest";

import { splitOf } from "./support/split";

const statementsOf = (body: string) => splitOf(body).claims.map((claim) => claim.statement);

describe("a full name behind a title that no list knows", () => {
  test("is that of the surname which speaks later", () => {
    const body =
      "The plan by East Ward Council Member Dario Pinto was passed in May. Pinto said the road would cost £3m.";
    expect(statementsOf(body)).toContain("Dario Pinto said the road would cost £3m.");
    expect(splitOf(body).claims.at(-1)?.claimant).toBe("Dario Pinto");
  });

  test("may have a surname that is also a word for an institution, if it is described", () => {
    const body =
      "A banker accused in the case, Nilo Law, has left the country. Law, the former governor, claimed that the bank lost £3m.";
    expect(splitOf(body).claims.at(-1)?.claimant).toBe("Nilo Law");
  });

  test.each([
    "The vote of the Upper Valley City Council was close. Council said the road would cost £3m.",
    "The plan by East Ward Council Member Dario Pinto was passed. East Ward Council Member Ada Pinto was against it. Pinto said the road would cost £3m.",
  ])("does not help where the word is no surname or two bear it: %s", (body) => {
    expect(splitOf(body).claims.at(-1)?.claimant).toMatch(/^(?:Council|Pinto)$/);
  });
});

describe("somebody of whom a text tells only the surname", () => {
  test("is called as the text styles them", () => {
    expect(
      statementsOf(
        "Commissioner Pinto kept his vote on Tuesday. Pinto lost the election in 2019, the county said.",
      ),
    ).toContain("Commissioner Pinto lost the election in 2019.");
  });

  test("keeps a “Mr”", () => {
    expect(statementsOf("Mr Pinto sold the house in Porto.")).toContain(
      "Mr Pinto sold the house in Porto.",
    );
  });

  test("has no title inside another name for something", () => {
    expect(
      statementsOf(
        "President Pinto went to Porto. The Pinto administration sold the house in May 1991.",
      ),
    ).toContain("The Pinto administration sold the house in May 1991.");
  });
});

describe("titles and names in other orders", () => {
  test("an abbreviated title without a full stop is no part of the name", () => {
    expect(
      statementsOf("Gen Oda Marsden left on Monday. Marsden had been in office since 2012."),
    ).toContain("Oda Marsden had been in office since 2012.");
  });

  test("a text that speaks of somebody by the first word has that as the surname", () => {
    const body =
      "The agency’s director, Temba Okoli, opened the dam in May. Temba said it had cost £3m.";
    expect(splitOf(body).claims.at(-1)?.claimant).toBe("Temba Okoli");
  });

  test("of two with one surname it goes on meaning the one it has meant all along", () => {
    const body =
      "Minister Li Wenbo left in May. Li sold the house. Li bought a ship. Li went to Porto. The former commander Li Dan was seen in June. Li was born in 1951.";
    expect(statementsOf(body)).toContain("Li Wenbo was born in 1951.");
  });

  test("who stands beside somebody does not have their office", () => {
    expect(
      statementsOf(
        "The ambassador near Ivo Brandt was hurt. The ambassador left the room at noon.",
      ),
    ).toContain("The ambassador left the room at noon.");
  });
});

describe("whom a pronoun cannot mean", () => {
  test("“he” is not whom he speaks of", () => {
    expect(
      statementsOf("Peter Marsden sold the house. In 1991 he wrote a book about Marsden."),
    ).toContain("In 1991 he wrote a book about Peter Marsden.");
  });

  test("“his” in a lead is whoever is named behind it", () => {
    expect(
      statementsOf(
        "The court freed Senator Ivo Brandt. In his order, President Oda Marsden cut the budget by £3m.",
      ),
    ).toContain("In his order, President Oda Marsden cut the budget by £3m.");
  });
});
