import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ClaimList } from "~/commands/ports/claim-list";
import { bandLimits, type ClaimFilter } from "~/domain/claim/list/claim-filter";
import { claimTypes } from "~/domain/claim/claim";
import { claimItem, claimNews } from "~/domain/claim/list/claim-item";
import { pageMark, type PageMark } from "~/domain/page-mark";
import { roles } from "~/domain/people/person";
import { claimStates } from "~/domain/review/workflow";

import { rowsOf } from "./refusals.server";

export const claimPage = z.object({
  rows: z.array(claimItem),
  next: pageMark.nullable(),
  seq: z.number(),
});
const marks = z.object({ drifted: z.array(z.string()), asking: z.array(z.string()) });
const counts = z.partialRecord(z.enum(claimStates), z.number());
const people = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    workLimit: z.number(),
    leads: z.number(),
    seconds: z.number(),
    lastPartners: z.array(z.string()),
    claimantBefore: z.number(),
    outletBefore: z.number(),
    subjectsBefore: z.array(
      z.object({
        topic: z.string().nullable(),
        type: z.enum(claimTypes).nullable(),
        led: z.number(),
        seconded: z.number(),
      }),
    ),
    wroteIn: z.array(z.string()),
  }),
);

/** What the database is asked: the parts of the filter that narrow it, by its names for them. */
function conditionOf(filter: ClaimFilter): Record<string, unknown> {
  const band = filter.worth === null ? null : bandLimits[filter.worth];
  const parts: Record<string, unknown> = {
    states: filter.states.length === 0 ? null : filter.states,
    types: filter.types.length === 0 ? null : filter.types,
    lead: filter.lead,
    second: filter.second,
    mine: filter.mine || null,
    article: filter.article,
    claimant: filter.claimant,
    topic: filter.topic,
    worthFrom: band?.from ?? null,
    worthBelow: band?.below ?? null,
    due: filter.due,
    idleDays: filter.idleDays,
    text: filter.text === "" ? null : filter.text,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
}

/** One page of a list, as the database is asked for it. */
export const claimsAsked = (
  filter: ClaimFilter,
  today: string,
  { after, size }: { after: PageMark | null; size: number },
) => ({
  p_filter: conditionOf(filter),
  p_sort: filter.sort,
  p_after: after ?? {},
  p_limit: size,
  p_today: today,
});

export function claimList(supabase: SupabaseClient): ClaimList {
  return {
    async page(filter, today, { after, size }) {
      const asked = claimsAsked(filter, today, { after, size });
      return claimPage.parse(rowsOf(await supabase.rpc("list_claims", asked)));
    },

    async counts(filter, today) {
      const asked = { p_filter: conditionOf(filter), p_today: today };
      return counts.parse(rowsOf(await supabase.rpc("count_claims", asked)));
    },

    async board(filter, today, perState) {
      return claimPage.parse(
        rowsOf(
          await supabase.rpc("board_claims", {
            p_filter: conditionOf(filter),
            p_sort: filter.sort,
            p_per_state: perState,
            p_today: today,
          }),
        ),
      );
    },

    marks: async (claimIds) =>
      marks.parse(rowsOf(await supabase.rpc("claim_marks", { p_claims: claimIds }))),

    async news(filter, today, since) {
      return claimNews.parse(
        rowsOf(
          await supabase.rpc("claim_news", {
            p_filter: conditionOf(filter),
            p_since: since,
            p_today: today,
          }),
        ),
      );
    },

    async assignable(claimIds) {
      return people.parse(
        rowsOf(await supabase.rpc("assignment_facts", { p_claims: [...claimIds] })),
      );
    },
  };
}
