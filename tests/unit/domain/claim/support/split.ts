import { splitArticle } from "~/domain/claim/split-article";

/** Splits some sentences as the body of an article of 5 February 2024 that has a headline. */
export const splitOf = (body: string) =>
  splitArticle(`Council looks at contract\n\n${body}`, { publishedOn: "2024-02-05" });

/** The type of the first claim in these sentences. */
export const typeIn = (body: string): string | undefined => splitOf(body).claims[0]?.type;
