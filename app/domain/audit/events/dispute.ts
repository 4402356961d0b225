import type { Details, Sentences } from "./details";

/** Two ratings that differ, and how that was settled. */
export const disputeEvents = {
  "review.adjudicated": adjudicated,
  "review.conceded": conceded,
  "review.vote_cast": (of) =>
    `voted on the dispute${of.flag("undecided") === true ? "; three votes differ, and the editors vote anew" : ""}`,
  "review.dispute_voted": (of) => `voted on the dispute, and the vote carried${between(of)}`,
  "review.dispute_remark": () => "spoke in the discussion of the dispute",
  "review.dispute_given_to_one": (of) =>
    `gave the dispute to one editor, because too few are free to vote${of.reason()}`,
} satisfies Sentences;

function adjudicated(of: Details): string {
  return `decided the dispute${between(of)}${of.reason()}`;
}

/** Between which ratings a dispute was settled, and as what. */
function between(of: Details): string {
  const first = of.rating("first");
  const second = of.rating("second");
  const final = of.rating("rating");
  const both = first === null || second === null ? "" : ` between “${first}” and “${second}”`;
  return `${both}${final === null ? "" : ` as “${final}”`}`;
}

function conceded(of: Details): string {
  const final = of.rating("rating");
  const whose =
    of.text("capacity") === "lead" ? "the second reviewer’s rating" : "the lead’s rating";
  return `moved to ${whose}${final === null ? "" : ` “${final}”`}${of.reason()}`;
}
