import { describe, expect, test } from "vitest";

import { splitOf as read } from "./support/split";

const speakersOf = (body: string) =>
  read(body)
    .sentences.map(({ speaker }) => speaker)
    .slice(1);

describe("who speaks, where the name does not stand right before the verb", () => {
  test.each([
    [
      "the name follows what they are",
      "“People are being sent back,” said the charity’s director, Nadia Kessler.",
      "Nadia Kessler",
    ],
    [
      "the sentence opens with the question",
      "Asked what would follow, Edward Scicluna, the finance minister of the smallest state Malta said: “It would be a disaster.”",
      "Edward Scicluna",
    ],
    [
      "a date stands before the verb",
      "Following a petition, the Delhi High Court on June 24 ordered: “The channel shall go on.”",
      "the Delhi High Court",
    ],
    [
      "support is pledged",
      "Moscow has pledged its “unwavering support” for the president of Bolivia.",
      "Moscow",
    ],
    [
      "what somebody called something",
      "Donald Marsh spoke on Monday. He cited what he called a “splendid” plan for the town.",
      "Donald Marsh",
    ],
    [
      "a name that ends in a noun that is a verb too",
      "Border Watch, a Malta-based charity, said at least 2,410 people died last year.",
      "Border Watch",
    ],
    [
      "an occasion between the verb and its that",
      "German Finance Minister Wolfgang Schaeuble said before the talks that Greece had lived beyond its means.",
      "Wolfgang Schaeuble",
    ],
    [
      "a name, a colon and a quotation",
      "RAC policy officer Rod Dennis: “It is concerning to see delays at an all-time high.”",
      "Rod Dennis",
    ],
    [
      "a charge",
      "Niran Reddy wrote to the regulator. He charged that four channels were blocked by the state.",
      "Niran Reddy",
    ],
    [
      "somebody is informed",
      "President Bola Tinubu informed lawmakers Friday of the plan to send soldiers.",
      "Bola Tinubu",
    ],
  ])("%s", (_, body, speaker) => {
    expect(speakersOf(body).at(-1)).toBe(speaker);
  });

  test("after a name and a colon the next paragraphs are that person's", () => {
    const body =
      "Policy officer Rod Dennis: “It is concerning to see delays at an all-time high.\n\n“Delays are bad for drivers and bad for the economy.”";
    expect(speakersOf(body)).toEqual(["Rod Dennis", "Rod Dennis"]);
  });

  test("what is learned comes from nobody who is told", () => {
    const [, sentence] = read("It is learned that two channels were taken off by cable.").sentences;
    expect(sentence?.attributed).toBe(true);
    expect(sentence?.speaker).toBeNull();
  });
});
