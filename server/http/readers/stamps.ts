import type { SupabaseClient } from "@supabase/supabase-js";

import { publicStamps, type PagePlace } from "~/data/public-stamp.server";

import { directConnection } from "../../supabase/direct";

export interface Stamps {
  of(place: PagePlace): Promise<string>;
  end(): Promise<void>;
}

/** Asks over a connection of its own where there is one: it is asked for each page, and one round trip is all it takes. */
export function openStamps(databaseUrl: string | null, service: SupabaseClient): Stamps {
  if (databaseUrl === null) return { of: publicStamps(service), end: async () => undefined };
  const sql = directConnection(databaseUrl, "stamps of public pages");
  return {
    async of(place) {
      const [row] = await sql<{ stamp: string }[]>`
        select public.public_stamp(${place.kind}, ${place.kind === "site" ? null : place.slug}) as stamp`;
      if (!row) throw new Error("The database has no stamps");
      return row.stamp;
    },
    end: () => sql.end({ timeout: 1 }),
  };
}
