import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ArticleStore } from "~/commands/ports";
import type { ArticleVersion } from "~/domain/article/article";
import { pageMark } from "~/domain/page-mark";
import { fail, ok } from "~/domain/result";
import { claimStates } from "~/domain/review/workflow";

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

const listPage = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      outlet: z.string().nullable(),
      publishedOn: z.string().nullable(),
      createdAt: z.string(),
      demo: z.boolean(),
      claims: z.partialRecord(z.enum(claimStates), z.number()),
    }),
  ),
  next: pageMark.nullable(),
});

const triage = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      outlet: z.string().nullable(),
      proposed: z.number(),
      open: z.number(),
    }),
  ),
  total: z.number(),
});

const titleRows = z.array(z.object({ id: z.string(), title: z.string() }));

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

    async page(text, { after, size }) {
      const asked = { p_text: text, p_after: after ?? {}, p_most: size };
      return listPage.parse(rowsOf(await supabase.rpc("article_list", asked)));
    },

    async toTriage(most) {
      return triage.parse(rowsOf(await supabase.rpc("articles_to_triage", { p_most: most })));
    },

    async titles(versionIds) {
      const ids = [...new Set(versionIds)];
      if (ids.length === 0) return new Map();
      const rows = await supabase.from("article_versions").select("id, title").in("id", ids);
      return new Map(titleRows.parse(rowsOf(rows)).map(({ id, title }) => [id, title]));
    },

    async version(versionId) {
      const rows = rowsOf(
        await supabase.from("article_versions").select(versionColumns).eq("id", versionId),
      );
      return z.array(versionRow).parse(rows)[0] ?? null;
    },
  };
}
