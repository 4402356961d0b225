-- Lists of a large desk: each is asked for in pages, by the database, and what every page needs of a claim's past stands
-- with the claim.

-- Since when a claim stands in its state; whatever else is done to it meanwhile changes nothing.
alter table public.claims add column state_since timestamptz;
alter table public.claims disable trigger user;
update public.claims c set state_since = coalesce(
  (select max(l.at) from public.stage_ledger l
    where l.claim_id = c.id and l.to_state = c.state and l.from_state is distinct from l.to_state),
  c.created_at);
alter table public.claims enable trigger user;
alter table public.claims alter column state_since set default now(), alter column state_since set not null;
create index claims_standing_idx on public.claims (state, state_since, id);
drop index public.claims_state_idx;

create function app_private.note_state_since() returns trigger language plpgsql set search_path = '' as $$
begin
  new.state_since := clock_timestamp();
  return new;
end $$;
revoke all on function app_private.note_state_since() from public;
create trigger claims_state_since before update of state on public.claims for each row
  when (old.state is distinct from new.state) execute function app_private.note_state_since();

-- The approval lane, in two lists that each begin with the oldest: what waits for an editor, and what is cleared and not
-- published yet. `p_after` is where the page before ended, {key, id}. The rating is not told to whoever declared a
-- conflict of interest.
drop function public.approval_lane();
create index clearances_of_claim_idx on public.clearances (claim_id) where ended_at is null;

create function app_private.lane_items(p_claims uuid[]) returns table (
  claim_id uuid, version int, statement text, article_id uuid, article_title text, due_on date,
  lead_id uuid, second_id uuid, recused uuid[], lead_name text, second_name text, signed_by uuid[],
  rating public.rating, approved_at timestamptz, cleared_by uuid, cleared_by_name text, cleared_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select c.id, c.version, c.statement, c.article_id, av.title, c.due_on,
    c.lead_id, c.second_id, c.recused, l.name, s.name,
    coalesce((select array_agg(o."by") from public.sign_offs o where o.claim_id = c.id and o.voided_at is null), '{}'),
    case when (select auth.uid()) = any (c.recused) then null else v.rating end,
    c.state_since, k."by", p.name, k.cleared_at
  from unnest(p_claims) with ordinality asked(id, place)
  join public.claims c on c.id = asked.id
  join public.article_versions av on av.id = c.article_version_id
  left join public.profiles l on l.id = c.lead_id
  left join public.profiles s on s.id = c.second_id
  left join lateral (select * from app_private.latest_version(c.id)) v on true
  left join public.clearances k on k.version_id = v.id and k.ended_at is null
  left join public.profiles p on p.id = k."by"
  where c.state = 'approved'
  order by asked.place
$$;

create function public.approval_lane(p_cleared boolean, p_after jsonb, p_most int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  most int := least(greatest(p_most, 1), 200);
  after_since timestamptz := (p_after ->> 'key')::timestamptz;
  after_id uuid := (p_after ->> 'id')::uuid;
  cleared int;
  ids uuid[];
begin
  if not app_private.role_at_least('editor') then
    return jsonb_build_object('items', '[]'::jsonb, 'total', 0, 'next', null);
  end if;
  -- A clearance that stands belongs to an approved claim: leaving that state ends it.
  cleared := (select count(*) from public.clearances k join public.claims c on c.id = k.claim_id
    where k.ended_at is null and c.state = 'approved');
  if p_cleared then
    ids := array(select c.id from public.clearances k join public.claims c on c.id = k.claim_id
      where k.ended_at is null and c.state = 'approved'
        and (after_id is null or (c.state_since, c.id) > (after_since, after_id))
      order by c.state_since, c.id limit most + 1);
  else
    ids := array(select c.id from public.claims c
      where c.state = 'approved' and (after_id is null or (c.state_since, c.id) > (after_since, after_id))
        and not exists (select from public.clearances k where k.claim_id = c.id and k.ended_at is null)
      order by c.state_since, c.id limit most + 1);
  end if;
  return jsonb_build_object(
    'items', (select coalesce(jsonb_agg(to_jsonb(i)), '[]') from app_private.lane_items(ids[1:most]) i),
    'total', case when p_cleared then cleared
      else (select count(*) from public.claims c where c.state = 'approved') - cleared end,
    'next', case when cardinality(ids) > most then (
      select jsonb_build_object('key', c.state_since, 'id', c.id) from public.claims c where c.id = ids[most]) end);
end $$;

-- Those of these claims that are in the lane, for editors.
create function public.approvals_of(p_claims uuid[]) returns table (
  claim_id uuid, version int, statement text, article_id uuid, article_title text, due_on date,
  lead_id uuid, second_id uuid, recused uuid[], lead_name text, second_name text, signed_by uuid[],
  rating public.rating, approved_at timestamptz, cleared_by uuid, cleared_by_name text, cleared_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select i.* from app_private.lane_items(p_claims[1:200]) i where app_private.role_at_least('editor')
$$;

-- Where a claim stands in the lane, and who stands around it: what waits and then what is cleared. The neighbours are
-- told with what decides whether somebody may clear them.
create function public.approval_place(p_claim uuid, p_around int) returns jsonb
language sql stable security definer set search_path = '' as $$
  with lane as materialized (
    select c.id, row_number() over (order by k.id is not null, c.state_since, c.id) as place
    from public.claims c left join public.clearances k on k.claim_id = c.id and k.ended_at is null
    where c.state = 'approved' and app_private.role_at_least('editor')),
  here as (select place from lane where id = p_claim),
  near as (
    select array_agg(l.id order by l.place) as ids from lane l
    where l.place <= least(p_around, 50)
      or l.place between (select place from here) - least(p_around, 50) and (select place from here) + least(p_around, 50))
  select jsonb_build_object(
    'at', coalesce((select place from here), 0), 'of', (select count(*) from lane),
    'items', (select coalesce(jsonb_agg(to_jsonb(i)), '[]') from app_private.lane_items((select ids from near)) i))
$$;

-- On which of these claims a person has decided second, as `second_verdict_given` says it of one.
create function public.second_verdicts_given(p_claims uuid[], p_person uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select asked.id from unnest(p_claims[1:500]) asked(id) where public.second_verdict_given(asked.id, p_person)
$$;

-- Articles, the newest first, with how many of their claims stand in each state. Row-level security applies: these two
-- run with the rights of who asks.
create index articles_newest_idx on public.articles (created_at desc, id desc);
create function public.article_list(p_text text, p_after jsonb, p_most int) returns jsonb
language sql stable set search_path = '' as $$
  with asked as (
    select least(greatest(p_most, 1), 200) as most, (p_after ->> 'key')::timestamptz as after_at,
      (p_after ->> 'id')::uuid as after_id,
      '%' || replace(replace(replace(btrim(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern),
  found as (
    select a.id, a.created_at, a.demo, v.title, v.outlet, v.published_on
    from public.articles a
    cross join asked
    cross join lateral (
      select v.title, v.outlet, v.published_on from public.article_versions v
      where v.article_id = a.id order by v.number desc limit 1) v
    where (asked.after_id is null or (a.created_at, a.id) < (asked.after_at, asked.after_id))
      and (btrim(p_text) = '' or v.title ilike asked.pattern or v.outlet ilike asked.pattern)
    order by a.created_at desc, a.id desc limit (select most + 1 from asked)),
  placed as (select f.*, row_number() over (order by f.created_at desc, f.id desc) as place from found f),
  shown as (select p.* from placed p where p.place <= (select most from asked))
  select jsonb_build_object(
    'rows', coalesce((select jsonb_agg(jsonb_build_object(
      'id', s.id, 'title', s.title, 'outlet', s.outlet, 'publishedOn', s.published_on, 'createdAt', s.created_at,
      'demo', s.demo, 'claims', coalesce((
        select jsonb_object_agg(k.state, k.n)
        from (select c.state, count(*) as n from public.claims c where c.article_id = s.id group by c.state) k), '{}'))
      order by s.place) from shown s), '[]'),
    'next', (select jsonb_build_object('key', s.created_at, 'id', s.id) from shown s
      where s.place = (select most from asked) and (select count(*) from placed) > (select most from asked)))
$$;

-- Articles whose claims wait to be accepted or to be assigned, the newest first, and how many there are.
create function public.articles_to_triage(p_most int) returns jsonb
language sql stable set search_path = '' as $$
  with waiting as (
    select c.article_id as id, count(*) filter (where c.state = 'proposed') as proposed,
      count(*) filter (where c.state = 'open') as open
    from public.claims c where c.state in ('proposed', 'open') group by c.article_id),
  shown as (
    select w.*, a.created_at from waiting w join public.articles a on a.id = w.id
    order by a.created_at desc, a.id desc limit least(greatest(p_most, 1), 200))
  select jsonb_build_object(
    'total', (select count(*) from waiting),
    'rows', coalesce((select jsonb_agg(jsonb_build_object(
      'id', s.id, 'title', v.title, 'outlet', v.outlet, 'proposed', s.proposed, 'open', s.open)
      order by s.created_at desc, s.id desc)
      from shown s cross join lateral (
        select v.title, v.outlet from public.article_versions v
        where v.article_id = s.id order by v.number desc limit 1) v), '[]'))
$$;

-- What people have in hand: counted once over what is under review, not once for each person. Everybody's for editors,
-- their own for others, as before; those with the most over their limit first.
create or replace function public.work_in_hand() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  everybody boolean := app_private.role_at_least('editor');
begin
  return jsonb_build_object(
    'limit', (select s.work_limit from public.assignment_settings s),
    'people', (
      with parts as (
        select part.person, sum(part.leads)::int as leads, sum(part.seconds)::int as seconds
        from public.claims c
        cross join lateral (values
          (c.lead_id, (c.state = 'in_review')::int, 0), (c.second_id, 0, 1)) part(person, leads, seconds)
        where c.state in ('in_review', 'second_review') and part.person is not null
          and (everybody or c.lead_id = me or c.second_id = me)
        group by part.person)
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'name', p.name, 'ownLimit', p.work_limit,
        'leads', coalesce(w.leads, 0), 'seconds', coalesce(w.seconds, 0)) order by p.name, p.id), '[]')
      from public.profiles p join app_private.user_roles r on r.user_id = p.id left join parts w on w.person = p.id
      where r.role >= 'reviewer' and (everybody or p.id = me)));
end $$;

-- What does not count is little, so it is looked up instead of what does.
create index articles_demo_idx on public.articles (id) where demo;
create view app_private.uncounted_claims with (security_invoker = true) as
  select c.id from public.articles a join public.claims c on c.article_id = a.id where a.demo;
create or replace view app_private.counted_claims with (security_invoker = true) as
  select c.id, c.article_id, c.article_version_id, c.statement, c.claimant, c.type, c.state, c.lead_id, c.second_id,
    c.due_on, c.created_at, c.updated_at, c.state_since
  from public.claims c
  where not exists (select from public.articles a where a.id = c.article_id and a.demo);
revoke all on app_private.uncounted_claims from public, anon, authenticated, service_role;

-- Since when a claim waits now stands with it.
create or replace view app_private.waiting_claims with (security_invoker = true) as
  select c.id, c.statement, c.state, c.due_on,
    case c.state when 'in_review' then c.lead_id when 'second_review' then c.second_id end as person_id,
    c.state_since as since,
    greatest(c.updated_at, (
      select u.at from public.review_updates u where u.claim_id = c.id order by u.n desc limit 1)) as touched_at, c.updated_at
  from app_private.counted_claims c
  where c.state in ('open', 'in_review', 'second_review', 'disputed', 'approved');

create or replace function public.insights_time_in_stage(p_from date, p_to date)
returns table (state public.claim_state, stays int, median_seconds float8, p90_seconds float8)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    select k.state, k.n, extract(epoch from k.lasted[1])::float8, extract(epoch from k.lasted[2])::float8
    from (
      select s.state, count(*)::int as n,
        percentile_cont(array[0.5, 0.9]) within group (order by s.left_at - s.entered_at) as lasted
      from app_private.stage_stays s
      where s.left_at >= app_private.day_begins(p_from) and s.left_at < app_private.day_begins(p_to + 1)
        and not exists (select from app_private.uncounted_claims u where u.id = s.claim_id)
      group by s.state) k
    order by k.state;
end $$;

create or replace function public.insights_throughput(p_from date, p_to date, p_step text)
returns table (begins date, moves jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  if p_step not in ('day', 'week', 'month') then
    raise exception 'Steps are days, weeks or months.' using errcode = 'PT422';
  end if;
  return query
    select k.at_day, jsonb_object_agg(k.to_state, k.n)
    from (
      select date_trunc(p_step, d.on_day)::date as at_day, d.to_state, sum(d.n)::int as n
      from (
        -- By day first: a day is cheap to find, and there are few of them to put into weeks or months.
        select (l.at at time zone 'UTC')::date as on_day, l.to_state, count(*) as n
        from public.stage_ledger l
        where l.from_state is distinct from l.to_state
          and l.at >= app_private.day_begins(p_from) and l.at < app_private.day_begins(p_to + 1)
          and not exists (select from app_private.uncounted_claims u where u.id = l.claim_id)
        group by 1, 2) d
      group by 1, 2) k
    group by 1 order by 1;
end $$;

-- Only what was not changed since can be idle, so only there is looked for words that were written since.
create or replace function public.insights_waiting(p_idle_days int, p_most int)
returns table (state public.claim_state, person_id uuid, name text, waiting int, idle int, oldest_since timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
  idle_before timestamptz := now() - make_interval(days => p_idle_days);
begin
  perform app_private.require_role('editor');
  return query
    with counted as (
      select w.state as at_state, w.person_id as on_whom, count(*)::int as n,
        count(*) filter (where w.updated_at < idle_before and coalesce((
          select u.at from public.review_updates u where u.claim_id = w.id order by u.n desc limit 1), w.updated_at)
          < idle_before)::int as untouched, min(w.since) as oldest
      from app_private.waiting_claims w group by w.state, w.person_id)
    select k.at_state, k.on_whom, p.name, k.n, k.untouched, k.oldest
    from counted k left join public.profiles p on p.id = k.on_whom
    order by k.untouched desc, k.oldest, k.at_state, k.on_whom limit least(p_most, 200);
end $$;

revoke all on function app_private.lane_items(uuid[]) from public;
revoke all on function public.approval_lane(boolean, jsonb, int), public.approvals_of(uuid[]),
  public.approval_place(uuid, int), public.second_verdicts_given(uuid[], uuid), public.article_list(text, jsonb, int),
  public.articles_to_triage(int) from public, anon;
grant execute on function public.approval_lane(boolean, jsonb, int), public.approvals_of(uuid[]),
  public.approval_place(uuid, int), public.second_verdicts_given(uuid[], uuid), public.article_list(text, jsonb, int),
  public.articles_to_triage(int) to authenticated;
