-- What became of published verdicts, in the words that readers were given: kept when the notice above a verdict is taken
-- away, so that the log of corrections is whole and feeds know when something changed.
create table public.published_changes (
  id bigint generated always as identity primary key,
  claim_id uuid not null references public.claims (id),
  kind text not null check (kind in ('being_corrected', 'upheld', 'corrected', 'retracted')),
  -- Why, for readers. Of a verdict that was kept it says why it had been in doubt.
  reason text not null,
  at timestamptz not null
);
create index published_changes_claim_idx on public.published_changes (claim_id, at);
create index published_changes_at_idx on public.published_changes (at desc, id desc);
create trigger published_changes_frozen before update or delete on public.published_changes
  for each row execute function app_private.refuse_change();
create trigger published_changes_kept before truncate on public.published_changes
  for each statement execute function app_private.refuse_change();
alter table public.published_changes enable row level security;
revoke all on public.published_changes from public, anon, authenticated, service_role;
grant select on public.published_changes to anon, authenticated, service_role;
select app_private.guard_while_read_only('public.published_changes', 'people');
create policy published_changes_read on public.published_changes for select to anon, authenticated using (true);

-- What happened before there was a log, as the trail has it.
insert into public.published_changes (claim_id, kind, reason, at)
select e.entity_id::uuid,
  case e.action when 'claim.correction_begun' then 'being_corrected' when 'claim.upheld' then 'upheld'
    when 'claim.retracted' then 'retracted' else 'corrected' end,
  coalesce(case when e.action in ('claim.correction_begun', 'claim.retracted') then e.payload ->> 'reason' end,
    (select b.payload ->> 'reason' from public.audit_events b
      where b.entity = 'claim' and b.entity_id = e.entity_id and b.action = 'claim.correction_begun' and b.seq < e.seq
      order by b.seq desc limit 1), ''),
  e.at
from public.audit_events e
where e.entity = 'claim' and (e.action in ('claim.correction_begun', 'claim.upheld', 'claim.retracted')
  or (e.action = 'claim.published' and (e.payload ->> 'publication')::int > 1))
order by e.seq;

-- A notice that is put up, changed or taken away is a line of the log, whichever command did it.
create function app_private.log_published_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  corrected timestamptz;
begin
  if tg_op <> 'DELETE' then
    insert into public.published_changes (claim_id, kind, reason, at)
      values (new.claim_id, new.kind, new.reason, new.since);
    return null;
  end if;
  select max(published_at) into corrected from public.published_verdicts
    where claim_id = old.claim_id and published_at > old.since;
  insert into public.published_changes (claim_id, kind, reason, at)
    values (old.claim_id, case when corrected is null then 'upheld' else 'corrected' end, old.reason,
      coalesce(corrected, clock_timestamp()));
  return null;
end $$;
create trigger verdict_notices_logged after insert or update or delete on public.verdict_notices
  for each row execute function app_private.log_published_change();
revoke all on function app_private.log_published_change() from public;

-- The published verdicts as they stand, the last changed first, without the articles' text; one value, so that no limit
-- of rows cuts it. `p_before` and `p_slug` are the last one that was read.
create function public.publications(p_limit int, p_before timestamptz default null, p_slug text default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with changes as (select claim_id, max(at) as at from public.published_changes group by claim_id),
  newest as (
    select v.claim_id, v.number, v.slug, greatest(v.published_at, c.at) as changed
    from (select distinct on (p.claim_id) p.claim_id, p.number, p.slug, p.published_at
      from public.published_verdicts p order by p.claim_id, p.number desc) v
    left join changes c on c.claim_id = v.claim_id),
  page as (
    select * from newest n
    where p_before is null or (n.changed, n.slug) < (p_before, coalesce(p_slug, ''))
    order by n.changed desc, n.slug desc limit least(greatest(p_limit, 0), 2000))
  select coalesce(jsonb_agg(jsonb_build_object(
      'claim_id', p.claim_id, 'number', p.number, 'slug', p.slug, 'short_claim', p.short_claim, 'content', p.content,
      'published_at', p.published_at, 'changed_at', n.changed,
      'first_published_at', (select f.published_at from public.published_verdicts f
        where f.claim_id = p.claim_id and f.number = 1),
      'report_slug', r.slug, 'headline', r.headline, 'demo', r.demo, 'source', r.source - 'text',
      'notice', (select jsonb_build_object('kind', v.kind, 'reason', v.reason, 'since', v.since)
        from public.verdict_notices v where v.claim_id = p.claim_id),
      'changes', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'reason', c.reason, 'at', c.at)
          order by c.at, c.id), '[]')
        from public.published_changes c where c.claim_id = p.claim_id)
    ) order by n.changed desc, n.slug desc), '[]')
  from page n
  join public.published_verdicts p on p.claim_id = n.claim_id and p.number = n.number
  join public.reports r on r.id = p.report_id
$$;

-- The addresses of published pages, the last changed first, as sitemaps list them: all, or those first published since.
create function public.published_addresses(p_limit int, p_first_since timestamptz default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with changes as (select claim_id, max(at) as at from public.published_changes group by claim_id),
  verdicts as (
    select v.report_id, v.slug, v.short_claim, f.published_at as first,
      greatest(v.published_at, c.at) as changed, n.claim_id is not null as retracted
    from (select distinct on (p.claim_id) p.claim_id, p.report_id, p.slug, p.short_claim, p.published_at
      from public.published_verdicts p order by p.claim_id, p.number desc) v
    join public.published_verdicts f on f.claim_id = v.claim_id and f.number = 1
    left join changes c on c.claim_id = v.claim_id
    left join public.verdict_notices n on n.claim_id = v.claim_id and n.kind = 'retracted'),
  in_reports as (select report_id, max(changed) as changed from verdicts group by report_id),
  pages as (
    select 'reports' as kind, r.slug, r.headline as title, r.published_at as first,
      greatest(r.updated_at, i.changed) as changed, false as retracted
    from public.reports r left join in_reports i on i.report_id = r.id
    union all
    select 'claims', v.slug, v.short_claim, v.first, v.changed, v.retracted from verdicts v)
  select coalesce(jsonb_agg(to_jsonb(p) order by p.changed desc, p.kind, p.slug), '[]')
  from (select * from pages where p_first_since is null or first >= p_first_since
    order by changed desc, kind, slug limit least(greatest(p_limit, 0), 50000)) p
$$;

-- The log of corrections, the newest first; of a corrected verdict also the ratings before and after.
create function public.corrections_log(p_limit int, p_before bigint default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(x order by x.id desc), '[]') from (
    select c.id, c.kind, c.reason, c.at, v.slug, v.short_claim,
      r.slug as report_slug, r.headline, r.demo,
      b.content::jsonb -> 'verdict' ->> 'rating' as rating_before,
      a.content::jsonb -> 'verdict' ->> 'rating' as rating_after
    from public.published_changes c
    join lateral (select p.* from public.published_verdicts p where p.claim_id = c.claim_id
      order by p.number desc limit 1) v on true
    join public.reports r on r.id = v.report_id
    left join lateral (select p.number, p.content from public.published_verdicts p
      where c.kind = 'corrected' and p.claim_id = c.claim_id and p.published_at <= c.at
      order by p.number desc limit 1) a on true
    left join public.published_verdicts b on b.claim_id = c.claim_id and b.number = a.number - 1
    where p_before is null or c.id < p_before
    order by c.id desc limit least(greatest(p_limit, 0), 500)) x
$$;

revoke all on function public.publications(int, timestamptz, text), public.published_addresses(int, timestamptz),
  public.corrections_log(int, bigint) from public;
grant execute on function public.publications(int, timestamptz, text), public.published_addresses(int, timestamptz),
  public.corrections_log(int, bigint) to anon, authenticated, service_role;
