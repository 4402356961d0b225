import { describe, expect, test } from "vitest";

import { splitOf } from "./support/split";

const last = (body: string) => splitOf(body).sentences.at(-1);

describe("who is heard in passing", () => {
  test.each([
    [
      "said inside a relative clause",
      "The council approved a bridge that engineers said could cost $4 million.",
      "engineers",
    ],
    [
      "done by a speaker",
      "The plan was criticised by the dockers’ union for its cost.",
      "the dockers’ union",
    ],
    [
      "a longer quotation in a clause",
      "Ann Marsh wants the harbour to be closed “before any more of the boats are lost to it”.",
      "Ann Marsh",
    ],
    ["a call", "Old Harbour Watch calls for a ban on night work.", "Old Harbour Watch"],
    ["what somebody is at", "The union is calling for a strike in May.", "The union"],
    ["whom somebody urges", "Dockers are urging the county to act.", "Dockers"],
    ["a projection", "Port economists project that traffic will fall in May.", "Port economists"],
  ])("%s", (_, body, speaker) => {
    expect(last(body)).toMatchObject({ attributed: true, speaker });
  });

  test("what data show at the end of a sentence is theirs", () => {
    expect(
      last("Wages in the port were up 2.1 percent in May, Labor Department data show."),
    ).toMatchObject({
      attributed: true,
    });
  });
});

describe("nobody is heard", () => {
  test.each([
    [
      "in what is so called",
      "Among the plans are the so called “two day passes” which cost little.",
    ],
    ["in what bears a name", "The letter was sent on Monday by a user labelled “Nobody”."],
    ["in the writer’s own hopes", "The port is old, but I hope the talks bring a safer one."],
    ["in what readers think", "The film is good even if it is not the film you thought it was."],
    ["in calls by phone", "Phone calls for help came in from the pier."],
    ["in what is going on", "The ferry is pressing ahead with its plans."],
    ["in a title", "The museum lent its picture “The Harbour at Night by the Sea” to the town."],
    ["in a short quotation", "The museum closed its “dark rooms” to the public in May."],
  ])("%s", (_, body) => {
    expect(last(body)).toMatchObject({ attributed: false, speaker: null });
  });
});

describe("who speaks in a sentence that is not closed or all quoted", () => {
  test.each([
    [
      "a comma that was never closed",
      "Ann Marsh, who is the chair of the port board said ships came later.",
      "Ann Marsh",
    ],
    [
      "what somebody does meanwhile",
      "Ann Marsh, while opening the fair at the old port said ships came later.",
      "Ann Marsh",
    ],
  ])("%s", (_, body, speaker) => {
    expect(last(body)).toMatchObject({ attributed: true, speaker });
  });
});

test("whoever is named inside a quotation does not go on with it", () => {
  const body =
    "The harbour firm said on Monday that the letter was false. “The attention of the firm (the “Firm”) was drawn to a letter by General Brandt. “The firm wants to refute this claim.";
  expect(
    splitOf(body)
      .sentences.map(({ speaker }) => speaker)
      .slice(1),
  ).toEqual(["The harbour firm", "The harbour firm", "The harbour firm"]);
});
