-- The emergency switch: while it is on everything can be read and nothing can be written, by anybody who works at the desk.
-- What the process itself keeps in order (snapshots of documents, the search for matches) goes on, and so does the trail of
-- refused writes; who owns the database can write too.
create table public.desk_settings (
  one boolean primary key default true check (one),
  read_only boolean not null default false,
  read_only_reason text check (char_length(read_only_reason) between 3 and 500),
  read_only_since timestamptz,
  read_only_by text,
  check (read_only = (read_only_reason is not null and read_only_since is not null))
);
insert into public.desk_settings default values;
alter table public.desk_settings enable row level security;
revoke all on public.desk_settings from public, anon, authenticated, service_role;
-- The sign-in page says it too, before anybody is known.
grant select on public.desk_settings to anon, authenticated, service_role;
create policy desk_settings_read on public.desk_settings for select to anon, authenticated using (true);

-- Every writer holds this lock, shared, to its end, and the switch takes it alone: whoever began before the switch ends
-- before it, and whoever begins after it finds it.
create function app_private.is_read_only() returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock_shared(7203914);
  return (select s.read_only from public.desk_settings s);
end $$;

create function app_private.require_writable() returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if app_private.is_read_only() then
    raise exception 'The desk is read-only: % Nothing was changed. Keep what you wrote, and send it again when the desk is open.',
      (select regexp_replace(s.read_only_reason, '([^.!?])$', '\1.') from public.desk_settings s)
      using errcode = 'PT423';
  end if;
end $$;

-- `people`: whoever comes with a token of their own. `always`: what the server writes in somebody's name, too.
create function app_private.refuse_while_read_only() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_argv[0] = 'always' or (select auth.uid()) is not null then perform app_private.require_writable(); end if;
  return null;
end $$;

-- A table that is added later calls this in its migration; a test finds those that did not.
create function app_private.guard_while_read_only(p_table regclass, p_writers text) returns void
language plpgsql set search_path = '' as $$
begin
  -- Before other triggers, in the order of their names.
  execute format('create trigger a_refused_while_read_only before insert or update or delete on %s
    for each statement execute function app_private.refuse_while_read_only(%L)', p_table, p_writers);
end $$;

select app_private.guard_while_read_only(
    format('%I.%I', t.schemaname, t.tablename)::regclass,
    case when t.tablename in ('review_updates', 'statement_suggestions') then 'always' else 'people' end)
  from pg_tables t
  where (t.schemaname = 'public' and t.tablename not in ('desk_settings', 'workflow_transitions'))
    or (t.schemaname, t.tablename) = ('app_private', 'user_roles');

-- Rows of reviews are refused one by one, as for any other right that ended, so that the rooms know what to do.
alter function public.append_review_rows(uuid[], uuid[], int[], bytea[], boolean[], jsonb)
  rename to append_rows_to_open_desk;
alter function public.append_rows_to_open_desk(uuid[], uuid[], int[], bytea[], boolean[], jsonb)
  set schema app_private;
create function public.append_review_rows(
  p_claims uuid[], p_authors uuid[], p_edits int[], p_updates bytea[], p_comments_only boolean[], p_brought jsonb
) returns text[]
language plpgsql security definer set search_path = '' as $$
begin
  if app_private.is_read_only() then
    return array_fill('read_only'::text, array[cardinality(p_claims)]);
  end if;
  return app_private.append_rows_to_open_desk(p_claims, p_authors, p_edits, p_updates, p_comments_only, p_brought);
end $$;

-- What open sockets may do, as before; and whether the desk is read-only.
alter function public.review_standings(uuid[], uuid[], uuid[]) rename to review_standings_of_open_desk;
alter function public.review_standings_of_open_desk(uuid[], uuid[], uuid[]) set schema app_private;
create function public.review_standings(p_claims uuid[], p_people uuid[], p_sessions uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select app_private.review_standings_of_open_desk(p_claims, p_people, p_sessions)
    || jsonb_build_object('readOnly', (select read_only from public.desk_settings))
$$;

create trigger desk_settings_rights_told after update on public.desk_settings for each row
  when (old.read_only is distinct from new.read_only)
  execute function app_private.tell_rights_changed('desk', 'one');

-- The switch. The trail is written while the desk is open: before it closes, after it has opened again.
create function public.set_read_only(p_on boolean, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  reason text := btrim(p_reason);
  set_by text := (select name from public.profiles where id = me);
begin
  if coalesce(char_length(reason), 0) not between 3 and 500 then
    raise exception 'Give the reason, in 3 to 500 characters; everybody is shown it.' using errcode = 'PT422';
  end if;
  perform pg_advisory_xact_lock(7203914);
  perform from public.desk_settings where read_only = p_on for update;
  if found then
    raise exception '%', case when p_on then 'The desk is read-only already.' else 'The desk is open already.' end
      using errcode = 'PT422';
  end if;
  if p_on then
    perform app_private.record_audit(me, 'desk.read_only_set', 'desk', 'desk', jsonb_build_object('reason', reason));
    update public.desk_settings
      set read_only = true, read_only_reason = reason, read_only_since = clock_timestamp(), read_only_by = set_by;
  else
    update public.desk_settings
      set read_only = false, read_only_reason = null, read_only_since = null, read_only_by = null;
    perform app_private.record_audit(me, 'desk.read_only_lifted', 'desk', 'desk', jsonb_build_object('reason', reason));
  end if;
end $$;

revoke all on function app_private.is_read_only(), app_private.require_writable(), app_private.refuse_while_read_only(),
  app_private.guard_while_read_only(regclass, text) from public;
revoke all on function app_private.append_rows_to_open_desk(uuid[], uuid[], int[], bytea[], boolean[], jsonb),
  app_private.review_standings_of_open_desk(uuid[], uuid[], uuid[]),
  public.append_review_rows(uuid[], uuid[], int[], bytea[], boolean[], jsonb),
  public.review_standings(uuid[], uuid[], uuid[]), public.set_read_only(boolean, text)
  from public, anon, authenticated, service_role;
grant execute on function public.append_review_rows(uuid[], uuid[], int[], bytea[], boolean[], jsonb),
  public.review_standings(uuid[], uuid[], uuid[]) to service_role;
grant execute on function public.set_read_only(boolean, text) to authenticated;
