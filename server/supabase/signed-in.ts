import { createClient, isAuthRetryableFetchError, type AuthError } from "@supabase/supabase-js";
import WebSocket from "ws";

import { inTime } from "~/collab/in-time";
import { personIn, personOfSession } from "~/data/people.server";
import type { Person } from "~/domain/people/person";

import { answerWithin, directConnection } from "./direct";
import { readToken, verifyToken, type TokenClaims } from "./access-token";

/** A person by a session that stands. */
export interface SignedIn {
  person: Person;
  sessionId: string;
}

/** Checks signature and time of a token. Null when it is not good; rejects when that cannot be found out. */
export type TokenCheck = (token: string) => Promise<TokenClaims | null>;

/** Asks the database whether a session stands, and who its person is now. */
export interface Sessions {
  personOf(claims: TokenClaims): Promise<Person | null>;
  end(): Promise<void>;
}

/** Who has signed in with a token: the signature is checked first, so that nobody asks the database with a made-up one. */
export async function signedIn(
  check: TokenCheck,
  sessions: Sessions,
  token: string,
): Promise<SignedIn | null> {
  const claims = await check(token);
  const person = claims && (await sessions.personOf(claims));
  return person && { person, sessionId: claims.sessionId };
}

/** Of tokens that this process signs itself. */
export const checkBySecret =
  (secret: string): TokenCheck =>
  (token) =>
    Promise.resolve(verifyToken(token, secret, Date.now()));

/** Those that Supabase signs with. auth-js throws at others what looks like a failure of its own. */
const algorithms = new Set(["HS256", "RS256", "ES256"]);

/**
 * Of a project's tokens: with its public keys, which auth-js fetches and keeps for ten minutes, or, where it signs with
 * a shared secret, by asking its auth server.
 */
export function checkByProject(url: string, anonKey: string): TokenCheck {
  const { auth } = createClient(url, anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: WebSocket as never },
  });
  return async (token) => {
    const read = readToken(token);
    if (read === null || !algorithms.has(read.algorithm)) return null;
    const { data, error } = await inTime(auth.getClaims(token), answerWithin, "checking a token");
    if (error && isOutage(error)) throw error;
    return data ? read.claims : null;
  };
}

/** Whether the auth server failed, rather than said no. */
export const isOutage = (error: AuthError): boolean =>
  isAuthRetryableFetchError(error) || error.status === undefined || error.status >= 500;

/** One statement on a direct connection, opened at the first question. */
export function sessionsByConnection(databaseUrl: string): Sessions {
  const sql = directConnection(databaseUrl, "sessions");
  return {
    async personOf({ sessionId, personId }) {
      const rows = sql`
        select id, name, role from public.session_standing(${sessionId}::uuid, ${personId}::uuid)`;
      return personIn(await inTime(rows, answerWithin, "asking for a session"));
    },
    end: () => sql.end({ timeout: 1 }),
  };
}

/** The same question through supabase-js, for a project without a direct connection. */
export function sessionsByService(url: string, serviceKey: string): Sessions {
  const service = createClient(url, serviceKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: WebSocket as never },
  });
  return {
    personOf: ({ sessionId, personId }) =>
      inTime(personOfSession(service, sessionId, personId), answerWithin, "asking for a session"),
    end: () => Promise.resolve(),
  };
}
