-- What people did with proposed claims teaches the engine. All of it is derived from the trail and the claims; what was
-- missing there is told from now on: how a merge rewords the claim that stays.
alter function app_private.merge(public.claims, jsonb) rename to merge_claims;

create function app_private.merge(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kept public.claims;
  written text;
  moved jsonb;
begin
  select * into kept from public.claims where id = (p_payload ->> 'withClaimId')::uuid for update;
  moved := app_private.merge_claims(c, p_payload);
  select statement into written from public.claims where id = kept.id;
  if written is distinct from kept.statement then
    perform app_private.record_audit((select auth.uid()), 'claim.statement_edited', 'claim', kept.id::text,
      jsonb_build_object('before', kept.statement, 'after', written, 'merged', c.id,
        'from', kept.state, 'to', kept.state, 'capacity', 'editor'));
  end if;
  return moved;
end $$;
revoke all on function app_private.merge(public.claims, jsonb) from public;

-- A page of claims by id with what people did to each, and beside them the claims that these were split or merged into.
-- One statement, so that a page is of one moment. Who did it and the reasons in people's own words are left out.
create function public.claim_histories(p_after uuid, p_limit int) returns jsonb
language sql stable set search_path = '' as $$
  with page as (
    select id from public.claims where id > p_after order by id limit p_limit),
  named as (
    select distinct successor::uuid as id
    from page p
    join public.audit_events e on e.entity = 'claim' and e.entity_id = p.id::text
      and e.action in ('claim.split', 'claim.merged')
    cross join lateral jsonb_array_elements_text(
      case jsonb_typeof(e.payload -> 'into') when 'array' then e.payload -> 'into'
        else jsonb_build_array(e.payload -> 'into') end) successor),
  wanted as (
    select id, true as asked from page
    union all select id, false from named where id not in (select id from page))
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'asked', w.asked, 'articleId', c.article_id, 'quote', c.exact, 'prefix', c.prefix, 'suffix', c.suffix,
    'statement', c.statement, 'claimant', c.claimant, 'type', c.type, 'origin', c.origin,
    -- Claims that a person added carry a figure that nobody computed.
    'score', case when c.origin = 'engine' or c.dimensions is not null then c.check_worthiness end,
    'events', coalesce((
      select jsonb_agg(jsonb_build_object(
        'seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', e.action,
        'origin', e.payload -> 'origin', 'kind', e.payload -> 'kind', 'before', e.payload -> 'before',
        'after', e.payload -> 'after', 'into', e.payload -> 'into', 'merged', e.payload -> 'merged',
        'model', e.payload -> 'model') order by e.seq)
      from public.audit_events e
      where e.entity = 'claim' and e.entity_id = c.id::text and e.action in (
        'claim.proposed', 'claim.accepted', 'claim.dismissed', 'claim.restored', 'claim.statement_edited',
        'claim.split', 'claim.merged')), '[]')) order by c.id), '[]')
  from wanted w join public.claims c on c.id = w.id
$$;
revoke all on function public.claim_histories(uuid, int) from public, anon, authenticated;
grant execute on function public.claim_histories(uuid, int) to service_role;
