import { z } from "zod";

import { claimFilter, claimSorts } from "~/domain/claim/list/claim-filter";
import { claimTypes } from "~/domain/claim/claim";
import { claimStates } from "~/domain/review/workflow";
import { readCursor } from "~/domain/report/feed-cursor";
import { ratings } from "~/domain/verdict/rating";

/** How many things a page of a list has where nobody says otherwise, and at most. */
export const usualPage = 50;
export const longestPage = 100;

const when = (what: string) =>
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: "Give a date (2026-11-28) or a time with its zone (2026-11-28T12:00:00Z).",
    })
    .describe(what)
    .optional();

const limit = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, `Give a number from 1 to ${longestPage}.`)
  .optional()
  .describe(`How many on a page, from 1 to ${longestPage}; ${usualPage} where left out.`);

const cursor = z
  .string()
  .max(200)
  .refine((text) => readCursor(text) !== null, "This is no place in the list that was given out.")
  .optional()
  .describe("Where the page begins. Take it from `next`; leave it out to begin with the newest.");

/** One or several of these values, with commas between them. */
const someOf = (values: readonly string[]) =>
  z
    .string()
    .refine((text) => text.split(",").every((each) => values.includes(each)), {
      error: `Give one or several of ${values.join(", ")}, with commas between them.`,
    })
    .optional();

const personOrNone = z.union([z.uuid(), z.literal("none")]).optional();

const since = {
  since: when("Only what was first published then or later."),
  updated_since: when("Only what changed then or later."),
};

export const claimsQuery = z.strictObject({
  rating: someOf(ratings).describe("One or several ratings by their `id`."),
  topic: z.string().min(1).max(200).optional().describe("A topic by its name."),
  claimant: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe("Who says it, as the verdict names them."),
  ...since,
  limit,
  cursor,
});

export const reportsQuery = z.strictObject({ ...since, limit, cursor });

export const correctionsQuery = z.strictObject({
  limit,
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "This is no place in the list that was given out.")
    .optional()
    .describe("Where the page begins. Take it from `next`."),
});

/** The same parameters as those of the desk’s own list, so that an address can be taken from there. */
export const deskClaimsQuery = z.strictObject({
  q: z.string().max(200).optional().describe("Words of the claim, its claimant or its article."),
  state: someOf(claimStates).describe("One or several states."),
  type: someOf(claimTypes).describe("One or several types of claims."),
  lead: personOrNone.describe("The id of the lead reviewer, or `none`."),
  second: personOrNone.describe("The id of the second reviewer, or `none`."),
  mine: z.literal("1").optional().describe("Those of who made the token."),
  article: z.uuid().optional().describe("The id of an article."),
  claimant: z.string().min(1).max(200).optional().describe("Who says it."),
  topic: personOrNone.describe("The id of a topic, or `none`."),
  worth: z.enum(claimFilter.shape.worth.unwrap().options).optional(),
  due: z.enum(claimFilter.shape.due.unwrap().options).optional(),
  idle: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "Give a number of days.")
    .optional()
    .describe("Unfinished claims in which nothing has happened for so many days."),
  sort: z.enum(claimSorts).optional().describe("The order; `changed` where left out."),
  limit,
  cursor: z.string().max(200).optional().describe("Where the page begins. Take it from `next`."),
});

export const noQuery = z.strictObject({});

/** The two times of a query, as the store asks by them. */
export const sinceOf = (query: {
  since?: string | undefined;
  updated_since?: string | undefined;
}) => ({
  ...(query.since !== undefined && { publishedSince: query.since }),
  ...(query.updated_since !== undefined && { changedSince: query.updated_since }),
});

export const limitOf = (query: { limit?: string | undefined }): number =>
  query.limit === undefined ? usualPage : Number(query.limit);
