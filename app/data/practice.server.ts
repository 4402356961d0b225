import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { PracticeStore } from "~/commands/ports/practice";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";
import { evidenceSchema, verdictContentSchema } from "~/domain/verdict/content";
import { ratings } from "~/domain/verdict/rating";
import { sureness } from "~/domain/verdict/sureness";

import { refusalOf, rowsOf } from "./refusals.server";

const rating = z.enum(ratings);
const sure = z.enum(sureness);
const count = z.number().int();
const instant = z.string().transform((at) => new Date(at).toISOString());

const offerRow = z.object({
  id: z.string(),
  statement: z.string(),
  article: z.string(),
  attempts: count,
});
const shownCase = z
  .object({
    id: z.string(),
    statement: z.string(),
    articleVersionId: z.string(),
    start: count,
    end: count,
    attempts: count,
    evidence: z.array(evidenceSchema),
  })
  .nullable();
const outcomeRow = z
  .object({
    number: count,
    content: z.string(),
    contentHash: z.string(),
    answers: z.array(
      z.object({ attempt: count, rating, sure, reason: z.string(), answeredAt: instant }),
    ),
  })
  .transform(({ answers, content, ...version }) => ({
    answers,
    version: { ...version, content: verdictContentSchema.parse(JSON.parse(content)) },
  }))
  .nullable();
const recordRow = z
  .object({
    case_id: z.string(),
    statement: z.string(),
    known: rating,
    given: rating,
    sure,
    answered_at: instant,
    attempts: count,
  })
  .transform(({ case_id, answered_at, ...row }) => ({
    ...row,
    caseId: case_id,
    answeredAt: answered_at,
  }));
const personRow = z
  .object({
    person_id: z.string(),
    name: z.string(),
    cases: count,
    attempts: count,
    last_at: instant,
    cells: z.array(z.tuple([rating, rating, count])).nullable(),
  })
  .transform(({ person_id, last_at, cells, ...row }) => ({
    ...row,
    personId: person_id,
    lastAt: last_at,
    cells: cells && cells.map(([first, second, count]) => ({ first, second, count })),
  }));
const keptRow = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    statement: z.string(),
    is_closed: z.boolean(),
    people: count,
  })
  .transform(({ claim_id, is_closed, ...row }) => ({
    ...row,
    claimId: claim_id,
    isClosed: is_closed,
  }));

const outcome = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
  error ? fail(refusalOf(error)) : ok(null);

/** Everything goes through functions that ask for the caller's part in the claim; the tables are open to nobody. */
export function practiceStore(supabase: SupabaseClient): PracticeStore {
  const rows = async (name: string) => rowsOf(await supabase.rpc(name)) as unknown;
  const one = async (name: string, caseId: string): Promise<unknown> => {
    const { data, error } = await supabase.rpc(name, { p_case: caseId });
    if (error) throw new Error(error.message, { cause: error });
    return data;
  };
  return {
    offers: async () => z.array(offerRow).parse(await rows("practice_offers")),
    find: async (caseId) => shownCase.parse(await one("practice_case", caseId)),
    outcome: async (caseId) => outcomeRow.parse(await one("practice_outcome", caseId)),
    record: async () => z.array(recordRow).parse(await rows("practice_record")),
    people: async () => z.array(personRow).parse(await rows("practice_people")),
    kept: async () => z.array(keptRow).parse(await rows("practice_cases_kept")),
    async answer({ caseId, rating: chosen, sure: howSure, reason }) {
      const { data, error } = await supabase.rpc("answer_practice_case", {
        p_case: caseId,
        p_rating: chosen,
        p_sure: howSure,
        p_reason: reason,
      });
      return error ? fail(refusalOf(error)) : ok(count.parse(data));
    },
    mark: async (claimId) =>
      outcome(await supabase.rpc("mark_practice_case", { p_claim: claimId })),
    end: async (caseId) => outcome(await supabase.rpc("end_practice_case", { p_case: caseId })),
  };
}
