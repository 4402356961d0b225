import { describe, expect, it } from "vitest";

import { isPageFurniture } from "~/domain/article/page-furniture";

describe("isPageFurniture", () => {
  it.each([
    "Advertisement",
    "Story continues below advertisement",
    "Sign up for our newsletter",
    "Share this article",
    "126 comments",
    "Filed under: Nation, Politics",
    "© 2013 The Daily",
    "(Credit: Ann Lee/AFP)",
    "US Navy / Getty Images",
    "Related articles",
    "Photo: Ann Lee",
  ])("knows %s", (text) => {
    expect(isPageFurniture({ text, linked: 0 })).toBe(true);
  });

  it.each([
    "“Share this with everybody,” the mayor said, and left the room.",
    "Advertisement spending fell by a tenth, the office said.",
    "Subscribers to our magazine grew by 3 per cent.",
    "Correction: An earlier version named the wrong minister.",
    "The agency Reuters reported 12 deaths.",
    "What follows",
    "Copyright was the second subject of the talks, which lasted two days and ended without a result on Friday evening, as all who were there said afterwards in public.",
  ])("leaves %s", (text) => {
    expect(isPageFurniture({ text, linked: 0 })).toBe(false);
  });

  it("knows a line that is only a link, unless it is a sentence of some length", () => {
    expect(isPageFurniture({ text: "The mayor resigns after the vote", linked: 1 })).toBe(true);
    expect(isPageFurniture({ text: "See the pictures.", linked: 1 })).toBe(true);
    const sentence = "The council published the whole of its report on Friday evening.";
    expect(isPageFurniture({ text: sentence, linked: 1 })).toBe(false);
    expect(isPageFurniture({ text: "The mayor resigns after the vote", linked: 0.5 })).toBe(false);
    const cross = "(MORE: What the council said before the vote, and what it did not say.)";
    expect(isPageFurniture({ text: cross, linked: 0.8 })).toBe(true);
    expect(isPageFurniture({ text: cross, linked: 0 })).toBe(false);
  });
});
