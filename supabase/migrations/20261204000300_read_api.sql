-- What the public read API lists: published verdicts and reports, filtered, in pages, the last changed first. Both run with
-- the rights of who asks; only the topics, which are the desk's own list, are read for them.

-- What a published claim is about, by name.
create function public.published_topics() returns table (claim_id uuid, names jsonb)
language sql stable security definer set search_path = '' as $$
  select e.claim_id, jsonb_agg(t.name order by lower(t.name))
  from app_private.effective_topics e
  join public.topics t on t.id = e.topic_id
  where exists (select from public.published_verdicts p where p.claim_id = e.claim_id)
  group by e.claim_id
$$;

-- One value, so that no limit of rows cuts it. `p_before` and `p_slug` are the last one that was read. Of the filter:
-- `slug`, `report`, `ratings`, `topic`, `claimant`, `publishedSince`, `changedSince`, each where given. A retracted verdict has
-- no rating.
create function public.published_claims(p_filter jsonb, p_limit int, p_before timestamptz default null, p_slug text default null)
returns jsonb
language sql stable security invoker set search_path = '' as $$
  with changes as (select c.claim_id, max(c.at) as at from public.published_changes c group by c.claim_id),
  newest as (
    select v.*, f.published_at as first, greatest(v.published_at, c.at) as changed,
      v.content::jsonb as said, n.kind as notice, n.reason, n.since
    from (select distinct on (p.claim_id) p.claim_id, p.report_id, p.number, p.slug, p.short_claim, p.published_at, p.content
      from public.published_verdicts p order by p.claim_id, p.number desc) v
    join public.published_verdicts f on f.claim_id = v.claim_id and f.number = 1
    left join changes c on c.claim_id = v.claim_id
    left join public.verdict_notices n on n.claim_id = v.claim_id),
  page as (
    select n.*, r.slug as report_slug, r.headline, r.demo, r.source - 'text' as source, t.names as topics
    from newest n
    join public.reports r on r.id = n.report_id
    left join public.published_topics() t on t.claim_id = n.claim_id
    where (p_before is null or (n.changed, n.slug) < (p_before, coalesce(p_slug, '')))
      and (p_filter ->> 'slug' is null or n.slug = p_filter ->> 'slug')
      and (p_filter ->> 'report' is null or r.slug = p_filter ->> 'report')
      and (p_filter -> 'ratings' is null
        or (n.notice is distinct from 'retracted' and p_filter -> 'ratings' ? (n.said -> 'verdict' ->> 'rating')))
      and (p_filter ->> 'topic' is null or exists (
        select from jsonb_array_elements_text(t.names) name where lower(name) = lower(p_filter ->> 'topic')))
      and (p_filter ->> 'claimant' is null or lower(n.said -> 'claim' ->> 'claimant') = lower(p_filter ->> 'claimant'))
      and (p_filter ->> 'publishedSince' is null or n.first >= (p_filter ->> 'publishedSince')::timestamptz)
      and (p_filter ->> 'changedSince' is null or n.changed >= (p_filter ->> 'changedSince')::timestamptz)
    order by n.changed desc, n.slug desc limit least(greatest(p_limit, 0), 2000))
  select coalesce(jsonb_agg(jsonb_build_object(
      'slug', p.slug, 'number', p.number, 'short_claim', p.short_claim, 'published_at', p.published_at,
      'first_published_at', p.first, 'changed_at', p.changed, 'statement', p.said -> 'claim' ->> 'statement',
      'claimant', p.said -> 'claim' ->> 'claimant', 'rating', p.said -> 'verdict' ->> 'rating',
      'summary', p.said -> 'verdict' ->> 'summary', 'report_slug', p.report_slug, 'headline', p.headline, 'demo', p.demo,
      'source', p.source, 'topics', coalesce(p.topics, '[]'),
      'notice', case when p.notice is not null
        then jsonb_build_object('kind', p.notice, 'reason', p.reason, 'since', p.since) end
    ) order by p.changed desc, p.slug desc), '[]')
  from page p
$$;

create function public.published_reports(p_filter jsonb, p_limit int, p_before timestamptz default null, p_slug text default null)
returns jsonb
language sql stable security invoker set search_path = '' as $$
  with changes as (
    select v.report_id, greatest(max(v.published_at), max(c.at)) as at
    from public.published_verdicts v left join public.published_changes c on c.claim_id = v.claim_id
    group by v.report_id),
  page as (
    select r.id, r.slug, r.headline, r.summary, r.demo, r.source - 'text' as source, r.published_at, r.updated_at,
      greatest(r.updated_at, c.at) as changed
    from public.reports r join changes c on c.report_id = r.id
    where (p_before is null or (greatest(r.updated_at, c.at), r.slug) < (p_before, coalesce(p_slug, '')))
      and (p_filter ->> 'slug' is null or r.slug = p_filter ->> 'slug')
      and (p_filter ->> 'publishedSince' is null or r.published_at >= (p_filter ->> 'publishedSince')::timestamptz)
      and (p_filter ->> 'changedSince' is null
        or greatest(r.updated_at, c.at) >= (p_filter ->> 'changedSince')::timestamptz)
    order by changed desc, r.slug desc limit least(greatest(p_limit, 0), 500))
  select coalesce(jsonb_agg(jsonb_build_object(
      'slug', p.slug, 'headline', p.headline, 'summary', p.summary, 'demo', p.demo, 'source', p.source,
      'published_at', p.published_at, 'updated_at', p.updated_at, 'changed_at', p.changed,
      'verdicts', (select coalesce(jsonb_agg(jsonb_build_object('slug', v.slug, 'short_claim', v.short_claim,
            'rating', v.said -> 'verdict' ->> 'rating', 'notice', n.kind) order by (v.said -> 'claim' ->> 'start')::int), '[]')
          from (select distinct on (o.claim_id) o.claim_id, o.slug, o.short_claim, o.content::jsonb as said
            from public.published_verdicts o where o.report_id = p.id order by o.claim_id, o.number desc) v
          left join public.verdict_notices n on n.claim_id = v.claim_id)
    ) order by p.changed desc, p.slug desc), '[]')
  from page p
$$;

revoke all on function public.published_topics(), public.published_claims(jsonb, int, timestamptz, text),
  public.published_reports(jsonb, int, timestamptz, text) from public;
grant execute on function public.published_topics(), public.published_claims(jsonb, int, timestamptz, text),
  public.published_reports(jsonb, int, timestamptz, text) to anon, authenticated, service_role;
