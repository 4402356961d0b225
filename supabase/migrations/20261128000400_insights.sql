-- Where time goes, and how far first and second verdicts agree: plain views over the stage ledger, and one question for
-- each part of the insights page. All answers are counts and times; none names the rating of a claim that is not settled,
-- so that an editor who is second reviewer somewhere learns nothing here.
--
-- The views stand outside the API and are read by the functions below, which ask for the caller's role. They run with the
-- rights of who reads them, so that reading one directly would not go around row-level security either.

-- What counts: the demonstration does not. Whatever else is not real work is to be left out here, and only here.
create view app_private.counted_claims with (security_invoker = true) as
  select c.id, c.article_id, c.article_version_id, c.statement, c.claimant, c.type, c.state, c.lead_id, c.second_id,
    c.due_on, c.created_at, c.updated_at
  from public.claims c join public.articles a on a.id = c.article_id
  where not a.demo;

-- A row of the ledger that moves a claim also says since when it had stood where it was. To work it out from the row
-- before takes a sort of the whole ledger each time somebody looks.
alter table public.stage_ledger add column entered_at timestamptz;
create index stage_ledger_moves_idx on public.stage_ledger (claim_id, id) include (at)
  where from_state is distinct from to_state;

create function app_private.note_entered_at() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.entered_at := (
    select l.at from public.stage_ledger l
    where l.claim_id = new.claim_id and l.from_state is distinct from l.to_state order by l.id desc limit 1);
  return new;
end $$;
revoke all on function app_private.note_entered_at() from public;
create trigger stage_ledger_entered before insert on public.stage_ledger for each row
  when (new.from_state is distinct from new.to_state) execute function app_private.note_entered_at();

-- Once, for what was written before there was the column; nothing else of a row changes.
alter table public.stage_ledger disable trigger stage_ledger_frozen;
update public.stage_ledger l set entered_at = m.before
  from (
    select id, lag(at) over (partition by claim_id order by id) as before from public.stage_ledger
    where from_state is distinct from to_state) m
  where m.id = l.id and m.before is not null;
alter table public.stage_ledger enable trigger stage_ledger_frozen;

-- Each stay of a claim in a state that it has left again.
create view app_private.stage_stays with (security_invoker = true) as
  select l.claim_id, l.from_state as state, l.entered_at, l.at as left_at
  from public.stage_ledger l
  where l.from_state is distinct from l.to_state and l.entered_at is not null;

-- The first blind second verdict of each settled claim beside the rating that was submitted: the two ratings as they were
-- given, whatever became of them later.
create view app_private.agreement_cases with (security_invoker = true) as
  select distinct on (s.claim_id) s.claim_id, v.submitted_by as lead_id, s.by as second_id, v.rating as first,
    s.rating as second, s.decided_at, c.type
  from public.second_verdicts s
    join public.verdict_versions v on v.id = s.version_id and v.origin = 'submission'
    join app_private.counted_claims c on c.id = s.claim_id
  where s.blind and c.state in ('approved', 'published')
  order by s.claim_id, s.decided_at;

-- The rating that a settled claim was signed with.
create view app_private.settled_verdicts with (security_invoker = true) as
  select s.claim_id, v.rating, s.signed_at, c.claimant, c.article_version_id
  from public.sign_offs s
    join public.verdict_versions v on v.id = s.version_id
    join app_private.counted_claims c on c.id = s.claim_id
  where s.voided_at is null and c.state in ('approved', 'published');

-- Claims that somebody has to do something about, since when they stand where they are, and who that is: the lead, the
-- second reviewer, or, where it is nobody in particular, the editors (null).
create view app_private.waiting_claims with (security_invoker = true) as
  select c.id, c.statement, c.state, c.due_on,
    case c.state when 'in_review' then c.lead_id when 'second_review' then c.second_id end as person_id,
    coalesce((
      select l.at from public.stage_ledger l
      where l.claim_id = c.id and l.from_state is distinct from l.to_state order by l.id desc limit 1), c.created_at)
      as since,
    greatest(c.updated_at, (
      select u.at from public.review_updates u where u.claim_id = c.id order by u.n desc limit 1)) as touched_at
  from app_private.counted_claims c
  where c.state in ('open', 'in_review', 'second_review', 'disputed', 'approved');

create index stage_ledger_at_idx on public.stage_ledger (at) include (claim_id, from_state, to_state, entered_at)
  where from_state is distinct from to_state;

-- A day of the calendar begins at midnight UTC, wherever the database is.
create function app_private.day_begins(p_day date) returns timestamptz
language sql immutable set search_path = '' as $$
  select p_day::timestamp at time zone 'UTC'
$$;

-- How long the stays lasted that ended in these days, by state.
create function public.insights_time_in_stage(p_from date, p_to date)
returns table (state public.claim_state, stays int, median_seconds float8, p90_seconds float8)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    select k.state, k.n, extract(epoch from k.lasted[1])::float8, extract(epoch from k.lasted[2])::float8
    from (
      select s.state, count(*)::int as n,
        percentile_cont(array[0.5, 0.9]) within group (order by s.left_at - s.entered_at) as lasted
      from app_private.stage_stays s join app_private.counted_claims c on c.id = s.claim_id
      where s.left_at >= app_private.day_begins(p_from) and s.left_at < app_private.day_begins(p_to + 1)
      group by s.state) k
    order by k.state;
end $$;

-- How often claims came into each state, by day, week or month, as {state: times}.
create function public.insights_throughput(p_from date, p_to date, p_step text)
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
        from public.stage_ledger l join app_private.counted_claims c on c.id = l.claim_id
        where l.from_state is distinct from l.to_state
          and l.at >= app_private.day_begins(p_from) and l.at < app_private.day_begins(p_to + 1)
        group by 1, 2) d
      group by 1, 2) k
    group by 1 order by 1;
end $$;

-- What waits now, on whom, and how much of it nobody has touched for some days. Those with the most idle claims first.
create function public.insights_waiting(p_idle_days int, p_most int)
returns table (state public.claim_state, person_id uuid, name text, waiting int, idle int, oldest_since timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    with counted as (
      select w.state as at_state, w.person_id as on_whom, count(*)::int as n,
        count(*) filter (where w.touched_at < now() - make_interval(days => p_idle_days))::int as untouched,
        min(w.since) as oldest
      from app_private.waiting_claims w group by w.state, w.person_id)
    select k.at_state, k.on_whom, p.name, k.n, k.untouched, k.oldest
    from counted k left join public.profiles p on p.id = k.on_whom
    order by k.untouched desc, k.oldest, k.at_state, k.on_whom limit least(p_most, 200);
end $$;

create function public.insights_oldest(p_most int)
returns table (
  claim_id uuid, statement text, state public.claim_state, name text, since timestamptz, touched_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    select w.id, w.statement, w.state, p.name, w.since, w.touched_at
    from app_private.waiting_claims w left join public.profiles p on p.id = w.person_id
    order by w.since, w.id limit least(p_most, 100);
end $$;

create function public.insights_verdicts(p_from date, p_to date)
returns table (rating public.rating, claims int)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    select s.rating, count(*)::int from app_private.settled_verdicts s
    where s.signed_at >= app_private.day_begins(p_from) and s.signed_at < app_private.day_begins(p_to + 1)
    group by s.rating order by s.rating;
end $$;

-- Whose claims were checked, and from which outlets: those most checked, each with its verdicts as {rating: count}.
create function public.insights_balance(p_from date, p_to date, p_most int)
returns table (kind text, name text, claims int, verdicts jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    with settled as (
      select s.rating, s.claimant, v.outlet
      from app_private.settled_verdicts s join public.article_versions v on v.id = s.article_version_id
      where s.signed_at >= app_private.day_begins(p_from) and s.signed_at < app_private.day_begins(p_to + 1)),
    named as (
      -- The outlet is the claimant of what it says in its own voice.
      select 'claimant' as kind, coalesce(claimant, outlet) as name, rating from settled
      union all select 'outlet', outlet, rating from settled),
    counted as (
      select n.kind, n.name, n.rating, count(*)::int as claims from named n group by 1, 2, 3),
    ranked as (
      select c.kind, c.name, sum(c.claims)::int as claims, jsonb_object_agg(c.rating, c.claims) as verdicts,
        row_number() over (partition by c.kind order by sum(c.claims) desc, c.name) as place
      from counted c group by c.kind, c.name)
    select r.kind, r.name, r.claims, r.verdicts from ranked r where r.place <= least(p_most, 100)
    order by r.kind, r.place;
end $$;

-- Agreement, as tables of how often the first rating was this and the second that, [[first, second, cases], ...]: of all
-- cases, of each pair of lead and second reviewer, of each type of claim, of each month. A table with fewer than five
-- cases does not leave the database; of such only their number is told, in a row without cells.
create function public.insights_agreement(p_from date, p_to date, p_most_pairs int)
returns table (part text, key text, lead_name text, second_name text, cases int, cells jsonb, withheld int)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    with dated as (
      select a.lead_id, a.second_id, a.type, date_trunc('month', a.decided_at, 'UTC') as month, a.first, a.second
      from app_private.agreement_cases a
      where a.decided_at >= app_private.day_begins(p_from) and a.decided_at < app_private.day_begins(p_to + 1)),
    counted as (
      select case when grouping(d.lead_id) = 0 then 'pair' when grouping(d.type) = 0 then 'type'
          when grouping(d.month) = 0 then 'month' else 'all' end as part,
        d.lead_id, d.second_id, d.type, d.month, d.first, d.second, count(*)::int as cases
      from dated d
      group by grouping sets (
        (d.first, d.second), (d.lead_id, d.second_id, d.first, d.second), (d.type, d.first, d.second),
        (d.month, d.first, d.second))),
    tables as (
      select k.part, k.lead_id, k.second_id, sum(k.cases)::int as cases,
        case k.part when 'pair' then k.lead_id || ' ' || k.second_id when 'type' then k.type::text
          when 'month' then to_char(k.month at time zone 'UTC', 'YYYY-MM') else 'all' end as key,
        jsonb_agg(jsonb_build_array(k.first, k.second, k.cases) order by k.first, k.second) as cells
      from counted k group by k.part, k.lead_id, k.second_id, k.type, k.month),
    ranked as (
      select t.*, row_number() over (partition by t.part order by t.cases desc, t.key) as place from tables t)
    select r.part, r.key, l.name, o.name, r.cases, r.cells, 0
      from ranked r
        left join public.profiles l on l.id = r.lead_id left join public.profiles o on o.id = r.second_id
      where r.cases >= 5 and (r.part <> 'pair' or r.place <= least(p_most_pairs, 100))
    union all
    select t.part, '', null, null, 0, '[]'::jsonb, count(*)::int from tables t where t.cases < 5 group by t.part;
end $$;

revoke all on app_private.counted_claims, app_private.stage_stays, app_private.agreement_cases,
  app_private.settled_verdicts, app_private.waiting_claims from public, anon, authenticated, service_role;
revoke all on function app_private.day_begins(date) from public;
revoke all on function public.insights_time_in_stage(date, date), public.insights_throughput(date, date, text),
  public.insights_waiting(int, int), public.insights_oldest(int), public.insights_verdicts(date, date),
  public.insights_balance(date, date, int), public.insights_agreement(date, date, int)
  from public, anon, authenticated, service_role;
grant execute on function public.insights_time_in_stage(date, date), public.insights_throughput(date, date, text),
  public.insights_waiting(int, int), public.insights_oldest(int), public.insights_verdicts(date, date),
  public.insights_balance(date, date, int), public.insights_agreement(date, date, int) to authenticated;
