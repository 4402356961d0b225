import type { SupabaseClient } from "@supabase/supabase-js";
import type { IncomingMessage } from "node:http";
import { z } from "zod";

import { inTime } from "~/collab/in-time";
import { claimStates } from "~/domain/review/workflow";
import { reviewAccess, whileReadOnly } from "~/domain/people/permissions";
import { roles } from "~/domain/people/person";

import type { RightsQuestion, Standing } from "./collab";
import { rememberSessions } from "./collab/remembered-sessions";
import { socketSession, type SocketSession } from "./http/session";
import type { SupabasePlatform } from "./supabase";
import { answerWithin, arrayOfIds, directConnection } from "./supabase/direct";

const answer = z.object({
  people: z.record(z.string(), z.object({ name: z.string(), role: z.enum(roles) })),
  claims: z.record(
    z.string(),
    z.object({
      state: z.enum(claimStates),
      leadId: z.string().nullable(),
      secondId: z.string().nullable(),
      recusedIds: z.array(z.string()),
      revealed: z.boolean().nullable(),
      round: z.number().int().nonnegative(),
    }),
  ),
  sessions: z.record(z.string(), z.string()),
  readOnly: z.boolean(),
});
type Answer = z.infer<typeof answer>;

interface Asked {
  claims: string[];
  people: string[];
  sessions: string[];
}

/** Asks the database how people, sessions and claims stand. */
export interface StandingsQuery {
  ask(asked: Asked): Promise<unknown>;
  end(): Promise<void>;
}

/** The way that is open to every project. */
export const standingsByService = (service: SupabaseClient): StandingsQuery => ({
  async ask({ claims, people, sessions }) {
    const { data, error } = await service.rpc("review_standings", {
      p_claims: claims,
      p_people: people,
      p_sessions: sessions,
    });
    if (error) throw new Error(error.message, { cause: error });
    return data as unknown;
  },
  end: () => Promise.resolve(),
});

/** Asked every second for all sockets, so the way through HTTP would be most of its price. */
export function standingsByConnection(databaseUrl: string): StandingsQuery {
  const sql = directConnection(databaseUrl, "rights");
  return {
    async ask({ claims, people, sessions }) {
      const query = sql<{ answer: unknown }[]>`
        select public.review_standings(${arrayOfIds(claims)}::uuid[], ${arrayOfIds(people)}::uuid[],
          ${arrayOfIds(sessions)}::uuid[]) as answer`;
      const [row] = await inTime(query, answerWithin, "asking who may do what");
      return row?.answer;
    },
    end: () => sql.end({ timeout: 1 }),
  };
}

/**
 * The questions that the collaboration server asks about people. The rule is the one that pages ask; the service key
 * is used because a socket outlives the token that opened it, while its session may not.
 */
export function reviewRights(
  platform: SupabasePlatform,
  service: SupabaseClient,
  standings: StandingsQuery,
) {
  const sessionOf = rememberSessions((cookie) => socketSession(platform, cookie));
  return {
    sessionOf: (req: IncomingMessage): Promise<SocketSession | null> =>
      sessionOf(req.headers.cookie ?? ""),

    async deskNames(): Promise<string[]> {
      const { data, error } = await service.rpc("desk_names");
      if (error) throw new Error(error.message, { cause: error });
      return z.array(z.string()).parse(data);
    },

    /** All in one question, whose size is that of the distinct people, sessions and claims in it. */
    async standingsOf(questions: readonly RightsQuestion<SocketSession>[]): Promise<Standing[]> {
      const read = answer.parse(
        await standings.ask({
          claims: distinct(questions.map(({ claimId }) => claimId)),
          people: distinct(questions.map(({ session }) => session.personId)),
          sessions: distinct(questions.map(({ session }) => session.sessionId)),
        }),
      );
      return questions.map((question) => standingIn(read, question));
    },
  };
}

function standingIn(
  { people, claims, sessions, readOnly }: Answer,
  { session: { personId, sessionId }, claimId }: RightsQuestion<SocketSession>,
): Standing {
  const known = people[personId];
  const claim = claims[claimId];
  if (!known || !claim || sessions[sessionId] !== personId) return null;
  const person = { id: personId, ...known };
  const isRevealed = claim.secondId === personId && claim.revealed === true;
  const access = reviewAccess(person, claim, isRevealed);
  return { person, access: readOnly ? whileReadOnly(access) : access, round: claim.round };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
