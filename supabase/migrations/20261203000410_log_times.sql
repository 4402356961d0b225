-- A time as records of the public log have it, whatever zone somebody's connection is in.
create function app_private.time_in_utc(p_at timestamptz) returns text
language sql stable set search_path = '' set timezone = 'UTC' as $$ select to_jsonb(p_at) #>> '{}' $$;
revoke all on function app_private.time_in_utc(timestamptz) from public;
