-- What the conformance suite asks of Supabase, in tables of its own. The suite applies this to an embedded database by
-- itself. To run it against a Supabase project, apply this once to a project made for testing:
--   supabase db query --linked --file tests/integration/supabase/fixture-migrations/20260101000000_conformance.sql
-- with e-mail confirmation switched off, then set CONFORMANCE_SUPABASE_URL, CONFORMANCE_SUPABASE_ANON_KEY and
-- CONFORMANCE_SUPABASE_SERVICE_ROLE_KEY. Each run leaves a few accounts and rows behind.
create table public.conformance_people (
  id uuid primary key references auth.users (id) on delete cascade,
  name text not null
);

create function public.conformance_new_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.raw_user_meta_data ? 'conformance_name' then
    insert into public.conformance_people (id, name)
    values (new.id, new.raw_user_meta_data ->> 'conformance_name');
  end if;
  return new;
end $$;
create trigger conformance_on_user after insert on auth.users
  for each row execute function public.conformance_new_user();

create table public.conformance_folders (
  id uuid primary key default gen_random_uuid(),
  owner uuid not null default auth.uid() references public.conformance_people (id),
  title text not null check (char_length(title) between 1 and 80),
  place int not null default 0,
  published boolean not null default false,
  tags text[] not null default '{}',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (owner, title)
);
create table public.conformance_notes (
  id bigint generated always as identity primary key,
  folder_id uuid not null references public.conformance_folders (id) on delete cascade,
  body text not null,
  place int not null
);
create index conformance_notes_folder_idx on public.conformance_notes (folder_id);
create table public.conformance_blobs (id uuid primary key, bytes bytea not null);
create table public.conformance_ungranted (id int primary key);

alter table public.conformance_people enable row level security;
alter table public.conformance_folders enable row level security;
alter table public.conformance_notes enable row level security;
alter table public.conformance_blobs enable row level security;
alter table public.conformance_ungranted enable row level security;

-- A project made before Supabase stopped granting by default would have more.
revoke all on public.conformance_people, public.conformance_folders, public.conformance_notes,
  public.conformance_blobs, public.conformance_ungranted from anon, authenticated, service_role;
grant select on public.conformance_people to authenticated, service_role;
grant select on public.conformance_folders to anon;
grant select, insert, update, delete on public.conformance_folders to authenticated, service_role;
grant select, insert on public.conformance_notes to authenticated, service_role;
grant select on public.conformance_blobs to service_role;

create policy people_read on public.conformance_people for select to authenticated
  using (id = (select auth.uid()));
create policy folders_read_published on public.conformance_folders for select to anon
  using (published);
create policy folders_own on public.conformance_folders for all to authenticated
  using (owner = (select auth.uid())) with check (owner = (select auth.uid()));
create policy notes_own on public.conformance_notes for all to authenticated
  using (exists (select from public.conformance_folders f
                 where f.id = folder_id and f.owner = (select auth.uid())))
  with check (exists (select from public.conformance_folders f
                      where f.id = folder_id and f.owner = (select auth.uid())));
create policy ungranted_open on public.conformance_ungranted for all to anon, authenticated
  using (true) with check (true);

create function public.conformance_whoami() returns table (id uuid, role text, claimed text, session uuid)
language sql stable set search_path = '' as $$
  select (select auth.uid()), current_user::text, (select auth.jwt()) ->> 'role',
    ((select auth.jwt()) ->> 'session_id')::uuid
$$;
create function public.conformance_echo(given jsonb) returns jsonb
language sql immutable set search_path = '' as $$ select given $$;
create function public.conformance_kind(given jsonb) returns text
language sql immutable set search_path = '' as $$ select jsonb_typeof(given) $$;
create function public.conformance_refuse(code text, message text, details text, advice text) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception '%', message using errcode = code, detail = details, hint = advice;
end $$;
create function public.conformance_add_folder(title text, fail boolean) returns uuid
language plpgsql set search_path = '' as $$
declare
  made uuid;
begin
  insert into public.conformance_folders (title) values (conformance_add_folder.title) returning id into made;
  if fail then
    raise exception 'Refused after writing' using errcode = 'PT409';
  end if;
  return made;
end $$;
create function public.conformance_keep(blob uuid, base64 text) returns int
language plpgsql security definer set search_path = '' as $$
declare
  size int;
begin
  insert into public.conformance_blobs (id, bytes) values (blob, decode(base64, 'base64'))
  returning octet_length(bytes) into size;
  return size;
end $$;
create function public.conformance_fetch(blob uuid)
returns table (base64 text, sha256 text, bytes bytea)
language sql stable security definer set search_path = '' as $$
  select translate(encode(b.bytes, 'base64'), E'\n', ''), encode(sha256(b.bytes), 'hex'), b.bytes
  from public.conformance_blobs b where b.id = blob
$$;
create function public.conformance_service_only() returns text
language sql stable set search_path = '' as $$ select 'open' $$;

revoke all on function public.conformance_service_only() from public, anon, authenticated;
grant execute on function public.conformance_service_only() to service_role;
