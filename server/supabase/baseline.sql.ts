/** What a Supabase project has before its first migration runs, as far as our migrations build on it. */
export const baselineSql = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end $$;
create schema if not exists extensions;
create schema if not exists auth;
grant usage on schema public, extensions, auth to anon, authenticated, service_role;
`;

/**
 * For after the auth tables are made. lite 0.10.0 stores a person's metadata as a JSON string inside the jsonb
 * column; Supabase stores the object. Put right before any trigger of a migration sees it: triggers of one kind run
 * in the order of their names.
 */
export const authMetadataSql = `
create or replace function auth.metadata_as_objects() returns trigger
language plpgsql set search_path = '' as $$
begin
  if jsonb_typeof(new.raw_user_meta_data) = 'string' then
    new.raw_user_meta_data := (new.raw_user_meta_data #>> '{}')::jsonb;
  end if;
  if jsonb_typeof(new.raw_app_meta_data) = 'string' then
    new.raw_app_meta_data := (new.raw_app_meta_data #>> '{}')::jsonb;
  end if;
  return new;
end $$;
create or replace trigger "00_metadata_as_objects" before insert or update on auth.users
  for each row execute function auth.metadata_as_objects();
`;
