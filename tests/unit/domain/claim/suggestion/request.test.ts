import { expect, test } from "vitest";

import { suggestionRequest } from "~/domain/claim/suggestion/request";

import { article, bridgeClaim } from "./bridge";

test("what goes out is the claim, its passage and a little of the article", () => {
  const long = { ...article, text: `${article.text}${" More words.".repeat(500)}` };
  for (const kind of ["rewrite", "split"] as const) {
    const [system, user, ...rest] = suggestionRequest(kind, bridgeClaim, long);
    expect(rest).toEqual([]);
    expect(system?.role).toBe("system");
    const sent = JSON.parse(user?.content ?? "");
    expect(Object.keys(sent)).toEqual([
      "title",
      "published",
      "before",
      "passage",
      "after",
      "statement",
    ]);
    expect(sent.before + sent.passage).toBe(
      Array.from(article.text).slice(0, bridgeClaim.anchor.end).join(""),
    );
    expect(Array.from(sent.after)).toHaveLength(600);
  }
});
