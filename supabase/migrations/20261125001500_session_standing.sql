-- Whose session this is now: one row, or none once it was signed out, ran out, or its person was banned or deleted.
-- Asked for each page and each socket by the server, after it has checked the token's signature and time itself.
create function public.session_standing(p_session uuid, p_person uuid)
returns table (id uuid, name text, role public.app_role)
language sql stable security definer set search_path = '' as $$
  select p.id, p.name, app_private.role_of(p.id)
  from auth.sessions s
    join auth.users u on u.id = s.user_id
    join public.profiles p on p.id = s.user_id
  where s.id = p_session and s.user_id = p_person
    -- Read by name, because the embedded server has not all of the hosted one's columns.
    and coalesce((to_jsonb(s) ->> 'not_after')::timestamptz, 'infinity') > now()
    and to_jsonb(u) ->> 'deleted_at' is null
    and coalesce((to_jsonb(u) ->> 'banned_until')::timestamptz, '-infinity') < now()
$$;
revoke all on function public.session_standing(uuid, uuid) from public, anon, authenticated;
grant execute on function public.session_standing(uuid, uuid) to service_role;
