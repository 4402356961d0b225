import { createHmac, timingSafeEqual } from "node:crypto";

import { z } from "zod";

const header = z.object({ alg: z.string() });
const claims = z.object({ sub: z.uuid(), session_id: z.uuid(), exp: z.number() });

/** What an access token of Supabase says: whose it is, of which session, and until when. */
export interface TokenClaims {
  personId: string;
  sessionId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Reads a token without believing it. Null when it is none that a signed-in person has. */
export function readToken(token: string): { algorithm: string; claims: TokenClaims } | null {
  const [head = "", payload = "", ...rest] = token.split(".");
  if (rest.length !== 1) return null;
  const read = z.tuple([header, claims]).safeParse([fromBase64(head), fromBase64(payload)]);
  if (!read.success) return null;
  const [{ alg }, { sub, session_id, exp }] = read.data;
  return {
    algorithm: alg,
    claims: { personId: sub, sessionId: session_id, expiresAt: exp * 1000 },
  };
}

/**
 * The claims of a token that was signed with this secret (HS256, RFC 7515) and has not run out. Null for any other.
 * Says nothing about whether the session still stands.
 *
 * @param now Milliseconds since 1970.
 */
export function verifyToken(token: string, secret: string, now: number): TokenClaims | null {
  const read = readToken(token);
  if (read?.algorithm !== "HS256") return null;
  const signed = token.slice(0, token.lastIndexOf("."));
  const expected = Buffer.from(createHmac("sha256", secret).update(signed).digest("base64url"));
  // As text: base64 that decodes to the same bytes in another spelling is not what was issued.
  const given = Buffer.from(token.slice(signed.length + 1));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return read.claims.expiresAt > now ? read.claims : null;
}

function fromBase64(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
