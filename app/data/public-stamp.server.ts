import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import { rowsOf } from "./refusals.server";

/** What a public page rests on beside what is common to all of them. */
export type PagePlace = { kind: "report" | "verdict"; slug: string } | { kind: "site" };

/**
 * Asks for the stamp of a public page: a word that is another one as soon as anything that the page rests on is. Read before
 * a page is drawn, it is never newer than the page. `service` holds the service key.
 */
export const publicStamps =
  (service: SupabaseClient) =>
  async (place: PagePlace): Promise<string> =>
    z.string().parse(
      rowsOf(
        await service.rpc("public_stamp", {
          p_kind: place.kind,
          p_slug: place.kind === "site" ? null : place.slug,
        }),
      ),
    );
