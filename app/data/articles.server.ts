import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ArticleStore } from "~/commands/ports";
import type { ArticleVersion } from "~/domain/article/article";
import { fail, ok } from "~/domain/result";
import { claimStates, type ClaimState } from "~/domain/review/workflow";

import { refusalOf, rowsOf } from "./refusals.server";

const versionRow = z
  .object({
    id: z.string(),
    article_id: z.string(),
    number: z.number(),
    title: z.string(),
    byline: z.string().nullable(),
    outlet: z.string().nullable(),
    published_on: z.string().nullable(),
    language: z.string(),
    source_url: z.string().nullable(),
    fetched_at: z.string().nullable(),
    text: z.string(),
    sha256: z.string(),
    created_at: z.string(),
  })
  .transform((row): ArticleVersion => ({
    id: row.id,
    articleId: row.article_id,
    number: row.number,
    title: row.title,
    byline: row.byline,
    outlet: row.outlet,
    publishedOn: row.published_on,
    language: row.language,
    sourceUrl: row.source_url,
    fetchedAt: row.fetched_at,
    text: row.text,
    sha256: row.sha256,
    createdAt: row.created_at,
  }));

const versionColumns =
  "id, article_id, number, title, byline, outlet, published_on, language, source_url, fetched_at, text, sha256, created_at";

const saved = z.object({ articleId: z.string(), versionId: z.string() });

/** How many articles a list shows; the desk's oldest fall off its end. */
const listLimit = 100;

const listRow = z.object({
  id: z.string(),
  created_at: z.string(),
  demo: z.boolean(),
  article_versions: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      outlet: z.string().nullable(),
      published_on: z.string().nullable(),
    }),
  ),
  claims: z.array(z.object({ state: z.enum(claimStates) })),
});

export function articleStore(supabase: SupabaseClient): ArticleStore {
  return {
    async save(articleId, draft, originalId = null) {
      const { data, error } = await supabase.rpc("take_in_article", {
        p_article: articleId,
        p_draft: draft,
        p_original: originalId,
      });
      return error ? fail(refusalOf(error)) : ok(saved.parse(data));
    },

    async find(articleId) {
      const [row] = rowsOf(
        await supabase
          .from("articles")
          .select(`id, created_at, created_by, demo, article_versions(${versionColumns})`)
          .eq("id", articleId)
          .order("number", { referencedTable: "article_versions", ascending: false })
          .limit(1, { referencedTable: "article_versions" }),
      );
      if (!row) return null;
      const [latest] = z.array(versionRow).parse(row.article_versions);
      if (!latest) return null;
      return {
        id: row.id,
        createdAt: row.created_at,
        createdBy: row.created_by,
        demo: row.demo,
        latest,
      };
    },

    async list() {
      const rows = z
        .array(listRow)
        .parse(
          rowsOf(
            await supabase
              .from("articles")
              .select(
                "id, created_at, demo, article_versions(number, title, outlet, published_on), claims(state)",
              )
              .order("created_at", { ascending: false })
              .limit(listLimit),
          ),
        );
      return rows.flatMap((row) => {
        const latest = row.article_versions.toSorted((a, b) => b.number - a.number)[0];
        if (!latest) return [];
        const claims: Partial<Record<ClaimState, number>> = {};
        for (const { state } of row.claims) claims[state] = (claims[state] ?? 0) + 1;
        return [
          {
            id: row.id,
            title: latest.title,
            outlet: latest.outlet,
            publishedOn: latest.published_on,
            createdAt: row.created_at,
            demo: row.demo,
            claims,
          },
        ];
      });
    },

    async version(versionId) {
      const rows = rowsOf(
        await supabase.from("article_versions").select(versionColumns).eq("id", versionId),
      );
      return z.array(versionRow).parse(rows)[0] ?? null;
    },
  };
}
