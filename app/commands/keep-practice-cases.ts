import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const keepPracticeCasesInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("mark_case"), claimId: z.uuid() }),
  z.object({ intent: z.literal("end_case"), caseId: z.uuid() }),
]);

/** Makes a settled claim a practice case, or takes one out. What people answered stays. */
export async function keepPracticeCases(
  ports: Ports,
  person: Person,
  input: z.infer<typeof keepPracticeCasesInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "practice.oversee")) {
    return fail({ kind: "forbidden", message: "Practice cases are chosen by editors." });
  }
  return input.intent === "mark_case"
    ? ports.practice.mark(input.claimId)
    : ports.practice.end(input.caseId);
}
