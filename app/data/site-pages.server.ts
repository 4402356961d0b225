import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { SitePageStore } from "~/commands/ports";
import { fail, ok } from "~/domain/result";
import { sitePageNames } from "~/domain/site/site-page";

import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());

const written = z.partialRecord(
  z.enum(sitePageNames),
  z.object({ text: z.string(), number: z.number(), at: instant }),
);

const versionRow = z
  .object({
    number: z.number(),
    text: z.string(),
    at: instant,
    profiles: z.object({ name: z.string() }),
  })
  .transform(({ profiles, ...version }) => ({ ...version, by: profiles.name }));

export const sitePageStore = (supabase: SupabaseClient): SitePageStore => ({
  written: async () => written.parse(rowsOf(await supabase.rpc("site_pages"))),

  async versions(name) {
    const rows = await supabase
      .from("site_page_versions")
      .select("number, text, at, profiles(name)")
      .eq("name", name)
      .order("number", { ascending: false })
      .limit(200);
    return z.array(versionRow).parse(rowsOf(rows));
  },

  async save(name, expected, text) {
    const { error } = await supabase.rpc("save_site_page", {
      ...{ p_name: name, p_expected: expected, p_text: text },
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
