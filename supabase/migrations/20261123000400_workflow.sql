-- The workflow as law: the table of legal transitions, the ledger of stages, and what a review leaves behind. The rows
-- are those of app/domain/review/workflow.ts; a test proves both identical.
create table public.workflow_transitions (
  from_state public.claim_state not null,
  action text not null,
  to_state public.claim_state not null,
  by text[] not null,
  reason_required boolean not null,
  primary key (from_state, action, to_state)
);
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('proposed', 'accept', 'open', '{editor}', false),
  ('proposed', 'dismiss', 'dismissed', '{editor}', true),
  ('proposed', 'edit_statement', 'proposed', '{editor}', false),
  ('proposed', 'split', 'dismissed', '{editor}', false),
  ('proposed', 'merge', 'dismissed', '{editor}', false),
  ('dismissed', 'restore', 'proposed', '{editor}', false),
  ('open', 'dismiss', 'dismissed', '{editor}', true),
  ('open', 'edit_statement', 'open', '{editor}', false),
  ('open', 'split', 'dismissed', '{editor}', false),
  ('open', 'merge', 'dismissed', '{editor}', false),
  ('open', 'assign', 'in_review', '{editor}', false),
  ('in_review', 'assign', 'in_review', '{editor}', false),
  ('in_review', 'dismiss', 'dismissed', '{editor}', true),
  ('in_review', 'submit', 'second_review', '{lead}', false),
  ('second_review', 'assign', 'second_review', '{editor}', false),
  ('second_review', 'return', 'in_review', '{second,editor}', true),
  ('second_review', 'decide', 'second_review', '{second}', true),
  ('second_review', 'decide', 'disputed', '{second}', true),
  ('second_review', 'sign_off', 'approved', '{second}', false),
  ('disputed', 'adjudicate', 'approved', '{editor}', true),
  ('disputed', 'return', 'in_review', '{editor}', true),
  ('approved', 'reopen', 'in_review', '{editor}', true),
  ('approved', 'publish', 'published', '{editor}', false);

create table public.stage_ledger (
  id bigint generated always as identity primary key,
  claim_id uuid not null references public.claims (id),
  action text not null,
  from_state public.claim_state,
  to_state public.claim_state not null,
  actor uuid not null references public.profiles (id),
  reason text,
  at timestamptz not null default clock_timestamp()
);
create index stage_ledger_claim_idx on public.stage_ledger (claim_id, id);

create table public.verdict_versions (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  number int not null,
  content text not null check (octet_length(content) <= 1000000),
  content_hash text not null,
  rating public.rating not null,
  document_head bigint not null,
  origin text not null check (origin in ('submission', 'adjudication')),
  submitted_by uuid not null references public.profiles (id),
  submitted_at timestamptz not null default clock_timestamp(),
  unique (claim_id, number)
);

create table public.second_verdicts (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  version_id uuid not null unique references public.verdict_versions (id),
  by uuid not null references public.profiles (id),
  rating public.rating not null,
  reason text not null,
  blind boolean not null,
  decided_at timestamptz not null default clock_timestamp()
);
create index second_verdicts_claim_idx on public.second_verdicts (claim_id);

create table public.sign_offs (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  version_id uuid not null references public.verdict_versions (id),
  by uuid not null references public.profiles (id),
  capacity text not null check (capacity in ('second', 'editor')),
  content_hash text not null,
  signed_at timestamptz not null default clock_timestamp(),
  voided_at timestamptz
);
create index sign_offs_claim_idx on public.sign_offs (claim_id);

create table public.adjudications (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  version_id uuid not null references public.verdict_versions (id),
  by uuid not null references public.profiles (id),
  first_rating public.rating not null,
  second_rating public.rating not null,
  final_rating public.rating not null,
  reason text not null,
  decided_at timestamptz not null default clock_timestamp()
);
create index adjudications_claim_idx on public.adjudications (claim_id);

create function app_private.check_verdict_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.content_hash := encode(sha256(convert_to(new.content, 'UTF8')), 'hex');
  new.rating := (new.content::jsonb #>> '{verdict,rating}')::public.rating;
  return new;
end $$;
create trigger verdict_version_hash before insert on public.verdict_versions
  for each row execute function app_private.check_verdict_version();

-- A signature can be voided once, and nothing else about it can change.
create function app_private.only_void() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.voided_at is null and new.voided_at is not null
     and (to_jsonb(new) - 'voided_at') = (to_jsonb(old) - 'voided_at') then
    return new;
  end if;
  raise exception 'sign_offs is append-only: % refused', tg_op using errcode = '42501';
end $$;
create trigger sign_offs_frozen before update or delete on public.sign_offs
  for each row execute function app_private.only_void();

do $$
declare
  t text;
begin
  foreach t in array array['stage_ledger', 'verdict_versions', 'second_verdicts', 'adjudications'] loop
    execute format('create trigger %I before update or delete on public.%I
      for each row execute function app_private.refuse_change()', t || '_frozen', t);
  end loop;
  foreach t in array array['stage_ledger', 'verdict_versions', 'second_verdicts', 'adjudications', 'sign_offs'] loop
    execute format('create trigger %I before truncate on public.%I
      for each statement execute function app_private.refuse_change()', t || '_kept', t);
  end loop;
end $$;

-- Blindness by construction: a second reviewer cannot read a submitted verdict before deciding on that very version.
-- While that verdict is awaited, it is open only to who made it and to editors, so that whoever might still be asked to
-- decide has not read it.
create function app_private.may_see_verdict(p_claim uuid, p_version uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_at_least('reviewer') and not exists (
    select from public.claims c
    where c.id = p_claim and c.state in ('in_review', 'second_review')
      and not exists (select from public.second_verdicts s where s.version_id = p_version)
      and (c.second_id = (select auth.uid())
        or not (c.lead_id = (select auth.uid()) or app_private.role_at_least('editor'))))
    and not exists (
      select from public.claims c
      where c.id = p_claim and c.second_id = (select auth.uid()) and c.state in ('in_review', 'second_review')
        and not exists (
          select from public.second_verdicts s
          where s.version_id = p_version and s.by = (select auth.uid())))
$$;

-- Whether this person has given the second verdict on the latest submitted version. Says nothing of the rating.
create function public.second_verdict_given(p_claim uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.second_verdicts s join public.verdict_versions v on v.id = s.version_id
    where v.claim_id = p_claim and s.by = p_person
      and v.number = (select max(number) from public.verdict_versions where claim_id = p_claim))
$$;
revoke all on function public.second_verdict_given(uuid, uuid) from public, anon;
grant execute on function public.second_verdict_given(uuid, uuid) to authenticated, service_role;

alter table public.workflow_transitions enable row level security;
alter table public.stage_ledger enable row level security;
alter table public.verdict_versions enable row level security;
alter table public.second_verdicts enable row level security;
alter table public.sign_offs enable row level security;
alter table public.adjudications enable row level security;

grant select on public.workflow_transitions, public.stage_ledger, public.verdict_versions, public.second_verdicts,
  public.sign_offs, public.adjudications to authenticated, service_role;

create policy transitions_read on public.workflow_transitions for select to authenticated using (true);
-- Reasons and ratings of earlier rounds, and the very fact of a dispute, would tell a second reviewer what the first verdict was likely to be.
create function app_private.is_blind_to(p_claim text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.claims c
    where c.id::text = p_claim and c.second_id = (select auth.uid()) and c.state in ('in_review', 'second_review')
      and not public.second_verdict_given(c.id, (select auth.uid())))
$$;
create policy ledger_read on public.stage_ledger for select to authenticated
  using ((select app_private.role_at_least('reviewer'))
    and (action in ('propose', 'accept', 'edit_statement', 'assign', 'submit')
      or not app_private.is_blind_to(claim_id::text)));
create policy audit_read on public.audit_events for select to authenticated
  using ((select app_private.role_at_least('reviewer'))
    and (entity <> 'claim'
      or action in ('claim.proposed', 'claim.accepted', 'claim.statement_edited', 'claim.assigned', 'review.submitted')
      or not app_private.is_blind_to(entity_id)));
create policy versions_read on public.verdict_versions for select to authenticated
  using (app_private.may_see_verdict(claim_id, id));
create policy second_verdicts_read on public.second_verdicts for select to authenticated
  using (app_private.may_see_verdict(claim_id, version_id));
create policy sign_offs_read on public.sign_offs for select to authenticated
  using (app_private.may_see_verdict(claim_id, version_id));
create policy adjudications_read on public.adjudications for select to authenticated
  using (app_private.may_see_verdict(claim_id, version_id));

revoke all on function app_private.check_verdict_version(), app_private.only_void(),
  app_private.may_see_verdict(uuid, uuid), app_private.is_blind_to(text) from public;
grant execute on function app_private.may_see_verdict(uuid, uuid), app_private.is_blind_to(text) to authenticated;

-- Everything that decides what one person's socket may do in one claim's room, in one question. For the server only.
create function public.review_standing(p_person uuid, p_session uuid, p_claim uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'person', (select jsonb_build_object('id', p.id, 'name', p.name, 'role', app_private.role_of(p.id))
               from public.profiles p where p.id = p_person),
    'claim', (select jsonb_build_object('state', c.state, 'leadId', c.lead_id, 'secondId', c.second_id)
              from public.claims c where c.id = p_claim),
    'revealed', public.second_verdict_given(p_claim, p_person),
    'signedIn', exists (
      select from auth.sessions s join auth.users u on u.id = s.user_id
      where s.id = p_session and s.user_id = p_person
        -- Read by name, because the embedded server has not all of the hosted one's columns.
        and to_jsonb(u) ->> 'deleted_at' is null
        and coalesce((to_jsonb(u) ->> 'banned_until')::timestamptz, '-infinity') < now()))
$$;
revoke all on function public.review_standing(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.review_standing(uuid, uuid, uuid) to service_role;
