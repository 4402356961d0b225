import { describe, expect, it } from "vitest";

import { isFailure, isSamePlace, judgeLook, lookOutcomes } from "~/domain/article/drift/judge-look";
import { lookWords } from "~/domain/article/drift/words";

const known = {
  text: "The council rejected the bridge by 31 votes to 12.\n\nThe mayor said that it cost too much.",
  sourceUrl: "https://paper.example/bridge",
};
const read = (text: string, finalUrl = known.sourceUrl, isCut = false) =>
  judgeLook(known, { kind: "read", text, finalUrl, isCut });
const failed = (problem: string, status?: number) =>
  judgeLook(known, { kind: "failed", problem, status });

describe("judgeLook", () => {
  it("takes a text that differs in blanks alone for the same", () => {
    const spaced = `  ${known.text.replaceAll(" ", " \u00A0").replace("\n\n", "\r\n\r\n\r\n")}\u200B\n`;
    expect(read(spaced)).toBe("unchanged");
    expect(read(known.text.replace("31", "29"))).toBe("changed");
    // A paragraph that was cut in two is another text.
    expect(read(known.text.replace("mayor ", "mayor\n"))).toBe("changed");
  });

  it("tells an article that moved from an address that leads elsewhere", () => {
    const there = "https://paper.example/2024/bridge-vote";
    expect(read(known.text, there)).toBe("moved");
    expect(read(known.text.replace("31", "29"), there)).toBe("changed");
    expect(read("Football, weather, horoscopes and recipes.", there)).toBe("elsewhere");
    // At its own address a wholly other text is what the article says now.
    expect(read("Football, weather, horoscopes and recipes.")).toBe("changed");
  });

  it.each([
    ["gone", "http_status", 404],
    ["gone", "http_status", 410],
    ["wall", "http_status", 403],
    ["wall", "http_status", 451],
    ["wall", "paywall", undefined],
    ["wall", "consent", undefined],
    ["wall", "challenge", undefined],
    ["unreachable", "http_status", 503],
    ["unreachable", "http_status", 429],
    ["unreachable", "timeout", undefined],
    ["unreachable", "unreachable", undefined],
    ["unreadable", "wrong_type", undefined],
    ["unreadable", "no_text", undefined],
    ["unreadable", "error_page", undefined],
    ["unreadable", "too_many_redirects", undefined],
  ])("says %s of %s %s", (outcome, problem, status) => {
    expect(failed(problem, status)).toBe(outcome);
    expect(isFailure(failed(problem, status))).toBe(true);
  });

  it("never takes what is not the whole article for a change", () => {
    expect(read("The council rejected the bridge", known.sourceUrl, true)).toBe("wall");
    expect(read(" \n ")).toBe("unreadable");
  });
});

it("takes two addresses for one where sites change them by the way", () => {
  const same = (other: string) => isSamePlace("https://paper.example/bridge", other);
  expect(same("http://www.paper.example/bridge/?utm_source=x#top")).toBe(true);
  expect(same("https://paper.example/bridge?page=2")).toBe(false);
  expect(same("https://paper.example/")).toBe(false);
  expect(same("no address")).toBe(false);
});

it("says of every outcome what it means", () => {
  const words = lookOutcomes.map((outcome) =>
    lookWords({
      ...{ id: "l", articleId: "a", askedBy: null, askedAt: "", begunAt: null, endedAt: "" },
      ...{ outcome, problem: null, finalUrl: null, number: 2 },
    }),
  );
  expect(new Set(words).size).toBe(lookOutcomes.length);
});
