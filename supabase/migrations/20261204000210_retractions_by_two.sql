-- A retraction takes two: whoever asks for it, with the reason, and an editor who carries it out. The verdict stands
-- meanwhile; an editor who wants readers warned at once begins a correction.
create table public.retraction_requests (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  by uuid not null references public.profiles (id),
  reason text not null check (char_length(reason) between 1 and 2000),
  at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
create unique index retraction_requests_open_idx on public.retraction_requests (claim_id, by) where ended_at is null;

-- A request can end once, and nothing else about it can change.
create function app_private.only_end() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
     and (to_jsonb(new) - 'ended_at') = (to_jsonb(old) - 'ended_at') then
    return new;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = '42501';
end $$;
create trigger retraction_requests_frozen before update or delete on public.retraction_requests
  for each row execute function app_private.only_end();
create trigger retraction_requests_kept before truncate on public.retraction_requests
  for each statement execute function app_private.refuse_change();
alter table public.retraction_requests enable row level security;
revoke all on public.retraction_requests from public, anon, authenticated, service_role;
grant select on public.retraction_requests to authenticated;
create policy retraction_requests_read on public.retraction_requests for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and not app_private.is_blind_to(claim_id::text));
select app_private.guard_while_read_only('public.retraction_requests', 'people');

create function public.ask_retraction(p_claim uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
begin
  select * into c from public.claims where id = p_claim for update;
  if c.id is null then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if me = any (c.recused) then
    raise exception 'You declared a conflict of interest on this claim.' using errcode = 'PT403';
  end if;
  if c.published_at is null or c.state = 'retracted' then
    raise exception 'Readers have no verdict on this claim that could be retracted.' using errcode = 'PT422';
  end if;
  if coalesce(btrim(p_reason), '') = '' or char_length(btrim(p_reason)) > 2000 then
    raise exception 'Say why, in up to 2,000 characters.' using errcode = 'PT422';
  end if;
  if exists (select from public.retraction_requests r where r.claim_id = c.id and r.by = me and r.ended_at is null) then
    raise exception 'You have asked for this retraction already. An editor carries it out.' using errcode = 'PT422';
  end if;
  insert into public.retraction_requests (claim_id, by, reason) values (c.id, me, btrim(p_reason));
  perform app_private.record_audit(me, 'claim.retraction_asked', 'claim', c.id::text,
    jsonb_build_object('reason', btrim(p_reason)));
end $$;

create function public.take_back_retraction(p_claim uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  perform from public.claims where id = p_claim for update;
  update public.retraction_requests set ended_at = clock_timestamp()
    where claim_id = p_claim and by = me and ended_at is null;
  if not found then
    raise exception 'There is no request of yours to take back.' using errcode = 'PT422';
  end if;
  perform app_private.record_audit(me, 'claim.retraction_taken_back', 'claim', p_claim::text, '{}');
end $$;

-- However a verdict comes to be retracted, somebody else has asked for it. Their request ends with it.
create function app_private.retract_by_two() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if not exists (
      select from public.retraction_requests r where r.claim_id = new.id and r.ended_at is null and r.by <> me
        and app_private.role_of(r.by) >= 'reviewer' and not r.by = any (new.recused)) then
    raise exception 'A retraction takes two. Ask for it, or have a colleague ask; then somebody else, an editor, retracts.'
      using errcode = 'PT403';
  end if;
  update public.retraction_requests set ended_at = clock_timestamp() where claim_id = new.id and ended_at is null;
  return new;
end $$;
-- After the trigger that refuses what was never published.
create trigger claims_retracted_zz_by_two before update of state on public.claims for each row
  when (new.state = 'retracted' and old.state <> 'retracted') execute function app_private.retract_by_two();

-- As before; and what the desk only thinks about doing is its own affair.
create or replace function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select distinct p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where e.action not in ('claim.match_confirmed', 'claim.match_rejected', 'claim.recused', 'review.write_refused',
      'review.help_asked', 'review.help_answered', 'claim.offered', 'claim.offer_ended', 'claim.correction_kind',
      'claim.retraction_asked', 'claim.retraction_taken_back') and (
    v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r)))
  order by e.seq
$$;

revoke all on function app_private.only_end(), app_private.retract_by_two() from public;
revoke all on function public.ask_retraction(uuid, text), public.take_back_retraction(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.ask_retraction(uuid, text), public.take_back_retraction(uuid) to authenticated;
