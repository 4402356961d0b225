-- The newsroom: people, articles, claims. Writing is done by functions only (see the next files); what a role may
-- read is said by row-level security here.
create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;

create schema if not exists app_private;
revoke all on schema app_private from public;
grant usage on schema app_private to anon, authenticated, service_role;

create type public.app_role as enum ('reader', 'reviewer', 'editor', 'admin');
create type public.claim_state as enum (
  'proposed', 'dismissed', 'open', 'in_review', 'second_review', 'disputed', 'approved', 'published');
create type public.claim_type as enum (
  'event', 'quote', 'statistic', 'status', 'causal', 'prediction', 'opinion');
create type public.claim_priority as enum ('low', 'normal', 'high');
create type public.rating as enum (
  'true', 'mostly_true', 'half_true', 'misleading', 'mostly_false', 'false', 'unproven');

create table public.profiles (
  id uuid primary key references auth.users (id) on delete restrict,
  name text not null check (char_length(name) between 1 and 80),
  created_at timestamptz not null default now()
);

-- In a table and not in the token: a role that is taken away is gone at once.
create table app_private.user_roles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  role public.app_role not null default 'reader'
);

create function app_private.role_of(person uuid) returns public.app_role
language sql stable security definer set search_path = '' as $$
  select coalesce((select role from app_private.user_roles where user_id = person), 'reader')
$$;

create function app_private.role_at_least(needed public.app_role) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select r.role >= needed from app_private.user_roles r where r.user_id = (select auth.uid())), false)
$$;

create function public.my_role() returns public.app_role
language sql stable security definer set search_path = '' as $$
  select app_private.role_of((select auth.uid()))
$$;

create function app_private.handle_new_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, name) values (
    new.id,
    left(coalesce(
      nullif(new.raw_user_meta_data ->> 'name', ''),
      split_part(coalesce(new.email, 'Somebody'), '@', 1)), 80));
  insert into app_private.user_roles (user_id) values (new.id);
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users
  for each row execute function app_private.handle_new_user();

create table public.articles (
  id uuid primary key default gen_random_uuid(),
  demo boolean not null default false,
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now()
);

create table public.article_versions (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references public.articles (id),
  number int not null check (number > 0),
  title text not null check (char_length(title) between 1 and 300),
  byline text check (char_length(byline) <= 200),
  outlet text check (char_length(outlet) <= 200),
  published_on date,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  source_url text check (source_url ~ '^https?://' and char_length(source_url) <= 2048),
  fetched_at timestamptz,
  text text not null check (char_length(text) between 1 and 200000),
  sha256 text not null,
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now(),
  unique (article_id, number)
);

create table public.claims (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references public.articles (id),
  article_version_id uuid not null references public.article_versions (id),
  exact text not null check (char_length(exact) between 1 and 5000),
  prefix text not null,
  suffix text not null,
  start_offset int not null check (start_offset >= 0),
  end_offset int not null,
  statement text not null check (char_length(statement) between 3 and 1000),
  claimant text check (char_length(claimant) between 1 and 200),
  type public.claim_type not null,
  check_worthiness real not null check (check_worthiness between 0 and 1),
  reasons text[] not null default '{}',
  origin text not null check (origin in ('engine', 'person')),
  state public.claim_state not null default 'proposed',
  version int not null default 1,
  lead_id uuid references public.profiles (id),
  second_id uuid references public.profiles (id),
  due_on date,
  priority public.claim_priority not null default 'normal',
  dismissal_reason text,
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (end_offset > start_offset),
  check (lead_id is distinct from second_id or lead_id is null)
);
create index claims_article_idx on public.claims (article_id, start_offset);
create index claims_state_idx on public.claims (state);
create index claims_lead_idx on public.claims (lead_id) where lead_id is not null;
create index claims_second_idx on public.claims (second_id) where second_id is not null;

-- A version is frozen by what the database refuses, not by what the application leaves undone.
create function app_private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = '42501';
end $$;

create function app_private.check_article_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.sha256 := encode(sha256(convert_to(new.text, 'UTF8')), 'hex');
  return new;
end $$;
create trigger article_version_hash before insert on public.article_versions
  for each row execute function app_private.check_article_version();
create trigger article_versions_frozen before update or delete on public.article_versions
  for each row execute function app_private.refuse_change();
create trigger article_versions_kept before truncate on public.article_versions
  for each statement execute function app_private.refuse_change();

alter table public.profiles enable row level security;
alter table public.articles enable row level security;
alter table public.article_versions enable row level security;
alter table public.claims enable row level security;

grant select on public.profiles, public.articles, public.article_versions, public.claims to authenticated;
grant select on public.profiles, public.articles, public.article_versions, public.claims to service_role;

create policy profiles_read on public.profiles for select to authenticated
  using (id = (select auth.uid()) or (select app_private.role_at_least('reviewer')));
create policy articles_read on public.articles for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy article_versions_read on public.article_versions for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy claims_read on public.claims for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

revoke all on all functions in schema app_private from public;
grant execute on function app_private.role_at_least(public.app_role) to anon, authenticated, service_role;
grant execute on function public.my_role() to authenticated, service_role;

-- Who is asking, with the role of this moment.
create function public.me() returns table (id uuid, name text, role public.app_role)
language sql stable security definer set search_path = '' as $$
  select p.id, p.name, app_private.role_of(p.id) from public.profiles p where p.id = (select auth.uid())
$$;
-- Whom a claim can be assigned to. Roles are not in a readable table.
create function public.reviewers() returns table (id uuid, name text, role public.app_role)
language sql stable security definer set search_path = '' as $$
  select p.id, p.name, r.role from public.profiles p join app_private.user_roles r on r.user_id = p.id
  where r.role >= 'reviewer' and app_private.role_at_least('reviewer') order by p.name
$$;
revoke all on function public.me(), public.reviewers() from public, anon;
grant execute on function public.me(), public.reviewers() to authenticated, service_role;
