import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

const article = `Harbour bridge to close for repairs

The council will close the harbour bridge in May. Engineers found cracks in two of its pillars.

The repairs cost 2 million euros. The bridge was built in 1931.`;

const bodyOf = (text: string) =>
  splitArticle(text)
    .sentences.filter((each) => each.role === "body")
    .map((each) => each.text);

describe("what stands around an article", () => {
  test.each([
    ["a list of sources", 'Sources\nAnn Lee "Bridge to close" — Harbour Post, May 5, 2015'],
    [
      "a source on its own",
      'Sources\n\n"Bridge to close: council" — Radio Harbour, 5 May 2015\n\n"Cracks found" — Post, May 4, 2015',
    ],
    ["what else to read", "Most read\nThree held after brawl\nChippy to close after 41 years"],
    ["links that end as sentences", "Related articles\n27 January 2011: Ferry sunk.\nCollaborate!"],
    ["a call for opinions", "Have an opinion on this story? Share it!"],
    ["a newsletter", "Get the latest news from the harbour in your inbox – sign up here."],
    [
      "news by messenger",
      "Get the news updates on WhatsApp & Telegram by subscribing to our channels. For all the latest harbour updates, download our app.",
    ],
    ["what is done with the address", "Privacy Notice: Newsletters may contain news of charities."],
    [
      "a long line of who wrote",
      "(Additional reporting by Ann Lee, Bo Kim, Cy Poe, Dee Roe, Eve Moe, Fay Noe, Gus Low, Hal Mow, Ida Row, Jon Bow and Kai Sow; Writing by Lea Tow and Max Vow; Editing by Ned Wow, Oda Yow, Pat Zow, Quin Abe, Rae Bee, Sam Cee and Tom Dee)",
    ],
    [
      "who reported from where",
      "Lee reported from Porto, Portugal; AP writers Bo Kim in Paris and Cy Poe in Chicago contributed.",
    ],
    ["who contributed", "AP writers Bo Kim in Paris and Cy Poe in Chicago contributed."],
    ["a quotation as a heading", '"MORE BRIDGE, LESS WATER"'],
    [
      "a picture from the files",
      "FILE - People gather at the start of a protest in the harbour. The council is showing itself intent on staying. It sees the bridge as its last, best crossing and, until the flood, a promising place in a region plagued by storms that come every year and leave nobody as they found them, year after year. (AP Photo/Ann Lee, File)",
    ],
    ["a channel to follow", "Follow the Harbour Post on Telegram."],
    ["a note on the page", "This page is archived, and is no longer publicly editable."],
    ["comments", "Comments\nLog in or register to comment"],
    ["a count", "12 Comments"],
    [
      "where to write",
      "Ann Lee may be reached at ann@post.example. Follow her on Twitter @ann. Find the Post on Facebook.",
    ],
    ["a call for pictures", "Are you near the bridge? Please share your videos and stories."],
    [
      "who made it",
      "Ann Lee and Bo Kim reported on this story for the Post. Cy Poe was the editor.",
    ],
    ["whose voice it was", "I’m Ann Lee."],
    ["a call to write", "We want to hear from you. Write to us in the comments."],
    ["what was put right", "This version corrects the name of the town to Tuva."],
    ["an end mark", "Enditem"],
    ["where it came from", "This article was translated from German."],
    ["a ranking", "1. Finland\n2. Norway\n3. Australia"],
    ["a box of facts", "BRIDGE: KEY FACTS Built in 1931 Closed twice for repairs and paint"],
    [
      "what else to read, with lines between",
      "Related stories\n\nChippy calls in the bank\n\nHarbour: where are the jobs?",
    ],
    [
      "a picture under its credit",
      "A dog stands on the bridge in the rain. It is old.\nCredit: ANN LEE/ AFP",
    ],
    [
      "a picture with its source",
      "Ann Lee and Bo Kim celebrate at the bridge\nImage source, Getty Images",
    ],
    [
      "a long picture text",
      `In this photo the boat with the old engine lies at the bridge in the harbour of the town. The boat broke up in May, minutes after it left the harbour, because of a fault in its engine that nobody has explained so far, the harbour office said, and its crew of four was saved by a fishing boat that happened to be near the place where it sank. (Ann Lee/Harbour Press Service photo via AP)`,
    ],
    ["a correction", "Correction: An earlier version of this article named another bridge."],
    ["who owns it", "Copyright 2015 Harbour Post. All rights reserved."],
  ])("%s is no body", (_, tail) => {
    expect(bodyOf(`${article}\n\n${tail}`)).toEqual(bodyOf(article));
  });

  test("a link in brackets behind the last full stop is none either", () => {
    expect(bodyOf(`${article} [Harbour Tales: The History of Bridges]`)).toEqual(bodyOf(article));
  });

  test("a byline and an end mark glued to prose are cut off", () => {
    const [head = "", first = "", last = ""] = article.split("\n\n");
    const glued = [head, `By Harbour Post News Desk: ${first}`, `${last} Enditem`].join("\n\n");
    expect(bodyOf(glued)).toEqual(bodyOf(article));
  });

  test("a video's box before the article is none either", () => {
    const [head = "", ...rest] = article.split("\n\n");
    const box =
      "Bridge cracks\nX\nJanuary 11, 2014 1:49 AM\nThe bridge will be closed. Ann Lee reports.";
    expect(bodyOf([head, box, ...rest].join("\n\n"))).toEqual(bodyOf(article));
  });

  test("prose under a word that could head a list stays body", () => {
    const prose =
      "Notes\nThe company that built the bridge has kept its notes since 1931, and the council has asked to see all of them by May.";
    expect(bodyOf(`${article}\n\n${prose}`)).toHaveLength(bodyOf(article).length + 1);
  });

  test("a list of many short lines ends where it is too long to be one", () => {
    const lines = Array.from({ length: 40 }, (_, i) => `The bridge number ${i} was closed.`);
    expect(bodyOf(`${article}\n\nNotes\n${lines.join("\n")}`).length).toBeGreaterThan(20);
  });
});
