import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

/** The statements of a body that stands under a headline. */
const statementsOf = (body: string) =>
  splitArticle(`Council looks at contract\n\n${body}`).claims.map((claim) => claim.statement);

describe("where a sentence is cut", () => {
  test.each([
    [
      "The child fell ill in May and the parents were told to see a doctor.",
      ["The child fell ill in May.", "The parents were told to see a doctor."],
    ],
    [
      "The army left the town after the mayor and the minister were killed.",
      ["The army left the town.", "The mayor and the minister were killed."],
    ],
    [
      "The council shut the pool in May after surveyors found cracks in the roof.",
      ["The council shut the pool in May.", "Surveyors found cracks in the roof."],
    ],
    [
      "The rebels attacked a depot near the town, injuring 11 people and cutting power to 4,000 homes.",
      [
        "The rebels attacked a depot near the town.",
        "The rebels injured 11 people.",
        "The rebels cut power to 4,000 homes.",
      ],
    ],
    [
      "The parents are accused of leaving the child alone, taking her on a trip and giving her drops.",
      [
        "The parents are accused of leaving the child alone.",
        "The parents are accused of taking her on a trip.",
        "The parents are accused of giving her drops.",
      ],
    ],
    [
      "The police arrested and questioned the boy.",
      ["The police arrested and questioned the boy."],
    ],
    [
      "The man beat his rival and was elected.",
      ["The man beat his rival.", "The man was elected."],
    ],
  ])("%s", (sentence, statements) => {
    expect(statementsOf(sentence)).toEqual(statements);
  });

  test.each([
    "The council began a process to suggest designs for a flag, and determine whether voters would like one.",
    "The robots were required to recognize, pick up, carry, and deposit balls coloured blue.",
    "The baby spent her strength on infections, leading to her death.",
    "The fall is a change from the year before, people close to the council think.",
    "The firm turned the offer down after the mayor forced it to wait.",
  ])("one claim stays whole: %s", (sentence) => {
    const [first] = statementsOf(sentence);
    expect(first).toBe(sentence);
  });

  test("a source's wish to stay unnamed is no claim", () => {
    expect(
      statementsOf(
        "Two residents, who asked not to be named, told reporters they had heard shots.",
      ),
    ).toEqual([
      "Two residents told reporters they had heard shots.",
      "Two residents had heard shots.",
    ]);
  });
});
