import { describe, expect, test } from "vitest";

import { splitOf } from "./support/split";

const statementsOf = (body: string) => splitOf(body).claims.map((claim) => claim.statement);

describe("in told speech", () => {
  test.each([
    [
      "The port police said it sent 900 men to Porto, and barred all roads to the sea.",
      "The port police barred all roads to the sea.",
    ],
    [
      "Kenya said its tea exports had grown by 9% since 1991.",
      "Kenya’s tea exports had grown by 9% since 1991.",
    ],
  ])("a pronoun further on is the speaker too: %s", (body, statement) => {
    expect(statementsOf(body)).toContain(statement);
  });
});

describe("an “it”", () => {
  test.each([
    [
      "The ferry company said there was no danger. But, it would not say how many were hurt.",
      "The ferry company would not say how many were hurt.",
    ],
    [
      "The teachers’ group argued that the law “undid” the rule of Porto. It “decries the harm” that may come of the law.",
      "The teachers’ group “decries the harm” that may come of the law.",
    ],
  ])("that says something is who has just spoken: %s", (body, statement) => {
    expect(statementsOf(body)).toContain(statement);
  });

  test.each([
    [
      "Lithium, the lightest of the metals, is mined in salt flats. It can burn for 9 hours.",
      "Lithium can burn for 9 hours.",
    ],
    [
      "Kenya has been a member of Mercosur since 1996. It was expelled from the league in 1969.",
      "Kenya was expelled from the league in 1969.",
    ],
    [
      "If the tax fails in November the attorney confirmed it can go back to the voters in 2028.",
      "The tax can go back to the voters in 2028.",
    ],
  ])("leads back past what cannot be meant: %s", (body, statement) => {
    expect(statementsOf(body)).toContain(statement);
  });
});

describe("people", () => {
  test("“they” who found something are those whom the sentence before was about", () => {
    const body =
      "When the ship left, researchers took samples from the cells. They found that the water was warm.";
    expect(splitOf(body).claims.at(-1)?.claimant).toBe("researchers");
  });

  test("“he” is the minister and not the room", () => {
    expect(
      statementsOf("The minister left the room at noon. He had sold the house in 1991."),
    ).toContain("The minister had sold the house in 1991.");
  });

  test.each([
    [
      "Ada Marsden said he’s the owner. Ivo Brandt said he's not afraid of the vote in Porto.",
      "Ivo Brandt is not afraid of the vote in Porto.",
    ],
    [
      "The bridges were built in 1931. They've lost 9% of their steel.",
      "The bridges have lost 9% of their steel.",
    ],
  ])("a pronoun with its verb is written out: %s", (body, statement) => {
    expect(statementsOf(body)).toContain(statement);
  });
});

describe("the country", () => {
  const body =
    "Kenya votes in May. Kenya has 9 parties. Beans come from Chad. Rains were late in Kenya. ";

  test("is the one that a text is about", () => {
    expect(statementsOf(`${body}The country faced its worst drought in 1991.`)).toContain(
      "Kenya faced its worst drought in 1991.",
    );
  });

  test("is nobody's where two are named about as often", () => {
    expect(
      statementsOf(`Chad has 9 rivers. ${body}The country faced its worst drought in 1991.`),
    ).toContain("The country faced its worst drought in 1991.");
  });
});

describe("a name alone", () => {
  test.each([
    [
      "BT competes with TalkTalk. TalkTalk began as a rival of BT in the market. It was listed on the exchange in 2010.",
      "TalkTalk was listed on the exchange in 2010.",
    ],
    [
      "It asked Nestle. Nestle said it used palm oil in a number of products. It purchased 420,000 tonnes.",
      "Nestle purchased 420,000 tonnes.",
    ],
  ])("is what the next sentence goes on about: %s", (body, statement) => {
    expect(statementsOf(body)).toContain(statement);
  });

  test("is not where something is done to another thing", () => {
    const statements = statementsOf(
      "They asked Nestle. Nestle sold a factory in May. It was shut in June.",
    );
    expect(statements.join(" ")).not.toContain("Nestle was shut");
  });
});

test("“these” are what the sentence before was about", () => {
  expect(
    statementsOf(
      "Safety programmes have cut poverty in the state. These include pensions for 900 of the widows.",
    ),
  ).toContain("Safety programmes include pensions for 900 of the widows.");
});

test("a second thing said loses its “that”, a sentence its “However”, and “for a while” stays whole", () => {
  const body =
    "Ann Lee said the shooter was treated there for a while, but that he had not been back for a year. However Bo Kim objected.";
  const statements = statementsOf(body);
  expect(statements).toContain("The shooter was treated there for a while.");
  expect(statements.find((each) => each.includes("not been back"))).toBeDefined();
  expect(statements.filter((each) => /^(?:That|However)\b/.test(each))).toEqual([]);
  expect(statementsOf("However hard Ann Lee tried, the plan failed.").join(" ")).toContain(
    "However hard",
  );
});
