import { describe, expect, test } from "vitest";

import { splitOf, typeIn } from "./support/split";

describe("what a pronoun most likely is", () => {
  test.each([
    [
      "The drug was banned in 1970. It can dissolve the border between objects.",
      "The drug can dissolve the border between objects.",
      "whether “it” is the drug",
    ],
    [
      "The bridges were closed on Monday. They were built in 1931.",
      "The bridges were built in 1931.",
      "whether “they” are the bridges",
    ],
    [
      "The youth was held in December. He was sixteen years old at that time.",
      "The youth was sixteen years old at that time.",
      "whether “he” is the youth",
    ],
    [
      "Chile is large; it has been cautious for ten years.",
      "Chile has been cautious for ten years.",
      "whether “it” is Chile",
    ],
  ])("%s", (body, statement, note) => {
    const claim = splitOf(body).claims.find((each) => each.statement === statement);
    expect(claim?.needsContext).toContain(note);
    expect(claim?.inserted.length).toBeGreaterThan(0);
  });

  test.each([
    "Revenue fell by 9% in May. It will not pay a dividend this year.",
    "The council bought the pool. It was shut in the same month.",
    "The nurses met the doctors. They have lost 4% of their pay.",
  ])("stays as it is where something else may be meant: %s", (body) => {
    expect(splitOf(body).claims.at(-1)?.statement).toMatch(/^(?:It|They) /);
  });
});

describe("what was said in quotation marks", () => {
  test.each([
    "“That was a lie,” Ann Lee said.",
    "“You chose them because they were old,” Ann Lee told the court.",
    "“They had lost the papers at home,” Ann Lee said.",
  ])("that cannot be read without them is one claim: %s", (body) => {
    expect(splitOf(body).claims.map(({ type }) => type)).toEqual(["quote"]);
  });

  test("that can be read alone is a second one", () => {
    expect(splitOf("“The house in Porto was sold in May,” Ann Lee said.").claims).toHaveLength(2);
  });
});

describe("statements without loose ends", () => {
  test.each([
    ["The mayor, Ann Lee, left the room at noon.", "The mayor, Ann Lee, left the room at noon."],
    ["Meanwhile the work on the bridge goes on.", "The work on the bridge goes on."],
    [
      "One of the areas is the town of Meul, where aid workers estimate that 10,000 people died.",
      "One of the areas is the town of Meul.",
    ],
  ])("%s", (body, statement) => {
    expect(splitOf(body).claims.map((each) => each.statement)).toContain(statement);
  });

  test("a verb that goes on from before opens no clause of its own", () => {
    const body =
      "Ann Lee would knock on doors after high winds and tell people that slates were loose.";
    expect(splitOf(body).claims.map(({ statement }) => statement)).not.toContain(
      "High winds and tell people that slates were loose.",
    );
  });
});

test.each([
  ["The bank refused a payment of £4,100 to a boat builder.", "event"],
  ["The firm sold 4,100 boats in May.", "statistic"],
  ["Officers searched six of the eight houses.", "statistic"],
  ["Ann Lee is expected to serve about 20 months of the sentence.", "prediction"],
  ["A hearing on the costs will be held in July.", "event"],
  ["The houses have now been set on fire.", "event"],
  ["Rubble is now being trucked out of the town.", "event"],
])("%s is of type %s", (body, type) => {
  expect(typeIn(body)).toBe(type);
});

describe("a subject that the text goes on about", () => {
  test.each([
    [
      "Telomeres are stretches of DNA in cells of mice. They shrink by 2% a year.",
      "Telomeres shrink",
    ],
    [
      "The Playhouse, which opened in 1911, was saved after a campaign. It had 400 seats in 2016.",
      "The Playhouse had 400 seats",
    ],
    [
      "The Farm and Forest Pact, adopted in 2024, is due to open a port. It costs 40 million euros.",
      "The Farm and Forest Pact costs",
    ],
  ])("%s", (body, start) => {
    const last = splitOf(body).claims.at(-1);
    expect(last?.statement.slice(0, start.length)).toBe(start);
    expect(last?.needsContext.some((note) => note.startsWith("whether"))).toBe(true);
  });

  test.each([
    "The House passed the Harbour Reform Act. It still needs 51 votes in the Senate.",
    "The bridges met two roads. They were built in 1931 for 4 million crowns.",
  ])("stays open where as much stands behind the verb: %s", (body) => {
    expect(splitOf(body).claims.at(-1)?.statement).toMatch(/^(?:It|They) /);
  });

  test("a subject the text called “he” is “he”, whoever else is named", () => {
    const { claims } = splitOf(
      "Mr Paul Doherty spoke in Lund. Doherty has been the most critical of Mr Christie. He lost 40 votes in May.",
    );
    expect(claims.at(-1)?.statement).toMatch(/^Paul Doherty lost/);
    expect(claims.at(-1)?.needsContext).toContain("whether “he” is Paul Doherty");
  });

  test("who does what only people do is a person", () => {
    const { claims } = splitOf(
      "Aiden Hewish posed as a teenage boy in Lund. During the meeting, he touched 2 girls. Hewish met the girls in May.",
    );
    expect(claims.some((each) => each.statement.includes("Aiden Hewish touched"))).toBe(true);
  });

  test("“the country” is the one named twice as often as any other", () => {
    const { claims } = splitOf(
      "Kenya has 40 rivers. Kenya borders Chad. The country lost 4 lakes in May 2023.",
    );
    expect(claims.at(-1)?.statement).toMatch(/^Kenya lost/);
    expect(claims.at(-1)?.needsContext).toContain("whether “the country” is Kenya");
  });

  test("a judge who tells somebody is somebody else", () => {
    const { claims } = splitOf(
      "Mr Paul Hewish was jailed in May. The judge told Hewish the harm could not be forgotten for 40 years.",
    );
    expect(claims.at(-1)?.claimant).not.toBe("Paul Hewish");
  });
});

test("a “however” without its comma opens no statement", () => {
  const { claims } = splitOf("However in May 2015 the firm of Osthaven sold 40 ships to Norland.");
  expect(claims[0]?.statement).toBe("In May 2015 the firm of Osthaven sold 40 ships to Norland.");
});
