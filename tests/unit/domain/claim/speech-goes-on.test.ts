import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

const read = (body: string) =>
  splitArticle(`Council looks at contract\n\n${body}`, { publishedOn: "2024-02-05" });
const speakersOf = (body: string) =>
  read(body)
    .sentences.map(({ speaker }) => speaker)
    .slice(1);
const statementsOf = (body: string) => read(body).claims.map(({ statement }) => statement);

describe("speech in a noun", () => {
  test("is told as said, and what was said stands alone", () => {
    expect(statementsOf("The minister’s claim that prices fell by half is wrong.")).toEqual([
      "The minister said that prices fell by half.",
      "Prices fell by half.",
    ]);
  });

  test("a verb of the same letters stays as it is", () => {
    expect(statementsOf("The ministers claim that prices fell by half.")).toContain(
      "The ministers claim that prices fell by half.",
    );
  });
});

describe("speech with words between", () => {
  test.each([
    ["The ministry said in a statement the state would pay for the repair.", "The ministry"],
    ["Critics say power plants that draw water add to the shortage.", "Critics"],
    ["The ministry pointed out that the bridge was closed in 2019.", "The ministry"],
    ["The council attributed the delay to a lack of steel.", "The council"],
    ["The ministry pointed at the bridge that was closed in 2019.", null],
  ])("%s", (sentence, speaker) => {
    expect(speakersOf(sentence)).toEqual([speaker]);
  });
});

describe("who spoke again", () => {
  test("a person is known by what they do", () => {
    const body =
      "Maria Lopes, of the Lund Institute, said the sea had warmed. The scientist said that the ice was gone.";
    expect(speakersOf(body)).toEqual(["Maria Lopes", "Maria Lopes"]);
  });

  test("nobody is known by what somebody named since may do as well", () => {
    const body =
      "Maria Lopes said the sea had warmed. The mayor, Ann Lee, left the room. The scientist said that the ice was gone.";
    expect(speakersOf(body).at(-1)).toBe("The scientist");
  });

  test("an organisation is known by its kind, and by no other", () => {
    const said = "The Ministry of Health said the wards were full.";
    expect(speakersOf(`${said} The ministry said that two would open.`).at(-1)).toContain(
      "Ministry of Health",
    );
    expect(speakersOf(`${said} The company said that two would open.`).at(-1)).not.toContain(
      "Ministry",
    );
  });

  test("“they” are the authors who spoke, and not their results", () => {
    const body =
      "The report’s authors said the sea had warmed. A study of the ice shows it is gone. They said the fish had left.";
    expect(speakersOf(body).at(-1)).toBe("The report’s authors");
  });

  test("the rest of a quotation is its speaker’s", () => {
    const body =
      "“The sea has warmed by two degrees,” Maria Lopes said. “We have measured it every day since 1990.”";
    expect(speakersOf(body)).toEqual(["Maria Lopes", "Maria Lopes"]);
  });
});

describe("facts behind the last comma", () => {
  test("a figure is quoted alone and told with its clause", () => {
    const [, added] = read("Sales rose by 12 percent in 2023, up 28 percent from 2021.").claims;
    expect(added).toMatchObject({
      quote: "up 28 percent from 2021",
      statement: "Sales rose by 12 percent in 2023, up 28 percent from 2021.",
    });
  });

  test("without a figure nothing is cut", () => {
    expect(statementsOf("The council sold the pool in 2023, with regret.")).toHaveLength(1);
  });

  test("each of several passive verbs is a fact", () => {
    const body =
      "The pit was found in 1979, excavated in the 1980s and then largely forgotten by the town.";
    expect(statementsOf(body)).toEqual([
      "The pit was found in 1979.",
      "The pit was excavated in the 1980s.",
      "The pit was forgotten by the town.",
    ]);
  });
});

describe("a month that may be to come", () => {
  test.each([
    ["Greens lead the polls for the European elections in June.", "elections in June."],
    ["The council lost the vote in January.", "vote in January 2024."],
    ["The mayor resigned in June.", "resigned in June 2023."],
    ["The elections in June will be fair.", "elections in June 2024 will"],
  ])("%s", (sentence, words) => {
    const told = statementsOf(sentence);
    expect(
      told.some((each) => each.includes(words)),
      told.join(" | "),
    ).toBe(true);
  });
});
