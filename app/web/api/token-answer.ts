import type { TokenRefusal } from "~/commands/ports/tokens";

import { problemAnswer } from "../problem-answer";

const bearer = /^Bearer +([\w.~+/-]{10,200}=*)$/i;

/** The token that a request brings; null where it brings none. */
export const bearerToken = (request: Request): string | null =>
  bearer.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;

/** The answer to a token that is missing or no good (401), or good for something else (403); RFC 6750. */
export function refusedToken(
  refusal: Extract<TokenRefusal, { kind: "forbidden" | "out_of_scope" }> | null,
): Response {
  if (refusal?.kind === "out_of_scope") {
    return problemAnswer(403, "Out of scope", `${refusal.message} Nothing was done.`, {
      "WWW-Authenticate": 'Bearer error="insufficient_scope"',
    });
  }
  const detail = refusal?.message ?? "Send “Authorization: Bearer” with a token.";
  return problemAnswer(401, "Not authorised", `${detail} Nothing was done.`, {
    "WWW-Authenticate": refusal === null ? "Bearer" : 'Bearer error="invalid_token"',
  });
}
