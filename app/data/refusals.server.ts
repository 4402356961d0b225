import type { PostgrestError } from "@supabase/supabase-js";
import { z } from "zod";

import type { Refusal } from "~/domain/refusal";
import { claimStates } from "~/domain/review/workflow";

const movedOn = z.object({
  state: z.enum(claimStates),
  movedBy: z.string().nullable(),
  movedAt: z.string(),
  action: z.string().nullable(),
  moved: z.boolean(),
  secondsAgo: z.number(),
});

/** Turns what Postgres refused into a value. Throws for anything that is a fault and not a refusal. */
export function refusalOf(error: PostgrestError): Refusal {
  switch (error.code) {
    case "PT403":
    case "42501":
      return { kind: "forbidden", message: error.message };
    case "PT404":
      return { kind: "not_found", what: error.message };
    case "PT409": {
      const detail = movedOn.safeParse(parsed(error.details));
      if (detail.success) return { kind: "stale", ...detail.data };
      return { kind: "illegal", message: error.message };
    }
    case "PT423":
      return { kind: "read_only", message: error.message };
    case "PT422":
    case "23514":
    case "22P02":
      return { kind: "illegal", message: error.message };
    default:
      throw new StoreError(error);
  }
}

/** The database could not do what it was asked, for a reason that is nobody's decision. */
export class StoreError extends Error {
  constructor(cause: PostgrestError) {
    super(`${cause.code || "store"}: ${cause.message}`, { cause });
    this.name = "StoreError";
  }
}

/** The rows of an answer, or a StoreError. */
export function rowsOf<T>(answer: { data: T | null; error: PostgrestError | null }): T {
  if (answer.error) throw new StoreError(answer.error);
  if (answer.data === null) throw new Error("The store answered neither rows nor an error");
  return answer.data;
}

function parsed(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
