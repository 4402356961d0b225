import type { Anchor } from "~/domain/claim/claim";
import { anchorOf } from "~/domain/claim/anchor";

/** An invented article with one claim in it, for tests of what a model makes of that claim. */
export const article = {
  title: "Bridge is off 🌉",
  publishedOn: "2024-02-05",
  text: `Bridge is off 🌉

The council of Springfield rejected the new bridge by 31 votes to 12 on Monday, and mayor Anna Keller said she would not resign.

"We lost $5 million," said Deputy Mayor Tom van der Berg of the Bank of Springfield. The US firm Orbit pays 40 percent. Peter Keller, a critic, told us so.`,
};

const passage =
  "The council of Springfield rejected the new bridge by 31 votes to 12 on Monday, and mayor Anna Keller said she would not resign.";

const start = Array.from(article.text.slice(0, article.text.indexOf(passage))).length;

export const bridgeClaim: { anchor: Anchor; statement: string } = {
  anchor: anchorOf(article.text, start, start + passage.length),
  statement:
    "The council rejected the new bridge by 31 votes to 12, and the mayor said she would not resign.",
};
