import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { OriginalBytes, OriginalStore } from "~/commands/ports/intake";
import { originalWays, type ArticleOriginal } from "~/domain/article/original";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const originalRow = z
  .object({
    way: z.enum(originalWays),
    sha256: z.string(),
    media_type: z.string(),
    size: z.number(),
    name: z.string().nullable(),
    url: z.string().nullable(),
    kept_at: z.string(),
  })
  .transform(({ media_type, kept_at, ...row }): ArticleOriginal => ({
    ...row,
    mediaType: media_type,
    keptAt: new Date(kept_at).toISOString(),
  }));
const alike = z.array(z.object({ id: z.string(), title: z.string(), savedAt: z.string() }));

/** An original as the database's functions take it. */
export const asJson = ({ way, mediaType, name, url, bytes }: OriginalBytes) => ({
  ...{ way, mediaType, name, url },
  base64: Buffer.from(bytes).toString("base64"),
});

export const originalStore = (supabase: SupabaseClient): OriginalStore => ({
  async stage(original) {
    const { data, error } = await supabase.rpc("stage_original", { p_original: asJson(original) });
    return error ? fail(refusalOf(error)) : ok(z.string().parse(data));
  },
  async of(articleId) {
    const select = supabase
      .from("article_originals")
      .select("way, sha256, media_type, size, name, url, kept_at")
      .eq("article_id", articleId);
    return z.array(originalRow).parse(rowsOf(await select))[0] ?? null;
  },
  async bytes(articleId) {
    const { data, error } = await supabase.rpc("original_bytes", { p_article: articleId });
    if (error) throw new Error(error.message, { cause: error });
    return data === null ? null : Buffer.from(z.string().parse(data), "base64");
  },
  async alike({ sourceUrl, text, originalId }) {
    const answer = await supabase.rpc("articles_like", {
      p_url: sourceUrl,
      p_text: text,
      p_original: originalId,
    });
    return alike.parse(rowsOf(answer));
  },
});
