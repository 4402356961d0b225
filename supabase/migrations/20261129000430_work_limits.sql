-- How many claims at once are enough: for everybody, unless it is set for a person.
create table public.assignment_settings (
  one boolean primary key default true check (one),
  work_limit smallint not null default 5 check (work_limit between 1 and 100)
);
insert into public.assignment_settings default values;
alter table public.assignment_settings enable row level security;
revoke all on public.assignment_settings from public, anon, authenticated, service_role;
grant select on public.assignment_settings to authenticated;
create policy assignment_settings_read on public.assignment_settings for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
select app_private.guard_while_read_only('public.assignment_settings', 'people');

-- Null: what holds for everybody. Nobody chose the five that was there before, unless the trail says so.
alter table public.profiles alter column work_limit drop not null, alter column work_limit drop default;
update public.profiles p set work_limit = null
  where work_limit = 5 and not exists (
    select from public.audit_events e
      where e.action = 'person.work_limit_set' and e.entity = 'person' and e.entity_id = p.id::text);

-- As before; and null takes a person's own limit away.
create or replace function public.set_work_limit(p_person uuid, p_limit int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
begin
  if p_limit not between 1 and 100 then
    raise exception 'A limit is a number from 1 to 100.' using errcode = 'PT422';
  end if;
  update public.profiles set work_limit = p_limit where id = p_person and work_limit is distinct from p_limit;
  if not found then
    perform from public.profiles where id = p_person;
    if not found then raise exception 'There is no such person.' using errcode = 'PT404'; end if;
    return;
  end if;
  perform app_private.record_audit(me, 'person.work_limit_set', 'person', p_person::text,
    jsonb_build_object('name', (select p.name from public.profiles p where p.id = p_person), 'limit', p_limit));
end $$;

create function public.set_default_work_limit(p_limit int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
begin
  if p_limit is null or p_limit not between 1 and 100 then
    raise exception 'A limit is a number from 1 to 100.' using errcode = 'PT422';
  end if;
  update public.assignment_settings set work_limit = p_limit where work_limit <> p_limit;
  if not found then return; end if;
  perform app_private.record_audit(me, 'desk.work_limit_set', 'desk', 'work', jsonb_build_object('limit', p_limit));
end $$;

-- As before; with the limit that holds for everybody where a person has none of their own, and with those who led among
-- those who cannot decide second.
create or replace function public.assignment_facts(p_claims jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  with asked as (
    select c.id, lower(c.claimant) as claimant, lower(v.outlet) as outlet
    from public.claims c join public.article_versions v on v.id = c.article_version_id
    where c.id in (select jsonb_array_elements_text(p_claims)::uuid limit 100)),
  finished as (
    select c.id, c.lead_id, c.second_id, lower(c.claimant) as claimant, lower(v.outlet) as outlet
    from public.claims c join public.article_versions v on v.id = c.article_version_id
    where c.state in ('approved', 'published') and (
      lower(c.claimant) in (select a.claimant from asked a where a.claimant is not null)
      or lower(v.outlet) in (select a.outlet from asked a where a.outlet is not null))),
  known as (
    select part.person,
      count(*) filter (where f.claimant in (select a.claimant from asked a)) as claimant,
      count(*) filter (where f.outlet in (select a.outlet from asked a)) as outlet
    from finished f cross join lateral (values (f.lead_id), (f.second_id)) part(person)
    where part.person is not null group by part.person)
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', p.id, 'name', p.name, 'role', r.role,
    'workLimit', coalesce(p.work_limit, (select s.work_limit from public.assignment_settings s)),
    'leads', (select count(*) from public.claims c where c.lead_id = p.id and c.state = 'in_review'),
    'seconds', (select count(*) from public.claims c
      where c.second_id = p.id and c.state in ('in_review', 'second_review')),
    'lastSeconds', coalesce((select jsonb_agg(last.second_id order by last.assigned_at desc) from (
      select c.second_id, c.assigned_at from public.claims c
      where c.lead_id = p.id and c.second_id is not null and c.id not in (select a.id from asked a)
      order by c.assigned_at desc nulls last limit 2) last), '[]'),
    'claimantBefore', coalesce(k.claimant, 0), 'outletBefore', coalesce(k.outlet, 0),
    'wroteIn', coalesce((select jsonb_agg(a.id) from asked a where app_private.spoke_as_lead(a.id, p.id) or exists (
      select from public.review_updates u where u.claim_id = a.id and u.author = p.id and not u.comments_only)), '[]')
  ) order by p.name, p.id), '[]')
  from public.profiles p
  join app_private.user_roles r on r.user_id = p.id
  left join known k on k.person = p.id
  where r.role >= 'reviewer' and app_private.role_at_least('reviewer')
$$;

-- What people have in hand and how much is meant to be enough: everybody's for editors, their own for others.
create function public.work_in_hand() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  everybody boolean := app_private.role_at_least('editor');
begin
  return jsonb_build_object(
    'limit', (select s.work_limit from public.assignment_settings s),
    'people', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'name', p.name, 'ownLimit', p.work_limit,
        'leads', (select count(*) from public.claims c where c.lead_id = p.id and c.state = 'in_review'),
        'seconds', (select count(*) from public.claims c
          where c.second_id = p.id and c.state in ('in_review', 'second_review'))
      ) order by p.name, p.id), '[]')
      from public.profiles p join app_private.user_roles r on r.user_id = p.id
      where r.role >= 'reviewer' and (everybody or p.id = me)));
end $$;

revoke all on function public.set_default_work_limit(int), public.work_in_hand() from public, anon;
grant execute on function public.set_default_work_limit(int), public.work_in_hand() to authenticated;
