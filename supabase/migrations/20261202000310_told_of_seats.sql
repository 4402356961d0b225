-- Who is told that a seat of a review is empty, and that somebody else has one.
insert into public.notification_kinds (kind, channel, hidden) values
  ('seat_emptied', 'email', 'never');
insert into public.notification_rules (event, audience, kind) values
  ('empty_seat', 'editors', 'seat_emptied'),
  ('empty_seat', 'assigner', 'seat_emptied'),
  ('replace', 'person', 'relieved');

-- A review that lost its lead or second reviewer stands still until it is assigned again. Where nobody has a part to fill,
-- as in a dispute, which editors settle, there is nothing to tell.
create function app_private.notify_of_empty_seat() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform app_private.notify('empty_seat', new, (select auth.uid()), 'version ' || new.version);
  return null;
end $$;
create trigger claims_empty_seat_told after update on public.claims for each row
  when (new.state in ('in_review', 'second_review')
    and ((old.lead_id is not null and new.lead_id is null) or (old.second_id is not null and new.second_id is null)))
  execute function app_private.notify_of_empty_seat();

-- As before; and whoever has no part in the claim any more is told so.
create or replace function app_private.assign(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  lead uuid := (p_payload ->> 'leadId')::uuid;
  second uuid := (p_payload ->> 'secondId')::uuid;
  former uuid;
  moved jsonb;
  now_is public.claims;
begin
  if lead is null or second is null then
    raise exception 'Name both a lead and a second reviewer.' using errcode = 'PT422';
  end if;
  perform app_private.check_second(c, lead, second, p_payload);
  if c.state = 'second_review' and c.second_id = (select auth.uid()) then
    raise exception 'Ask another editor: a second reviewer does not choose who decides instead.' using errcode = 'PT403';
  end if;
  if c.state = 'second_review' and (
    lead is distinct from coalesce(c.lead_id, lead) or exists (
      select from public.second_verdicts s join public.verdict_versions v on v.id = s.version_id
      where v.claim_id = c.id
        and v.number = (select max(number) from public.verdict_versions where claim_id = c.id))) then
    raise exception 'In second review only the second reviewer can change, and only before deciding.'
      using errcode = 'PT422';
  end if;
  update public.claims set lead_id = lead, second_id = second, due_on = (p_payload ->> 'dueOn')::date,
    priority = coalesce(p_payload ->> 'priority', 'normal')::public.claim_priority where id = c.id;
  moved := app_private.finish_transition(
    c, 'assign', case when c.state in ('open', 'being_corrected') then 'in_review' else c.state end, null, 'claim.assigned',
    jsonb_strip_nulls(jsonb_build_object(
      'lead', (select name from public.profiles where id = lead),
      'second', (select name from public.profiles where id = second),
      'dueOn', p_payload ->> 'dueOn', 'priority', p_payload ->> 'priority',
      'exception', nullif(btrim(p_payload ->> 'exception'), ''))));
  select * into now_is from public.claims where id = c.id;
  foreach former in array array_remove(array[c.lead_id, c.second_id], null) loop
    continue when former in (lead, second);
    perform app_private.notify('replace', now_is, (select auth.uid()), 'version ' || now_is.version, former);
  end loop;
  return moved;
end $$;

revoke all on function app_private.notify_of_empty_seat() from public;
