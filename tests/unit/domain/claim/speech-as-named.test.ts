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
      "a name that is a month and a verb",
      "At Question Time, Mrs May said: “I see that there is an appetite to see the plan set out.” Theresa May left.",
      "May",
      0,
    ],
    [
      "a member of a party among several",
      "One of the party’s MPs, Tommy Sheppard, accused the government of a U-turn over the paper.",
      "Tommy Sheppard",
    ],
    [
      "whoever made the statement",
      "The Tuva Air Force said six missiles were fired. “One of them came from the south,” the statement said.",
      "The Tuva Air Force",
    ],
    [
      "a vow not to",
      "Tuva’s generals have vowed not to stop until the town is taken.",
      "Tuva’s generals",
    ],
    [
      "what authorities hope",
      "Health authorities hope to give shots to a quarter of the people by January.",
      "Health authorities",
    ],
    [
      "something announced without a that",
      "Separately, Uber announced taxi bookings had rebounded.",
      "Uber",
    ],
    [
      "somebody blasts a thing as something",
      "Ron Marsh left. Marsh blasted the advisory as a “political stunt” during his talk with Elon Dole.",
      "Ron Marsh",
    ],
    [
      "somebody is informed",
      "President Bola Tinubu informed lawmakers Friday of the plan to send soldiers.",
      "Bola Tinubu",
    ],
  ] as [string, string, string | null, number?][])("%s", (_, body, speaker, at = -1) => {
    expect(speakersOf(body).at(at)).toBe(speaker);
  });

  test("what a statement reads is handed on", () => {
    const [, sentence] = read(
      "“Please know the risks that members face,” the statement read.",
    ).sentences;
    expect(sentence?.attributed).toBe(true);
  });

  test("a war that raises somebody’s fears is not told by anybody", () => {
    const [, sentence] = read(
      "Troops have gone to Tuva for drills, raising Western fears that they could attack from the north.",
    ).sentences;
    expect(sentence?.attributed).toBe(false);
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
