import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

const speakers = (text: string) =>
  splitArticle(text)
    .sentences.filter(({ role }) => role === "body")
    .map(({ speaker }) => speaker);
const lastSpeaker = (text: string) => speakers(text).at(-1);

describe("who is quoted", () => {
  test.each([
    ["Wang Lee was quoted by the Herald as saying that prices fell.", "Wang Lee"],
    ["“Prices will fall,” Wang Lee was quoted as saying.", "Wang Lee"],
    ["The Herald quotes the mayor’s daughter, Elena, as saying she believes him.", "Elena"],
    ["Regulators approved a fine, reports in US media say.", "reports in US media"],
    ["China has moved tonnes of vehicles, said reports today.", "reports"],
    ["The confusion over permits delays aid, organizations said.", "organizations"],
  ])("%s", (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });

  test("who is only an expert is not quoted as saying anything", () => {
    expect(lastSpeaker("The minister was quoted as an expert.")).toBeNull();
  });

  test("a paper that quotes somebody is told with what that person said", () => {
    const { claims } = splitArticle("The Herald quotes Elena Lee as saying she believes him.");
    expect(claims[0]?.statement).toBe("Elena Lee said she believes him.");
  });
});

describe("a body that speaks", () => {
  test("in a clause behind its name, with a time before the verb", () => {
    expect(
      speakers(
        "It is in line with estimates by Facebook, which earlier this year said it was expecting a fine. It told investors in April that it had the money.",
      ),
    ).toEqual(["Facebook", "Facebook"]);
  });

  test("where a passive names it", () => {
    expect(
      lastSpeaker(
        "Acme was fined by the data watchdog, which said the company had broken the law.",
      ),
    ).toBe("the data watchdog");
  });

  test("under the name that stands between commas", () => {
    expect(lastSpeaker("The administrator, Alvarez & Marsal, said staff would stay.")).toBe(
      "Alvarez & Marsal",
    );
    expect(lastSpeaker("The regulator, Ofcom, says customers may leave.")).toBe("Ofcom");
  });

  test("and not what it speaks of, though that is in quotation marks", () => {
    expect(
      lastSpeaker(
        "The Section, which governs most sports, said the 106-0 score “does not represent” its ideals.",
      ),
    ).toBe("The Section");
  });
});

describe("nobody else's words", () => {
  test("what is done between commas does not speak", () => {
    expect(
      lastSpeaker(
        "Christy Slavik, responding to defense claims that the recording was false, said prosecutors have it.",
      ),
    ).toBe("Christy Slavik");
  });

  test("“saying she feared” is hers", () => {
    expect(speakers("Ann Lee left the country, saying she feared for her family.")).toEqual([
      "Ann Lee",
    ]);
  });

  test("a family that reports is no adverb", () => {
    expect(lastSpeaker("The family reported on Monday that Lee was missing.")).toBe("The family");
  });

  test("whoever writes a letter is not the letter", () => {
    expect(
      lastSpeaker("Mikhail Lee, who died last month, wrote a long letter, church officials say."),
    ).toBe("church officials");
    expect(
      lastSpeaker("“It would be remarkable,” wrote the China analyst Bill Bishop on Friday."),
    ).toContain("Bill Bishop");
  });
});

describe("somebody described", () => {
  const article = (role: string) =>
    `Arsene Wenger conceded that the team was tired. “We felt focused,” ${role} told Sky Sports.`;

  test.each(["the Arsenal manager", "the 67-year-old", "the Frenchman"])("%s", (role) => {
    expect(lastSpeaker(article(role))).toBe("Arsene Wenger");
  });

  test("is marked as a guess", () => {
    const { claims } = splitArticle(article("the Arsenal manager"));
    const notes = claims.flatMap(({ needsContext }) => needsContext);
    expect(notes).toContain("whether “the Arsenal manager” is Arsene Wenger");
  });

  test("who is told something holds no office for it", () => {
    expect(lastSpeaker(article("the manager"))).not.toBe("Sky Sports");
  });

  test("is nobody in particular where the sentence before named two", () => {
    const text = article("the Arsenal manager").replace("the team was", "Coach Pep Lopez was");
    expect(lastSpeaker(text)).toBe("the Arsenal manager");
  });

  test("is not who holds the office where it was held before", () => {
    expect(
      lastSpeaker("Theresa May is the leader. The ex-Tory leader said he was dismayed."),
    ).not.toBe("Theresa May");
  });
});

describe("names with a nickname", () => {
  test("are one name", () => {
    const text =
      "In the suit, Rochelle “Shelly” Sterling accused them of theft. She said Donald Sterling used the money. Donald Sterling denied it.";
    expect(speakers(text)[0]).toBe("Rochelle “Shelly” Sterling");
    const { claims } = splitArticle(text);
    expect(claims.map(({ statement }) => statement).join(" ")).not.toContain("“Shelly” Donald");
  });

  test("somebody is a person whom a “who” follows", () => {
    const { claims } = splitArticle(
      "The developer is Zigmund Brach, who builds homes in Monroe. Brach cleared 16 acres in 2020.",
    );
    expect(claims.at(-1)?.statement).toBe("Zigmund Brach cleared 16 acres in 2020.");
  });
});
