import { createHash, randomBytes } from "node:crypto";

import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { TokenIntake } from "~/commands/ports/intake";
import type { DeskByToken, TokenRefusal, TokenStore } from "~/commands/ports/tokens";
import { tokenScopeNames, type ApiToken } from "~/domain/people/api-token";
import { fail, ok } from "~/domain/result";

import { claimPage, claimsAsked } from "./claim-list.server";
import { asJson } from "./originals.server";
import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());
const tokenRow = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(tokenScopeNames)),
    created_by: z.string(),
    created_at: instant,
    expires_at: instant,
    last_used_at: instant.nullable(),
    revoked_at: instant.nullable(),
  })
  .transform((row): ApiToken => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }));
const lookedUp = z.object({ name: z.string(), articleId: z.string().nullable() });
const takenIn = z.object({ articleId: z.string(), created: z.boolean() });

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export const tokenStore = (supabase: SupabaseClient): TokenStore => ({
  async list() {
    const select = supabase
      .from("api_tokens")
      .select("id, name, scopes, created_by, created_at, expires_at, last_used_at, revoked_at")
      .order("created_at", { ascending: false });
    return z.array(tokenRow).parse(rowsOf(await select.limit(200)));
  },
  async make(name, days, scopes) {
    // Recognisable, so that one that was published by mistake is found.
    const token = `csn_${randomBytes(32).toString("base64url")}`;
    const { error } = await supabase.rpc("create_api_token", {
      p_name: name,
      p_days: days,
      p_token_hash: hashOf(token),
      p_scopes: scopes,
    });
    return error ? fail(refusalOf(error)) : ok(token);
  },
  async revoke(tokenId) {
    const { error } = await supabase.rpc("revoke_api_token", { p_token: tokenId });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});

/** Programs have no account. Takes the service client. */
export const tokenIntake = (service: SupabaseClient, lookAgain: () => void): TokenIntake => ({
  async lookUp({ token, key, requestHash }, url) {
    const { data, error } = await service.rpc("look_up_by_token", {
      p_token_hash: hashOf(token),
      p_key: key,
      p_request_hash: requestHash,
      p_url: url,
    });
    return error ? fail(tokenRefusal(error)) : ok(lookedUp.parse(data));
  },
  async takeIn({ token, key, requestHash }, { articleId, draft, original, claims }) {
    const { data, error } = await service.rpc("take_in_by_token", {
      p_token_hash: hashOf(token),
      p_key: key,
      p_request_hash: requestHash,
      p_article: articleId,
      p_draft: draft,
      p_original: asJson(original),
      p_claims: claims,
    });
    return error ? fail(tokenRefusal(error)) : ok(takenIn.parse(data));
  },
  lookAgain,
});

/** The desk for programs, each with the rights of who made its token. Takes the service client. */
export const deskByToken = (service: SupabaseClient): DeskByToken => ({
  async claims(token, filter, today, { after, size }) {
    const { data, error } = await service.rpc("desk_claims_by_token", {
      p_token_hash: hashOf(token),
      ...claimsAsked(filter, today, { after, size }),
    });
    return error ? fail(tokenRefusal(error)) : ok(claimPage.parse(data));
  },
});

function tokenRefusal(error: PostgrestError): TokenRefusal {
  const isOutOfScope = error.code === "PT403" && error.details === "scope";
  return isOutOfScope ? { kind: "out_of_scope", message: error.message } : refusalOf(error);
}
