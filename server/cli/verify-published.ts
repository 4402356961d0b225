import canonicalize from "canonicalize";
import type postgres from "postgres";

import { isPublication, type PublicRecord } from "~/domain/log/public-record";

/** What readers are shown, in the same form as in the log's records; and the address it is shown at. */
interface Shown {
  key: string;
  slug: string;
  shown: unknown;
}

/**
 * Whether readers are shown what the log says that they are: every publication, every report's own words, every notice.
 * The first that differs, in words; null when none does.
 */
export async function verifyPublished(
  sql: postgres.ISql,
  records: readonly PublicRecord[],
): Promise<string | null> {
  const logged = new Map(loggedState(records).map((it) => [it.key, it]));
  for (const { key, slug, shown } of await shownState(sql)) {
    const known = logged.get(key);
    logged.delete(key);
    if (!known) return `What readers are shown at ${slug} is not in the log.`;
    if (canonicalize(known.shown) !== canonicalize(shown)) {
      return `What readers are shown at ${slug} is not what the log has.`;
    }
  }
  const [gone] = logged.values();
  return gone ? `What the log has of ${gone.slug} is not shown to readers any more.` : null;
}

function loggedState(records: readonly PublicRecord[]): Shown[] {
  const state = new Map<string, Shown>();
  for (const record of records) {
    const { claimId, number, slug, reportId } = record;
    const notice = `notice ${claimId}`;
    if (isPublication(record)) {
      const { report, kind: _kind, v: _v, ...shown } = record;
      const key = `verdict ${claimId} ${number}`;
      state.set(key, { key, slug: `/claims/${slug}`, shown });
      const reportKey = `report ${reportId}`;
      state.set(reportKey, { key: reportKey, slug: `/reports/${report.slug}`, shown: report });
      state.delete(notice);
    } else if (record.kind === "unpublished") {
      const { reason, since } = record;
      const key = `unpublished ${claimId}`;
      state.set(key, { key, slug: `/claims/${slug}`, shown: { reason, since } });
    } else if (record.kind === "republished") {
      state.delete(`unpublished ${claimId}`);
    } else if (record.kind === "upheld") {
      state.delete(notice);
    } else {
      const { kind, reason, since } = record;
      state.set(notice, { key: notice, slug: `/claims/${slug}`, shown: { kind, reason, since } });
    }
  }
  return [...state.values()];
}

const shownState = (sql: postgres.ISql): Promise<Shown[]> => sql<Shown[]>`
  select * from (
    select 'verdict ' || v.claim_id || ' ' || v.number as key, '/claims/' || v.slug as slug,
      jsonb_build_object('claimId', v.claim_id, 'slug', v.slug, 'number', v.number, 'contentHash', v.content_hash,
        'reportId', v.report_id, 'shortClaim', v.short_claim, 'content', v.content, 'credits', v.credits,
        'exceptions', v.exceptions, 'settlement', v.settlement, 'replies', v.replies,
        'publishedAt', app_private.time_in_utc(v.published_at))
        || case when v.correction is null then '{}' else jsonb_build_object('correction',
          jsonb_build_object('kind', v.correction, 'reason', v.correction_reason)) end as shown
      from public.published_verdicts v
    union all
    select 'report ' || r.id, '/reports/' || r.slug,
      jsonb_build_object('slug', r.slug, 'headline', r.headline, 'summary', r.summary,
        'source', (r.source - 'text') || jsonb_build_object(
          'sha256', encode(sha256(convert_to(r.source ->> 'text', 'UTF8')), 'hex')),
        'demo', r.demo, 'publishedBy', r.published_by, 'publishedAt', app_private.time_in_utc(r.published_at),
        'updatedAt', app_private.time_in_utc(r.updated_at))
        || case r.verdict_order when '{}' then '{}' else jsonb_build_object('order', r.verdict_order) end
      from public.reports r where exists (select from public.published_verdicts v where v.report_id = r.id)
    union all
    select 'unpublished ' || v.claim_id, '/claims/' || v.slug, jsonb_build_object('reason', r.unpublished_reason,
        'since', app_private.time_in_utc(r.unpublished_at))
      from public.published_verdicts v join public.reports r on r.id = v.report_id
      where v.number = 1 and r.unpublished_at is not null
    union all
    select 'notice ' || n.claim_id, '/claims/' || (select v.slug from public.published_verdicts v
        where v.claim_id = n.claim_id limit 1),
      jsonb_build_object('kind', case n.kind when 'retracted' then 'retracted' else 'correction_begun' end,
        'reason', n.reason, 'since', app_private.time_in_utc(n.since))
      from public.verdict_notices n) s order by key`;
