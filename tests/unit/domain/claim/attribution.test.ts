import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

/** Who speaks in the last sentence of a body; "nobody" where it hands on no words. */
function lastSpeaker(body: string): string | null {
  const { sentences } = splitArticle(`Council looks at contract\n\n${body}`);
  const last = sentences.at(-1);
  return last?.attributed ? last.speaker : "nobody";
}

describe("who is heard to say it", () => {
  test.each<[string, string | null]>([
    ["A recent poll found only a third of voters favoured the bridge.", "A recent poll"],
    ["The results show the party kept its majority in the council.", "nobody"],
    ["New accounts show debts have trebled to 212 million euros.", "New accounts"],
    ["The minister’s claim that prices fell by half is wrong.", "The minister"],
    ["Some 300 people have died in the floods, by Maria Lopes’s count.", "Maria Lopes"],
    ["The bridge was closed, by the council’s own estimate.", "the council"],
    [
      "The hall was full, and in the words of the mayor, Ann Lee, “nobody wanted to go home early”.",
      "Ann Lee",
    ],
    ["The ministry announced the start of a public inquiry.", "The ministry"],
    ["The police confirmed striking the depot at night.", "The police"],
    ["Maria Lopes rejected the claim of the council.", "Maria Lopes"],
    ["Several papers have characterized the cure as quackery.", "Several papers"],
    ["Maria Lopes noted what began as a joke had become a movement.", "Maria Lopes"],
    [
      "Maria Lopes told a regional panel the reason for the delay is a lack of steel.",
      "Maria Lopes",
    ],
    [
      "Rep. Dale Munro, R-Ohio, who leads the panel, called the plan “a gift to crooks”.",
      "Dale Munro",
    ],
    ["Mr Mbeki's lawyer, Sarah Cole, denied the charges on his behalf.", "Sarah Cole"],
    ["The Italian, who joined in 2019, thanked the fans: “You were great.”", "The Italian"],
    ["President Joe Marsh on Thursday warned Iran that talks would end.", "Joe Marsh"],
    ["Forecaster Ada Wu said it was the hottest day of the year.", "Ada Wu"],
    ["Temperatures will reach 38C, the Met Office has forecast.", "the Met Office"],
    ["Health officials confirmed two cases of plague.", "Health officials"],
    [
      "The World Crop Organisation (WCO) recommends that farmers rest the soil.",
      "The World Crop Organisation",
    ],
    [
      "Cynthia Tamm, curator of art at the University of Harbour, Dover, said the hall was full.",
      "Cynthia Tamm",
    ],
    ["The winners, said Mauer, are required to show their pictures.", "Mauer"],
  ])("%s", (sentence, speaker) => {
    expect(lastSpeaker(sentence)).toBe(speaker);
  });

  test.each([
    ["A source told Reuters the cabinet was split.", "The cabinet was split."],
    ["Ann Lee told investors on Monday the plant was safe.", "The plant was safe."],
  ])("what is told begins with its own noun: %s", (sentence, fact) => {
    const { claims } = splitArticle(`Council looks at contract\n\n${sentence}`);
    expect(claims.map((claim) => claim.statement)).toContain(fact);
  });

  test("when it was said stays in the saying", () => {
    const { claims } = splitArticle(
      "Council looks at talks\n\nPresident Joe Marsh on Thursday warned Iran that talks would end.",
      { publishedOn: "2024-02-05" },
    );
    expect(claims[0]?.statement).toBe(
      "President Joe Marsh on Thursday 1 February 2024 warned Iran that talks would end.",
    );
  });

  test.each([
    "The firm added 339,000 jobs in May.",
    "The firm reported to the council.",
    "The court rejected the bill because it was late.",
    "The bridge was closed by the council on Monday.",
    "The engineers found cracks in two pillars.",
    "The team showed the visitors the bridge.",
  ])("nobody speaks: %s", (sentence) => {
    expect(lastSpeaker(sentence)).toBe("nobody");
  });

  test.each([
    "It is understood that one builder has approached the council.",
    "The parents are also accused of leaving the child alone.",
    "The cure has been described as quackery.",
  ])("somebody whom the article does not name: %s", (sentence) => {
    expect(lastSpeaker(sentence)).toBeNull();
  });
});

describe("a source that hands on what somebody else said", () => {
  const body =
    "According to the Harbour Herald, Professor John Marsh, who leads the panel on civic emblems in Holm, said the flag had never been put to a vote.";

  test("the one who said it speaks", () => {
    expect(lastSpeaker(body)).toBe("John Marsh");
    const { claims } = splitArticle(`Council looks at flag\n\n${body}`);
    expect(new Set(claims.map((claim) => claim.claimant))).toEqual(new Set(["John Marsh", null]));
    expect(claims.some((claim) => claim.statement.startsWith("According to the Harbour"))).toBe(
      true,
    );
  });
});

describe("whom a pronoun or a role means", () => {
  test("a name in the same sentence comes before whoever spoke last", () => {
    expect(
      lastSpeaker(
        "Mark Holt said the firm was paid. Maria Lopes, the mayor, spoke next. Lopes left the hall, but she said the firm was late.",
      ),
    ).toBe("Maria Lopes");
  });

  test("somebody the article does not name may be meant: it stays open", () => {
    expect(
      lastSpeaker(
        "Mark Holt said the firm was paid. The boy’s sister went to see the doctor, but he replied “I am not able to do that”.",
      ),
    ).toBeNull();
  });

  test("“the official” is the official last spoken of", () => {
    expect(
      lastSpeaker(
        "Governor Viktor Saren said 11 people were injured. The official wrote on Telegram that the depot had burned.",
      ),
    ).toBe("Viktor Saren");
  });

  test("a staff is no general", () => {
    expect(lastSpeaker("Karsk’s General Staff insisted that the depot supplied the army.")).toBe(
      "Karsk’s General Staff",
    );
  });

  test("a councillor is named without the title", () => {
    expect(lastSpeaker("Councillor Linda Hart told the meeting that the pool was shut.")).toBe(
      "Linda Hart",
    );
  });
});

describe("quotation marks", () => {
  test("a single mark that opens after a full stop opens a new quotation", () => {
    const { sentences } = splitArticle(
      "Council looks at pool\n\n'The pool is shut,' Linda Hart said. 'My members have paid for it. 'And nobody from the council has called,' she claimed.",
    );
    expect(sentences.filter((each) => each.attributed).map((each) => each.speaker)).toEqual([
      "Linda Hart",
      "Linda Hart",
      "Linda Hart",
    ]);
  });
});
