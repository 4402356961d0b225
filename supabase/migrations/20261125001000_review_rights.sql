-- What open sockets may do, for all of a process in one question, and word of a change at the moment it commits.
--
-- {people: {id: {name, role}}, claims: {id: {state, leadId, secondId, revealed}}, sessions: {id: person}}. Whatever is
-- not there is left out; a session of somebody who is banned or deleted counts as ended. `revealed` says whether the
-- second reviewer has decided, and only where that person is one of those asked for.
create function public.review_standings(p_claims uuid[], p_people uuid[], p_sessions uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'people', coalesce((
      select jsonb_object_agg(p.id, jsonb_build_object('name', p.name, 'role', app_private.role_of(p.id)))
        from public.profiles p where p.id = any (p_people)), '{}'),
    'claims', coalesce((
      select jsonb_object_agg(c.id, jsonb_build_object(
          'state', c.state, 'leadId', c.lead_id, 'secondId', c.second_id,
          'revealed', c.second_id = any (p_people) and public.second_verdict_given(c.id, c.second_id)))
        from public.claims c where c.id = any (p_claims)), '{}'),
    'sessions', coalesce((
      select jsonb_object_agg(s.id, s.user_id)
        from auth.sessions s join auth.users u on u.id = s.user_id
        where s.id = any (p_sessions)
          -- Read by name, because the embedded server has not all of the hosted one's columns.
          and to_jsonb(u) ->> 'deleted_at' is null
          and coalesce((to_jsonb(u) ->> 'banned_until')::timestamptz, '-infinity') < now()), '{}'))
$$;
revoke all on function public.review_standings(uuid[], uuid[], uuid[]) from public, anon, authenticated;
grant execute on function public.review_standings(uuid[], uuid[], uuid[]) to service_role;

-- Heard by processes with a direct connection. The others ask again every second or so.
create function app_private.tell_rights_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  perform pg_notify('countersign_rights', tg_argv[0] || ' ' || coalesce(changed ->> tg_argv[1], ''));
  return null;
end $$;
revoke all on function app_private.tell_rights_changed() from public;

create trigger claims_rights_told after update on public.claims for each row
  when ((old.state, old.lead_id, old.second_id) is distinct from (new.state, new.lead_id, new.second_id))
  execute function app_private.tell_rights_changed('claim', 'id');
create trigger user_roles_rights_told after insert or update or delete on app_private.user_roles for each row
  execute function app_private.tell_rights_changed('person', 'user_id');

-- The tables of the auth server may belong to somebody who lets nobody add a trigger; asking again covers that.
do $$
begin
  create trigger sessions_rights_told after delete on auth.sessions for each row
    execute function app_private.tell_rights_changed('person', 'user_id');
  create trigger users_rights_told after update on auth.users for each row
    when (old is distinct from new)
    execute function app_private.tell_rights_changed('person', 'id');
exception when insufficient_privilege then
  raise notice 'Sign-outs are noticed by asking, not by being told.';
end $$;
