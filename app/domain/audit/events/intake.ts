import type { Sentences } from "./details";

/** What brings articles in without a person at the page: tokens and feeds. */
export const intakeEvents = {
  "article.taken_in_by_token": (of) =>
    `had a program take the article in, with the token${of.quoted("name")}`,
  "token.made": (of) => {
    const scopes = of.list("scopes").filter((scope) => scope !== "articles:create");
    const what = scopes.length === 0 ? "take articles in" : "work at the desk";
    return `made the token${of.quoted("name")}, with which a program can ${what}`;
  },
  "token.revoked": (of) => `took the token${of.quoted("name")} back`,
  "feed.added": (of) => `had the desk watch the feed${of.quoted("url")}`,
  "feed.paused": (of) => `paused the feed${of.quoted("url")}`,
  "feed.resumed": (of) => `had the feed${of.quoted("url")} read again`,
  "feed.removed": (of) => `removed the feed${of.quoted("url")}`,
  "feed.item_dismissed": (of) => `dismissed what a feed brought:${of.quoted("title")}`,
  "feed.item_restored": (of) => `brought back what a feed had brought:${of.quoted("title")}`,
} satisfies Sentences;
