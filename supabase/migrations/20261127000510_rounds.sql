-- What open sockets may do, as before; and how often the review was submitted, so that a page can tell what was written
-- before it was submitted from what is written after it was opened again.
create or replace function public.review_standings(p_claims uuid[], p_people uuid[], p_sessions uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'people', coalesce((
      select jsonb_object_agg(p.id, jsonb_build_object('name', p.name, 'role', app_private.role_of(p.id)))
        from public.profiles p where p.id = any (p_people)), '{}'),
    'claims', coalesce((
      select jsonb_object_agg(c.id, jsonb_build_object(
          'state', c.state, 'leadId', c.lead_id, 'secondId', c.second_id,
          'revealed', c.second_id = any (p_people) and public.second_verdict_given(c.id, c.second_id),
          'round', (select count(*) from public.verdict_versions v where v.claim_id = c.id)))
        from public.claims c where c.id = any (p_claims)), '{}'),
    'sessions', coalesce((
      select jsonb_object_agg(s.id, s.user_id)
        from auth.sessions s join auth.users u on u.id = s.user_id
        where s.id = any (p_sessions)
          -- Read by name, because the embedded server has not all of the hosted one's columns.
          and to_jsonb(u) ->> 'deleted_at' is null
          and coalesce((to_jsonb(u) ->> 'banned_until')::timestamptz, '-infinity') < now()), '{}'))
$$;
