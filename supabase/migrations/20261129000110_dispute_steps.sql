-- A dispute can be settled by the two whose verdicts differ, or by the votes of editors. First, second and final rating
-- stay apart, with how it was settled.
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('disputed', 'concede', 'second_review', '{lead}', true),
  ('disputed', 'concede', 'approved', '{second}', true),
  ('disputed', 'vote', 'disputed', '{editor}', true),
  ('disputed', 'vote', 'approved', '{editor}', true);

-- `concession`: the lead moved to the second reviewer's rating, and nothing else differs from what was submitted.
alter table public.verdict_versions drop constraint verdict_versions_origin_check;
alter table public.verdict_versions add constraint verdict_versions_origin_check
  check (origin in ('submission', 'adjudication', 'concession'));

alter table public.adjudications
  add column how text not null default 'adjudicated'
    check (how in ('adjudicated', 'conceded_by_lead', 'conceded_by_second', 'voted')),
  -- The version that was disputed. Older rows do not have it.
  add column disputed_version_id uuid references public.verdict_versions (id),
  add column round int;

alter table public.second_verdicts
  -- The listed sources that the second reviewer relied on, and how they read each: [{id, stance}]. Null: not asked yet then.
  add column sources jsonb,
  -- Sources that they found themselves: [{url, note}].
  add column found jsonb not null default '[]',
  -- How sure they said they were; null where they did not say.
  add column confidence text check (confidence in ('unsure', 'fairly', 'very')),
  -- Whether the desk let the rationale be read before deciding.
  add column saw_rationale boolean not null default false;

-- A version that came of a concession was decided on where it came from: in what was submitted before it.
create function app_private.decided_version(p_version uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select case v.origin when 'concession' then (
      select b.id from public.verdict_versions b where b.claim_id = v.claim_id and b.number = v.number - 1)
    else v.id end
  from public.verdict_versions v where v.id = p_version
$$;

-- As before; and a concession takes nobody's decision back.
create or replace function public.second_verdict_given(p_claim uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.second_verdicts s join public.verdict_versions v on v.id = s.version_id
    where v.claim_id = p_claim and s.by = p_person
      and v.number >= (
        select max(number) from public.verdict_versions where claim_id = p_claim and origin <> 'concession'))
$$;
create or replace function app_private.may_see_verdict(p_claim uuid, p_version uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_at_least('reviewer') and not exists (
    select from public.claims c
    where c.id = p_claim and c.state in ('in_review', 'second_review')
      and not exists (
        select from public.second_verdicts s
        where s.version_id in (p_version, (select app_private.decided_version(p_version))))
      and (c.second_id = (select auth.uid())
        or not (coalesce(c.lead_id = (select auth.uid()), false) or app_private.role_at_least('editor'))))
    and not exists (
      select from public.claims c
      where c.id = p_claim and c.second_id = (select auth.uid()) and c.state in ('in_review', 'second_review')
        and not exists (
          select from public.second_verdicts s
          where s.version_id in (p_version, (select app_private.decided_version(p_version)))
            and s.by = (select auth.uid())))
    and not exists (
      select from public.claims c where c.id = p_claim and (select auth.uid()) = any (c.recused)
        and c.state in ('in_review', 'second_review', 'disputed', 'approved'))
$$;

-- Who has decided signs or returns; nobody is put in their place by an assignment.
create function app_private.keep_who_decided() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if public.second_verdict_given(old.id, old.second_id) then
    raise exception 'In second review only the second reviewer can change, and only before deciding.'
      using errcode = 'PT422';
  end if;
  return new;
end $$;
create trigger claims_decider_kept before update on public.claims for each row
  when (old.state = 'second_review' and new.state = 'second_review' and old.second_id is not null
    and new.second_id is not null and new.second_id <> old.second_id)
  execute function app_private.keep_who_decided();

-- What a second reviewer says of the listed sources: each at most once, and none that is not there.
create function app_private.read_sources(v public.verdict_versions, p_sources jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_sources is null or jsonb_typeof(p_sources) = 'null' then return null; end if;
  if jsonb_typeof(p_sources) <> 'array' or exists (
       select from jsonb_array_elements(p_sources) item
       where jsonb_typeof(item) <> 'object' or (select array_agg(key order by key) from jsonb_object_keys(item) key)
           is distinct from '{id,stance}'::text[]
         or coalesce(item ->> 'stance', '') not in ('supports', 'refutes', 'context')
         or not exists (
           select from jsonb_array_elements(v.content::jsonb -> 'evidence') source where source -> 'id' = item -> 'id'))
     or (select count(*) <> count(distinct item -> 'id') from jsonb_array_elements(p_sources) item) then
    raise exception 'Name each source that you relied on once, and only those that are listed.' using errcode = 'PT422';
  end if;
  return p_sources;
end $$;
create function app_private.found_sources(p_found jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_found is null or jsonb_typeof(p_found) = 'null' then return '[]'; end if;
  if jsonb_typeof(p_found) <> 'array' or jsonb_array_length(p_found) > 3 or exists (
       select from jsonb_array_elements(p_found) item
       where jsonb_typeof(item) <> 'object' or (select array_agg(key order by key) from jsonb_object_keys(item) key)
           is distinct from '{note,url}'::text[]
         or jsonb_typeof(item -> 'url') <> 'string' or jsonb_typeof(item -> 'note') <> 'string'
         or item ->> 'url' !~ '^https?://[^[:space:][:cntrl:]]+$' or char_length(item ->> 'url') > 2000
         or char_length(item ->> 'note') > 1000) then
    raise exception 'A source that you found has an address that begins with http:// or https://, and a note of up to 1,000 characters. There is room for three.'
      using errcode = 'PT422';
  end if;
  return p_found;
end $$;

-- Whether somebody took part in an earlier dispute on this claim. Votes and remarks, which come later, join it there.
create function app_private.knows_dispute(p_claim uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.adjudications where claim_id = p_claim and by = p_person)
$$;

-- As before; and what the second reviewer relied on is kept with their verdict.
create or replace function app_private.decide(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.verdict_versions := app_private.latest_version(c.id);
  chosen public.rating := (p_payload ->> 'rating')::public.rating;
  same boolean := chosen = v.rating;
  -- Somebody who came in after the submission and could have read it is not blind, whatever they did.
  blind boolean := c.published_at is null
    and not exists (
      select from public.second_verdicts where claim_id = c.id and by = (select auth.uid()))
    and not app_private.knows_dispute(c.id, (select auth.uid()))
    and not (app_private.role_at_least('editor') and exists (
      select from public.stage_ledger l
      where l.claim_id = c.id and l.action = 'assign' and l.at > v.submitted_at));
begin
  if chosen is null then
    raise exception 'Choose a rating.' using errcode = 'PT422';
  end if;
  if coalesce(p_payload ->> 'confidence', 'very') not in ('unsure', 'fairly', 'very') then
    raise exception 'Say how sure you are with one of the choices, or leave it open.' using errcode = 'PT422';
  end if;
  if exists (select from public.second_verdicts where version_id = v.id
      or (version_id = app_private.decided_version(v.id) and by = (select auth.uid()))) then
    raise exception 'The second verdict on this version has been given.' using errcode = 'PT422';
  end if;
  insert into public.second_verdicts (
    claim_id, version_id, by, rating, confidence, reason, blind, sources, found, saw_rationale)
  values (c.id, v.id, (select auth.uid()), chosen, p_payload ->> 'confidence', btrim(p_reason), blind,
    app_private.read_sources(v, p_payload -> 'sources'), app_private.found_sources(p_payload -> 'found'),
    (select second_sees = 'rationale' from public.desk_settings));
  return app_private.finish_transition(
    c, 'decide', case when same then 'second_review'::public.claim_state else 'disputed' end, p_reason,
    'review.second_verdict', jsonb_build_object('agrees', same, 'rating', chosen, 'number', v.number, 'blind', blind));
end $$;

-- As before; and the second reviewer signs what the lead made of it by moving to their rating.
create or replace function app_private.sign_off(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.verdict_versions := app_private.latest_version(c.id);
begin
  if not exists (
    select from public.second_verdicts s
    where s.version_id in (v.id, app_private.decided_version(v.id))
      and s.by = (select auth.uid()) and s.rating = v.rating) then
    raise exception 'Give your own verdict on this version first.' using errcode = 'PT422';
  end if;
  if v.content_hash is distinct from p_payload ->> 'contentHash' then
    raise exception 'The content is not the one you were shown. Look at it again.' using errcode = 'PT422';
  end if;
  insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
  values (c.id, v.id, (select auth.uid()), 'second', v.content_hash);
  return app_private.finish_transition(c, 'sign_off', 'approved', null, 'review.signed_off',
    jsonb_build_object('number', v.number, 'contentHash', v.content_hash, 'capacity', 'second'));
end $$;

-- The same content with another rating, in canonical JSON again. Only the verdict has a key of that name, and inside of a
-- text its quotation marks would be escaped.
create function app_private.with_rating(v public.verdict_versions, p_rating public.rating) returns text
language plpgsql immutable set search_path = '' as $$
declare
  changed text := replace(v.content, format('"rating":"%s"', v.rating), format('"rating":"%s"', p_rating));
begin
  if changed::jsonb is distinct from jsonb_set(v.content::jsonb, '{verdict,rating}', to_jsonb(p_rating)) then
    raise exception 'The content of version % is not canonical.', v.number;
  end if;
  return changed;
end $$;

-- A version that differs from another in the rating alone; the same one when not even in that.
create function app_private.version_with_rating(
  v public.verdict_versions, p_rating public.rating, p_origin text) returns public.verdict_versions
language plpgsql security definer set search_path = '' as $$
begin
  if p_rating <> v.rating then
    insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
    values (v.claim_id, v.number + 1, app_private.with_rating(v, p_rating), '', p_rating, v.document_head, p_origin,
      (select auth.uid()))
    returning * into v;
  end if;
  return v;
end $$;

-- As before; and only where one editor settles disputes.
create or replace function app_private.adjudicate(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  disputed public.verdict_versions := app_private.latest_version(c.id);
  v public.verdict_versions := disputed;
  final public.rating := (p_payload ->> 'rating')::public.rating;
  first public.rating := v.rating;
  second public.rating := (select rating from public.second_verdicts where version_id = v.id);
begin
  if me in (c.lead_id, c.second_id) then
    raise exception 'A dispute is decided by somebody who is not part of it.' using errcode = 'PT403';
  end if;
  if (select disputes from public.desk_settings) = 'vote' then
    raise exception 'Disputes are settled by the votes of three editors here. Cast yours.' using errcode = 'PT422';
  end if;
  if final is null or second is null then
    raise exception 'Choose the final rating.' using errcode = 'PT422';
  end if;
  if final <> first then
    if (p_payload ->> 'content')::jsonb is distinct from
       jsonb_set(v.content::jsonb, '{verdict,rating}', to_jsonb(final)) then
      raise exception 'Only the rating may differ from what was submitted.' using errcode = 'PT422';
    end if;
    insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
    values (c.id, v.number + 1, p_payload ->> 'content', '', final, v.document_head, 'adjudication', me)
    returning * into v;
  end if;
  insert into public.adjudications (
    claim_id, version_id, by, first_rating, second_rating, final_rating, reason, disputed_version_id)
  values (c.id, v.id, me, first, second, final, btrim(p_reason), disputed.id);
  insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
  values (c.id, v.id, me, 'editor', v.content_hash);
  return app_private.finish_transition(c, 'adjudicate', 'approved', p_reason, 'review.adjudicated', jsonb_build_object(
    'first', first, 'second', second, 'rating', final, 'number', v.number, 'contentHash', v.content_hash));
end $$;

-- Moves a claim as finish_transition does, in a capacity that the action alone does not tell.
create function app_private.finish_as(
  c public.claims, p_capacity text, p_action text, p_to public.claim_state, p_reason text, p_event text, p_payload jsonb)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  perform from public.workflow_transitions
    where from_state = c.state and action = p_action and to_state = p_to and p_capacity = any (by);
  if not found then
    raise exception 'There is no step from % to % by %.', c.state, p_to, p_action using errcode = 'PT422';
  end if;
  update public.claims set state = p_to, version = version + 1, updated_at = clock_timestamp() where id = c.id;
  insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, reason)
    values (c.id, p_action, c.state, p_to, me, nullif(btrim(p_reason), ''));
  perform app_private.record_audit(me, p_event, 'claim', c.id::text, p_payload || jsonb_build_object(
    'from', c.state, 'to', p_to, 'reason', nullif(btrim(p_reason), ''), 'capacity', p_capacity));
  return jsonb_build_object('state', p_to, 'version', c.version + 1);
end $$;

-- One of the two moves to the other's rating. What the second reviewer moves to, they have signed with it. What the lead
-- moves to is a version that differs in the rating alone, and the second reviewer signs it, or returns it.
create function app_private.concede(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  disputed public.verdict_versions := app_private.latest_version(c.id);
  v public.verdict_versions := disputed;
  theirs public.rating := (select rating from public.second_verdicts where version_id = disputed.id);
  who text := case me when c.lead_id then 'lead' when c.second_id then 'second' end;
  final public.rating := case who when 'lead' then theirs else disputed.rating end;
begin
  if who is null then
    raise exception 'Only the lead or the second reviewer moves to the other’s rating.' using errcode = 'PT403';
  end if;
  if theirs is null then
    raise exception 'There is no second verdict to move to.' using errcode = 'PT422';
  end if;
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  if disputed.content_hash is distinct from p_payload ->> 'contentHash' then
    raise exception 'The content is not the one you were shown. Look at it again.' using errcode = 'PT422';
  end if;
  v := app_private.version_with_rating(disputed, final, 'concession');
  insert into public.adjudications (
    claim_id, version_id, by, first_rating, second_rating, final_rating, reason, how, disputed_version_id)
  values (c.id, v.id, me, disputed.rating, theirs, final, btrim(p_reason), 'conceded_by_' || who, disputed.id);
  if who = 'second' then
    insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
    values (c.id, v.id, me, 'second', v.content_hash);
  end if;
  return app_private.finish_as(c, who, 'concede',
    case who when 'lead' then 'second_review'::public.claim_state else 'approved' end, p_reason, 'review.conceded',
    jsonb_build_object('first', disputed.rating, 'second', theirs, 'rating', final, 'number', v.number,
      'contentHash', v.content_hash));
end $$;

revoke all on function app_private.knows_dispute(uuid, uuid), app_private.decided_version(uuid), app_private.keep_who_decided(),
  app_private.read_sources(public.verdict_versions, jsonb), app_private.found_sources(jsonb),
  app_private.with_rating(public.verdict_versions, public.rating),
  app_private.version_with_rating(public.verdict_versions, public.rating, text),
  app_private.finish_as(public.claims, text, text, public.claim_state, text, text, jsonb),
  app_private.concede(public.claims, text, jsonb) from public;
