import { everyClaim, type ClaimFilter } from "~/domain/claim/list/claim-filter";

export interface PageCase {
  name: string;
  filter: ClaimFilter;
  look: "table" | "board";
  /** How many pages deep into the list is asked; 0 for the first. */
  pagesDeep?: number;
}

const filter = (changes: Partial<ClaimFilter>): ClaimFilter => ({ ...everyClaim, ...changes });

/** Each filter, each order and the searches of the claim list, as people combine them. */
export const casesFor = (known: { person: string; article: string; topic: string }): PageCase[] => {
  const table = (name: string, changes: Partial<ClaimFilter>): PageCase => ({
    name,
    look: "table",
    filter: filter(changes),
  });
  return [
    table("every claim, last changed", {}),
    { ...table("every claim, tenth page", {}), pagesDeep: 10 },
    table("longest untouched first", { sort: "idle" }),
    table("by due date", { sort: "due" }),
    table("by worth", { sort: "worth" }),
    table("newest first", { sort: "new" }),
    table("one state", { states: ["in_review"] }),
    table("three states", { states: ["open", "in_review", "disputed"] }),
    table("one type", { types: ["statistic"] }),
    table("one lead", { lead: known.person }),
    table("one second", { second: known.person }),
    table("without a lead", { lead: "none" }),
    table("mine", { mine: true }),
    table("one article", { article: known.article }),
    table("one claimant", { claimant: "boris johnson" }),
    table("one topic", { topic: known.topic }),
    table("one topic, in review, by due date", {
      topic: known.topic,
      states: ["in_review"],
      sort: "due",
    }),
    table("without a topic", { topic: "none" }),
    table("worth a check", { worth: "high" }),
    table("overdue", { due: "overdue", sort: "due" }),
    table("due this week", { due: "week", sort: "due" }),
    table("no due date", { due: "none" }),
    table("idle for 30 days", { idleDays: 30, sort: "idle" }),
    table("search, frequent word", { text: "bridge" }),
    table("search, three words", { text: "zurich bridge doub" }),
    table("search, one claim", { text: "17431" }),
    table("search, nothing found", { text: "nowhere" }),
    table("search and four filters", {
      text: "council",
      states: ["in_review", "second_review"],
      types: ["event", "quote", "statistic"],
      worth: "middle",
      sort: "due",
    }),
    { name: "board of every claim", look: "board", filter: filter({}) },
    { name: "board of a search", look: "board", filter: filter({ text: "council" }) },
    { name: "board of a topic", look: "board", filter: filter({ topic: known.topic }) },
    { name: "board of my claims", look: "board", filter: filter({ mine: true }) },
  ];
};
