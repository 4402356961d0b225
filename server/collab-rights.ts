import type { SupabaseClient } from "@supabase/supabase-js";
import type { IncomingMessage } from "node:http";
import { z } from "zod";

import { claimStates } from "~/domain/review/workflow";
import { reviewAccess, type ReviewAccess } from "~/domain/people/permissions";
import { roles, type Person } from "~/domain/people/person";

import { socketSession, type SocketSession } from "./http/session";
import type { SupabasePlatform } from "./supabase";

const standing = z.object({
  person: z.object({ id: z.string(), name: z.string(), role: z.enum(roles) }).nullable(),
  claim: z
    .object({
      state: z.enum(claimStates),
      leadId: z.string().nullable(),
      secondId: z.string().nullable(),
    })
    .nullable(),
  revealed: z.boolean(),
  signedIn: z.boolean(),
});

/** What a socket may do now; null when the claim is not there or the session has ended. */
export type Standing = { person: Person; access: ReviewAccess } | null;

/**
 * The questions that the collaboration server asks about people. The rule is the one that pages ask; the service key
 * is used because a socket outlives the token that opened it, while its session may not.
 */
export function reviewRights(platform: SupabasePlatform, service: SupabaseClient) {
  return {
    sessionOf: (req: IncomingMessage): Promise<SocketSession | null> =>
      socketSession(platform, req),

    async standingOf(session: SocketSession, claimId: string): Promise<Standing> {
      const { data, error } = await service.rpc("review_standing", {
        p_person: session.personId,
        p_session: session.sessionId,
        p_claim: claimId,
      });
      if (error) throw new Error(error.message, { cause: error });
      const { person, claim, revealed, signedIn } = standing.parse(data);
      if (!person || !claim || !signedIn) return null;
      return { person, access: reviewAccess(person, claim, revealed) };
    },
  };
}
