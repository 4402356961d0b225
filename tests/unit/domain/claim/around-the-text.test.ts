import { describe, expect, test } from "vitest";

import { blocksOf } from "~/domain/claim/blocks";
import { partsOf } from "~/domain/claim/roles";

const rolesOf = (text: string) =>
  new Map(
    partsOf(text, blocksOf(text)).map((part) => [text.slice(part.start, part.end), part.role]),
  );
const page = (...paragraphs: string[]) => paragraphs.join("\n\n");

const headline = "Harbour bridge to close for repairs";
const lead =
  "The council will close the harbour bridge in May because engineers found cracks in two of its pillars, it said on Monday.";
const prose = [
  "Buses will go round by the north shore, which takes twenty minutes longer on most days of the week.",
  "Shops on the quay fear for their trade. One owner said that he had sold half of his stock already.",
  "The work will cost 14 million crowns, and a third of that sum comes from the county and its towns.",
  "Nobody has said yet who pays for the buses, and the county wants to talk about it again in March.",
  "The bridge was built in 1931 and was last repaired in 1988, when its railings and lamps were renewed.",
];
const summary = "Two pillars of the harbour bridge have cracks. The council shuts it in May.";

describe("a summary that ends in a full stop", () => {
  test.each([
    ["who wrote the text stands behind it", "Ann Leeson"],
    ["an outlet stands behind it", "Coastline NewsWire"],
    ["buttons stand behind it", "Listen (3 mins)\nSave\nShare"],
  ])("%s", (_, below) => {
    const roles = rolesOf(page(headline, summary, below, lead, ...prose));
    expect(roles.get(summary)).toBe("standfirst");
    expect(roles.get(lead)).toBe("body");
  });

  test("the next paragraph tells it again", () => {
    const told =
      "Cracks in pillars mean that engineers want the bridge over the harbour closed; the council found no way round it.";
    const roles = rolesOf(page(headline, told, lead, ...prose));
    expect(roles.get(told)).toBe("standfirst");
    expect(roles.get(lead)).toBe("body");
  });

  test("three words in a row tell as much as more words apart", () => {
    const told =
      "Men work on the crossing until autumn, since engineers found cracks in its pillars and the council wants no risk for people.";
    expect(rolesOf(page(headline, told, lead, ...prose)).get(told)).toBe("standfirst");
    const apart =
      "Men work on the crossing until autumn, since cracks in its pillars that engineers had found trouble the council and its people.";
    expect(rolesOf(page(headline, apart, lead, ...prose)).get(apart)).toBe("body");
  });

  test("a place before it makes it the first paragraph", () => {
    const placed = `OSTHAVEN (Reuters) - ${lead}`;
    const again =
      "The council said that it will close the harbour bridge in May, and engineers found cracks in pillars of it.";
    const roles = rolesOf(page(headline, placed, again, ...prose));
    expect(roles.get(lead)).toBe("body");
  });

  test("a heading of the text's own words is nobody's name", () => {
    const roles = rolesOf(page(headline, summary, "Harbour Bridge", lead, ...prose));
    expect(roles.get(summary)).toBe("body");
  });

  test("only one is taken off", () => {
    const told =
      "Engineers found cracks in two pillars of the harbour bridge, which the council will now close.";
    const third =
      "The council told engineers to close the harbour bridge in May, when cracks in two pillars were found.";
    const roles = rolesOf(page(headline, told, lead, third, ...prose));
    expect([told, lead, third].map((each) => roles.get(each))).toEqual([
      "standfirst",
      "body",
      "body",
    ]);
  });
});

describe("words of a picture", () => {
  const shown =
    "The bridge seen from the quay, where two cranes have stood since the winter began.";

  test("stand over a name in the same box", () => {
    const box = `${shown}\nAnn Leeson, Harbour Post`;
    expect(rolesOf(page(headline, lead, box, ...prose)).get(shown)).toBe("caption");
    const lines = [headline, lead, ...prose, shown, "Ann Leeson, Harbour Post"].join("\n");
    expect(rolesOf(lines).get(shown)).toBe("body");
  });

  test("point at it", () => {
    const points = "The mayor (pictured) told the meeting that the bridge was safe until March .";
    expect(rolesOf(page(headline, lead, points, ...prose)).get(points)).toBe("caption");
    const said = "“The mayor (pictured below) has never told us,” the owner of a shop said.";
    expect(rolesOf(page(headline, lead, said, ...prose)).get(said)).toBe("body");
  });

  const open = [
    "Engineers of the county looked at the two northern pillars of the bridge for cracks on a cold and windy morning in January",
    "The owner of a shop on the quay has sold half of his stock already and fears for his trade while the old bridge stays closed",
  ];

  test("end without a full stop more than once on a page whose prose has them", () => {
    const roles = rolesOf(page(headline, lead, open[0] ?? "", ...prose, open[1] ?? "", lead));
    expect(open.map((each) => roles.get(each))).toEqual(["caption", "caption"]);
  });

  test("one missing full stop is a slip, and so is one behind a finished sentence", () => {
    const [one = "", other = ""] = open;
    expect(rolesOf(page(headline, lead, one, ...prose)).get(one)).toBe("body");
    const two = `The bridge is old. ${other}`;
    expect(rolesOf(page(headline, lead, two, ...prose, one, lead)).get(two)).toBe("body");
  });

  test("are not what stands over the label of the next picture", () => {
    const roles = rolesOf(page(headline, `${lead}\nImage:\n${shown}`, ...prose));
    expect(roles.get(lead)).toBe("body");
    const file = `FILE PHOTO: The harbour bridge in the year 2019 © Harbour Post`;
    expect(rolesOf(page(headline, lead, file, ...prose)).get(lead)).toBe("body");
  });

  test("stand again in the line below, behind the name of a sign", () => {
    const roles = rolesOf(
      page(headline, lead, `${shown}\nCamera Icon${shown} Credit: Ann Leeson`, ...prose),
    );
    expect(roles.get(shown)).toBe("caption");
  });
});

describe("what the page prints twice", () => {
  test("a passage lifted out of the text", () => {
    const lifted = "One owner said that he had sold half of his stock already";
    const roles = rolesOf(
      page(headline, lead, ...prose.slice(0, 3), `“${lifted}”`, prose[3] ?? ""),
    );
    expect(roles.get(`“${lifted}”`)).toBe("cross_link");
    expect(roles.get(prose[1] ?? "")).toBe("body");
  });

  test("the title of another story over its box", () => {
    const title = "Ferry line gets two more boats";
    const told = "The company wants to carry 900 people a day, a third more than it does today.";
    const roles = rolesOf(page(headline, lead, ...prose, title, `${title}\n${told}`));
    expect(roles.get(told)).toBe("cross_link");
    expect(rolesOf(page(headline, lead, ...prose, title, told)).get(told)).toBe("body");
  });
});

describe("boxes and lines of the page", () => {
  test("a box that ends in an order to read more", () => {
    const told = "The ferry has two more boats. Its company wants to carry a third more people.";
    const box = `Travel Why does nobody take the boat?\n${told}\nRead more`;
    expect(rolesOf(page(headline, lead, box, ...prose)).get(told)).toBe("cross_link");
  });

  test("a list of stories under a head with a section's name", () => {
    const title = "Ferry gets two boats.";
    const roles = rolesOf(page(headline, lead, ...prose, `MORE Travel ARTICLES\n${title}`));
    expect(roles.get(title)).toBe("cross_link");
  });

  test("a question among the titles behind the text", () => {
    const asked = "Can the ferry be saved?";
    const titles = [asked, "Boats for the north shore", "What the quay costs"];
    const roles = rolesOf(page(headline, lead, ...prose, "A town without a bridge", ...titles));
    expect(roles.get(asked)).toBe("cross_link");
    expect(rolesOf(page(headline, lead, ...prose, asked, lead)).get(asked)).not.toBe("cross_link");
  });

  test("addresses alone, a name with a degree alone, a heading that asks with an initial", () => {
    const roles = rolesOf(
      page(
        headline,
        lead,
        "(https://post.example/a )(https://post.example/b)",
        ...prose,
        "Ann Leeson, Ph.D.",
        "Who is J. Leeson?",
        lead,
      ),
    );
    expect(roles.get("(https://post.example/a )(https://post.example/b)")).toBe("cross_link");
    expect(roles.get("Ann Leeson, Ph.D.")).toBe("byline");
    expect(roles.get("Who is J. Leeson?")).toBe("headline");
  });

  test("addresses run together are read in no time", () => {
    const hostile = `${"https://a".repeat(40)} a`;
    const began = performance.now();
    expect(rolesOf(page(headline, lead, hostile, ...prose)).get(hostile)).toBeDefined();
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test("a date in capitals that is run into the text", () => {
    const roles = rolesOf(page(headline, `OSTHAVEN, MARCH 3${lead}`, ...prose));
    expect(roles.get(lead)).toBe("body");
    expect(roles.get("OSTHAVEN, MARCH 3")).toBe("dateline");
  });
});

describe("what is the article", () => {
  test("points without full stops behind a colon", () => {
    const points = [
      "The bridge must stay open for ambulances and for the fire brigade",
      "The county pays for the buses as long as the bridge stays closed",
    ];
    const list = `${points.join("\n")}`;
    const roles = rolesOf(
      page(
        headline,
        lead,
        "The mayor also said:",
        list,
        "What the council of the town has to decide next month",
        ...prose,
      ),
    );
    expect(points.map((each) => roles.get(each))).toEqual(["body", "body"]);
    expect(roles.get("What the council of the town has to decide next month")).toBe("headline");
  });

  test.each([
    "Several traders see mostly quiet weeks until summer.",
    "But the days of cheap crossings appear to be ending.",
    "Shops, the council's main worry, never close early.",
  ])("a short sentence with a verb in the present: %s", (short) => {
    expect(rolesOf(page(headline, lead, short, ...prose)).get(short)).toBe("body");
  });

  test("a finished first line over an open summary is the headline", () => {
    const first = "Is the old bridge safe? It could be closed this week.";
    const open = "Engineers of the county look at two pillars with cracks";
    expect(rolesOf(page(first, open, lead, ...prose)).get(first)).toBe("headline");
    expect(rolesOf(page(first, lead, ...prose)).get(first)).toBe("body");
  });
});

describe("the page's own voice, credits and picture texts between paragraphs", () => {
  test.each([
    ["cross_link", "NEW You can now listen to Post articles!"],
    ["cross_link", "This audio is generated by an automated tool."],
    ["cross_link", "This report by Coast News was first published March 3, 2024."],
    ["cross_link", "Watch the mayor speak in the video above."],
    ["cross_link", "WATCH | Mayor explains why the bridge must close:"],
    ["cross_link", "Have a story? Get in touch."],
    ["cross_link", "What do you think? Leave a comment below."],
    ["cross_link", "Comments on this article are closed."],
    ["cross_link", "Your support makes this work possible. Give today."],
    ["cross_link", "You are reading a free article."],
    ["cross_link", "Your browser does not support the audio element."],
    ["cross_link", "Loading..."],
    ["byline", "With files from Ann Leeson."],
    ["byline", "With agency inputs."],
    ["byline", "Reporting from Osthaven."],
    ["byline", "The Post’s Ann Leeson reports from Osthaven."],
    ["caption", "Representative image."],
    ["caption", "A diver looks at a pillar of the bridge in Osthaven, Norland March 3, 2024."],
  ])("%s: %s", (role, line) => {
    expect(rolesOf(page(headline, lead, line, ...prose)).get(line)).toBe(role);
  });

  test("a picture text without a verb stands above the text too", () => {
    const shown = "An aerial view of the harbour bridge in Osthaven.";
    const roles = rolesOf(page(headline, shown, lead, ...prose));
    expect([roles.get(shown), roles.get(lead)]).toEqual(["caption", "body"]);
  });

  test.each([
    "This audio was recorded in the office of the mayor, the police said.",
    "With files from Ada Wu, the police began to search the house on Tuesday.",
    "With files from the county, the police began to search the house on Tuesday.",
    "Coast News reports that the bridge will stay closed until the autumn.",
    "You have read in these pages that the bridge is old, and it was known for years.",
    "Support for the bridge makes this plan possible, the mayor said on Monday.",
    "Comments on this plan are due by 3 May, the county said.",
  ])("news stays: %s", (line) => {
    expect(rolesOf(page(headline, lead, line, ...prose)).get(line)).toBe("body");
  });
});

describe("small signs", () => {
  test("who took a picture, and for whom, stands below what it shows, with its full stop and quotes", () => {
    const shown = 'The "sad old bridge" will close for the whole summer, said the harbour master.';
    const roles = rolesOf(
      page(headline, lead, `${shown}\nAnn Leeson/Coastline Pictures`, ...prose),
    );
    expect(roles.get(shown)).toBe("caption");
    expect(roles.get(lead)).toBe("body");
    // Behind the last paragraph it stands under nothing but the text.
    const last = rolesOf(page(headline, lead, ...prose, `${shown}\nAnn Leeson/Coastline Pictures`));
    expect(last.get(shown)).toBe("body");
  });

  test("a place and a dash before the first sentence alone", () => {
    const roles = rolesOf(page(headline, `Norhaven — ${lead}`, ...prose));
    expect([roles.get("Norhaven —"), roles.get(lead)]).toEqual(["dateline", "body"]);
    const later = `Buses — The north shore takes twenty minutes longer.`;
    expect(rolesOf(page(headline, lead, later, ...prose)).get(later)).toBe("body");
  });

  test.each(["————————", "* * *", "-----"])("what parts two pieces of the page: %s", (rule) => {
    expect(rolesOf(page(headline, lead, rule, ...prose)).get(rule)).toBe("cross_link");
  });
});
