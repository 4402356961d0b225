import { z } from "zod";

import { ratingScale, ratings } from "~/domain/verdict/rating";

/** What a verdict that was found counts as: its rating, or that it was retracted and has none. */
export const standings = [...ratings, "retracted"] as const;
export type Standing = (typeof standings)[number];

export const standingLabel = (standing: Standing): string =>
  standing === "retracted" ? "Retracted" : ratingScale[standing].label;

/** What a reader looks for among published verdicts. Dates are those of first publication, in UTC, both included. */
export interface SearchQuery {
  text: string | null;
  rating: Standing | null;
  topic: string | null;
  claimant: string | null;
  from: string | null;
  to: string | null;
  /** From 1. */
  page: number;
}

export const searchPageSize = 20;
/** Further than anybody reads; what is sought deeper is found by narrowing it. */
const lastPage = 500;

/** Characters that no word has and that a database cannot keep. */
const invisible = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(invisible, " ").trim().slice(0, most))
    .transform((text) => text.replace(/\p{Cs}$/u, ""))
    .transform((text) => (text === "" ? null : text))
    .nullable()
    .catch(null);

/** No verdict is older, and a database knows no year 0. */
const date = z.iso
  .date()
  .refine((day) => day >= "1900-01-01")
  .nullable()
  .catch(null);

const fields = z.object({
  q: words(200),
  rating: z.enum(standings).nullable().catch(null),
  topic: z.uuid().nullable().catch(null),
  claimant: words(300),
  from: date,
  to: date,
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
});

/** Reads the address of a search. What makes no sense counts as not asked for. */
export function readSearch(parameters: URLSearchParams): SearchQuery {
  const { q, ...rest } = fields.parse(
    Object.fromEntries(Object.keys(fields.shape).map((name) => [name, parameters.get(name)])),
  );
  return { text: q, ...rest };
}

/** The address of a search, without what is not asked for. */
export function searchAddress(query: SearchQuery): string {
  const { text, page, ...rest } = query;
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value !== null) parameters.set(name, value);
  };
  put("q", text);
  for (const name of ["rating", "topic", "claimant", "from", "to"] as const) put(name, rest[name]);
  if (page > 1) parameters.set("page", String(page));
  const asked = parameters.toString();
  return asked === "" ? "/search" : `/search?${asked}`;
}

/** Whether anything is sought at all. */
export const isAsked = ({ page: _page, ...query }: SearchQuery): boolean =>
  Object.values(query).some((value) => value !== null);
