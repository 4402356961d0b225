import { createHash, randomBytes } from "node:crypto";

import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { Invitations, StaffStore } from "~/commands/ports";
import { roles } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const role = z.enum(roles);
const instant = z.string().transform((at) => new Date(at).toISOString());
const memberRow = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    disabled_at: instant.nullable(),
    public_byline: z.string().nullable(),
  })
  .transform(({ disabled_at, public_byline, ...row }) => ({
    ...row,
    disabledAt: disabled_at,
    publicByline: public_byline,
  }));
const inviteRow = z
  .object({ id: z.string(), email: z.string(), role, created_at: instant, expires_at: instant })
  .transform(({ created_at, expires_at, ...row }) => ({
    ...row,
    createdAt: created_at,
    expiresAt: expires_at,
  }));
const offerRow = z.object({ email: z.string(), role, expires_at: instant });

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const outcome = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
  error ? fail(refusalOf(error)) : ok(null);

export const staffStore = (supabase: SupabaseClient): StaffStore => ({
  list: async () => z.array(memberRow).parse(rowsOf(await supabase.rpc("desk_people"))),
  invites: async () => z.array(inviteRow).parse(rowsOf(await supabase.rpc("open_invites"))),

  async invite(email, role, days) {
    const token = randomBytes(32).toString("base64url");
    const { error } = await supabase.rpc("create_invite", {
      p_email: email,
      p_role: role,
      p_days: days,
      p_token_hash: hashOf(token),
    });
    return error ? fail(refusalOf(error)) : ok(token);
  },

  revokeInvite: async (id) => outcome(await supabase.rpc("revoke_invite", { p_invite: id })),
  setRole: async (id, role) =>
    outcome(await supabase.rpc("set_role", { p_person: id, p_role: role })),
  setDisabled: async (id, disabled) =>
    outcome(await supabase.rpc("set_disabled", { p_person: id, p_disabled: disabled })),
  setByline: async (id, byline) =>
    outcome(await supabase.rpc("set_byline", { p_person: id, p_byline: byline })),
});

/** Makes an account and answers with its id; null where there is one with this address already. */
export type AccountMaker = (account: {
  email: string;
  password: string;
  name: string;
}) => Promise<string | null>;

/** Invitations are accepted by people who have no account yet. Takes the service client. */
export function invitations(service: SupabaseClient, makeAccount: AccountMaker): Invitations {
  const find: Invitations["find"] = async (token) => {
    const rows = rowsOf(await service.rpc("invite_of", { p_token_hash: hashOf(token) }));
    const [row] = z.array(offerRow).parse(rows);
    return row ? { email: row.email, role: row.role, expiresAt: row.expires_at } : null;
  };
  return {
    find,
    async accept(token, { name, password }) {
      const offer = await find(token);
      if (!offer) {
        return fail({
          kind: "illegal",
          message: "This invitation is not good any more. Ask for another one.",
        });
      }
      const person = await makeAccount({ email: offer.email, password, name });
      if (person === null) {
        return fail({
          kind: "illegal",
          message: "There is an account with this address already. Sign in, or ask an admin.",
        });
      }
      const { error } = await service.rpc("accept_invite", {
        p_token_hash: hashOf(token),
        p_person: person,
      });
      return error ? fail(refusalOf(error)) : ok({ email: offer.email });
    },
  };
}
