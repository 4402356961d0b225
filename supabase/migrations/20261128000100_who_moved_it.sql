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

-- As before; and who was not first is told more.
create or replace function app_private.begin_transition(p_claim uuid, p_action text, p_expected int, p_reason text)
returns public.claims
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  held text[] := '{}';
  legal record;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.version is distinct from p_expected then perform app_private.refuse_stale(c); end if;
  if app_private.role_at_least('editor') then held := held || 'editor'::text; end if;
  if c.lead_id = me then held := held || 'lead'::text; end if;
  if c.second_id = me then held := held || 'second'::text; end if;
  select bool_or(t.by && held) as allowed, bool_or(t.reason_required) as reason_required into legal
    from public.workflow_transitions t where t.from_state = c.state and t.action = p_action;
  if legal.allowed is null then
    raise exception 'A claim that is % cannot take the action %.', c.state, p_action using errcode = 'PT422';
  end if;
  if not legal.allowed then
    raise exception 'You are not the person who may do this to this claim.' using errcode = 'PT403';
  end if;
  if legal.reason_required and coalesce(btrim(p_reason), '') = '' then
    raise exception 'This needs a reason.' using errcode = 'PT422';
  end if;
  return c;
end $$;

revoke all on function app_private.ago(timestamptz), app_private.refuse_stale(public.claims) from public;
