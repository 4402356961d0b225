-- A review goes from one pair of hands to another with a note that says what is done and what is left. The lead reviewer
-- or an editor hands over the lead's part; the second reviewer theirs, while nothing is decided.
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('in_review', 'hand_over', 'in_review', '{lead,editor}', true),
  ('in_review', 'hand_over_second', 'in_review', '{second}', true),
  ('second_review', 'hand_over_second', 'second_review', '{second}', true);

create table public.hand_overs (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  part text not null check (part in ('lead', 'second')),
  from_person uuid not null references public.profiles (id),
  to_person uuid not null references public.profiles (id),
  by uuid not null references public.profiles (id),
  note text not null check (char_length(note) between 1 and 2000),
  -- Which version of the claim was handed over.
  version int not null,
  at timestamptz not null default clock_timestamp(),
  -- When whoever it is written for said that they have read it.
  read_at timestamptz,
  unique (claim_id, version)
);
create index hand_overs_unread_idx on public.hand_overs (to_person, claim_id) where read_at is null;
create index hand_overs_from_idx on public.hand_overs (claim_id, from_person);

create function app_private.only_read() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.read_at is null and new.read_at is not null
     and (to_jsonb(new) - 'read_at') = (to_jsonb(old) - 'read_at') then
    return new;
  end if;
  raise exception 'hand_overs is append-only: % refused', tg_op using errcode = '42501';
end $$;
create trigger hand_overs_frozen before update or delete on public.hand_overs
  for each row execute function app_private.only_read();
create trigger hand_overs_kept before truncate on public.hand_overs
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.hand_overs', 'people');

-- A note about a review can tell what the verdict will be, so it is read by whoever may read the review; what one second
-- reviewer leaves for the next was written without having seen it.
alter table public.hand_overs enable row level security;
revoke all on public.hand_overs from public, anon, authenticated, service_role;
grant select on public.hand_overs to authenticated, service_role;
create policy hand_overs_read on public.hand_overs for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and (
    (part = 'second' and (select auth.uid()) in (from_person, to_person))
    or app_private.may_read_review(claim_id)));
create policy audit_hand_overs_read on public.audit_events as restrictive for select to authenticated
  using (action not in ('review.handed_over', 'review.second_handed_over')
    or app_private.may_read_review(entity_id::uuid));
create policy ledger_hand_overs_read on public.stage_ledger as restrictive for select to authenticated
  using (action not in ('hand_over', 'hand_over_second') or app_private.may_read_review(claim_id));

-- Whoever led a review and gave something of it to others, a verdict or a note, has spoken first and cannot decide second.
create function app_private.spoke_as_lead(p_claim uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
      select from public.verdict_versions v
        where v.claim_id = p_claim and v.submitted_by = p_person and v.origin = 'submission')
    or exists (
      select from public.hand_overs h
        where h.claim_id = p_claim and h.part = 'lead' and h.from_person = p_person and h.by = p_person)
$$;
create function app_private.refuse_former_lead() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if app_private.spoke_as_lead(new.id, new.second_id) then
    raise exception '% has led this review and cannot decide second on it; choose somebody else.',
      (select p.name from public.profiles p where p.id = new.second_id) using errcode = 'PT422';
  end if;
  return new;
end $$;
create trigger claims_second_never_led before update of second_id on public.claims for each row
  when (new.second_id is not null and new.second_id is distinct from old.second_id)
  execute function app_private.refuse_former_lead();

-- As before; and who has led. A second reviewer asks too, to hand their part over.
create or replace function public.second_exclusions(p_claim uuid) returns table (person uuid, why text)
language sql stable security definer set search_path = '' as $$
  with asked as (
    select c.id, c.recused from public.claims c where c.id = p_claim and (app_private.role_at_least('editor')
      or (c.second_id = (select auth.uid()) and app_private.role_at_least('reviewer'))))
  select r, 'conflict' from asked, unnest(asked.recused) r
  union all
  select distinct u.author, 'wrote' from asked join public.review_updates u on u.claim_id = asked.id and not u.comments_only
  union all
  select distinct s.person, 'led' from asked
    cross join lateral (
      select v.submitted_by as person from public.verdict_versions v where v.claim_id = asked.id
      union all
      select h.from_person from public.hand_overs h where h.claim_id = asked.id) s
    where app_private.spoke_as_lead(asked.id, s.person)
$$;

-- Who is told. The note comes with it.
insert into public.notification_kinds (kind, channel, hidden) values
  ('handed_over', 'email', 'never'),
  ('relieved', 'email', 'never');
insert into public.notification_rules (event, audience, kind) values
  ('hand_over', 'lead', 'handed_over'),
  ('hand_over', 'person', 'relieved'),
  ('hand_over_second', 'second', 'handed_over'),
  ('take_over', 'person', 'relieved');
alter table public.notifications add column note text check (char_length(note) <= 2000);
grant select (note) on public.notifications to authenticated;

-- As before; but whoever is handed a review is told of that, not of an assignment as well.
create or replace function app_private.notify_of_naming() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if exists (select from public.hand_overs h where h.claim_id = new.id and h.version = new.version) then
    return null;
  end if;
  if new.lead_id is distinct from old.lead_id then
    perform app_private.notify('name_lead', new, me, 'version ' || new.version);
  end if;
  if new.second_id is distinct from old.second_id then
    perform app_private.notify('name_second', new, me, 'version ' || new.version);
  end if;
  return null;
end $$;

-- Who can be given a part in a review that is under way.
create function app_private.check_taker(c public.claims, p_part text, p_to uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  taker text := (select p.name from public.profiles p where p.id = p_to);
begin
  if p_to is null then
    raise exception 'Choose who takes it over.' using errcode = 'PT422';
  end if;
  if p_to is not distinct from (case p_part when 'lead' then c.lead_id else c.second_id end) then
    raise exception '% has this part already.', taker using errcode = 'PT422';
  end if;
  if p_to in (c.lead_id, c.second_id) then
    raise exception 'The second reviewer must be somebody else than the lead.' using errcode = 'PT422';
  end if;
  if taker is null or app_private.role_of(p_to) < 'reviewer' then
    raise exception 'Only fact-checkers can be assigned.' using errcode = 'PT422';
  end if;
  if p_to = any (c.recused) then
    raise exception '% declared a conflict of interest on this claim; choose somebody else.', taker using errcode = 'PT422';
  end if;
  if p_part = 'lead' then return; end if;
  if exists (
    select from public.review_updates u where u.claim_id = c.id and u.author = p_to and not u.comments_only) then
    raise exception '% has written in this review and cannot decide second; choose somebody else.', taker
      using errcode = 'PT422';
  end if;
  -- The verdict that waits is open to editors: one of them would not decide without knowing it.
  if c.state = 'second_review' and app_private.role_of(p_to) >= 'editor' then
    raise exception 'Editors can read the verdict that was submitted. Hand this over to a reviewer, or ask an editor to assign it.'
      using errcode = 'PT422';
  end if;
end $$;

-- Writes what every change of hands leaves: the version, the row of the ledger and the event. Answers with the ledger's row.
create function app_private.change_hands(
  c public.claims, p_action text, p_reason text, p_event text, p_payload jsonb) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  step bigint;
begin
  delete from public.claim_offers where claim_id = c.id;
  update public.claims set version = version + 1, updated_at = clock_timestamp() where id = c.id;
  insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, reason)
    values (c.id, p_action, c.state, c.state, me, p_reason) returning id into step;
  perform app_private.record_audit(me, p_event, 'claim', c.id::text,
    p_payload || jsonb_build_object('from', c.state, 'to', c.state, 'reason', p_reason));
  return step;
end $$;

-- Hands a part of a review, `lead` or `second`, to somebody else. The former lead can go on reading and writing like any
-- colleague while it is in review, and never becomes its second reviewer.
create function public.hand_over(p_claim uuid, p_part text, p_expected int, p_to uuid, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  action text := case p_part when 'lead' then 'hand_over' when 'second' then 'hand_over_second' end;
  c public.claims := app_private.begin_transition(p_claim, action, p_expected, p_note);
  former uuid := case p_part when 'lead' then c.lead_id else c.second_id end;
  written text := btrim(p_note);
  step bigint;
begin
  if former is null then
    raise exception 'Nobody leads this review now. Assign it instead.' using errcode = 'PT422';
  end if;
  if char_length(written) > 2000 then
    raise exception 'Shorten the note to 2,000 characters.' using errcode = 'PT422';
  end if;
  perform app_private.check_taker(c, p_part, p_to);
  if p_part = 'second' and c.state = 'second_review' and exists (
    select from public.second_verdicts s where s.version_id = (app_private.latest_version(c.id)).id) then
    raise exception 'The second verdict on this version has been given; it cannot be handed over any more.'
      using errcode = 'PT422';
  end if;
  insert into public.hand_overs (claim_id, part, from_person, to_person, by, note, version)
    values (c.id, p_part, former, p_to, me, written, c.version);
  update public.claims set
    lead_id = case p_part when 'lead' then p_to else lead_id end,
    second_id = case p_part when 'second' then p_to else second_id end where id = c.id;
  step := app_private.change_hands(c, action, written,
    case p_part when 'lead' then 'review.handed_over' else 'review.second_handed_over' end,
    jsonb_build_object(
      'former', (select name from public.profiles where id = former),
      'person', (select name from public.profiles where id = p_to),
      'capacity', case me when c.lead_id then 'lead' when c.second_id then 'second' else 'editor' end));
  if former <> me then
    select * into c from public.claims where id = c.id;
    perform app_private.notify(action, c, me, 'step ' || step, former);
  end if;
  update public.notifications set note = written
    where claim_id = c.id and kind = 'handed_over' and source = 'step ' || step;
  return jsonb_build_object('state', c.state, 'version', p_expected + 1);
end $$;

-- The caller has read the note that was written for them.
create function public.see_hand_over(p_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.hand_overs set read_at = clock_timestamp()
    where id = p_id and to_person = (select auth.uid()) and read_at is null
$$;

-- Takes the lead of a claim that nobody works on and that is offered to everybody who has no part in it. Of two who take it
-- at once, the first to come has it.
create function public.take_offered_claim(p_claim uuid, p_expected int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  step bigint;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.version is distinct from p_expected then perform app_private.refuse_stale(c); end if;
  if c.state <> 'in_review' or not exists (
    select from public.claim_offers o where o.claim_id = c.id and app_private.last_touched(c) <= o.idle_since) then
    raise exception 'This claim is not offered any more: somebody works on it again.' using errcode = 'PT422';
  end if;
  if me = any (c.recused) then
    raise exception 'You declared a conflict of interest on this claim.' using errcode = 'PT403';
  end if;
  if me in (c.lead_id, c.second_id) then
    raise exception 'You have a part in this claim already.' using errcode = 'PT403';
  end if;
  update public.claims set lead_id = me where id = c.id;
  step := app_private.change_hands(c, 'take_over', null, 'claim.taken_over', jsonb_build_object(
    'former', (select name from public.profiles where id = c.lead_id), 'capacity', 'lead'));
  if c.lead_id is not null then
    perform app_private.notify('take_over', c, me, 'step ' || step, c.lead_id);
  end if;
  return jsonb_build_object('state', c.state, 'version', c.version + 1);
end $$;

revoke all on function app_private.only_read(), app_private.spoke_as_lead(uuid, uuid), app_private.refuse_former_lead(),
  app_private.check_taker(public.claims, text, uuid),
  app_private.change_hands(public.claims, text, text, text, jsonb) from public;
revoke all on function public.hand_over(uuid, text, int, uuid, text), public.see_hand_over(uuid),
  public.take_offered_claim(uuid, int) from public, anon;
grant execute on function public.hand_over(uuid, text, int, uuid, text), public.see_hand_over(uuid),
  public.take_offered_claim(uuid, int) to authenticated;
