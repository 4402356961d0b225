import { describe, expect, it } from "vitest";

import { checkDraft } from "~/domain/article/draft";

const today = "2024-02-05";
const text =
  "The council approved the budget on Monday with twelve votes against nine, the mayor told reporters.";

function check(changes: Record<string, unknown> = {}) {
  return checkDraft({ title: "Budget approved", text, ...changes }, today);
}

function errors(changes: Record<string, unknown>) {
  const checked = check(changes);
  return checked.ok ? {} : checked.error;
}

describe("checkDraft", () => {
  it("takes a title and a text, and finds the language", () => {
    expect(check()).toEqual({
      ok: true,
      value: {
        title: "Budget approved",
        byline: null,
        outlet: null,
        publishedOn: null,
        language: "en",
        sourceUrl: null,
        fetchedAt: null,
        text,
      },
    });
  });

  it("cleans every field", () => {
    const checked = check({
      title: " Budget\n approved ",
      byline: "Ann\u0000 Author",
      outlet: " ",
      publishedOn: " 2024-02-05 ",
      sourceUrl: " https://news.example/a ",
      fetchedAt: "2024-02-05T09:30:00.000Z",
      language: "de",
      text: `${text}\r\n\r\n${text} `,
      articleId: "not ours",
    });
    expect(checked).toEqual({
      ok: true,
      value: {
        title: "Budget approved",
        byline: "Ann Author",
        outlet: null,
        publishedOn: "2024-02-05",
        language: "de",
        sourceUrl: "https://news.example/a",
        fetchedAt: "2024-02-05T09:30:00.000Z",
        text: `${text}\n\n${text}`,
      },
    });
  });

  it("keeps no time of fetching without an address", () => {
    const checked = check({ fetchedAt: "2024-02-05T09:30:00Z" });
    expect(checked).toMatchObject({ ok: true, value: { fetchedAt: null } });
  });

  it("names everything that is wrong at once", () => {
    expect(
      Object.keys(errors({ title: "", text: "", publishedOn: "soon", sourceUrl: "x" })),
    ).toEqual(["title", "text", "publishedOn", "sourceUrl"]);
  });

  it.each([
    [{ title: "\u0000 \n" }, "title", "Give the article a title."],
    [{ title: undefined }, "title", "Give the article a title."],
    [{ title: 7 }, "title", "This must be text."],
    [{ title: "é".repeat(1301) }, "title", "The title has 1,301 characters; the limit is 300."],
    [{ text: " \n" }, "text", "Paste the article’s text."],
    [{ text: "a" }, "text", "The text has 1 character; an article needs at least 80."],
    [{ text: "a".repeat(79) }, "text", "The text has 79 characters; an article needs at least 80."],
    [
      { text: "a".repeat(200_001) },
      "text",
      "The text has 200,001 characters; the limit is 200,000. Take it in as several articles.",
    ],
    [{ byline: "a".repeat(201) }, "byline", "The byline has 201 characters; the limit is 200."],
    [{ outlet: "a".repeat(201) }, "outlet", "The outlet has 201 characters; the limit is 200."],
    [
      { publishedOn: "2024-02-30" },
      "publishedOn",
      "Give a date of the calendar as YYYY-MM-DD, or leave it empty.",
    ],
    [
      { publishedOn: "5 Feb 2024" },
      "publishedOn",
      "Give a date of the calendar as YYYY-MM-DD, or leave it empty.",
    ],
    [{ publishedOn: "2024-02-07" }, "publishedOn", "The date lies in the future."],
    [
      { sourceUrl: "javascript:alert(1)" },
      "sourceUrl",
      "Give a full http or https address without a password, or leave it empty.",
    ],
    [
      { language: "<b>" },
      "language",
      "Give the language as its two-letter code, such as en, or leave it empty.",
    ],
    [
      { fetchedAt: "2025-01-01T00:00:00Z" },
      "fetchedAt",
      "The time of fetching is not a moment in the past.",
    ],
    [{ fetchedAt: "today" }, "fetchedAt", "The time of fetching is not a moment in the past."],
  ])("refuses %j", (changes, key, message) => {
    expect(errors(changes)).toEqual({ [key]: [message] });
  });

  it("counts characters, not code units", () => {
    expect(check({ title: "😀".repeat(300), text: "😀".repeat(200_000) })).toMatchObject({
      ok: true,
    });
  });

  it.each(["2024-02-06", "2024-02-05", "1999-12-31", "2024-01-31"])("takes the date %s", (date) => {
    expect(check({ publishedOn: date })).toMatchObject({ ok: true });
  });

  it.each([null, undefined, "text", 3, []])("refuses %j instead of fields", (input) => {
    expect(checkDraft(input, today)).toMatchObject({ ok: false });
  });
});
