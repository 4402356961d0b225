import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { CheckpointCopies } from "~/commands/ports";
import { checkpointPlaces, type CheckpointPlace } from "~/domain/log/checkpoint-place";

import { rowsOf } from "./refusals.server";

const instant = z
  .string()
  .transform((at) => new Date(at).toISOString())
  .nullable();

const standing = z.object({
  place: z.enum(checkpointPlaces),
  waiting: z.number(),
  since: instant,
  failure: z.string().nullable(),
  size: z.number().nullable(),
  keptAt: instant,
});

const stamped = z
  .object({ note: z.string(), token: z.string() })
  .transform(({ note, token }) => ({ note, reply: new Uint8Array(Buffer.from(token, "base64")) }))
  .nullable();

/** `service` holds the service key. */
export const checkpointCopies = (
  service: SupabaseClient,
  places: readonly CheckpointPlace[],
): CheckpointCopies => ({
  async standings() {
    if (places.length === 0) return [];
    const rows = await service.rpc("checkpoint_places", { p_places: places });
    return z.array(standing).parse(rowsOf(rows));
  },

  async timestamp(size) {
    const { data, error } = await service.rpc("checkpoint_timestamp", { p_size: size ?? null });
    if (error) throw new Error(error.message, { cause: error });
    return stamped.parse(data ?? null);
  },
});
