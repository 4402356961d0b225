import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { FeedStore } from "~/commands/ports/intake";
import type { Feed, FeedItem } from "~/domain/article/feed";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());
const feedRow = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    paused: z.boolean(),
    read_at: instant.nullable(),
    next_at: instant,
    failures: z.number(),
    problem: z.string().nullable(),
  })
  .transform(({ read_at, next_at, ...row }): Feed => ({
    ...row,
    readAt: read_at,
    nextAt: next_at,
  }));
const itemRow = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string(),
    summary: z.string(),
    published_at: instant.nullable(),
    found_at: instant,
    state: z.enum(["new", "dismissed", "taken_in"]),
    feeds: z.object({ title: z.string().nullable(), url: z.string() }),
  })
  .transform(({ feeds, published_at, found_at, ...row }): FeedItem => ({
    ...row,
    publishedAt: published_at,
    foundAt: found_at,
    feedTitle: feeds.title ?? new URL(feeds.url).hostname,
  }));
const itemColumns = "id, url, title, summary, published_at, found_at, state, feeds(title, url)";

const outcome = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
  error ? fail(refusalOf(error)) : ok(null);

export const feedStore = (supabase: SupabaseClient): FeedStore => ({
  async list() {
    const select = supabase
      .from("feeds")
      .select("id, url, title, paused, read_at, next_at, failures, problem")
      .is("removed_at", null)
      .order("added_at");
    return z.array(feedRow).parse(rowsOf(await select.limit(200)));
  },
  async items(state) {
    const select = supabase
      .from("feed_items")
      .select(itemColumns)
      .eq("state", state)
      .order("found_at", { ascending: false })
      .limit(state === "new" ? 200 : 20);
    return z.array(itemRow).parse(rowsOf(await select));
  },
  async item(itemId) {
    const select = supabase.from("feed_items").select(itemColumns).eq("id", itemId);
    return z.array(itemRow).parse(rowsOf(await select))[0] ?? null;
  },
  add: async (url) => outcome(await supabase.rpc("add_feed", { p_url: url })),
  change: async (feedId, action) =>
    outcome(await supabase.rpc("change_feed", { p_feed: feedId, p_action: action })),
  decide: async (itemId, state) =>
    outcome(await supabase.rpc("decide_feed_item", { p_item: itemId, p_state: state })),
});
