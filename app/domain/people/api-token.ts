import { may, type DeskPermission } from "./permissions";
import type { Person } from "./person";

/** What a token can be good for, and what its maker must be allowed to do for it. Postgres has the same list. */
export const tokenScopes = {
  "articles:create": {
    label: "Take articles in",
    hint: "Send articles to the desk, as its editors do.",
    needs: "article.create",
  },
  "claims:read": {
    label: "Read the desk’s claims",
    hint: "The list of all claims with their states and people, published or not. No ratings.",
    needs: "desk.enter",
  },
} as const satisfies Record<string, { label: string; hint: string; needs: DeskPermission }>;
export type TokenScope = keyof typeof tokenScopes;
export const tokenScopeNames = Object.keys(tokenScopes) as [TokenScope, ...TokenScope[]];

/** The scopes that this person can give a token: never more than they may do themselves. */
export const scopesFor = (person: Person): TokenScope[] =>
  tokenScopeNames.filter((scope) => may(person, tokenScopes[scope].needs));

/** A token with which another program works at the desk. Its secret is shown once and kept nowhere. */
export interface ApiToken {
  id: string;
  name: string;
  scopes: TokenScope[];
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
