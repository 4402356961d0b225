-- Writes in a review that the collaboration server refused because somebody pretended to be somebody else, or had no
-- right to write. They are in the trail, so that a desk can see who tries.
create function public.record_refused_write(p_claim uuid, p_person uuid, p_kind text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_kind not in ('foreign_client', 'presence', 'read_only') then
    raise exception 'A write cannot be refused as %.', p_kind using errcode = 'PT422';
  end if;
  perform app_private.record_audit(
    p_person, 'review.write_refused', 'claim', p_claim::text, jsonb_build_object('kind', p_kind));
end $$;
revoke all on function public.record_refused_write(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.record_refused_write(uuid, uuid, text) to service_role;

-- Who works at the desk, so that nobody can show themselves under a colleague's name. For the server only.
create function public.desk_names() returns setof text
language sql stable security definer set search_path = '' as $$
  select p.name from public.profiles p join app_private.user_roles r on r.user_id = p.id where r.role >= 'reviewer'
$$;
revoke all on function public.desk_names() from public, anon, authenticated;
grant execute on function public.desk_names() to service_role;

-- What a colleague thought of a likeness between claims, and what was refused in a room, is the desk's own business and
-- no step of the verdict.
create or replace function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where e.action not in ('claim.match_confirmed', 'claim.match_rejected', 'review.write_refused') and (
    v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r)))
  order by e.seq
$$;
