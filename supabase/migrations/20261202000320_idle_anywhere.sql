-- A claim can stand still wherever somebody has to act, not only while its lead writes: the second reviewer is nudged, and
-- the editors are told of what waits for them. That is kept from a second reviewer who has not decided, as a dispute is:
-- an editor who becomes one would see by it that the claim had gone further once.
insert into public.notification_kinds (kind, channel, hidden) values
  ('stalled', 'app', 'verdict'),
  ('editors_due_soon', 'app', 'verdict'),
  ('editors_overdue', 'email', 'verdict');
update public.notification_rules set audience = 'next' where event = 'idle';
insert into public.notification_rules (event, audience, kind) values
  ('stall', 'editors', 'stalled'),
  ('stall', 'assigner', 'stalled'),
  ('editors_due_soon', 'editors', 'editors_due_soon'),
  ('editors_overdue', 'editors', 'editors_overdue'),
  ('editors_overdue', 'assigner', 'editors_overdue');

-- Whether the next step with a claim is the editors': by its state, or because whose it was is there no more.
create function app_private.waits_for_editors(c public.claims) returns boolean
language sql stable security definer set search_path = '' as $$
  select c.state in ('open', 'disputed', 'approved', 'being_corrected')
    or (c.state = 'in_review' and not coalesce(app_private.role_of(c.lead_id) >= 'reviewer', false))
    or (c.state = 'second_review' and not coalesce(app_private.role_of(c.second_id) >= 'reviewer', false))
$$;
revoke all on function app_private.waits_for_editors(public.claims) from public;

-- As before; and of what waits for the editors they are told. A date that was over when a correction began was that of the
-- work before.
create or replace function app_private.remind_of_deadlines(p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
  told text;
begin
  for c in
    select * from public.claims
      where due_on is not null and due_on <= (p_now at time zone 'UTC')::date
        and state in ('open', 'in_review', 'second_review', 'disputed', 'approved', 'being_corrected')
        and (state <> 'being_corrected' or due_on >= (state_since at time zone 'UTC')::date)
  loop
    told := case when app_private.waits_for_editors(c) then 'editors_' else '' end
      || case when c.due_on < (p_now at time zone 'UTC')::date then 'overdue' else 'due_soon' end;
    -- Whoever was named since the last look is told too.
    continue when c.updated_at < p_now - interval '10 minutes' and exists (
      select from public.notifications n
        where n.claim_id = c.id and n.kind = told and n.source = 'due ' || c.due_on and n.at > c.updated_at);
    perform app_private.notify(told, c, null, 'due ' || c.due_on);
    update public.notifications set due_on = c.due_on
      where claim_id = c.id and kind = told and source = 'due ' || c.due_on and due_on is null;
  end loop;
end $$;

-- As before; and a second reviewer is nudged as a lead is. A second verdict is not offered, because whoever takes one must
-- not know the first: the editors are told instead, who assign it. What waits for them they are told of at once.
create or replace function app_private.remind_of_idle_claims(p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
  since timestamptz;
  is_over boolean;
  days public.reminder_schedule;
  withdrawn uuid;
begin
  select * into strict days from public.reminder_schedule;
  for withdrawn in
    delete from public.claim_offers o using public.claims k
      where k.id = o.claim_id and (k.state <> 'in_review' or app_private.last_touched(k) > o.idle_since)
      returning o.claim_id
  loop
    perform app_private.record_audit(null, 'claim.offer_ended', 'claim', withdrawn::text, '{}');
  end loop;
  for c in
    select * from public.claims
      where state in ('in_review', 'second_review', 'disputed', 'approved', 'being_corrected')
        and updated_at < p_now - make_interval(days => days.nudge_days)
  loop
    since := app_private.last_touched(c);
    continue when since >= p_now - make_interval(days => days.nudge_days);
    is_over := since < p_now - make_interval(days => days.nudge_days + days.offer_days);
    perform app_private.notify('idle', c, null, 'idle since ' || since);
    -- Asked first, because there can be many such claims, and many editors of each.
    if (app_private.waits_for_editors(c) or (is_over and c.state = 'second_review')) and not exists (
      select from public.notifications n
        where n.claim_id = c.id and n.kind = 'stalled' and n.source = 'idle since ' || since) then
      perform app_private.notify('stall', c, null, 'idle since ' || since);
    end if;
    continue when c.state <> 'in_review' or not is_over;
    insert into public.claim_offers (claim_id, idle_since) values (c.id, since) on conflict do nothing;
    if found then
      perform app_private.record_audit(null, 'claim.offered', 'claim', c.id::text, jsonb_build_object('idleSince', since));
      perform app_private.notify('offer', c, null, 'idle since ' || since);
    end if;
  end loop;
end $$;
