import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { EmbargoKeeper, EmbargoStore } from "~/commands/ports/embargoes";
import { roles } from "~/domain/people/person";
import type { Embargo } from "~/domain/report/embargo";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf, StoreError } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());

const embargoRow = z.object({
  ...{ id: z.string(), article_id: z.string(), until: instant },
  ...{ set_by: z.string(), set_at: instant, failure: z.string().nullable() },
  state: z.enum(["waiting", "published", "failed", "cancelled"]),
});

const embargoOf = (row: z.infer<typeof embargoRow>): Embargo => ({
  ...{ id: row.id, articleId: row.article_id, until: row.until },
  ...{ setBy: row.set_by, setAt: row.set_at, state: row.state, failure: row.failure },
});

const columns = "id, article_id, until, set_by, set_at, state, failure";
/** More than any desk has at once. */
const mostWaiting = 100;

export const embargoStore = (supabase: SupabaseClient): EmbargoStore => ({
  async ofArticle(articleId) {
    const rows = await supabase
      .from("embargoes")
      .select(columns)
      .eq("article_id", articleId)
      .order("set_at", { ascending: false })
      .limit(1);
    const [row] = z.array(embargoRow).parse(rowsOf(rows));
    return row ? embargoOf(row) : null;
  },

  async waiting() {
    const rows = await supabase
      .from("embargoes")
      .select(columns)
      .eq("state", "waiting")
      .order("until")
      .limit(mostWaiting);
    const found = z.array(embargoRow).parse(rowsOf(rows)).map(embargoOf);
    if (found.length === 0) return [];
    const versions = await supabase
      .from("article_versions")
      .select("article_id, title, number")
      .in(
        "article_id",
        found.map(({ articleId }) => articleId),
      )
      .order("number");
    const titles = new Map(
      z
        .array(z.object({ article_id: z.string(), title: z.string() }))
        .parse(rowsOf(versions))
        .map(({ article_id, title }) => [article_id, title]),
    );
    return found.map((one) => ({ ...one, title: titles.get(one.articleId) ?? "An article" }));
  },

  async set(articleId, until, report) {
    const { error } = await supabase.rpc("set_embargo", {
      ...{ p_article: articleId, p_until: until, p_request: report },
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },

  async cancel(embargoId) {
    const { error } = await supabase.rpc("cancel_embargo", { p_embargo: embargoId });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});

const reportSchema = z.object({
  headline: z.string(),
  summary: z.string(),
  exception: z.string().optional(),
  reason: z.string().optional(),
  order: z.array(z.string()).optional(),
  verdicts: z.array(
    z.object({ claimId: z.string(), contentHash: z.string(), shortClaim: z.string() }),
  ),
});

const dueRow = z
  .object({
    ...{ id: z.string(), article_id: z.string(), request: reportSchema },
    ...{ set_by: z.string(), name: z.string(), role: z.enum(roles) },
  })
  .transform((row) => ({
    ...{ id: row.id, articleId: row.article_id, report: row.request },
    person: { id: row.set_by, name: row.name, role: row.role },
  }));

/** Takes the service client. */
export const embargoKeeper = (service: SupabaseClient): EmbargoKeeper => ({
  due: async () => z.array(dueRow).parse(rowsOf(await service.rpc("due_embargoes"))),

  async publish(embargoId, request) {
    const { data, error } = await service.rpc("publish_embargoed", {
      ...{ p_embargo: embargoId, p_report: request },
    });
    if (error) return fail(refusalOf(error));
    return ok(z.object({ slug: z.string() }).nullable().parse(data));
  },

  async fail(embargoId, why) {
    const { error } = await service.rpc("fail_embargo", { p_embargo: embargoId, p_failure: why });
    if (error) throw new StoreError(error);
  },
});
