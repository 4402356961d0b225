import type { SupabaseClient } from "@supabase/supabase-js";

import type postgres from "postgres";

import type { ClaimFilter } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";

import { naivelyMatches } from "../../tests/support/naive-filter";

/** A request may read so many rows at most. */
const perRequest = 1000;

/** The way one would begin: every claim with all its columns, its article and its people, into memory. */
export async function everythingInMemory(supabase: SupabaseClient): Promise<ClaimItem[]> {
  const all: ClaimItem[] = [];
  const topicsOf = await everyTopic(supabase);
  for (let from = 0; ; from += perRequest) {
    const { data, error } = await supabase
      .from("claims")
      .select(
        "*, article_versions(title, outlet), lead:profiles!claims_lead_id_fkey(name), second:profiles!claims_second_id_fkey(name)",
      )
      .order("id")
      .range(from, from + perRequest - 1);
    if (error) throw new Error(error.message);
    for (const row of data) {
      all.push({
        id: row.id,
        version: row.version,
        state: row.state,
        statement: row.statement,
        quote: row.exact,
        claimant: row.claimant,
        type: row.type,
        checkWorthiness: row.check_worthiness,
        priority: row.priority,
        articleId: row.article_id,
        articleTitle: row.article_versions?.title ?? "",
        outlet: row.article_versions?.outlet ?? null,
        leadId: row.lead_id,
        leadName: row.lead?.name ?? null,
        secondId: row.second_id,
        secondName: row.second?.name ?? null,
        recusedIds: row.recused,
        dueOn: row.due_on,
        topics: topicsOf(row.id, row.article_id),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      });
    }
    if (data.length < perRequest) return all;
  }
}

/** The topics of claims, read whole. */
async function everyTopic(supabase: SupabaseClient) {
  const named = new Map<string, string>();
  const held = new Map<string, string[]>();
  const { data, error } = await supabase.from("topics").select("id, name");
  if (error) throw new Error(error.message);
  for (const { id, name } of data) named.set(id, name);
  for (const [table, holder] of [
    ["article_topics", "article_id"],
    ["claim_topics", "claim_id"],
  ] as const) {
    for (let from = 0; ; from += perRequest) {
      const rows = await supabase
        .from(table)
        .select("*")
        .order(holder)
        .order("topic_id")
        .range(from, from + perRequest - 1);
      if (rows.error) throw new Error(rows.error.message);
      for (const row of rows.data) {
        held.set(row[holder], [...(held.get(row[holder]) ?? []), row.topic_id]);
      }
      if (rows.data.length < perRequest) break;
    }
  }
  return (claimId: string, articleId: string) =>
    [...new Set([...(held.get(articleId) ?? []), ...(held.get(claimId) ?? [])])].map((id) => ({
      id,
      name: named.get(id) ?? "",
    }));
}

/** The same over a bare connection, without the layer that makes JSON of it. */
export async function everythingOverSql(sql: postgres.Sql): Promise<number> {
  const rows = await sql`
    select c.*, v.title, v.outlet, l.name as lead, s.name as second
    from public.claims c join public.article_versions v on v.id = c.article_version_id
    left join public.profiles l on l.id = c.lead_id left join public.profiles s on s.id = c.second_id`;
  return rows.length;
}

export function filteredInMemory(
  all: readonly ClaimItem[],
  filter: ClaimFilter,
  at: { today: string; me: string },
): ClaimItem[] {
  return all
    .filter((item) => naivelyMatches(item, filter, at))
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, 50);
}
