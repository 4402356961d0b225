import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { FollowerStore } from "~/commands/ports";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf, StoreError } from "./refusals.server";

const link = z
  .object({ slug: z.string(), shortClaim: z.string(), isConfirmed: z.boolean() })
  .nullable();

/** @param service does what readers ask, who have no rights of their own; the person's own client counts. */
export function followerStore(supabase: SupabaseClient, service: SupabaseClient): FollowerStore {
  const asked = async (name: string, secret: string): Promise<boolean> => {
    const { data, error } = await service.rpc(name, { p_secret: secret });
    if (error) throw new StoreError(error);
    return z.boolean().parse(data);
  };
  return {
    async follow(slug, address) {
      const { error } = await service.rpc("follow_verdict", { p_slug: slug, p_address: address });
      return error ? fail(refusalOf(error)) : ok(null);
    },
    async link(secret) {
      const { data, error } = await service.rpc("follower_link", { p_secret: secret });
      if (error) throw new StoreError(error);
      return link.parse(data);
    },
    confirm: (secret) => asked("confirm_follower", secret),
    leave: (secret) => asked("unfollow", secret),
    count: async (claimId) =>
      z.number().parse(rowsOf(await supabase.rpc("count_followers", { p_claim: claimId }))),
  };
}
