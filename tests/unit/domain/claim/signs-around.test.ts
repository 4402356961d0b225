import { describe, expect, test } from "vitest";

import { blocksOf } from "~/domain/claim/blocks";
import { partsOf } from "~/domain/claim/roles";

const rolesOf = (...paragraphs: string[]) => {
  const text = paragraphs.join("\n\n");
  return new Map(
    partsOf(text, blocksOf(text)).map((part) => [text.slice(part.start, part.end), part.role]),
  );
};

const headline = "Old mill to be sold by the county";
const lead =
  "The county will sell the old mill in June because its roof has been open since the storm, it said.";
const prose = [
  "Three firms have looked at the mill, and one of them offered 9 million crowns for it in writing.",
  "The roof was repaired in 1979 and again in 2003, when the county paid for new beams and gutters.",
];

describe("small signs of the page", () => {
  test.each([
    [
      "caption",
      "The old mill after the storm took its roof on Feb. 3, 2024. Ann Leeson | The Coast Post",
    ],
    [
      "caption",
      "(File 2013/Coast Press) The mill and its weir after the storm took the roof from it.",
    ],
    [
      "caption",
      "The mill and its weir. The county shows visitors how the storm took the roof, and says what it will cost. (Video by Ann Leeson | Coast Post)",
    ],
    ["cross_link", "County news »"],
  ])("%s: %s", (role, line) => {
    expect(rolesOf(headline, lead, line, ...prose).get(line)).toBe(role);
  });

  test.each([
    "(The county has said so before.) The mill has stood empty for thirty years by the river.",
    "The firm wrote that it would pay in May | and in June, once the county has signed the papers.",
  ])("news stays: %s", (line) => {
    expect(rolesOf(headline, lead, line, ...prose).get(line)).toBe("body");
  });

  test("two towns before the first sentence", () => {
    const roles = rolesOf(headline, `OSTHAVEN, Norland/LUNDBY (Reuters) - ${lead}`, ...prose);
    expect(roles.get(lead)).toBe("body");
    expect(roles.get("OSTHAVEN, Norland/LUNDBY (Reuters) -")).toBe("dateline");
  });

  test("an agency's initials and its address behind the last sentence", () => {
    const last = "The sale is to be signed in June.";
    const roles = rolesOf(headline, lead, ...prose, `${last} (HNA)(www.hna.example)`);
    expect(roles.get(last)).toBe("body");
    expect(roles.get("(HNA)(www.hna.example)")).toBe("byline");
    const body = "The sale is watched by the Norland Heritage Union (NHU).";
    expect(rolesOf(headline, lead, body, ...prose).get(body)).toBe("body");
  });

  test("who presents a writer at length below the heading for it", () => {
    const life =
      "Ann has written for the Coast Post and two radio stations. She has a degree in history and lives near the mill.";
    const roles = rolesOf(headline, lead, ...prose, `Author Bio\nAnn Leeson\n${life}`);
    expect(roles.get(life)).toBe("cross_link");
  });

  test("a picture's text cut short and in full, with what opens and shuts it", () => {
    const shown =
      "The storm took the roof of the old mill in February and left its beams open to the rain.";
    const short = "The storm took the roof of the old mill in February and left... Read More";
    const roles = rolesOf(headline, shown, short, `${shown} Close`, lead, ...prose);
    expect([roles.get(shown), roles.get(`${shown} Close`), roles.get(lead)]).toEqual([
      "caption",
      "caption",
      "body",
    ]);
    // Two paragraphs that only begin alike are prose.
    const one = "The county and the firm that wants the mill have agreed on the price of the roof.";
    const two = "The county and the firm that wants the mill have agreed on a day to meet again.";
    const alike = rolesOf(headline, lead, one, two, ...prose);
    expect([alike.get(one), alike.get(two)]).toEqual(["body", "body"]);
  });
});
