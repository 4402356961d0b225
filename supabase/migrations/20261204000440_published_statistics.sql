-- What is published, counted: for a page that readers can check against the verdicts themselves. Each verdict counts once, as it
-- stands; a retracted one as retracted and with no rating.
create function public.published_statistics() returns jsonb
language sql stable security definer set search_path = '' as $$
  with standing as materialized (
    select s.claim_id, s.article_id, s.report_id, s.claimant, s.claimant_key, r.source ->> 'outlet' as outlet,
      to_char(s.first_published_at at time zone 'UTC', 'YYYY-MM') as month,
      case when n.kind = 'retracted' then 'retracted' else s.rating end as rating
    from app_private.published_search s join public.reports r on r.id = s.report_id
    left join public.verdict_notices n on n.claim_id = s.claim_id where not r.demo),
  topics as (
    select s.claim_id, t.topic_id, s.rating from standing s join public.article_topics t on t.article_id = s.article_id
    union
    select s.claim_id, o.topic_id, s.rating from standing s join public.claim_topics o on o.claim_id = s.claim_id)
  select jsonb_build_object(
    'reports', (select count(distinct report_id) from standing),
    'claimants', (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'outlet', k.outlet, 'rating', k.rating, 'count', k.n)), '[]')
      from (select max(claimant) as name, max(outlet) as outlet, rating, count(*) as n from standing
        group by claimant_key, case when claimant_key is null then outlet end, rating) k),
    'topics', (select coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'rating', k.rating, 'count', k.n)), '[]')
      from (select topic_id, rating, count(*) as n from topics group by 1, 2) k join public.topics t on t.id = k.topic_id),
    'outlets', (select coalesce(jsonb_agg(jsonb_build_object('name', k.outlet, 'rating', k.rating, 'count', k.n)), '[]')
      from (select outlet, rating, count(*) as n from standing group by 1, 2) k),
    'months', (select coalesce(jsonb_agg(jsonb_build_object('name', k.month, 'rating', k.rating, 'count', k.n)), '[]')
      from (select month, rating, count(*) as n from standing group by 1, 2) k),
    'corrections', (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'count', k.n)), '[]')
      from (select c.kind, count(*) as n from public.published_changes c join standing s on s.claim_id = c.claim_id
        group by 1) k),
    'corrected', (select count(distinct c.claim_id) from public.published_changes c
      join standing s on s.claim_id = c.claim_id where c.kind in ('corrected', 'retracted')))
$$;
revoke all on function public.published_statistics() from public;
grant execute on function public.published_statistics() to anon, authenticated, service_role;

-- Topics of published claims stand on that page.
create function app_private.stamp_topics() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'topics' or exists (
    select from app_private.published_search s
      where s.claim_id::text = coalesce(to_jsonb(new), to_jsonb(old)) ->> 'claim_id'
        or s.article_id::text = coalesce(to_jsonb(new), to_jsonb(old)) ->> 'article_id')
  then
    perform app_private.grow_stamps(array['00000000-0000-0000-0000-000000000000']::uuid[]);
  end if;
  return null;
end $$;
revoke all on function app_private.stamp_topics() from public;
create constraint trigger stamp_public_pages after insert or delete on public.article_topics deferrable initially deferred
  for each row execute function app_private.stamp_topics();
create constraint trigger stamp_public_pages after insert or delete on public.claim_topics deferrable initially deferred
  for each row execute function app_private.stamp_topics();
create constraint trigger stamp_public_pages after update on public.topics deferrable initially deferred
  for each row execute function app_private.stamp_topics();
