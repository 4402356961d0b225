/** A token with which another program takes articles in. Its secret is shown once and kept nowhere. */
export interface ApiToken {
  id: string;
  name: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export type TokenStatus = "works" | "expired" | "revoked";

/** @param now ISO 8601 in UTC. */
export function tokenStatus(token: ApiToken, now: string): TokenStatus {
  if (token.revokedAt !== null) return "revoked";
  return Date.parse(token.expiresAt) <= Date.parse(now) ? "expired" : "works";
}
