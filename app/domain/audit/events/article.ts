import type { Sentences } from "./details";

/** An article and its versions, and what its changes do to claims. */
export const articleEvents = {
  "article.created": (of) => `created the article${of.quoted("title")}`,
  "article.version_saved": (of) =>
    `saved ${of.number("number") === null ? "a version" : `version ${of.number("number")}`} of the article${of.quoted("title")}`,
  "article.change_kept": (of) =>
    `looked at the article’s address again and kept ${of.number("number") === null ? "what it says now" : `version ${of.number("number")}`}`,
  "claim.words_changed": (of) =>
    `found the claim’s words changed in ${of.number("number") === null ? "the article" : `version ${of.number("number")} of the article`}`,
  "claim.words_placed": (of) =>
    of.text("decision") === "chosen"
      ? `chose the passage in version ${of.number("number") ?? "?"} of the article where the claim’s words stand`
      : of.text("decision") === "gone"
        ? "said that the claim’s words are gone from the changed article"
        : "said where the claim’s words stand in the changed article",
  "claim.change_dismissed": (of) =>
    `found that the change of the article does not touch the verdict${of.reason()}`,
} satisfies Sentences;
