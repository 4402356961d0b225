-- Who works at the desk: invited by a link that is good once and for a while, given another role, disabled and enabled
-- again, by an admin. A role is read from its table at every question, so all of it holds at once.
alter table public.profiles add column public_byline text check (char_length(public_byline) between 2 and 80);

-- While somebody is disabled their role is that of a reader, so that every check there is already refuses them.
alter table app_private.user_roles
  add column disabled_at timestamptz,
  add column role_when_disabled public.app_role,
  add check ((disabled_at is null) = (role_when_disabled is null)),
  add check (disabled_at is null or role = 'reader');

create table public.invites (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254),
  role public.app_role not null check (role <> 'reader'),
  -- SHA-256 of the link's secret, which is shown once and kept nowhere.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by uuid references public.profiles (id),
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invites_created_by_idx on public.invites (created_by);
create index invites_accepted_by_idx on public.invites (accepted_by);
alter table public.invites enable row level security;
revoke all on public.invites from public, anon, authenticated, service_role;
select app_private.guard_while_read_only('public.invites', 'always');

create function public.desk_people() returns table (
  id uuid, name text, email text, role public.app_role, disabled_at timestamptz, public_byline text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('admin');
  return query
    select p.id, p.name, u.email::text, coalesce(r.role_when_disabled, r.role), r.disabled_at, p.public_byline
    from public.profiles p join app_private.user_roles r on r.user_id = p.id join auth.users u on u.id = p.id
    order by r.disabled_at is not null, p.name, p.id limit 500;
end $$;

create function public.open_invites() returns table (
  id uuid, email text, role public.app_role, created_at timestamptz, expires_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('admin');
  return query
    select i.id, i.email, i.role, i.created_at, i.expires_at from public.invites i
    where i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    order by i.created_at desc limit 200;
end $$;

-- The trail names no addresses: it can never be made to forget them.
create function public.create_invite(p_email text, p_role public.app_role, p_days int, p_token_hash text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  i public.invites;
begin
  if coalesce(p_days, 0) not between 1 and 30 then
    raise exception 'An invitation is good for 1 to 30 days.' using errcode = 'PT422';
  end if;
  if exists (select from auth.users u where lower(u.email::text) = lower(btrim(p_email))) then
    raise exception 'There is an account with this address already. Change its role instead.' using errcode = 'PT422';
  end if;
  insert into public.invites (email, role, token_hash, created_by, expires_at)
    values (lower(btrim(p_email)), p_role, p_token_hash, me, now() + make_interval(days => p_days)) returning * into i;
  perform app_private.record_audit(me, 'person.invited', 'person', i.id::text,
    jsonb_build_object('role', p_role, 'days', p_days));
  return i.id;
end $$;

create function public.revoke_invite(p_invite uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  update public.invites set revoked_at = now() where id = p_invite and accepted_at is null and revoked_at is null;
  if not found then raise exception 'There is no such open invitation.' using errcode = 'PT404'; end if;
  perform app_private.record_audit(me, 'person.invite_revoked', 'person', p_invite::text, '{}');
end $$;

-- For the server only, which is given the secret by whoever opens the link.
create function public.invite_of(p_token_hash text) returns table (email text, role public.app_role, expires_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select i.email, i.role, i.expires_at from public.invites i
  where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;

create function public.accept_invite(p_token_hash text, p_person uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.invites;
begin
  select * into i from public.invites where token_hash = p_token_hash for update;
  if not found or i.accepted_at is not null or i.revoked_at is not null or i.expires_at <= now() then
    raise exception 'This invitation is not good any more. Ask for another one.' using errcode = 'PT422';
  end if;
  if not exists (select from auth.users u where u.id = p_person and lower(u.email::text) = i.email) then
    raise exception 'This invitation is for another address.' using errcode = 'PT422';
  end if;
  update public.invites set accepted_at = now(), accepted_by = p_person where id = i.id;
  update app_private.user_roles set role = i.role where user_id = p_person;
  perform app_private.record_audit(p_person, 'person.joined', 'person', p_person::text,
    jsonb_build_object('role', i.role, 'invite', i.id));
end $$;

-- Locks whoever is admin, and the person, so that two admins cannot take each other's last place at once.
create function app_private.lock_person(p_person uuid) returns app_private.user_roles
language plpgsql security definer set search_path = '' as $$
declare
  r app_private.user_roles;
begin
  perform from app_private.user_roles where role = 'admin' or user_id = p_person order by user_id for update;
  select * into r from app_private.user_roles where user_id = p_person;
  if not found then raise exception 'There is no such person.' using errcode = 'PT404'; end if;
  return r;
end $$;

create function app_private.keep_an_admin(p_leaving uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from app_private.user_roles where role = 'admin' and user_id <> p_leaving) then
    raise exception 'This is the last admin. Make somebody else an admin first.' using errcode = 'PT422';
  end if;
end $$;

create function public.set_role(p_person uuid, p_role public.app_role) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  r app_private.user_roles := app_private.lock_person(p_person);
begin
  if r.disabled_at is not null then
    raise exception 'This account is disabled. Enable it first.' using errcode = 'PT422';
  end if;
  if r.role = p_role then return; end if;
  if r.role = 'admin' then perform app_private.keep_an_admin(p_person); end if;
  update app_private.user_roles set role = p_role where user_id = p_person;
  perform app_private.record_audit(me, 'person.role_changed', 'person', p_person::text, jsonb_build_object(
    'name', (select name from public.profiles where id = p_person), 'from', r.role, 'to', p_role));
end $$;

create function public.set_disabled(p_person uuid, p_disabled boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  r app_private.user_roles := app_private.lock_person(p_person);
begin
  if (r.disabled_at is not null) = p_disabled then return; end if;
  if p_disabled then
    if r.role = 'admin' then perform app_private.keep_an_admin(p_person); end if;
    update app_private.user_roles set disabled_at = now(), role_when_disabled = role, role = 'reader'
      where user_id = p_person;
    begin
      delete from auth.sessions where user_id = p_person;
    exception when insufficient_privilege then
      -- Sessions of somebody who is disabled stand for nothing anyway: see session_standing.
      null;
    end;
  else
    update app_private.user_roles set disabled_at = null, role = role_when_disabled, role_when_disabled = null
      where user_id = p_person;
  end if;
  perform app_private.record_audit(me, case when p_disabled then 'person.disabled' else 'person.enabled' end,
    'person', p_person::text, jsonb_build_object('name', (select name from public.profiles where id = p_person)));
end $$;

create function public.set_byline(p_person uuid, p_byline text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  if char_length(btrim(p_byline)) not between 2 and 80 and btrim(p_byline) <> '' then
    raise exception 'A byline has 2 to 80 characters.' using errcode = 'PT422';
  end if;
  update public.profiles set public_byline = nullif(btrim(p_byline), '') where id = p_person;
  if not found then raise exception 'There is no such person.' using errcode = 'PT404'; end if;
  -- Not the byline itself: beside the person it would tell every reader of the trail who stands behind it.
  perform app_private.record_audit(me, 'person.byline_changed', 'person', p_person::text, '{}');
end $$;

-- As before, and nobody while their account is disabled.
alter function public.session_standing(uuid, uuid) rename to session_standing_of_enabled;
alter function public.session_standing_of_enabled(uuid, uuid) set schema app_private;
create function public.session_standing(p_session uuid, p_person uuid)
returns table (id uuid, name text, role public.app_role)
language sql stable security definer set search_path = '' as $$
  select s.id, s.name, s.role from app_private.session_standing_of_enabled(p_session, p_person) s
  where not exists (select from app_private.user_roles r where r.user_id = p_person and r.disabled_at is not null)
$$;

-- What is published names people by their byline, where they have one. The function is taken as it stands, so that this
-- changes nothing else of it.
do $$
declare
  before text := pg_get_functiondef('public.publish_report(uuid, jsonb)'::regprocedure);
  after text := replace(replace(before, '''lead'' as capacity, p.name,', '''lead'' as capacity, coalesce(p.public_byline, p.name) as name,'),
    'select name from public.profiles where id = me', 'select coalesce(public_byline, name) from public.profiles where id = me');
begin
  after := replace(replace(after, '''second'', p.name,', '''second'', coalesce(p.public_byline, p.name),'),
    '''adjudicator'', p.name,', '''adjudicator'', coalesce(p.public_byline, p.name),');
  if (select count(*) from regexp_matches(after, 'public_byline', 'g')) <> 4 then
    raise exception 'publish_report is not the one this migration knows.';
  end if;
  execute after;
end $$;

revoke all on function app_private.lock_person(uuid), app_private.keep_an_admin(uuid),
  app_private.session_standing_of_enabled(uuid, uuid), public.desk_people(), public.open_invites(),
  public.create_invite(text, public.app_role, int, text), public.revoke_invite(uuid), public.invite_of(text),
  public.accept_invite(text, uuid), public.set_role(uuid, public.app_role), public.set_disabled(uuid, boolean),
  public.set_byline(uuid, text), public.session_standing(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.desk_people(), public.open_invites(),
  public.create_invite(text, public.app_role, int, text), public.revoke_invite(uuid),
  public.set_role(uuid, public.app_role), public.set_disabled(uuid, boolean), public.set_byline(uuid, text)
  to authenticated;
grant execute on function public.invite_of(text), public.accept_invite(text, uuid), public.session_standing(uuid, uuid)
  to service_role;
