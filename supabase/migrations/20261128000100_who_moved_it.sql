-- Whoever was not first is told who was, what they did, and how long ago, whichever way they came.

-- How long ago, in words.
create function app_private.ago(p_at timestamptz) returns text
language sql stable set search_path = '' as $$
  select case
    when s < 2 then 'a moment ago'
    when s < 60 then s || ' seconds ago'
    when s < 120 then 'a minute ago'
    when s < 3600 then s / 60 || ' minutes ago'
    else 'on ' || to_char(p_at at time zone 'UTC', 'YYYY-MM-DD "at" HH24:MI "UTC"') end
  from (select greatest(0, floor(extract(epoch from clock_timestamp() - p_at)))::int as s) as since
$$;

-- Refuses a step because the claim is not any more what its author was looking at. A claim that another one was folded
-- into has no row of its own in the ledger for that; then nobody is named, rather than somebody else.
create function app_private.refuse_stale(c public.claims) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  last record;
  told boolean;
begin
  select case when l.actor = (select auth.uid()) then 'You' else p.name end as name, l.action, l.from_state, l.to_state, l.at
    into last from public.stage_ledger l join public.profiles p on p.id = l.actor
    where l.claim_id = c.id order by l.id desc limit 1;
  told := last.at >= c.updated_at - interval '1 second';
  raise exception '% % %. Nothing of yours was changed; look at the claim again.',
    case when told then last.name else 'Somebody' end,
    case when told and last.from_state is distinct from last.to_state
      then 'moved this claim to ' || replace(last.to_state::text, '_', ' ') else 'changed this claim' end,
    app_private.ago(greatest(last.at, c.updated_at))
    using errcode = 'PT409', detail = jsonb_build_object(
      'state', c.state, 'movedBy', case when told then last.name end, 'action', case when told then last.action end,
      'moved', told and last.from_state is distinct from last.to_state, 'movedAt', greatest(last.at, c.updated_at),
      'secondsAgo', greatest(0, floor(extract(epoch from clock_timestamp() - greatest(last.at, c.updated_at)))))::text;
end $$;

revoke all on function app_private.ago(timestamptz), app_private.refuse_stale(public.claims) from public;
