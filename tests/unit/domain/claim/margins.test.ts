import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

const head = `Harbour bridge to close for repairs

The council will close the harbour bridge in May. Engineers found cracks in two of its pillars.`;
const tail = `The ferry company said on Monday that it would put two more boats on the line, and that tickets would cost no more than before.

The mayor told the Post that the town had saved 14 million euros since 2020, and that the work would be done in nine months at the latest.`;

const bodyOf = (text: string) =>
  splitArticle(text)
    .sentences.filter((each) => each.role === "body")
    .map((each) => each.text);
const prose = bodyOf(`${head}\n\n${tail}`);

describe("an outlet that speaks to its readers is no body, wherever it does", () => {
  test.each([
    ["offers letters", "Stay on top of the news. Our morning briefing lands in your inbox at 7am."],
    ["asks for what they know", "Do you know more about the bridge? Email tips@post.example."],
    ["asks what they think", "What do you think of the bridge? Tell us in the comments below."],
    [
      "wants their experience",
      "We want to know how the closure hits your work. Fill in the form below.",
    ],
    ["offers its app", "Tap here to download our app for phones."],
    [
      "tells where to see it",
      "You can subscribe to our paper edition or read the digital edition here.",
    ],
    ["sells", "Enjoy unlimited reading for just £1 a week."],
    ["asks for money", "Our reporting is paid for by readers like you. Make a gift today."],
    ["speaks of cookies", "We use cookies to give you the best experience on our website."],
    ["presses", "Click on the arrow to hear the mayor."],
    [
      "earns by what they buy",
      "Our editors chose these boats independently. We may earn a commission if you buy one.",
    ],
    [
      "thanks for seeing what pays",
      "By allowing ads to appear on this site, you support local journalism.",
    ],
    ["counts what is left", "You have 3 free articles left."],
  ])("it %s", (_, line) => {
    expect(bodyOf(`${head}\n\n${line}\n\n${tail}`)).toEqual(prose);
    expect(bodyOf(`${head}\n\n${tail}\n\n${line}`)).toEqual(prose);
  });
});

describe("what tells of the page is no body, wherever it stands", () => {
  test.each([
    ["who paid", "This coverage is made possible through a partnership with Radio Harbour."],
    ["where it was before", "This article was first published in the Harbour Review."],
    ["how it was made", "This transcript was automatically generated and then edited for clarity."],
    ["what was wrong in it", "An earlier version of this story gave the wrong date for the vote."],
    ["what was used in it", "Material from the Post’s archive was used in this report."],
    [
      "what may be done with it",
      "The text may not be published or copied without leave of the Post.",
    ],
    ["whose views they are", "The views expressed do not necessarily reflect those of the Post."],
    [
      "a note with its label",
      "Disclosure: The Harbour Bank has paid for the Post’s summer school.",
    ],
    ["that more is to come", "We will have more details later."],
    ["what stands below", "Here were the main moves in the port as of 4:02 p.m.:"],
    ["that it goes on", "This is a developing story. More will be added as the council meets."],
    [
      "where it leads",
      "Tempers are high in the harbour. Here’s what to expect when the council meets.",
    ],
  ])("%s", (_, line) => {
    expect(bodyOf(`${head}\n\n${line}\n\n${tail}`)).toEqual(prose);
  });
});

describe("behind the last paragraph of prose less is enough", () => {
  test.each([
    [
      "a writer",
      "Ann Lee covers City Hall. Since joining the Post she has covered ports and taxes.",
    ],
    ["a writer without a name", "The writer is a former head of the port."],
    ["the outlet", "The Harbour Post is a nonprofit newsroom that looks into the power of ports."],
    [
      "the rules of the house",
      "All comments must be respectful. Users who break these rules are blocked.",
    ],
    ["a way to go on", "You can follow all answers to this entry by RSS."],
    ["a puzzle", "P.S. Play the day’s crossword."],
    ["whose text it is", "— Harbour News Agency"],
    ["who is on air", "Ann Lee reports."],
    [
      "another article that breaks off",
      "The sound you hear is that of a port being sold. The owners announced as many as 10,000 more berths, and they asked for more than...More>>",
    ],
    [
      "a long source",
      "References\n\n1. ^ Harbour\n2. ^ Bridge sees man charged after the bomb squad was called to a home in Harbour Road (post.example)",
    ],
    [
      "a company’s words on itself",
      "About Harbour Bank\n\nHarbour Bank is the leading provider of banking to ports.",
    ],
    [
      "whatever follows the owner",
      "© 2024 Harbour Post\n\nThe port of Tuva was sold on Monday, and its 400 workers were told by letter.",
    ],
    ["where the writer is reached", "Ann Lee can be reached at 555-0142."],
    [
      "a title and its link",
      "Port and Portly: The Post looks at the new words of the sea, only in its pages. Here.",
    ],
    [
      "an outlet of a larger one",
      "Postline is part of Harbour Newsrooms, the town’s largest nonprofit news organization.",
    ],
    [
      "a post that was set in",
      "Police are asking for help with the boat that was lost on Monday night. pic.twitter.com/hVBW",
    ],
    ["prices and what they buy", "$7/month\n\nA flexible plan."],
  ])("%s is no body", (_, lines) => {
    expect(bodyOf(`${head}\n\n${tail}\n\n${lines}`)).toEqual(prose);
  });

  test("a line in a box with an address to the reader goes with it", () => {
    const box =
      "Ports are changing fast. Keep up with the Harbour Daily newsletter.\nThe way to follow them.";
    expect(bodyOf(`${head}\n\n${box}\n\n${tail}`)).toEqual(prose);
  });

  test("titles of much the same length are no paragraph that is broken off", () => {
    const titles =
      "New direct boat from Tuva to Porto set to ‘change’ the crossing\nPredator jailed for nine years for what he did on a ferry\nCall for the truth on the €1.5 million that the port has spent";
    expect(bodyOf(`${head}\n\n${tail}\n\n${titles}`)).toEqual(prose);
  });
});

describe("the article's own words stay body", () => {
  test.each([
    "Readers of the paper can sign a list in the town hall, which has 400 names.",
    "Follow-up tests showed that the paint protected 93 percent of pillars for a year.",
    "Subscribers to the ferry fell by 200,000 in the first quarter.",
    "We need to build 400 homes a year in this town, and we have built 12.",
    "We covered this question closely last year, when the council and the port were at odds.",
    "This report found that 40 percent of the pillars were cracked.",
    "This project was funded with 40 million euros from the port and ended in 2019.",
    "Here is the problem: the town has spent 14 million euros since 2020.",
    "Copyright law was changed in 2019 to protect artists for 70 years.",
    "Ann Lee is a reporter who was held in Tuva for two years over what she wrote of the bridge.",
    "Share prices of the ferry company fell by 4 percent on Monday.",
    "“Sign up for the ferry and you get a letter in your inbox every week,” the mayor said.",
  ])("%s", (line) => {
    expect(bodyOf(`${head}\n\n${line}\n\n${tail}`)).toHaveLength(prose.length + 1);
  });

  test("a writer of whom the article tells is part of it", () => {
    const told =
      "Police have held Ann Lee since Monday, when she came back from the harbour where she had asked about the bridge and its cracks.";
    const last = "Ann Lee is a reporter who covers ports.";
    expect(bodyOf(`${head}\n\n${told}\n\n${last}`)).toContain(last);
  });

  test("a short paragraph before the list of who wrote it is no summary", () => {
    const text = `${head}\n\n(Reporting by Ann Lee; Editing by Bo Kim)\n\n© Harbour Wire 2024`;
    expect(bodyOf(text)).toEqual(bodyOf(head));
  });

  test("a word that stands over every picture is no headline", () => {
    const first = "The council will close the bridge in May.";
    const text = `Harbour bridge to close\n\nA summary\n\nImage\n\n${first}\n\nImage\n\n${tail}`;
    expect(bodyOf(text)).toContain(first);
  });

  test("a date above the headline is not taken for it", () => {
    const text = `Sat, 08 Jul, 2023 - 09:36\n\nHarbour bridge to close\n\nTwo pillars of it are cracked.\n\nPost reporter\n\n${tail}`;
    expect(bodyOf(text)).toEqual(bodyOf(`Harbour bridge to close\n\n${tail}`));
  });
});

test.each([
  [
    "printed twice",
    "The bridge was last painted in Harbour Road on November 17.\nThe bridge was last painted in Harbour Road on November 17.",
  ],
  [
    "begun in the one with its credit",
    "Officials take pictures of the bridge on Friday.\nOfficials take pictures of the bridge on Friday. Photograph: Ann Lee/AP",
  ],
  ["over who took it", "The council has closed the bridge in May.\nPhoto by Ann Lee/Post"],
  [
    "with name and house",
    "The harbour-owned ferry touted a price cut on fish as part of what it told on Monday about lower prices on hundreds of boats. (Ann Lee / The Harbour Post)",
  ],
])("a picture’s text %s is a caption", (_, caption) => {
  expect(bodyOf(`${head}\n\n${caption}\n\n${tail}`)).toEqual(prose);
});

test.each([
  "By allowing ads to appear on this site, you support local journalism.",
  "Image: Harbour Bank",
])("what stands above the headline is not taken for it: %s", (above) => {
  const text = `${above}\n\nHarbour bridge to close for repairs\n\n${tail}`;
  expect(bodyOf(text)).toEqual(bodyOf(`Harbour bridge to close for repairs\n\n${tail}`));
});

test.each([
  "Buyers of the ferry pass pay $20 a year, or $15 a year if you leave out the paper, and members get a second boat, first seats and free coffee on top.",
  "The agency asked people to look at their boats. Owners with questions can call the yard at 555-0142 or email info@yard.example, and the yard will take them back.",
])("advice in the last paragraph stays body: %s", (last) => {
  expect(bodyOf(`${head}\n\n${tail}\n\n${last}`).length).toBeGreaterThan(prose.length);
});

test("a picture’s text that runs into its credit is a caption", () => {
  const caption =
    "The bridge was built in 1931 and has been painted four times since then, each time in another colour, an official said.CreditAnn Lee for The Harbour Post";
  expect(bodyOf(`${head}\n\n${caption}\n\n${tail}`)).toEqual(prose);
});

test("a paper that asks for money speaks of helping to pay for its work", () => {
  const line = "If everyone who reads our reporting helps to support it, our future will be safe.";
  expect(bodyOf(`${head}\n\n${line}\n\n${tail}`)).toEqual(prose);
});
