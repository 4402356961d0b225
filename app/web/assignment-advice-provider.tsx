import type { ReactNode } from "react";
import { z } from "zod";

import { AssignmentAdviceContext, type AskAssignable } from "~/components/desk/assignment-advice";
import { claimTypes } from "~/domain/claim/claim";
import { roles } from "~/domain/people/person";

const answer = z.array(
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

const ask: AskAssignable = async (claimIds, signal) => {
  try {
    const asked = `/desk/claims/assignable?claims=${claimIds.join(",")}`;
    const response = await fetch(asked, { signal });
    return response.ok ? answer.parse(await response.json()) : null;
  } catch {
    return null;
  }
};

/** Lets forms inside find out who can be given a claim. Without an answer they work as before. */
export function AssignmentAdviceProvider({ children }: { children: ReactNode }) {
  return (
    <AssignmentAdviceContext.Provider value={ask}>{children}</AssignmentAdviceContext.Provider>
  );
}
