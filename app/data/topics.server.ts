import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { TopicStore } from "~/commands/ports/topics";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";
import type { Topic } from "~/domain/topic/topic";

import { refusalOf, rowsOf } from "./refusals.server";

const topicRow = z
  .object({ id: z.string(), name: z.string(), retired_at: z.string().nullable() })
  .transform(({ id, name, retired_at }): Topic => ({
    id,
    name,
    retiredAt: retired_at === null ? null : new Date(retired_at).toISOString(),
  }));
const ofArticle = z.object({
  article: z.array(z.string()),
  claims: z.record(z.string(), z.array(z.string())),
});

const outcome = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
  error ? fail(refusalOf(error)) : ok(null);

export const topicStore = (supabase: SupabaseClient): TopicStore => ({
  async list() {
    const select = supabase.from("topics").select("id, name, retired_at").order("name");
    return z.array(topicRow).parse(rowsOf(await select.limit(1000)));
  },
  ofArticle: async (articleId) =>
    ofArticle.parse(rowsOf(await supabase.rpc("topics_of_article", { p_article: articleId }))),
  add: async (name) => outcome(await supabase.rpc("add_topic", { p_name: name })),
  rename: async (topicId, name) =>
    outcome(await supabase.rpc("rename_topic", { p_topic: topicId, p_name: name })),
  retire: async (topicId, isRetired) =>
    outcome(await supabase.rpc("retire_topic", { p_topic: topicId, p_retired: isRetired })),
  set: async ({ on, id, add, remove }) =>
    outcome(await supabase.rpc("set_topics", { p_on: on, p_id: id, p_add: add, p_remove: remove })),
});
