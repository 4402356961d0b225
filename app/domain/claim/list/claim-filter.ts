import { z } from "zod";

import { claimStates } from "../../review/workflow";
import { claimTypes } from "../claim";

export const listLooks = ["table", "board"] as const;
export type ListLook = (typeof listLooks)[number];

/** How many claims a page of the table shows, and a column of the board. */
export const pageSize = 50;
export const boardSize = 12;

/** How much a claim deserves a check, in three bands. */
export const worthBands = ["high", "middle", "low"] as const;
export type WorthBand = (typeof worthBands)[number];

export const dueBands = ["overdue", "week", "none"] as const;
export type DueBand = (typeof dueBands)[number];

export const claimSorts = ["changed", "idle", "due", "worth", "new"] as const;
export type ClaimSort = (typeof claimSorts)[number];

const personOrNone = z.union([z.uuid(), z.literal("none")]).nullable();

/** Which claims a list shows, and in which order. Null and empty mean that it does not matter. */
export const claimFilter = z.object({
  states: z.array(z.enum(claimStates)),
  types: z.array(z.enum(claimTypes)),
  /** A person's id, or "none" for claims that have nobody. */
  lead: personOrNone,
  second: personOrNone,
  /** Those in which the person who looks is lead or second reviewer. */
  mine: z.boolean(),
  article: z.uuid().nullable(),
  claimant: z.string().min(1).max(200).nullable(),
  /** A topic’s id, or "none" for claims that have no topic. */
  topic: z.union([z.uuid(), z.literal("none")]).nullable(),
  worth: z.enum(worthBands).nullable(),
  due: z.enum(dueBands).nullable(),
  /** Unfinished claims that took no step, and whose review nobody wrote in, for this many days. */
  idleDays: z.number().int().min(1).max(365).nullable(),
  /** Words of the statement, the quote, the claimant or the article's title. */
  text: z.string().max(200),
  sort: z.enum(claimSorts),
});
export type ClaimFilter = z.infer<typeof claimFilter>;

export const everyClaim: ClaimFilter = {
  states: [],
  types: [],
  lead: null,
  second: null,
  mine: false,
  article: null,
  claimant: null,
  topic: null,
  worth: null,
  due: null,
  idleDays: null,
  text: "",
  sort: "changed",
};

/** What a claim's check-worthiness has to reach, and stay below, to be in a band. */
export const bandLimits: Record<WorthBand, { from: number | null; below: number | null }> = {
  high: { from: 0.7, below: null },
  middle: { from: 0.4, below: 0.7 },
  low: { from: null, below: 0.4 },
};

/** How many parts of the filter narrow the list. The order does not. */
export function narrowedBy(filter: ClaimFilter): number {
  return [...filterToQuery({ ...filter, sort: "changed" }).keys()].length;
}

/**
 * Reads a filter from the query of an address. Anything that makes no sense there is left out, because people write
 * addresses by hand and keep old ones.
 */
export function filterFromQuery(query: URLSearchParams): ClaimFilter {
  const one = (name: string) => query.get(name)?.trim() || null;
  const among = <T extends string>(values: readonly T[], name: string): T[] => {
    const asked = query.getAll(name).flatMap((value) => value.split(","));
    return values.filter((value) => asked.includes(value));
  };
  const asked: Record<keyof ClaimFilter, unknown> = {
    states: among(claimStates, "state"),
    types: among(claimTypes, "type"),
    lead: one("lead"),
    second: one("second"),
    mine: one("mine") === "1",
    article: one("article"),
    claimant: one("claimant"),
    topic: one("topic"),
    worth: one("worth"),
    due: one("due"),
    idleDays: one("idle") === null ? null : Number(one("idle")),
    text: one("q") ?? "",
    sort: one("sort") ?? "changed",
  };
  const sensible = Object.entries(claimFilter.shape).map(([name, part]) => {
    const key = name as keyof ClaimFilter;
    const read = part.safeParse(asked[key]);
    return [key, read.success ? read.data : everyClaim[key]];
  });
  return claimFilter.parse(Object.fromEntries(sensible));
}

/** The shortest query that reads back as this filter. */
export function filterToQuery(filter: ClaimFilter): URLSearchParams {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value !== null && value !== "") query.append(name, value);
  };
  put("q", filter.text);
  put("state", filter.states.join(","));
  put("type", filter.types.join(","));
  put("lead", filter.lead);
  put("second", filter.second);
  put("mine", filter.mine ? "1" : null);
  put("article", filter.article);
  put("claimant", filter.claimant);
  put("topic", filter.topic);
  put("worth", filter.worth);
  put("due", filter.due);
  put("idle", filter.idleDays === null ? null : String(filter.idleDays));
  put("sort", filter.sort === everyClaim.sort ? null : filter.sort);
  return query;
}

export const lookFromQuery = (query: URLSearchParams): ListLook =>
  query.get("view") === "board" ? "board" : "table";

/** The address of a list: its filter, how it is shown, and where its page begins. */
export function listAddress(
  filter: ClaimFilter,
  { view = "table", after = null }: { view?: ListLook; after?: string | null } = {},
): string {
  const query = filterToQuery(filter);
  if (view === "board") query.set("view", view);
  if (after !== null) query.set("after", after);
  const text = query.toString().replaceAll("%2C", ",");
  return text === "" ? "/desk/claims" : `/desk/claims?${text}`;
}
